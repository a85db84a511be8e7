import type { Day } from '../../platform/clock.ts';
import { longDate, nearDate } from '../../platform/ui/dates.ts';
import type { ListingSchedule } from '../listing.ts';
import { nextOn } from '../recurrence.ts';

/** A date the group said by hand: on besides its usual days, or not on although it usually is. */
export interface DateByHand {
  heldOn: Day;
  isOn: boolean;
  words: string | null;
}

/** How a listing stands, besides what it is: paused, only for now, its dates by hand, and whose it is. */
export interface Standing {
  pausedFrom: Day | null;
  pausedUntil: Day | null;
  pausedWords: string | null;
  onlyUntil: Day | null;
  datesByHand: readonly DateByHand[];
  isUserLed: boolean | null;
}

/** True on a day within its pause: from the first day until the day it is on again. */
export function isPausedOn(
  { pausedFrom, pausedUntil }: Pick<Standing, 'pausedFrom' | 'pausedUntil'>,
  day: Day,
): boolean {
  return pausedFrom !== null && pausedFrom <= day && (pausedUntil === null || day < pausedUntil);
}

/**
 * The next `count` days it is really on: its usual days without its pause and holidays, the days it added, and none
 * after its last.
 * @example nextDays([tuesdays], { pausedUntil: '2026-12-05', … }, '2026-11-22', 1) // ['2026-12-08']
 */
export function nextDays(
  schedules: readonly ListingSchedule[],
  standing: Standing,
  today: Day,
  count: number,
): Day[] {
  const { datesByHand, onlyUntil, pausedFrom, pausedUntil } = standing;
  const isPausedNow = isPausedOn(standing, today);
  if (isPausedNow && pausedUntil === null) return [];
  const from = isPausedNow && pausedUntil !== null ? pausedUntil : today;
  const spare = datesByHand.length + (pausedFrom === null ? 0 : daysInAPause);
  const usual = nextOn(schedules, from, count + spare).filter((day) => !isPausedOn(standing, day));
  const off = new Set(datesByHand.filter(({ isOn }) => !isOn).map(({ heldOn }) => heldOn));
  const added = datesByHand.filter(({ isOn, heldOn }) => isOn && heldOn >= today).map(({ heldOn }) => heldOn);
  return [...new Set([...usual.filter((day) => !off.has(day)), ...added])]
    .filter((day) => onlyUntil === null || day <= onlyUntil)
    .sort()
    .slice(0, count);
}

/** Days of a pause still to come that may have to be passed over: a month of them. */
const daysInAPause = 31;

/**
 * What somebody must know before they go, a sentence each: paused, only for now, a holiday soon.
 * @example standingInWords({ pausedFrom: '2026-11-20', pausedUntil: '2027-01-05', … }, '2026-11-22')
 * // ['Paused until 5 January 2027.']
 */
export function standingInWords(standing: Standing, today: Day): string[] {
  const { onlyUntil, datesByHand } = standing;
  const holidays = datesByHand.filter(({ isOn, heldOn }) => !isOn && heldOn >= today);
  return [
    pauseInWords(standing, today),
    onlyUntil === null
      ? ''
      : `Only for now: ${onlyUntil < today ? 'it ended' : 'the last day is'} ${longDate(onlyUntil)}.`,
    ...holidays
      .slice(0, 2)
      .map(({ heldOn, words }) => `Not on ${nearDate(heldOn, today)}${words ? `: ${words}` : ''}.`),
  ].filter((words) => words !== '');
}

function pauseInWords(standing: Standing, today: Day): string {
  const { pausedFrom, pausedUntil, pausedWords } = standing;
  if (pausedFrom === null || (pausedUntil !== null && pausedUntil <= today)) return '';
  const from = pausedFrom > today ? ` from ${longDate(pausedFrom)}` : '';
  const until = pausedUntil === null ? (from ? '' : ' for now') : ` until ${longDate(pausedUntil)}`;
  return `Paused${from}${until}.${pausedWords ? ` ${pausedWords}` : ''}`;
}
