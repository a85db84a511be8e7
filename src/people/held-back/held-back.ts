import { addDays, addMonths, type Day, daysBetween } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** A reason the law gives for somebody not being shown part of what is kept about them. */
export interface LawfulReason {
  inWords: string;
  /** Act, Schedule and paragraph. */
  source: string;
  /** False: a council turns it on in its settings (`heldBackFor`) once its own lawyers have confirmed the source. */
  isOn: boolean;
}

/** What the Data Protection Act 2018 exempts from Article 15 of the UK GDPR, as far as it bears on social work. */
export const lawfulReasons = {
  'serious-harm': {
    inWords: 'Showing it would be likely to cause serious harm to them or somebody else, in body or mind',
    source: 'Data Protection Act 2018 Schedule 3 paragraphs 7(2) and 11',
    isOn: true,
  },
  'anothers-confidence': {
    inWords:
      'It tells of somebody else, who has not agreed, and it is not reasonable to go without their agreement',
    source: 'Data Protection Act 2018 Schedule 2 paragraph 16',
    isOn: true,
  },
  crime: {
    inWords: 'Showing it would be likely to prejudice preventing or looking into a crime',
    source: 'Data Protection Act 2018 Schedule 2 paragraph 2',
    isOn: true,
  },
  privilege: {
    inWords: 'It is what a lawyer advised, or was asked',
    source: 'Data Protection Act 2018 Schedule 2 paragraph 19',
    isOn: false,
  },
  'court-order': {
    inWords: 'A court has ordered that it is not shown',
    source: 'The order itself',
    isOn: false,
  },
  adoption: {
    inWords: 'It is in an adoption record or report',
    source: 'Data Protection Act 2018 Schedule 4 paragraph 3',
    isOn: false,
  },
} as const satisfies Record<string, LawfulReason>;

export type Law = keyof typeof lawfulReasons;
export const laws = Object.keys(lawfulReasons) as [Law, ...Law[]];

/** The reasons a council may use: those we have confirmed, and those its settings turn on. */
export function lawsOn(settings: Record<string, unknown>): Law[] {
  const turnedOn = Array.isArray(settings.heldBackFor) ? settings.heldBackFor : [];
  return laws.filter((law) => lawfulReasons[law].isOn || turnedOn.includes(law));
}

/** Months until somebody must look at it again, at most. A judgement*. */
export const MOST_MONTHS = 12;
/** Working days within which somebody else decides. A judgement*. */
export const DECIDE_WITHIN = 5;

export interface Asking {
  law: Law;
  reason: string;
  isSmallest: boolean;
  lookAgainOn: Day;
}

/** W1: whether something may be held back, for now. It is out of sight from the asking; somebody else must say yes. */
export function mayHoldBack(asking: Asking, on: readonly Law[], today: Day): Refusal | null {
  if (!on.includes(asking.law))
    return refuse(
      'W1',
      'this council has not confirmed that reason in law',
      'choose another, or ask your information governance lead',
    );
  if (!asking.isSmallest)
    return refuse(
      'W1',
      'no more is held back than the law allows',
      'hold back a smaller part: a promise or one thing in their story',
    );
  return mayStandUntil(asking.lookAgainOn, today);
}

/** W1: nothing is held back for good. */
export function mayStandUntil(lookAgainOn: Day, today: Day): Refusal | null {
  if (lookAgainOn <= today || lookAgainOn > addMonths(today, MOST_MONTHS))
    return refuse(
      'W1',
      `what is held back is looked at again within ${MOST_MONTHS} months`,
      'give a day after today and within a year',
    );
  return null;
}

export interface Deciding {
  askedBy: string;
  isDecided: boolean;
  isLifted: boolean;
}

/** W1: somebody other than whoever asked decides, once. */
export function mayDecide({ askedBy, isDecided, isLifted }: Deciding, actor: string): Refusal | null {
  if (askedBy === actor)
    return refuse('W1', 'nobody decides what they asked for themselves', 'ask a colleague who decides these');
  if (isLifted || isDecided) return refuse('W1', 'this has been decided or lifted', 'open the list again');
  return null;
}

/** Whether nobody has decided in time: it is then first in the list, in words. Weekends are not counted. */
export function isLate(askedOn: Day, today: Day): boolean {
  let worked = 0;
  for (let day = 1; day <= daysBetween(askedOn, today); day += 1)
    if (![0, 6].includes(new Date(`${addDays(askedOn, day)}T12:00:00Z`).getUTCDay())) worked += 1;
  return worked > DECIDE_WITHIN;
}

/** What may be held back, and the pages that are about such a thing alone: a look at one would tell. */
export const heldKinds = {
  entry: { inWords: 'something written', routes: ['/entries/%'] },
  talked: { inWords: 'something in their story', routes: [] },
  contact: { inWords: 'somebody getting in touch', routes: ['/contacts/%'] },
  enquiry: { inWords: 'keeping them safe', routes: ['%safeguarding%', '%enquir%'] },
  promise: { inWords: 'a promise', routes: ['/promises/%'] },
  around: { inWords: 'somebody around them', routes: [] },
  conversation: { inWords: 'a conversation', routes: ['/conversations/%'] },
  need: { inWords: 'a line of the plan', routes: [] },
} as const satisfies Record<string, { inWords: string; routes: readonly string[] }>;
export type HeldKind = keyof typeof heldKinds;
export const kindsHeld = Object.keys(heldKinds) as [HeldKind, ...HeldKind[]];

/** How long a visit may take from its look to the last thing it wrote, in milliseconds. */
export const VISIT_TAKES = 60_000;

/**
 * When a thing was written, from its id (UUID version 7, RFC 9562): the look that wrote it was before then, and no longer
 * before than a visit takes. Null for an id that does not tell.
 */
export function writtenAround(id: string): { from: Date; until: Date } | null {
  if (id[14] !== '7') return null;
  const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return { from: new Date(at - VISIT_TAKES), until: new Date(at + 1) };
}

/** The lowest id made at that moment: ids between two of these were made between the two moments. */
export function firstIdAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** Who asked for something to be held back, and by when somebody looks at it again. */
export interface HeldNow {
  askedBy: string;
  lookAgainOn: Day;
}
