import { type Day, daysBetween } from '../platform/clock.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import type { Conversation, Fact } from './conversation.ts';
import { type FactName, factKind, missingDetails } from './facts.ts';

/** What a rule needs of a fact. */
export type KnownFact = Pick<Fact, 'kind' | 'phrase' | 'details' | 'happenedOn' | 'recordedAt'>;

export interface Rests {
  rests: { howToComeBack: string; checkBackOn: Day | null; checkBackDeclined: boolean };
}

/** Something still missing: the rule, what would satisfy it, and the facts that would. */
export interface Missing extends Refusal {
  answers: FactName[];
}

/**
 * C1-1: whether conversation 1 may rest. Yes, with how to come back; or every piece that is missing, each as
 * a refusal of its own. Conversation 3 needs only how to come back (R1); conversation 2 ends in its own way.
 * @example mayRest({ kind: 1 }, facts, '2026-11-21')
 */
export function mayRest(
  conversation: Pick<Conversation, 'kind'>,
  facts: readonly KnownFact[],
  today: Day,
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
    conversation.kind === 1 ? [whatMatters, needs, carer, information, comeBack, checkBack] : [comeBack];
  const pieces = ways.flatMap((way) => way(facts, today));
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

type Way = (facts: readonly KnownFact[], today: Day) => Missing[];

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

/** C1-1, C1-2, N1: whether they may have needs is settled in one of four ways. */
const needs: Way = (facts) => {
  if (isAssessed(facts) || isComplete(latest(facts, 'under-way'))) return [];
  const entitled = latest(facts, 'asked-if-entitled');
  if (entitled)
    return [
      missing(
        'N1',
        'they asked what they are entitled to, and that has to be answered',
        'make the needs assessment, or write when it began',
        ['needs-assessment-made', 'under-way'],
      ),
    ];
  const no = latest(facts, 'declined');
  if (no) return declinedStands(no, facts);
  const answer = latest(facts, 'may-have-needs')?.details.answer;
  if (answer === 'no') return [];
  const because = answer
    ? 'they may need care and support, and nothing has come of that yet'
    : 'it is not settled whether they may need care and support';
  const ways: FactName[] = ['needs-assessment-made', 'under-way', 'declined'];
  return [
    missing(
      'C1-1',
      because,
      'write that they do not, or that a needs assessment was made, is under way or was turned down',
      answer ? ways : ['may-have-needs', ...ways],
    ),
    ...halfWritten(facts, ways),
  ];
};

/**
 * C1-2, Care Act 2014 s11: a “no” counts only with a day, no doubt about capacity (or capacity looked at), and
 * no risk of abuse or neglect; and only until they ask again or something changes.
 */
export function declinedStands(no: KnownFact, facts: readonly KnownFact[]): Missing[] {
  const pieces: Missing[] = [];
  const lacking = missingDetails('declined', no.details);
  if (lacking.length)
    pieces.push(
      missing(
        'C1-2',
        'their “no” to a needs assessment is only half written',
        `write: ${lacking.join('; ')}`,
        ['declined'],
      ),
    );
  if (no.details.capacity === 'in-doubt')
    pieces.push(
      missing(
        'C1-2',
        'we are not sure that they could decide this for themselves',
        'look at their capacity to decide it, and write what you found',
        ['declined', 'under-way'],
      ),
    );
  if (no.details.abuseRisk === 'yes')
    pieces.push(
      missing(
        'C1-2',
        'there may be abuse or neglect, so the duty to assess stands despite the “no”',
        'make the needs assessment, or write when it began',
        ['needs-assessment-made', 'under-way'],
      ),
    );
  const since = revivedBy(no, facts);
  if (since)
    pieces.push(
      missing(
        'C1-2',
        `the offer came back: ${lower(factKind(since.kind).title)}`,
        'offer the needs assessment again, and write what they said',
        ['needs-assessment-made', 'under-way', 'declined'],
      ),
    );
  return pieces;
}

/** The request or change, later than the “no”, that brings the offer back. */
function revivedBy(no: KnownFact, facts: readonly KnownFact[]): KnownFact | undefined {
  const saidOn = no.details.declinedOn ?? no.happenedOn;
  return facts.find((fact) => {
    if (fact.kind !== 'asked-again' && fact.kind !== 'situation-changed') return false;
    const days = daysBetween(saidOn, fact.details.askedOn ?? fact.details.changedOn ?? fact.happenedOn);
    return days > 0 || (days === 0 && fact.recordedAt > no.recordedAt);
  });
}

/** 5.2: made within the conversation counts only when they were told beforehand that it would be. */
function isAssessed(facts: readonly KnownFact[]): boolean {
  const made = latest(facts, 'needs-assessment-made');
  return isComplete(made) && (made?.details.toldOn ?? '') <= (made?.details.madeOn ?? '');
}

function isComplete(fact: KnownFact | undefined): boolean {
  return fact !== undefined && missingDetails(fact.kind, fact.details).length === 0;
}

function stands(facts: readonly KnownFact[], kind: FactName, because: string, satisfyBy: string): Missing[] {
  const fact = latest(facts, kind);
  return fact ? halfWritten(facts, [kind]) : [missing('C1-1', because, satisfyBy, [kind])];
}

function halfWritten(facts: readonly KnownFact[], kinds: readonly FactName[]): Missing[] {
  return kinds.flatMap((kind) => {
    const fact = latest(facts, kind);
    const lacking = fact ? missingDetails(kind, fact.details) : [];
    if (lacking.length)
      return [
        missing(
          'C1-1',
          `“${lower(factKind(kind).title)}” is only half written`,
          `write: ${lacking.join('; ')}`,
          [kind],
        ),
      ];
    return kind === 'needs-assessment-made' && fact
      ? [
          missing(
            'C1-1',
            'they were told that it was their needs assessment only afterwards',
            'tell them beforehand, and have that conversation',
            [kind],
          ),
        ]
      : [];
  });
}

/** The last word on something: by the day it was said, then by when it was written. */
function latest(facts: readonly KnownFact[], kind: FactName): KnownFact | undefined {
  const saidOn = (fact: KnownFact) =>
    `${fact.details.declinedOn || fact.happenedOn} ${fact.recordedAt.toISOString()}`;
  return facts
    .filter((fact) => fact.kind === kind)
    .toSorted((one, other) => (saidOn(one) < saidOn(other) ? -1 : 1))
    .at(-1);
}

function missing(rule: string, because: string, satisfyBy: string, answers: FactName[]): Missing {
  return { ...refuse(rule, because, satisfyBy), answers };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
