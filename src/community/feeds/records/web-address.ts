import { trimmed } from './json-values.ts';
import { type Notes, quoted } from './read-outcome.ts';

/** A host a person could visit: dotted, ending in letters (or an encoded international name). */
const PUBLIC_HOST = /^(?:[a-z0-9_-]+\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]+)$/i;
const LONGEST_ADDRESS = 2_000;
const EMAIL = /^[^\s@<>()[\],;:"\\]+@(?:[a-z0-9-]+\.)+[a-z]{2,24}$/i;

/**
 * A web address that can be followed, its scheme added or repaired; null when it leads nowhere.
 * @example readableWebAddress('www.example.org/walks') // 'https://www.example.org/walks'
 */
export function readableWebAddress(source: string): string | null {
  if (source.length > LONGEST_ADDRESS) return null;
  const text = trimmed(source)
    .replace(/^https?:\/*\s*(?=https?:)/i, '')
    .replaceAll('&amp;', '&');
  if (/\s/.test(text)) return null;
  const whole = /^https?:/i.test(text) ? text.replace(/^(https?):\/*/i, '$1://') : withScheme(text);
  if (whole === null || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.username !== '' || url.password !== '' || !PUBLIC_HOST.test(url.hostname)) return null;
  return whole;
}

function withScheme(text: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) || text.includes('@')) return null;
  return `https://${text.replace(/^\/+/, '')}`;
}

/** The web address of a field, mended where a person would know what was meant. */
export function webAddressIn(field: string, source: string | null, notes: Notes): string | null {
  if (source === null) return null;
  const first =
    source.slice(0, LONGEST_ADDRESS + 1).split(/[\s,;]+(?=https?:|www\.)|\s+(?:or|and)\s+/i)[0] ?? source;
  const address = readableWebAddress(first);
  if (address === null) {
    const problem = source.includes('@') ? 'Is an email address, not a web address' : 'Is not a web address';
    notes.mended(field, problem, `Left out ${quoted(source)}.`);
  } else if (first !== source) {
    notes.mended(field, 'Held more than one web address', `Kept the first, ${quoted(address)}.`);
  } else if (address !== source) {
    const missing = /^https?:/i.test(source) ? 'Had a broken beginning' : 'Had no http:// at the beginning';
    notes.mended(field, missing, `Read ${quoted(source)} as ${quoted(address)}.`);
  }
  return address;
}

/** The email address of a field, mended where a person would know what was meant. */
export function emailIn(field: string, source: string | null, notes: Notes): string | null {
  if (source === null) return null;
  const candidates = source
    .slice(0, LONGEST_ADDRESS)
    .replace(/^mailto:/i, '')
    .split(/[\s,;/]+/);
  const [first, ...rest] = candidates
    .map((part) => trimmed(part).replace(/^[<(]+|[>).]+$/g, ''))
    .filter((part) => EMAIL.test(part));
  if (first === undefined) {
    notes.mended(field, 'Is not a whole email address', `Left out ${quoted(source)}.`);
    return null;
  }
  if (/\.(?:invalid|test|localhost)$/i.test(first)) {
    notes.mended(field, 'Is a placeholder, not an email address', 'Left it out.');
    return null;
  }
  if (rest.length > 0)
    notes.mended(field, 'Held more than one email address', `Kept the first, ${quoted(first)}.`);
  else if (first !== source)
    notes.mended(field, 'Had something else around the email address', `Kept ${quoted(first)}.`);
  return first;
}
