import { english, type Words } from './english.ts';

/** A made-up language: everything these pages say stands in brackets, so what does not come from a catalogue shows. */
export const madeUp: Words = {
  ...(bracketed(english) as Words),
  frame: { ...(bracketed(english.frame) as Words['frame']), lang: 'art-x-brackets' },
};

function bracketed(said: unknown): unknown {
  if (typeof said === 'string') return `⟦${said}⟧`;
  if (typeof said === 'function') return (...given: unknown[]) => `⟦${said(...given)}⟧`;
  if (Array.isArray(said)) return said.map(bracketed);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, one]) => [name, bracketed(one)]));
}

/** The pieces that stand outside every bracket. @example outside('Rowan: ⟦We ⟦rang⟧ you.⟧ ok') // ['Rowan:', 'ok'] */
export function outside(text: string): string[] {
  let depth = 0;
  const signs = [...text].map((sign) => {
    if (sign === '⟦') depth += 1;
    const kept = depth === 0 ? sign : '\n';
    if (sign === '⟧') depth -= 1;
    return kept;
  });
  return signs
    .join('')
    .split('\n')
    .map((piece) => piece.trim())
    .filter(Boolean);
}
