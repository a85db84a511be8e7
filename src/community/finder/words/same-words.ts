import { families } from './word-families.ts';

/** Other words for what somebody looks for. */
export interface OtherWords {
  /** Mean as good as the same. */
  same: string[];
  /** Only near to it: singing when somebody says music. */
  near: string[];
}

const parts = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const known = new Map<string, { same: Set<string>; near: Set<string> }>();
for (const family of families) {
  const [same = '', near = ''] = family.split('~');
  for (const word of parts(same)) {
    const others = known.get(word) ?? { same: new Set(), near: new Set() };
    for (const other of parts(same)) others.same.add(other);
    for (const other of parts(near)) others.near.add(other);
    known.set(word, others);
  }
}

const byStem = new Map([...known.keys()].toReversed().map((word) => [stemOf(word), word]));

/** Every word and phrase that has others for the same thing. */
export const wordsWithKin: readonly string[] = [...known.keys()];

/** Every word of our own lists, each by itself: what may be written down of a search without telling whose it was. */
export const ourWords: ReadonlySet<string> = new Set(
  families.flatMap((family) => family.split(/[^a-z0-9]+/)).filter(Boolean),
);

/**
 * The other words people use for the same thing, without the word itself.
 * @example otherWords('sing').same // ['singing', 'choir', …]
 */
export function otherWords(word: string): OtherWords {
  const others = known.get(word) ?? known.get(byStem.get(stemOf(word)) ?? '');
  if (!others) return { same: [], near: [] };
  const same = [...others.same].filter((other) => other !== word);
  return { same, near: [...others.near].filter((other) => other !== word && !others.same.has(other)) };
}

/** True when the word, in some form, is on one of our lists. */
export const hasKin = (word: string): boolean => known.has(word) || byStem.has(stemOf(word));

/** 'walks', 'walker' and 'walking' alike; nearer to how people inflect than to how dictionaries do. */
function stemOf(word: string): string {
  if (word.includes(' ')) return word;
  const bare = word.replace(/(?:ings?|ers?|ed|ies|es|s|y|e)$/, '');
  if (bare.length < 3) return word;
  return bare.replace(/([bdgklmnprt])\1$/, '$1');
}
