import { readAsking } from '../finder/asking.ts';

/** Something to look for on a person's behalf, and the words it came from. */
export interface Interest {
  /** The word for it and its others. */
  words: string[];
  from: 'what matters' | 'a gift';
  /** The person's own words it was found in. */
  quote: string;
}

/** As many as make a short page of ideas. */
const mostInterests = 12;

/**
 * What to look for, read out of what matters to a person and of their gifts, so that every idea can say why it is
 * shown. Gifts first: being useful opens more doors than being helped.
 */
export function interestsOf(whatMatters: string | null, gifts: readonly string[]): Interest[] {
  const found = [
    ...gifts.flatMap((quote) =>
      readAsking(quote).things.map((words) => ({ words, from: 'a gift' as const, quote })),
    ),
    ...sentencesOf(whatMatters ?? '').flatMap((quote) =>
      readAsking(quote).things.map((words) => ({ words, from: 'what matters' as const, quote })),
    ),
  ];
  const known = found.filter(({ words }) => words.length > 1);
  const once = new Map(
    known.toReversed().map((interest) => [[...interest.words].sort().join('|'), interest]),
  );
  return [...once.values()].toReversed().slice(0, mostInterests);
}

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?;])\s+/).filter((part) => part.trim() !== '');

/** @example whyShown({ from: 'a gift', quote: 'mends anything', … }) // 'because of a gift: “mends anything”' */
export function whyShown({ from, quote }: Interest): string {
  const short = quote.length > 120 ? `${quote.slice(0, 119)}…` : quote;
  return `because of ${from}: “${short}”`;
}
