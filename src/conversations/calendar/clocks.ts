import type { RuleSet } from '../rule-set.ts';
import type { Clock, ClockStart, Due } from './clock.ts';
import { crisisClock } from './crisis-clock.ts';
import { movingClocks } from './moving-clocks.ts';
import { planClocks } from './plan-clocks.ts';
import { talkingClocks } from './talking-clocks.ts';

/** Every kind of clock that the view clock_start tells of, and no other: the test beside the store holds the two together. */
export const clocks: Readonly<Record<string, Clock>> = {
  'conversation-2': crisisClock,
  ...talkingClocks,
  ...planClocks,
  ...movingClocks,
};

/**
 * The days that follow from a fact. A pure rule: nothing is stored but the fact, so a day can be neither
 * forgotten nor changed by calling it something else. Throws on a kind nobody knows, rather than leave a duty out.
 * @example dueFrom({ kind: 'catch-up-first', startedOn: '2026-01-05', … }, rules, now)[0].by // '2026-03-02'
 */
export function dueFrom(start: ClockStart, rules: RuleSet, now: Date): Due[] {
  const clock = clocks[start.kind];
  if (!clock) throw new Error(`the calendar has no clock of the kind ${start.kind}`);
  return clock.due(start, rules, now);
}

/** By kind, the fewest days from start to due, so that what cannot be due yet need not be read. */
export const fewestDays: readonly { kind: string; days: number }[] = Object.entries(clocks)
  .filter(([, { atLeastDays }]) => atLeastDays > 0)
  .map(([kind, { atLeastDays }]) => ({ kind, days: atLeastDays }));
