import type { Day } from '../../platform/clock.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { searchable } from '../finding/names.ts';

/** Who somebody is and how to reach them; where they live is kept apart (W4). */
export interface Details {
  fullName: string;
  knownAs: string | null;
  pronouns: string | null;
  bornOn: Day | null;
  languages: string[];
  aboutLine: string | null;
  phone: string | null;
  email: string | null;
  councilRef: string | null;
  nhsNumber: string | null;
}

/** Each detail as we speak of it, in the order it is asked. */
export const detailsInWords: Record<keyof Details, string> = {
  fullName: 'whole name',
  knownAs: 'the name they like',
  pronouns: 'pronouns',
  bornOn: 'birth date',
  languages: 'languages',
  aboutLine: 'the line under their name',
  phone: 'phone',
  email: 'email',
  councilRef: 'council reference',
  nhsNumber: 'NHS number',
};

const fields = Object.keys(detailsInWords) as (keyof Details)[];

/**
 * Which details differ, by name only: a story says that a phone changed and never what it is, and nobody's
 * former name is told on (W4).
 * @example whatChanged({ ...wilf }, { ...wilf, phone: '01632 960 777' }) // ['phone']
 */
export function whatChanged(before: Details, after: Details): string[] {
  return fields
    .filter((field) => String(before[field] ?? '') !== String(after[field] ?? ''))
    .map((field) => detailsInWords[field]);
}

/** What a person's details cannot be, given what else is kept: born after today, or a line that tells a private address (W4). */
export function problemsWith(
  { bornOn, aboutLine }: Details,
  today: Day,
  privateAddresses: readonly { lines: string; postcode: string | null }[],
): Problem[] {
  const problems: Problem[] = [];
  if (bornOn && bornOn > today)
    problems.push({ field: 'bornOn', message: `Write a day that is not after today, ${longDate(today)}` });
  if (aboutLine && tells(aboutLine, privateAddresses))
    problems.push({
      field: 'aboutLine',
      message: 'This tells an address that is kept private: leave it out, because this line is on every page',
    });
  return problems;
}

/**
 * Do these words tell one of these addresses, by its first line or its postcode, however it is spaced (W4)?
 * @example tells('over at 4 Quay St', [{ lines: '4 Quay St\nSaltbeck', postcode: 'ZZ1 1ZZ' }]) // true
 */
export function tells(
  words: string,
  addresses: readonly { lines: string; postcode: string | null }[],
): boolean {
  const plain = ` ${searchable(words)} `;
  const closed = plain.replaceAll(' ', '');
  return addresses.some(({ lines, postcode }) => {
    const first = searchable(lines.split(/\n|,/)[0] ?? '');
    const code = searchable(postcode ?? '').replaceAll(' ', '');
    return (first !== '' && plain.includes(` ${first} `)) || (code !== '' && closed.includes(code));
  });
}

/** The details as lines to be read beside another's. */
export function asLines(details: Details): string {
  return fields
    .map((field) => {
      const value = details[field];
      const said = Array.isArray(value)
        ? value.join(', ')
        : field === 'bornOn' && value
          ? longDate(value)
          : value;
      return `${detailsInWords[field]}: ${said || 'not written down'}`;
    })
    .join('\n');
}
