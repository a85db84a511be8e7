import type { Day } from '../platform/clock.ts';
import { type WithinWindow, withinWindow } from './within-window.ts';

/** A conversation as far as resting goes. */
export interface ConversationSpan {
  openedOn: Day;
  restedOn?: Day | undefined;
}

/** A day on which everything we were doing with somebody rested, and the day they next came back, if they have. */
export interface Rested {
  personId: string;
  restedOn: Day;
  cameBackOn?: Day | undefined;
  diedOn?: Day | undefined;
  movedOn?: Day | undefined;
}

/** E7 and R2. */
export const RETURN_WINDOWS = [90, 270, 365] as const;

/**
 * E7: of the distinct people whose conversations all rested, how many came back within `windowDays` days. A
 * return is for learning and the counter-measure beside conversion (E8); it is never a failure (R2). A contact on the
 * day of resting belongs to what was resting, so day 1 is the first that counts. Deaths and moves away are kept
 * in and reported beside, as in `conversion`. A person given twice counts once, from the earliest rest given.
 * @example returns({ people: [{ personId: 'a', restedOn: '2026-01-01', cameBackOn: '2026-04-01' }], windowDays: 90, asOf: '2026-11-21' }).numerator // 1
 */
export function returns(question: {
  people: readonly Rested[];
  windowDays: number;
  asOf: Day;
}): WithinWindow {
  const people = firstRests(question.people).map((one) => ({
    startOn: one.restedOn,
    happenedOn: one.cameBackOn,
    diedOn: one.diedOn,
    movedOn: one.movedOn,
  }));
  return withinWindow({ ...question, people, fromDay: 1 });
}

/**
 * The days on which the last open conversation of ONE person rested, each with the start of the next contact episode
 * after it. Resting one conversation while another is open is not resting; a contact while something is open is not a return.
 * @example restings([{ openedOn: '2026-01-01', restedOn: '2026-02-01' }], ['2026-03-01']) // [{ restedOn: '2026-02-01', cameBackOn: '2026-03-01' }]
 */
export function restings(
  conversations: readonly ConversationSpan[],
  episodeStarts: readonly Day[],
): { restedOn: Day; cameBackOn?: Day | undefined }[] {
  const rests = new Set(conversations.flatMap(({ restedOn }) => (restedOn === undefined ? [] : [restedOn])));
  const starts = [...episodeStarts].sort();
  return [...rests]
    .sort()
    .filter((day) => !conversations.some((one) => isOpenAfter(one, day)))
    .map((restedOn) => ({ restedOn, cameBackOn: starts.find((start) => start > restedOn) }));
}

const isOpenAfter = (one: ConversationSpan, day: Day): boolean =>
  one.openedOn <= day && (one.restedOn === undefined || one.restedOn > day);

function firstRests(people: readonly Rested[]): Rested[] {
  const first = new Map<string, Rested>();
  for (const one of people) {
    const held = first.get(one.personId);
    if (!held || one.restedOn < held.restedOn) first.set(one.personId, one);
  }
  return [...first.values()];
}
