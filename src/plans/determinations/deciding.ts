import { type Advocacy, advocateBlocks } from '../../conversations/advocacy/advocacy.ts';
import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { determine, type Finding, type Tests, textOf } from './determine.ts';
import { type Kind, sensesFor } from './outcomes.ts';

/** What must be so before a decision can be given. */
export interface Deciding {
  tests: Tests;
  /** The day the person was told what this conversation is (C3-3); null when they were not. */
  toldOn: Day | null;
  writtenAdvice: string | null;
  decidedOn: Day;
  today: Day;
  /** N3: whether they are heard; left out where nobody has looked. */
  advocacy?: Advocacy | undefined;
}

/**
 * C3-3, C3-4 and N3: may this decision be given? Not before the person was told what the conversation is; not
 * without an advocate in place that day, where one is wanted; not with
 * an "unable" that names no sense or shows no words; not as a "no" that rests on something nobody asked; and a
 * "no" comes with written advice on what can be done (Care Act 2014 s13(5)).
 */
export function mayDetermine({
  tests,
  toldOn,
  writtenAdvice,
  decidedOn,
  today,
  advocacy,
}: Deciding): Refusal | null {
  if (!toldOn || toldOn > decidedOn)
    return refuse(
      'C3-3',
      'nothing here says the person was told, before this, what this conversation is in law',
      'tell them, in the format they need, and write down the day',
    );
  if (decidedOn > today)
    return refuse('C3-4', 'the decision is dated after today', 'write the day it was made');
  const unheard = advocacy ? advocateBlocks(advocacy, 'decision', decidedOn) : null;
  if (unheard) return unheard;
  const bare = tests.outcomes.find((finding) => isBare(tests.kind, finding));
  if (bare)
    return refuse(
      'C3-4',
      `“${textOf(tests.kind, bare.outcome)}” says unable, without a sense the law gives or without the words that show it`,
      'choose in which sense, and write what was said or seen',
    );
  const { isEligible, restsOnGaps, gaps } = determine(tests);
  if (restsOnGaps)
    return refuse(
      'C3-4',
      'this “no” would rest on what nobody has asked',
      gaps.map(({ question }) => question).join('; '),
    );
  if (!isEligible && !writtenAdvice?.trim())
    return refuse(
      'C3-4',
      'when the law does not require us to help, the person is owed written advice',
      'write what can be done to meet, lessen or put off what they need',
    );
  return null;
}

function isBare(kind: Kind, { finding, sense, words }: Finding): boolean {
  if (finding !== 'unable') return false;
  return !words.trim() || !sensesFor(kind).some(({ key }) => key === sense);
}

/**
 * C3-6: who decided, as the story tells it to everybody, the person included.
 * @example decidedBy('Priya', false) // 'Priya decided, and had not met them'
 */
export function decidedBy(decider: string, hasMetPerson: boolean): string {
  return hasMetPerson ? `${decider} decided` : `${decider} decided, and had not met them`;
}
