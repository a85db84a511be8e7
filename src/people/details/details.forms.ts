import { z } from 'zod';
import { dayOrNothing, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { readNhsNumber } from '../finding/nhs-number.ts';
import { readPostcode } from './address.ts';

export const AddressPath = z.object({ id: z.uuid() });

/** A line that may be left out, and otherwise must be readable as what it is. */
function readOrNothing(most: number, read: (text: string) => string | null, message: string) {
  return wordsOrNothing(most).transform((text, context) => {
    if (text === null) return null;
    const found = read(text);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const withDigits = (text: string): string | null => (text.replace(/\D/g, '').length >= 6 ? text : null);
const withAt = (text: string): string | null => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null);

export const DetailsForm = z.object({
  fullName: words('Write their name, or “Name not yet known”', 200),
  knownAs: wordsOrNothing(200),
  pronouns: wordsOrNothing(60),
  bornOn: dayOrNothing(),
  languages: wordsOrNothing(300).transform((text) => languagesIn(text ?? '')),
  aboutLine: wordsOrNothing(300),
  phone: readOrNothing(40, withDigits, 'Write the whole phone number, with its area code'),
  email: readOrNothing(200, withAt, 'Write the email address like name@example.org'),
  councilRef: wordsOrNothing(60),
  nhsNumber: readOrNothing(40, readNhsNumber, 'Check the ten digits: this is not an NHS number'),
  version: z.coerce.number().int().positive(),
});

/** @example languagesIn('Polish, British Sign Language, polish') // ['Polish', 'British Sign Language'] */
function languagesIn(text: string): string[] {
  const named = new Map<string, string>();
  for (const one of text.split(/[,;\n]/).map((part) => part.trim()))
    if (one && !named.has(one.toLowerCase())) named.set(one.toLowerCase(), one);
  return [...named.values()];
}

export const NewAddressForm = z.object({
  lines: words('Write where they live, or “No fixed address”', 500),
  postcode: readOrNothing(20, readPostcode, 'Write the whole postcode, like SB2 1AA'),
  sinceOn: dayOrNothing(),
  isPrivate: tick(),
});

export const ProtectionForm = z.object({
  protection: z.enum(['private', 'not-private'], { error: 'Choose whether it is kept private' }),
  whyPrivate: words('Write why, in a sentence', 500),
});
