import type { PersonAround } from '../person.ts';

/** How often they see or hear from each other: the nearer, the nearer to the middle of the picture. */
export const howOften = ['most-days', 'most-weeks', 'now-and-then'] as const;
export type HowOften = (typeof howOften)[number];

/** Somebody around a person, and how near. */
export interface PersonNear extends PersonAround {
  howOften: HowOften | null;
  /** Whom to ring first, as the person wants it. */
  isRungFirst: boolean;
  /** What they must not be told, in the person's words. */
  mustNotKnow: string | null;
}

/** Those to ring first, then the nearest first, then by name: for the list and the picture alike. */
export function nearestFirst<Near extends PersonNear>(people: readonly Near[]): Near[] {
  const place = ({ howOften: often }: PersonNear) => (often ? howOften.indexOf(often) : howOften.length);
  return people.toSorted(
    (one, other) =>
      Number(other.isRungFirst) - Number(one.isRungFirst) ||
      place(one) - place(other) ||
      one.name.localeCompare(other.name, 'en-GB'),
  );
}

/** What a picture says besides names. */
export interface PictureWords {
  pictureSays: string;
  me: string;
  ringShort: string;
  notTold: string;
  often: Record<HowOften, string>;
  unsaid: string;
}
