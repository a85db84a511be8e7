import { addWorkingDays } from '../../conversations/crisis/rhythm/working-days.ts';
import { type Day, dayOf } from '../../platform/clock.ts';

/** Working days within which somebody here answers what a person wrote. A judgement*. */
export const answerWithin = 2;

/** A council's own number (`answerWithinDays` in its settings), from 1 to 10; ours unless it set one. */
export function answerWithinOf(settings: Record<string, unknown>): number {
  const own = settings.answerWithinDays;
  return typeof own === 'number' && Number.isInteger(own) && own >= 1 && own <= 10 ? own : answerWithin;
}

/** What both wrote, as far as deciding whether we are late needs. */
export interface Written {
  side: 'them' | 'us';
  writtenAt: Date;
  /** When one of us answered it, or said they had read it. */
  readAt: Date | null;
}

/**
 * The day of the first thing they wrote that nobody here has read or answered within the days we promise; null when we
 * are not late. @example waitsSince([{ side: 'them', writtenAt: monday, readAt: null }], 2, 'the Thursday after')
 */
export function waitsSince(written: readonly Written[], within: number, today: Day): Day | null {
  const late = written
    .filter(({ side, readAt }) => side === 'them' && readAt === null)
    .map(({ writtenAt }) => dayOf(writtenAt))
    .filter((day) => addWorkingDays(day, within) < today)
    .sort();
  return late[0] ?? null;
}
