import type { Day } from '../../platform/clock.ts';
import type { Own } from '../frame/own.ts';
import type { OwnPromise } from './now.ts';

/** Where things stand, in a sentence: who does what by when. */
export function sentenceOf({ words: { now, dates }, name }: Own, promise: OwnPromise, today: Day): string {
  const { isTheirs, dueOn } = promise;
  const who = isTheirs ? now.you(name) : promise.who;
  const what = promise.what.replace(/\.$/, '');
  if (dueOn && dueOn >= today) return now.doesBy(who, what, dates.near(dueOn, today));
  return [now.does(who, what), dueOn ? late({ now, dates }, promise, dueOn, today) : ''].join(' ').trim();
}

/** Ours is late; of anybody else we only say which day it was. */
function late(
  { now, dates }: Pick<Own['words'], 'now' | 'dates'>,
  { isOurs }: OwnPromise,
  dueOn: Day,
  today: Day,
): string {
  return (isOurs ? now.late : now.lateForThem)(dates.near(dueOn, today));
}

/** Why it did not happen, or when it did what is said of it. */
export function whyOf({ words: { now } }: Own, { state, why }: Pick<OwnPromise, 'state' | 'why'>): string {
  return why && state !== 'kept' ? now.why(why) : (why ?? '');
}

/** By when, or that the day has gone by; nothing once it is done or was not. */
export function dayOfPromise({ words: { now, dates } }: Own, promise: OwnPromise, today: Day): string {
  const { state, dueOn } = promise;
  if (state === 'kept' || state === 'broken') return '';
  if (!dueOn) return now.noDay;
  return dueOn >= today ? now.byDay(dates.near(dueOn, today)) : late({ now, dates }, promise, dueOn, today);
}
