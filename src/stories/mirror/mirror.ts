import { findWords, type Hit, type WordToSpare, wordsToSpare } from '../../conversations/writing/words.ts';
import { deficitWords } from './deficit-words.ts';

/** A phrase the mirror holds up: as it stands, why, and what people often say. Never what to write. */
export type Reflection = Pick<Hit, 'word' | 'why' | 'say'>;

const quoted = /“[^”]*”|"[^"]*"|‘[^’]*’(?![\p{L}])/gu;

/**
 * S-10: what a retelling says of somebody by what is missing. It shows and asks; it rewrites nothing, stops nothing,
 * and looks at nobody's own words, nor at what the retelling quotes. Each phrase once.
 * @example reflect('She suffers from dementia').map((one) => one.word) // ['suffers from']
 */
export function reflect(
  retelling: string,
  list: readonly WordToSpare[] = [...wordsToSpare, ...deficitWords],
): Reflection[] {
  const without = retelling.replace(quoted, (quote) => ' '.repeat(quote.length));
  const once = new Map<string, Reflection>();
  for (const { word, why, say } of findWords(without, { list }))
    if (!once.has(word.toLowerCase())) once.set(word.toLowerCase(), { word, why, say });
  return [...once.values()];
}

/**
 * The list as a council keeps it: `deficitWords: { more: [{ not: ['…'], say, why }], spared: ['…'] }` in its settings. What
 * cannot be read there is left aside, never the whole list.
 */
export function mirrorList(settings: Record<string, unknown>): WordToSpare[] {
  const own = (settings.deficitWords ?? {}) as { more?: unknown; spared?: unknown };
  const spared = new Set(strings(own.spared).map((word) => word.toLowerCase()));
  const more = (Array.isArray(own.more) ? own.more : []).flatMap(readWord);
  return [...wordsToSpare, ...deficitWords, ...more]
    .map((entry) => ({ ...entry, not: entry.not.filter((word) => !spared.has(word.toLowerCase())) }))
    .filter(({ not }) => not.length > 0);
}

function readWord(entry: unknown): WordToSpare[] {
  const { not, say, why } = (entry ?? {}) as Record<string, unknown>;
  const words = strings(not).filter((word) => word.trim() !== '');
  return words.length > 0 && typeof say === 'string' && typeof why === 'string'
    ? [{ not: words, say, why }]
    : [];
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
