import type { Day } from '../platform/clock.ts';
import type { Conversation } from './conversation.ts';
import type { FactName } from './facts.ts';
import { halfWritten, type KnownFact, latest, type Missing, missing } from './known-facts.ts';
import { needsSettled } from './needs-settled.ts';
import { heardInIt, nothingOpen, type Protection } from './safeguarding/protection.ts';

export interface Rests {
  rests: { howToComeBack: string; checkBackOn: Day | null; checkBackDeclined: boolean };
}

/**
 * C1-1: whether conversation 1 may rest. Yes, with how to come back; or every piece that is missing, each as
 * a refusal of its own. Conversation 3 needs how to come back (R1), and in either a needs
 * assessment needs its advocate (N3); conversation 2 ends in its own way.
 * @example mayRest({ kind: 1 }, facts, '2026-11-21')
 */
export function mayRest(
  conversation: Pick<Conversation, 'kind'>,
  facts: readonly KnownFact[],
  today: Day,
  protection: Protection = nothingOpen,
): Rests | Missing[] {
  if (conversation.kind === 2)
    return [
      missing(
        'C2-6',
        'conversation 2 ends with what changed, their view and what next',
        'end it from the page of those we are sticking with',
        [],
      ),
    ];
  const ways: Way[] =
    conversation.kind === 1
      ? [whatMatters, settled, heard, carer, information, comeBack, checkBack]
      : [heard, comeBack];
  const pieces = ways.flatMap((way) => way(facts, today, protection));
  if (pieces.length) return pieces;
  const back = latest(facts, 'check-back')?.details;
  const checkBackOn = back?.checkBackOn || null;
  return {
    rests: {
      howToComeBack: latest(facts, 'how-to-come-back')?.phrase ?? '',
      checkBackOn,
      checkBackDeclined: !checkBackOn && back?.declined === 'yes',
    },
  };
}

export const rests = (answer: Rests | Missing[]): answer is Rests => !Array.isArray(answer);

type Way = (facts: readonly KnownFact[], today: Day, protection: Protection) => Missing[];

const settled: Way = (facts, _today, { hasOpenEnquiry }) => needsSettled(facts, hasOpenEnquiry);
const heard: Way = (facts, _today, protection) => heardInIt(facts, protection);

const whatMatters: Way = (facts) =>
  stands(
    facts,
    'what-matters',
    'nobody has written what matters to them',
    'mark a sentence as “what matters”, or write one',
  );
const carer: Way = (facts) =>
  stands(
    facts,
    'carer-asked',
    'nobody has asked whether somebody looks out for them',
    'ask who does and how that is for them',
  );
const information: Way = (facts) =>
  stands(
    facts,
    'information-given',
    'it is not written what information they were given',
    'write what, in what format and when',
  );
const comeBack: Way = (facts) =>
  stands(
    facts,
    'how-to-come-back',
    'they have not been told how to come back',
    'write how they can, as you told them',
  );

const checkBack: Way = (facts, today) => {
  const back = latest(facts, 'check-back');
  const ask = 'write a day to ask how it went, or that they said no thank you';
  if (!back || !(back.details.checkBackOn || back.details.declined === 'yes'))
    return [missing('C1-1', 'no day is set to ask how it went', ask, ['check-back'])];
  if (back.details.checkBackOn && back.details.checkBackOn < today)
    return [missing('C1-1', 'the day to ask how it went has passed', ask, ['check-back'])];
  return [];
};

function stands(facts: readonly KnownFact[], kind: FactName, because: string, satisfyBy: string): Missing[] {
  const fact = latest(facts, kind);
  return fact ? halfWritten(facts, [kind]) : [missing('C1-1', because, satisfyBy, [kind])];
}
