import { readAsking, type Thing } from '../finder/asking.ts';
import { type AccessNeed, accessNeeds } from '../finder/wishes.ts';

/** Something to look for on a person's behalf, and the words it came from. */
export interface Interest {
  thing: Thing;
  from: 'what matters' | 'a gift';
  /** The person's own words it was found in. */
  quote: string;
}

/** As many as make a short page of ideas. */
const mostInterests = 12;

/** Said of what somebody does not want; a judgement, of how people say it. */
const unwanted =
  /\b(?:don[’']?t (?:like|want|enjoy|fancy)|do not (?:like|want)|hates?|can[’']?t (?:stand|bear|abide)|never (?:liked|again|wants?)|not for (?:me|him|her|them)|fed up (?:of|with)|no more|doesn[’']?t (?:like|want|enjoy)|rather not|anything but|not (?:a|an|one for|keen on|interested in))\b/i;

/**
 * What to look for, read out of what matters to a person and of their gifts, so that every idea can say why it is
 * shown. Gifts first: being useful opens more doors than being helped. What they say they do not want is left out,
 * wherever else it is spoken of.
 */
export function interestsOf(whatMatters: string | null, gifts: readonly string[]): Interest[] {
  const said = partsOf(whatMatters ?? '');
  const refused = new Set(
    said.filter(isUnwanted).flatMap((part) => thingsIn(part.words).map(({ said }) => said)),
  );
  const found = [
    ...gifts.flatMap((quote) => thingsIn(quote).map((thing) => ({ thing, from: 'a gift' as const, quote }))),
    ...said
      .filter((part) => !isUnwanted(part))
      .flatMap(({ words, quote }) =>
        thingsIn(words).map((thing) => ({ thing, from: 'what matters' as const, quote })),
      ),
  ];
  const once = new Map<string, Interest>();
  for (const interest of found.filter(({ thing }) => !isRefused(thing, refused))) {
    const kin = [interest.thing.said, ...interest.thing.same].sort().join('|');
    if (!once.has(kin)) once.set(kin, interest);
  }
  return [...once.values()].slice(0, mostInterests);
}

/** Only what our lists know: a word alone may be anything. */
const thingsIn = (text: string): Thing[] => readAsking(text).things.filter(({ same }) => same.length > 0);

const isUnwanted = ({ words }: { words: string }): boolean => unwanted.test(words);
const isRefused = ({ said, same }: Thing, refused: ReadonlySet<string>): boolean =>
  refused.has(said) || same.some((word) => refused.has(word));

/** Sentence by sentence for the quote, and within each its clauses, for one may take back another. */
function partsOf(text: string): { words: string; quote: string }[] {
  const sentences = text.split(/(?<=[.!?;])\s+/).filter((part) => part.trim() !== '');
  return sentences.flatMap((quote) =>
    quote.split(/,?\s+but\s+|;\s*|\s+–\s+/).map((words) => ({ words, quote })),
  );
}

/** @example whyShown({ from: 'a gift', quote: 'mends anything', … }) // 'because of a gift: “mends anything”' */
export function whyShown({ from, quote }: Interest): string {
  const short = quote.length > 120 ? `${quote.slice(0, 119)}…` : quote;
  return `because of ${from}: “${short}”`;
}

/** What to look out for so that a person can be there and take part. */
export interface Reach {
  access: readonly AccessNeed[];
  /** Other languages than English. */
  languages: readonly string[];
  age: number | null;
}

/** How people write a need down; a judgement, easily added to. */
const needsInWords: Record<AccessNeed, RegExp> = {
  'step-free':
    /wheelchair|walking frame|rollator|zimmer|(?:no|cannot|can[’']?t) .{0,20}(?:steps|stairs)|level access/i,
  toilet: /(?:near|needs?|close to|accessible) .{0,12}(?:toilet|loo)|changing place/i,
  hearing: /hearing (?:aid|loop|loss)|hard of hearing|deaf/i,
  signing: /\bBSL\b|sign language|\bsigns\b/i,
  sight: /\bblind\b|sight loss|partially sighted|large print|braille|guide dog/i,
  quiet: /\bquiet\b|noise|noisy|crowds?\b|sensory/i,
  parking: /blue badge|parking/i,
};

/**
 * What a person's languages and the needs written down about them ask of a place.
 * @example reachOf(['Polish', 'English'], ['Uses a wheelchair outside'], 71)
 * // { access: ['step-free'], languages: ['Polish'], age: 71 }
 */
export function reachOf(languages: readonly string[], needs: readonly string[], age: number | null): Reach {
  const written = needs.join('. ');
  const access = (Object.keys(needsInWords) as AccessNeed[]).filter((need) =>
    needsInWords[need].test(written),
  );
  return { access, languages: languages.filter((language) => !/^english$/i.test(language.trim())), age };
}

/** @example whyReached('hearing') // 'it says: a hearing loop' */
export function whyReached(met: string): string {
  const need = accessNeeds[met as AccessNeed];
  return need ? `it says: ${need.label.toLowerCase()}` : `they speak ${met}`;
}
