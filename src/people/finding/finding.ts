import { readDay } from '../../platform/http/reading.ts';
import { namesFor, searchable } from './names.ts';
import { readNhsNumber } from './nhs-number.ts';

/** What somebody typed to find a person, taken apart: names in any order, a birth date, a phone, a postcode, an NHS number. */
export interface Looking {
  /** One entry for each word: it and the names it may stand for, parted by '|'. */
  wordGroups: string[];
  phone: string;
  bornOn: string | null;
  postcodeStart: string | null;
  nhsNumber: string | null;
}

/**
 * Takes a line of typing apart (F4). Anything that is not a date, phone, postcode or NHS number is a name.
 * @example readLooking('acheson bill SB2') // wordGroups ['acheson', 'bill|william|…'], postcodeStart 'SB2'
 */
export function readLooking(line: string): Looking {
  let rest = ` ${line.slice(0, 200)} `;
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.replace(found[0], ' ');
    return found ? found[0].trim() : null;
  };
  const date =
    take(/\s\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s/) ??
    take(/\s\d{4}-\d{2}-\d{2}\s/) ??
    take(/\s\d{1,2}\s+[a-z]{3,9}\s+\d{4}\s/i);
  const digits = take(/\s\+?[\d][\d ()-]{8,}\d\s/);
  const postcode = take(/\s[a-z]{1,2}\d[a-z\d]?(\s*\d[a-z]{2})?\s/i);
  const number = (digits ?? '').replace(/\D/g, '');
  const nhsNumber = number.length === 10 ? readNhsNumber(number) : null;
  const names = searchable(rest)
    .split(' ')
    .filter((word) => word.length > 1)
    .slice(0, 5);
  return {
    wordGroups: names.map((word) => namesFor(word).join('|')),
    phone: number.length >= 10 ? number.slice(-10) : '',
    bornOn: date ? readDay(date) : null,
    postcodeStart: postcode ? spaced(postcode) : null,
    nhsNumber,
  };
}

/** Nothing to look for: the line held no name, number, date or postcode. */
export function isEmpty(looking: Looking): boolean {
  return (
    !looking.wordGroups.length &&
    !looking.phone &&
    !looking.bornOn &&
    !looking.postcodeStart &&
    !looking.nhsNumber
  );
}

function spaced(postcode: string): string {
  const plain = postcode.toUpperCase().replace(/\s+/g, '');
  return plain.length > 4 ? `${plain.slice(0, -3)} ${plain.slice(-3)}` : plain;
}
