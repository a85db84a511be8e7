import { longestGap } from '../../conversations/crisis/rhythm/longest-gap.ts';
import { type Day, daysBetween } from '../../platform/clock.ts';

/** What somebody has been put through, as the record tells it. Days are England's. */
export interface PutThrough {
  /** Each time they were passed from one of us to another: a contact taken on, another named person. */
  handOns: readonly { on: Day }[];
  /** The first time each colleague talked with them, and whether that colleague had opened their story before. */
  firstTalks: readonly { at: Date; colleagueId: string; hadRead: boolean }[];
  /** Each time they got in touch, and the day of the first real conversation after it. */
  contacts: readonly { madeOn: Day; spokenOn: Day | null }[];
  /** Each decision about them, and whether whoever gave it had met them (C3-6). */
  decisions: readonly { deciderHasMetPerson: boolean }[];
  /** Our own promises to them. */
  promises: readonly { state: 'open' | 'kept' | 'moved' | 'broken' }[];
  /** Each conversation 2, with when somebody was in touch with the person themselves. */
  crises: readonly { openedAt: Date; restedAt: Date | null; contacts: readonly { at: Date }[] }[];
}

/** The six things that make it worse for somebody. Lower is better; nobody is ranked by it. */
export interface Meter {
  handOns: number;
  toldAgain: number;
  /** The longest wait from getting in touch to a first real conversation, still running ones included; null with no contact. */
  daysToConversation: number | null;
  isStillWaiting: boolean;
  decidedUnmet: number;
  promisesBroken: number;
  /** The most days in a row without us in any conversation 2; null when there never was one. */
  longestGap: number | null;
}

/**
 * The bad-experience meter for one person. A story counts as told again when a colleague talked with them for the
 * first time without having opened what they had told us before; the first colleague of all had nothing to open.
 * @example meterOf({ ...nothing, promises: [{ state: 'broken' }] }, now, today).promisesBroken // 1
 */
export function meterOf(story: PutThrough, now: Date, today: Day): Meter {
  const waits = story.contacts.map(({ madeOn, spokenOn }) => ({
    days: daysBetween(madeOn, spokenOn ?? today),
    isStillWaiting: spokenOn === null,
  }));
  const longestWait = waits.reduce<(typeof waits)[number] | null>(
    (longest, wait) => (longest && longest.days >= wait.days ? longest : wait),
    null,
  );
  const gaps = story.crises.map(
    ({ openedAt, restedAt, contacts }) => longestGap(contacts, openedAt, restedAt ?? now).days,
  );
  return {
    handOns: story.handOns.length,
    toldAgain: toldAgain(story.firstTalks),
    daysToConversation: longestWait?.days ?? null,
    isStillWaiting: longestWait?.isStillWaiting ?? false,
    decidedUnmet: story.decisions.filter(({ deciderHasMetPerson }) => !deciderHasMetPerson).length,
    promisesBroken: story.promises.filter(({ state }) => state === 'broken').length,
    longestGap: gaps.length ? Math.max(...gaps) : null,
  };
}

function toldAgain(firstTalks: PutThrough['firstTalks']): number {
  const [, ...later] = firstTalks.toSorted(
    (one, other) => one.at.getTime() - other.at.getTime() || one.colleagueId.localeCompare(other.colleagueId),
  );
  return later.filter(({ hadRead }) => !hadRead).length;
}

/** The meter as sentences, the same order always. @example meterInWords(meter)[0] // 'Nobody has handed them on.' */
export function meterInWords(meter: Meter): string[] {
  return [
    times(meter.handOns, 'They have been handed on', 'Nobody has handed them on.'),
    times(
      meter.toldAgain,
      'They have told their story again',
      'They have not had to tell their story again to somebody who had not read it.',
    ),
    waited(meter),
    times(
      meter.decidedUnmet,
      'Somebody who had not met them has decided about them',
      'Nobody who had not met them has decided about them.',
    ),
    meter.promisesBroken === 0
      ? 'We have broken no promise to them.'
      : `We have broken ${meter.promisesBroken === 1 ? 'one promise' : `${meter.promisesBroken} promises`} to them.`,
    meter.longestGap === null
      ? 'They have not been in a crisis with us.'
      : `The longest they went without us in a crisis was ${days(meter.longestGap)}.`,
  ];
}

function waited({ daysToConversation, isStillWaiting }: Meter): string {
  if (daysToConversation === null) return 'Nobody has got in touch about them.';
  if (isStillWaiting)
    return `They have waited ${days(daysToConversation)} for a first conversation, and wait still.`;
  if (daysToConversation === 0) return 'They were spoken with the day somebody got in touch.';
  return `The longest they waited for a first conversation was ${days(daysToConversation)}.`;
}

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`);

function times(count: number, what: string, never: string): string {
  if (count === 0) return never;
  return `${what} ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}.`;
}
