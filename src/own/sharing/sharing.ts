import { addDays, addMonths, type Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** Whom a person may share with. A team is one of all ages, from health, social care and education. */
export const sharerKinds = ['family-or-friend', 'group', 'health', 'education', 'team'] as const;
export type SharerKind = (typeof sharerKinds)[number];

/** For how long, as it is asked; `own` is a day of their own. */
export const lengths = ['week', 'month', 'three-months', 'own'] as const;
export type Length = (typeof lengths)[number];

/** Whether that is somebody shared with already. @example isSameName('Cleo Baptiste', ' cleo  baptiste') // true */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}

/** Sharing with somebody, or one line of it, lasts a year at most (W2): then it is thought of again. */
export const mostMonths = 12;

/** The last day that something shared today for so long is seen. @example lastDay('week', null, '2026-11-21') // '2026-11-28' */
export function lastDay(length: Length, own: Day | null, today: Day): Day | null {
  if (length === 'week') return addDays(today, 7);
  if (length === 'month') return addMonths(today, 1);
  if (length === 'three-months') return addMonths(today, 3);
  return own;
}

/** W2: everything shared has an end, not before today and at most a year from now. */
export function mayLastUntil(until: Day, today: Day): Refusal | null {
  if (until < today)
    return refuse('W2', 'that day has gone by', 'choose today, or a day that is still to come');
  if (until > addMonths(today, mostMonths))
    return refuse('W2', 'nothing is shared for more than a year at once', 'choose a day within a year');
  return null;
}

/** What was said with a person alone, before somebody they share with is given a page. */
export interface TalkAboutPressure {
  talkedOn: Day;
  lookAgainOn: Day;
}

/**
 * W2: nobody is given a page of their own before a worker has talked with the person, alone, about pressure and
 * coercion, and not on a talk that was to be had again by now.
 */
export function mayHavePage(talk: TalkAboutPressure | null, today: Day): Refusal | null {
  const satisfyBy = 'talk about it with the person alone, and write down what was said';
  if (!talk) return refuse('W2', 'nobody has talked with the person alone about pressure', satisfyBy);
  if (talk.lookAgainOn < today)
    return refuse('W2', 'the talk about pressure was to be had again by now', satisfyBy);
  return null;
}

/** The day by which pressure is talked about again, when no earlier one is set: a year on. */
export const yearOn = (day: Day): Day => addMonths(day, mostMonths);
