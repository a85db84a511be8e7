import type { Letter } from './letter.ts';

/** An address as it is kept, protected. */
export interface ProtectedAddress {
  lines: string;
  postcode: string | null;
}

const instead = 'a place kept private';

/**
 * W4: takes protected addresses out of everything in a letter, were somebody to have written one among the words. The
 * whole address whatever is between its lines, its first line (a house may have a name for a number), any other line
 * with a number, and its postcode however it is spaced. A town by itself stays.
 */
export function keptPrivate(letter: Letter, addresses: readonly ProtectedAddress[]): Letter {
  const patterns = addresses.flatMap(patternsOf);
  return patterns.length
    ? within(letter, (text) => patterns.reduce((words, one) => words.replace(one, instead), text))
    : letter;
}

function patternsOf({ lines, postcode }: ProtectedAddress): RegExp[] {
  const each = lines.split(/[\n,]/).map((line) => line.trim());
  const alone = each.filter((line, at) => /\d/.test(line) || (at === 0 && each.length > 1));
  const patterns = [lines.trim(), ...alone].filter((text) => text.length > 4);
  return [
    ...patterns.map((text) => loosely(text, '[\\s,]+')),
    ...(postcode?.trim() ? [loosely(postcode.replaceAll(/\s/g, '').replace(/(?=...$)/, ' '), '\\s*')] : []),
  ];
}

/** The text by itself, whatever is between its words, its capitals and its apostrophes. */
function loosely(text: string, between: string): RegExp {
  const parts = text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]?"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(between)}(?![\\p{L}\\p{N}])`, 'giu');
}

function within<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((one) => within(one, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one, change)])) as Value;
}
