import { type Day, daysBetween } from '../../platform/clock.ts';
import type { LogEntry } from './kept-site.ts';

/** Judgement: a week may be missed, two in a row is quiet. */
export const QUIET_AFTER_DAYS = 14;

/** What a team asks itself, one question a week, round and round. */
export const prompts = [
  'Whose life went better this week, and what did we do that mattered?',
  'Who did we let down this week, and what will we say to them?',
  'Where did we slip back into the old ways, and what pulled us?',
  'Who came back, and what do they tell us about the first time?',
  'What did somebody ask for that was not there?',
  'Which of our rules got in the way, and which did we not keep?',
  'Whom have we not heard from: people, families, colleagues?',
  'What would we not want to go back to, and what do we miss?',
] as const;

/** A Monday, from which the weeks are counted. */
const FIRST_MONDAY = '2024-01-01';

/** The question of the week a day lies in. @example promptOf('2026-11-22') */
export function promptOf(on: Day): string {
  const week = Math.floor(daysBetween(FIRST_MONDAY, on) / 7);
  return prompts[((week % prompts.length) + prompts.length) % prompts.length] ?? prompts[0];
}

/** Weeks since then. */
const weekOf = (on: Day): number => Math.floor(daysBetween(FIRST_MONDAY, on) / 7);

/** Whether the team has talked it over in the week of a day. */
export function isTalkedOver(log: readonly Pick<LogEntry, 'kind' | 'onDay'>[], on: Day): boolean {
  return log.some(({ kind, onDay }) => kind === 'reflected' && weekOf(onDay) === weekOf(on));
}

/** An entry with what was added to it later. */
export interface LogThread extends LogEntry {
  added: LogEntry[];
}

/** The log, the latest first, every later addition under what it adds to, oldest first. */
export function threadsOf(log: readonly LogEntry[]): LogThread[] {
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const firstOf = (entry: LogEntry): string => {
    const earlier = entry.addsToId ? byId.get(entry.addsToId) : undefined;
    return earlier ? firstOf(earlier) : entry.id;
  };
  return log
    .filter((entry) => firstOf(entry) === entry.id)
    .map((entry) => ({ ...entry, added: log.filter((one) => one !== entry && firstOf(one) === entry.id) }))
    .toSorted((one, other) => other.onDay.localeCompare(one.onDay));
}
