import type { OurAdditions } from '../listing-kept.ts';

/** What we know of a group and no source does: what a joined listing lends to the one that is shown. */
export interface Lent extends OurAdditions {
  checkedOn: string | null;
  checkedBy: string | null;
}
export type LentField = keyof Lent;

/** What goes together: a sentence with who wrote it, a check with who made it. */
const together: readonly (readonly LentField[])[] = [
  ['whatItIsLike', 'whatItIsLikeBy'],
  ['whoToAskFor'],
  ['canGoWith'],
  ['room'],
  ['checkedOn', 'checkedBy'],
];

/** One field that was lent: what stood there, and what stands there now. */
export interface Loan {
  field: LentField;
  was: string | null;
  now: string | null;
}

/**
 * What the shown listing is given of the other: only what it does not say itself, and the later check of the two.
 * @example loansOf(shown, other) // [{ field: 'room', was: null, now: 'full' }]
 */
export function loansOf(shown: Lent, other: Lent): Loan[] {
  return together
    .filter(([first]) => first !== undefined && isNeeded(first, shown, other))
    .flatMap((fields) => fields.map((field) => ({ field, was: shown[field], now: other[field] })))
    .filter(({ was, now }) => was !== now);
}

function isNeeded(first: LentField, shown: Lent, other: Lent): boolean {
  if (other[first] === null) return false;
  return shown[first] === null || (first === 'checkedOn' && String(other[first]) > String(shown[first]));
}

/** What goes back when the two are taken apart: what nobody has written anew since. */
export function returnsOf(shown: Lent, loans: readonly Loan[]): Partial<Lent> {
  const untouched = loans.filter(({ field, now }) => shown[field] === now);
  return Object.fromEntries(untouched.map(({ field, was }) => [field, was]));
}
