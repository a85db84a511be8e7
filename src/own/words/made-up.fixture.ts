import { english, type Words } from './english.ts';

/** How days are said is of the language too; they are given as days, not as words to set in a sentence. */
const { dates, ...rest } = english;

/** These say in this language what they are given in English: the standard's headings, and what it asks. */
const otherwise = new Set(['headingOf', 'asks']);

/** A made-up language: everything these pages say stands in brackets, so what does not come from a catalogue shows. */
export const madeUp: Words = {
  ...(bracketed({ ...rest }) as Words),
  dates: bracketed(dates, asItIs) as Words['dates'],
  frame: { ...(bracketed(english.frame) as Words['frame']), lang: 'art-x-brackets' },
};

/** Words given to a sentence stand outside its brackets: they are somebody's own, or have brackets of their own. */
function bracketed(said: unknown, given: (one: unknown) => unknown = outsideIt): unknown {
  if (typeof said === 'string') return said && `⟦${said}⟧`;
  if (typeof said === 'function') return (...all: unknown[]) => `⟦${said(...all.map(given))}⟧`;
  if (Array.isArray(said)) return said.map((one) => bracketed(one, given));
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(
    Object.entries(said).map(([name, one]) => [name, bracketed(one, otherwise.has(name) ? asItIs : given)]),
  );
}

function asItIs(one: unknown): unknown {
  return one;
}

function outsideIt(one: unknown): unknown {
  return typeof one === 'string' && one ? `⟧${one}⟦` : one;
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
