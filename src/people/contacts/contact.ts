import { type Day, dayOf, daysBetween } from '../../platform/clock.ts';

/** How somebody may get in touch. All are equal (experience 4.10). */
export const hows = ['phone', 'in-person', 'email', 'letter', 'online', 'through-someone'] as const;
export type How = (typeof hows)[number];

export const howInWords: Record<How, string> = {
  phone: 'by phone',
  'in-person': 'in person',
  email: 'by email',
  letter: 'by letter',
  online: 'online',
  'through-someone': 'through somebody else',
};

/** F3: who is speaking, and whether they have the person's permission. */
export const permissions = ['own-words', 'agreed', 'best-interests', 'not-yet-asked'] as const;
export type Permission = (typeof permissions)[number];

export const permissionInWords: Record<Permission, string> = {
  'own-words': 'They are speaking for themselves',
  agreed: 'Somebody else, and the person knows and agrees',
  'best-interests': 'Somebody else, because the person cannot say for themselves just now',
  'not-yet-asked': 'Somebody else, and we have not yet asked the person',
};

/** From this day on, a contact with no conversation is on the site's page too (F2). */
export const dayOnSitePage = 28;

export interface Waiting {
  days: number;
  isOnSitePage: boolean;
}

/** F2: whole days since somebody got in touch. Nothing but a real conversation stops it. */
export function waitingSince(madeAt: Date, today: Day): Waiting {
  const days = daysBetween(dayOf(madeAt), today);
  return { days, isOnSitePage: days >= dayOnSitePage };
}

/** @example 'today', '1 day', '9 days' */
export function daysInWords(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? '1 day' : `${days} days`;
}
