import type { Bundle } from '../publishing/telling/bundle.ts';

/** One thing that is defined, and the places that define it in the very same words. */
export interface DefinedBeside {
  what: string;
  wordings: { words: string; places: string[]; isOurs: boolean }[];
}

/**
 * What each place means by each of its words, side by side. Definitions are the same when their words are, whatever
 * the spaces and capitals; ours stand first and the others in the order in which they came.
 * @example definitionsBeside([{ place: 'Marram', definitions: { people: 'Of everybody' } }], { people: 'of everybody' })[0]?.wordings.length // 1
 */
export function definitionsBeside(
  bundles: readonly Pick<Bundle, 'place' | 'definitions'>[],
  ours: Readonly<Record<string, string>>,
): DefinedBeside[] {
  const names = [
    ...new Set([...Object.keys(ours), ...bundles.flatMap((one) => Object.keys(one.definitions))]),
  ];
  return names.map((what) => {
    const wordings = new Map<string, { words: string; places: Set<string>; isOurs: boolean }>();
    const own = ours[what];
    if (own) wordings.set(plain(own), { words: own, places: new Set(), isOurs: true });
    for (const { place, definitions } of bundles) {
      const words = definitions[what];
      if (!words) continue;
      const known = wordings.get(plain(words)) ?? { words, places: new Set(), isOurs: false };
      known.places.add(place);
      wordings.set(plain(words), known);
    }
    return {
      what,
      wordings: [...wordings.values()].map((one) => ({ ...one, places: [...one.places].sort() })),
    };
  });
}

/** Definitions are the same when their words are, whatever the spaces and capitals. */
export const plain = (text: string | undefined): string =>
  (text ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
