import type { Day } from '../../platform/clock.ts';

export const formats = ['large-print', 'easy-read', 'welsh', 'read-aloud'] as const;
export type WishedFormat = (typeof formats)[number];

/** Each as it stands among how to communicate with somebody, on every screen about them and for every letter. */
export const needOf: Record<WishedFormat, string> = {
  'large-print': 'Large print.',
  'easy-read': 'Easy read, with pictures.',
  welsh: 'Written in Welsh.',
  'read-aloud': 'Read it aloud.',
};

/** How somebody wants to be reached, and how not. */
export interface Wishes {
  mayRing: boolean;
  mayText: boolean;
  mayEmail: boolean;
  mayPost: boolean;
  phone: string | null;
  email: string | null;
  bestTimes: string | null;
  /** 'HH:MM'; both or neither. */
  notBefore: string | null;
  notAfter: string | null;
  /** Monday 1 to Sunday 7. */
  notDays: number[];
  pleaseDoNot: string | null;
  sayNothingOf: string | null;
  notToBeTold: string | null;
  formats: WishedFormat[];
}

export interface WishesKept extends Wishes {
  since: Day | null;
  /** Nought while nobody has asked them. */
  version: number;
}

/**
 * Reads a time of day as people write it. Null when it is none.
 * @example readTime('9.30pm') // '21:30'
 */
export function readTime(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/\s/g, '');
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(plain) ?? [];
  if (!hours || (half && (Number(hours) < 1 || Number(hours) > 12))) return null;
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

export type LackingInWishes = 'phoneNeeded' | 'emailNeeded' | 'both' | 'order';

/** What cannot be done as it is wished: a way to be reached without where, or quiet hours with one end or turned round. */
export function lackingInWishes(wishes: Wishes): { field: string; lacks: LackingInWishes }[] {
  const { mayRing, mayText, mayEmail, phone, email, notBefore, notAfter } = wishes;
  return [
    ...((mayRing || mayText) && !phone ? [{ field: 'phone', lacks: 'phoneNeeded' as const }] : []),
    ...(mayEmail && !email ? [{ field: 'email', lacks: 'emailNeeded' as const }] : []),
    ...((notBefore === null) !== (notAfter === null)
      ? [{ field: notBefore === null ? 'notBefore' : 'notAfter', lacks: 'both' as const }]
      : []),
    ...(notBefore && notAfter && notBefore >= notAfter
      ? [{ field: 'notAfter', lacks: 'order' as const }]
      : []),
  ];
}

/** Each wish as whoever is alongside reads of it. */
export const wishesInWords: Record<keyof Wishes, string> = {
  mayRing: 'we may ring',
  mayText: 'we may send texts',
  mayEmail: 'we may e-mail',
  mayPost: 'we may write letters',
  phone: 'phone',
  email: 'e-mail',
  bestTimes: 'best times',
  notBefore: 'nothing before',
  notAfter: 'nothing after',
  notDays: 'nothing on days (Monday is 1)',
  pleaseDoNot: 'please do not',
  sayNothingOf: 'say nothing of',
  notToBeTold: 'not to be told',
  formats: 'formats',
};
export const allWishes = Object.keys(wishesInWords) as (keyof Wishes)[];

/** One wish in words, beside what it was; `isPrivate` is never written into a story, only that it changed (W4). */
export interface WishChanged {
  wish: keyof Wishes;
  was: string;
  now: string;
  isPrivate: boolean;
}

const inWords = (value: Wishes[keyof Wishes]): string =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : Array.isArray(value)
      ? value.join(', ')
      : (value ?? '');

/** What is different, wish by wish. @example changedWishes(before, { ...before, mayPost: false }) // [{ wish: 'mayPost', was: 'yes', now: 'no', … }] */
export function changedWishes(before: Wishes, after: Wishes): WishChanged[] {
  return allWishes
    .map((wish) => ({
      ...{ wish, was: inWords(before[wish]), now: inWords(after[wish]) },
      isPrivate: wish === 'phone' || wish === 'email',
    }))
    .filter(({ was, now }) => was !== now);
}

/** What changed, as their story tells it. */
export function changesTold(changed: readonly WishChanged[]): string {
  return changed
    .map(({ wish, was, now, isPrivate }) =>
      isPrivate
        ? `${wishesInWords[wish]}: changed`
        : `${wishesInWords[wish]}: ${now || 'nothing'} (before: ${was || 'nothing'})`,
    )
    .join('\n');
}
