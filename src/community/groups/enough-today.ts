import { type Refusal, refuse } from '../../platform/refusal.ts';

/** A judgement: a busy town sends a handful a day; more than this is a machine, or a day on the news. */
export const mostADay = 60;

/** How many a council takes in a day from those without an account; its own number when it has set one. */
export function mostADayOf(settings: Record<string, unknown>): number {
  const own = settings.fromAnybodyADay;
  return typeof own === 'number' && Number.isInteger(own) && own > 0 ? own : mostADay;
}

/**
 * May one more be taken today from somebody without an account? What is too much is said plainly and nothing typed is
 * lost; nobody is turned away without being told.
 * @example enoughToday(60, 60)?.satisfyBy // 'send it again tomorrow, or tell anybody who works here'
 */
export function enoughToday(taken: number, most: number): Refusal | null {
  if (taken < most) return null;
  return refuse(
    'Suggestions',
    `so many people wrote to us today that we can read no more (${most} in a day)`,
    'send it again tomorrow, or tell anybody who works here',
  );
}

/** A judgement: a group that writes its whole year down in an evening needs fewer; more is a machine, or a lost address. */
const mostOnAPage = 50;

/**
 * May a group's page be written on once more today? Whoever holds its address may fill no table with it.
 * @example enoughOnPage(50)?.satisfyBy // 'go on tomorrow, or tell anybody who works here'
 */
export function enoughOnPage(written: number): Refusal | null {
  if (written < mostOnAPage) return null;
  return refuse(
    'Groups',
    `this page was written on ${mostOnAPage} times today`,
    'go on tomorrow, or tell anybody who works here',
  );
}
