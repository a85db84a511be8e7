import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** Care Act 2014 s67(4): the four things of which any one may be very hard for somebody. */
export const hardThings = ['understanding', 'retaining', 'weighing', 'communicating'] as const;
export type HardThing = (typeof hardThings)[number];

/** Each as it ends “it would be very hard for them to …”. */
export const hardThingInWords: Record<HardThing, string> = {
  understanding: 'understand what is being said',
  retaining: 'keep it in mind',
  weighing: 'weigh it up',
  communicating: 'say what they think',
};

/** What was seen of how somebody can be involved, and who appropriate may support them. The latest stands. */
export interface Involvement extends Record<HardThing, boolean> {
  id: string;
  lookedOn: Day;
  /** What shows it. */
  words: string;
  /** Somebody appropriate: a name, or null when there is nobody. */
  appropriatePerson: string | null;
  appropriateRelation: string | null;
  /** The day they said yes to supporting the person. */
  appropriateAgreedOn: Day | null;
  /** Whether the person agrees to be supported by them. */
  isAgreedByPerson: boolean | null;
  /** Paid to care for the person, or involved as a professional. */
  isPaid: boolean | null;
  hasLongStayAhead: boolean;
  hasDisagreement: boolean;
  considered: string | null;
  recordedBy: string | null;
}

/** An independent advocate, asked for, in place, and gone again. */
export interface Advocate {
  id: string;
  whatFor: string;
  askedOn: Day;
  askedOf: string;
  name: string | null;
  inPlaceOn: Day | null;
  endedOn: Day | null;
  endedBecause: string | null;
  version: number;
}

/** All there is about somebody being heard. */
export interface Advocacy {
  involvement: Involvement | null;
  advocates: readonly Advocate[];
  /** The day it was marked in somebody's words that being involved would be very hard, when nobody has looked since. */
  markedOn: Day | null;
}

/** Nobody has looked yet, and nobody was asked for. */
export const nobodyLooked: Advocacy = { involvement: null, advocates: [], markedOn: null };

/** What is about to be done. Urgent help and safeguarding call for an advocate too, and never wait for one. */
export type ActWithPerson =
  | 'needs-assessment'
  | 'decision'
  | 'plan'
  | 'plan-change'
  | 'safeguarding'
  | 'urgent-help';

export const hardFor = (involvement: Involvement): HardThing[] =>
  hardThings.filter((thing) => involvement[thing]);

/**
 * N3, Care Act 2014 s67(2)-(6): whether an independent advocate is wanted. Yes when any of the four things would
 * be very hard and no appropriate person supports them: somebody who said yes, whom the person agrees to, who is
 * neither paid to care for them nor involved as a professional. No when nobody has looked.
 * @example advocateWanted({ understanding: true, appropriatePerson: null, … }) // true
 */
export function advocateWanted(latest: Involvement | null): boolean {
  return latest !== null && hardFor(latest).length > 0 && lackingInSupport(latest) !== null;
}

/** Why the one named cannot stand in an advocate's place, as the end of a sentence; null when they can. */
export function lackingInSupport(latest: Involvement): string | null {
  const who = latest.appropriatePerson?.trim();
  if (!who) return 'there is nobody appropriate to support them';
  if (latest.isPaid !== false)
    return latest.isPaid
      ? `${who} is paid, or is involved as a professional`
      : `it is not written whether ${who} is paid or involved as a professional`;
  if (!latest.isAgreedByPerson) return `they have not agreed to be supported by ${who}`;
  if (!latest.appropriateAgreedOn) return `${who} has not said yes`;
  return null;
}

/**
 * N3, Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014 (SI 2014/2824) reg 4: where
 * somebody appropriate supports them, an advocate is thought about anyway before 28 days in hospital or 8 weeks
 * in a care home, or when that person and the council disagree about something that matters. Why, or null.
 */
export function considerAnyway(latest: Involvement | null): string | null {
  if (!latest || hardFor(latest).length === 0 || advocateWanted(latest)) return null;
  if (latest.hasDisagreement)
    return `the council and ${latest.appropriatePerson} disagree about something that matters`;
  return latest.hasLongStayAhead
    ? 'a stay of 28 days or more in hospital, or of 8 weeks or more in a care home, is ahead'
    : null;
}

/** The advocate in place on a day: from the day they began to the day they ended, both included. */
export function inPlaceOn(advocates: readonly Advocate[], day: Day): Advocate | null {
  return (
    advocates.find(
      (one) => one.inPlaceOn !== null && one.inPlaceOn <= day && (one.endedOn === null || one.endedOn >= day),
    ) ?? null
  );
}

const heldUp: Partial<Record<ActWithPerson, string>> = {
  'needs-assessment': 'the needs assessment is not complete without one',
  decision: 'no decision is given without one',
  plan: 'no plan is made without one',
  'plan-change': 'no plan is changed without one',
};

/**
 * N3, Care Act 2014 s67: whether the lack of an advocate on a day holds something up. Urgent help is never held
 * up (s19(3)), and a safeguarding enquiry calls for an advocate (s68) and never waits for one. Marked in the words
 * and not looked at since holds it up too, so that a duty does not wait for somebody to remember a second page.
 * @example advocateBlocks({ involvement, advocates: [], markedOn: null }, 'decision', '2026-11-21') // refused 'N3'
 */
export function advocateBlocks(
  { involvement, advocates, markedOn }: Advocacy,
  act: ActWithPerson,
  today: Day,
): Refusal | null {
  const what = heldUp[act];
  if (!what || inPlaceOn(advocates, today)) return null;
  if (markedOn)
    return refuse(
      'N3',
      `it is marked that being involved would be very hard for them, nobody has looked at it since, and no advocate was in place that day: ${what}`,
      'write on the page about being heard what would be hard, and who can help; urgent help need not wait',
    );
  if (!involvement || !advocateWanted(involvement)) return null;
  const hard = hardFor(involvement).map((thing) => hardThingInWords[thing]);
  return refuse(
    'N3',
    `it would be very hard for them to ${listed(hard)}, ${lackingInSupport(involvement)}, and no advocate was in place that day: ${what}`,
    advocates.some(({ inPlaceOn, endedOn }) => !inPlaceOn && !endedOn)
      ? 'wait for the advocate who was asked for, and write their name and the day they began; urgent help need not wait'
      : 'ask for an advocate on the page about being heard, and go on once one is in place; urgent help need not wait',
  );
}

/** @example listed(['understand', 'weigh', 'speak']) // 'understand, weigh or speak' */
export function listed(things: readonly string[]): string {
  return things.length < 2 ? (things[0] ?? '') : `${things.slice(0, -1).join(', ')} or ${things.at(-1)}`;
}
