import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Day } from '../../platform/clock.ts';

/** The six figures somebody keeps in their head, as they are kept here. */
export interface KeptNumber {
  hash: Buffer;
  salt: Buffer;
}

const stretch = promisify<string, Buffer, number, { N: number }, Buffer>(scrypt);

/**
 * Six figures can be gone through by whoever steals the hash, however slow each try: they are one of two things needed,
 * and the other has at least 60 bits. So a few milliseconds are enough, and nobody can keep the server busy with them.
 */
const COST = { N: 4_096 };

/** What is wrong with a number somebody wants, in English; their own page says it in their words. */
export const numberLacks = {
  figures: 'Choose six figures',
  repeats: 'Choose figures that do not repeat themselves',
  row: 'Choose figures that are not in a row',
  birthday: 'Choose something other than your birthday',
  other: 'Choose other figures',
};

/**
 * What is wrong with a number somebody wants, as a sentence that says what to do; null when it will do. It may not be
 * one that others would guess: all alike, in a row, or a birthday.
 * @param bornOn when known, `1941-03-02`
 * @example numberProblem('123456', null) // 'Choose figures that are not in a row'
 */
export function numberProblem(typed: string, bornOn: Day | null): string | null {
  const figures = plainNumber(typed);
  if (!/^\d{6}$/.test(figures)) return numberLacks.figures;
  if (/^(\d)\1{5}$|^(\d\d)\2\2$|^(\d{3})\3$/.test(figures)) return numberLacks.repeats;
  if ('01234567890'.includes(figures) || '09876543210'.includes(figures)) return numberLacks.row;
  if (bornOn && birthdays(bornOn).includes(figures)) return numberLacks.birthday;
  return null;
}

/** Spaces and dashes are how people write figures down. */
export const plainNumber = (typed: string): string => typed.replace(/[\s-]/g, '');

function birthdays(bornOn: Day): string[] {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const short = year.slice(2);
  return [
    `${day}${month}${short}`,
    `${month}${day}${short}`,
    `${short}${month}${day}`,
    `${day}${year}`.slice(0, 6),
    `${year}${month}`,
    `${month}${year}`,
  ];
}

/** As it is kept. */
export async function keepNumber(typed: string): Promise<KeptNumber> {
  const salt = randomBytes(16);
  return { salt, hash: await stretch(plainNumber(typed), salt, 32, COST) };
}

const nobodys: KeptNumber = { salt: randomBytes(16), hash: randomBytes(32) };

/** Whether it is the number that is kept. Takes as long when nothing is kept, so that the time tells nobody who is here (S4). */
export async function isNumber(typed: string, kept: KeptNumber | null): Promise<boolean> {
  const { salt, hash } = kept ?? nobodys;
  const same = timingSafeEqual(await stretch(plainNumber(typed).slice(0, 40), salt, 32, COST), hash);
  return kept !== null && same;
}
