import type { Letter } from './letter.ts';

/** An address as it is kept, protected. */
export interface ProtectedAddress {
  lines: string;
  postcode: string | null;
}

const instead = 'a place kept private';

/**
 * W4: takes protected addresses out of everything in a letter, were somebody to have written one among the words. The
 * whole address, its first line where that has a number, and its postcode however it is spaced.
 */
export function keptPrivate(letter: Letter, addresses: readonly ProtectedAddress[]): Letter {
  const patterns = addresses.flatMap(patternsOf);
  return patterns.length
    ? within(letter, (text) => patterns.reduce((words, one) => words.replace(one, instead), text))
    : letter;
}

function patternsOf({ lines, postcode }: ProtectedAddress): RegExp[] {
  const [first = ''] = lines.split(/[\n,]/);
  const texts = [lines, ...(/\d/.test(first) ? [first] : [])];
  const patterns = texts.map((text) => text.trim()).filter((text) => text.length > 4);
  return [
    ...patterns.map((text) => loosely(text, '\\s+')),
    ...(postcode?.trim() ? [loosely(postcode, '\\s*')] : []),
  ];
}

/** The text whatever its white space and capitals. */
function loosely(text: string, space: string): RegExp {
  const parts = text
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join(space), 'giu');
}

function within<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((one) => within(one, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one, change)])) as Value;
}
