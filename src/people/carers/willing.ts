import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** Whether they want to, and whether they can: two things, asked apart and dated apart. */
export const sides = ['willing', 'able'] as const;
export type Side = (typeof sides)[number];
export type Answer = 'yes' | 'no';

/** What a carer said about one particular thing: nights, lifting, shopping. */
export interface Statement {
  carerId: string;
  thing: string;
  side: Side;
  answer: Answer;
  saidOn: Day;
  recordedAt: Date;
}

/** A need that a plan meets by leaning on a carer for one thing. */
export interface Leaning {
  carerId: string;
  thing: string;
}

/**
 * N5: may a plan lean on this carer for this thing? Only while the latest word on both sides, willing and able,
 * is yes: what was never asked, answered no, or dated after today is no ground to lean on (Care Act 2014 s10(5),
 * s24(3); never assumed). `statements` are one carer's, about one person.
 * @returns null when it may; otherwise the first thing that does not stand
 * @example mayLeanOn([willingYes], 'nights', '2026-11-21') // refused 'N5': nobody has asked whether they are able
 */
export function mayLeanOn(statements: readonly Statement[], thing: string, today: Day): Refusal | null {
  for (const side of sides) {
    const said = latestOn(statements, thing, side);
    if (!said)
      return refuse(
        'N5',
        `nobody has asked whether they are ${side} to do “${thing}”`,
        'ask them in a conversation of their own, and write the day',
      );
    if (said.saidOn > today)
      return refuse(
        'N5',
        `what they said about “${thing}” is dated after today`,
        'write the day they said it',
      );
    if (said.answer === 'no')
      return refuse(
        'N5',
        side === 'willing' ? `they said no to “${thing}”` : `they are not able to do “${thing}”`,
        'meet it in another way, or ask them whether something has changed',
      );
  }
  return null;
}

/**
 * N5: which of a plan's needs lean on what no longer stands. Nothing is cut by it: the plan is open again.
 * @example leaningNoLonger([nights], [willing, noLongerAble], today) // [nights]
 */
export function leaningNoLonger<Need extends Leaning>(
  needs: readonly Need[],
  statements: readonly Statement[],
  today: Day,
): Need[] {
  return needs.filter(({ carerId, thing }) => mayLeanOn(ofCarer(statements, carerId), thing, today) !== null);
}

const ofCarer = (statements: readonly Statement[], carerId: string): Statement[] =>
  statements.filter((one) => one.carerId === carerId);

/** The last word on one side of one thing: by the day it was said, then by when it was written. */
export function latestOn<Said extends Statement>(
  statements: readonly Said[],
  thing: string,
  side: Side,
): Said | undefined {
  return statements
    .filter((one) => one.side === side && sameThing(one.thing, thing))
    .toSorted(bySaidOn)
    .at(-1);
}

/** The day from which both stood as yes: the later of the two; null while they may not be leaned on. */
export function saidYesOn(statements: readonly Statement[], thing: string, today: Day): Day | null {
  if (mayLeanOn(statements, thing, today)) return null;
  const days = sides.map((side) => latestOn(statements, thing, side)?.saidOn ?? '');
  return days.toSorted().at(-1) ?? null;
}

const bySaidOn = (one: Statement, other: Statement): number =>
  one.saidOn === other.saidOn
    ? one.recordedAt.getTime() - other.recordedAt.getTime()
    : one.saidOn < other.saidOn
      ? -1
      : 1;

/** A thing as it is written once and found again. @example thingWritten(' Night  calls ') // 'Night calls' */
export const thingWritten = (thing: string): string => thing.trim().replace(/\s+/g, ' ');

export const sameThing = (one: string, other: string): boolean =>
  thingWritten(one).toLowerCase() === thingWritten(other).toLowerCase();
