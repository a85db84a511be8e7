import { fieldSays } from '../said/in-words.ts';
import { fieldInWords, type SayableField } from '../said/sayable.ts';
import { type KeptFields, sayableOf } from '../said.ts';

/** How a listing stands, beside what it says. */
export interface Standing {
  sourceName: string | null;
  organisation: string | null;
  state: string;
  stateWhy: string | null;
  checkedOn: string | null;
  whatItIsLike: string | null;
}

/** One of the two, ready to be looked at. */
export interface Side extends Standing {
  listingId: string;
  name: string;
  /** What each field says, in words. */
  says: Record<SayableField, string>;
}

export function sideOf(kept: KeptFields & { listingId: string }, standing: Standing): Side {
  const values = sayableOf(kept);
  const fields = Object.keys(fieldInWords) as SayableField[];
  const says = Object.fromEntries(fields.map((field) => [field, fieldSays(field, values[field])]));
  return { ...standing, listingId: kept.listingId, name: kept.name, says: says as Side['says'] };
}

/** One field of the two, side by side. */
export interface ComparedField {
  what: string;
  one: string;
  other: string;
  isSame: boolean;
}

/** Enough to know a thing by; the whole is on its own page. */
const mostOfOne = 400;

/** Field by field, those that neither says left out. @example comparedFields(one, other)[0] // { what: 'Name', … } */
export function comparedFields(one: Side, other: Side): ComparedField[] {
  const rows = [
    { what: 'Read from', one: one.sourceName ?? '', other: other.sourceName ?? '' },
    { what: 'Organisation', one: one.organisation ?? '', other: other.organisation ?? '' },
    ...(Object.keys(fieldInWords) as SayableField[]).map((field) => ({
      what: fieldInWords[field],
      one: one.says[field],
      other: other.says[field],
    })),
    { what: 'What it is like', one: one.whatItIsLike ?? '', other: other.whatItIsLike ?? '' },
    { what: 'Last checked', one: one.checkedOn ?? '', other: other.checkedOn ?? '' },
  ].map(({ what, ...told }) => ({ what, one: said(told.one), other: said(told.other) }));
  return rows
    .filter((row) => row.one !== '' || row.other !== '')
    .map((row) => ({
      ...row,
      isSame: plain(row.one) === plain(row.other),
      one: short(row.one),
      other: short(row.other),
    }));
}

const said = (text: string): string => (text === 'nothing' ? '' : text);
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
const short = (text: string): string => (text.length <= mostOfOne ? text : `${text.slice(0, mostOfOne)}…`);
