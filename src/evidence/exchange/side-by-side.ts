import type { Day } from '../../platform/clock.ts';
import type { Bundle, ToldFigure } from '../publishing/telling/bundle.ts';
import { shareAsTold } from '../publishing/telling/told-words.ts';
import { plain } from './definitions-beside.ts';

/** One place's share beside the others'. */
export interface PlaceRow {
  place: string;
  site: string;
  asAt: Day;
  share: string;
}

/** One measure at one window, over the places that count it in the same way. */
export interface SideBySide {
  measure: ToldFigure['measure'];
  windowDays: number;
  rows: PlaceRow[];
  /** Places that tell this too and count it otherwise, so they cannot stand beside the others, with what they say of it. */
  otherwise: { place: string; definition: string }[];
}

const definitionOf = { people: 'people', episodes: 'episodes', returns: 'cameBack' } as const;

/**
 * The places' sites beside one another, in alphabetical order and never ranked, only where both the window and the words
 * of the definition are the same as `ours`. A place that counts otherwise is named with its own definition.
 */
export function sideBySide(bundles: readonly Bundle[], ours: Readonly<Record<string, string>>): SideBySide[] {
  const places = [...bundles].sort(
    (one, other) =>
      one.place.localeCompare(other.place, 'en-GB') || one.site.name.localeCompare(other.site.name, 'en-GB'),
  );
  const asked = new Map<string, Pick<ToldFigure, 'measure' | 'windowDays'>>();
  for (const { figures } of places)
    for (const { measure, windowDays, group } of figures)
      if (group === 'site') asked.set(`${measure} ${windowDays}`, { measure, windowDays });
  return [...asked.values()]
    .sort((one, other) => order(one) - order(other))
    .map(({ measure, windowDays }) => {
      const telling = places.filter((one) => figureOf(one, measure, windowDays));
      const isSame = ({ definitions }: Bundle): boolean =>
        plain(definitions[definitionOf[measure]]) === plain(ours[definitionOf[measure]]);
      return {
        measure,
        windowDays,
        rows: telling.filter(isSame).flatMap((one) => {
          const figure = figureOf(one, measure, windowDays);
          return figure
            ? [{ place: one.place, site: one.site.name, asAt: one.asAt, share: shareAsTold(figure) }]
            : [];
        }),
        otherwise: telling
          .filter((one) => !isSame(one))
          .map(({ place, definitions }) => ({
            place,
            definition: definitions[definitionOf[measure]] ?? 'It does not say how it counts this.',
          })),
      };
    });
}

const figureOf = (
  { figures }: Bundle,
  measure: ToldFigure['measure'],
  windowDays: number,
): ToldFigure | undefined =>
  figures.find((one) => one.measure === measure && one.windowDays === windowDays && one.group === 'site');

const order = ({ measure, windowDays }: Pick<ToldFigure, 'measure' | 'windowDays'>): number =>
  ['people', 'returns', 'episodes'].indexOf(measure) * 10_000 + windowDays;
