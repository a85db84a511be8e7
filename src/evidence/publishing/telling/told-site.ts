import type { Day } from '../../../platform/clock.ts';
import { CONVERSION_WINDOWS } from '../../conversion.ts';
import { counterMeasure, type Figure, figure } from '../../figure.ts';
import { RETURN_WINDOWS } from '../../returns.ts';
import { definitions } from '../../site/definitions.ts';
import { finding } from '../../site/finding.ts';
import { TOO_FEW_BELOW } from '../../statistics/too-few.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { LineValues } from '../apart/breakdowns.ts';
import { type ToldGroup, toldGroups } from '../cells.ts';
import { type Bundle, FORMAT, type ToldFigure } from './bundle.ts';
import { toldApart } from './told-apart.ts';
import { type Centiles, type ToldCounts, toldFigures, toldReached, toldWait } from './told-figures.ts';

export const CODE_VERSION = '0.1.0';

/** What a publication keeps beside its counts. */
export interface ToldBeside {
  site: Bundle['site'];
  groups: ToldGroup[];
  /** Whose people `elsewhere` are, so that the next telling knows whether it counts the same; nobody is told it. */
  comparedTeamId?: string | null;
  centiles: Centiles[];
  isMadeUp: boolean;
  definitions: Record<string, string>;
  /** Which lines are told by age and by district; missing where that was not asked for. */
  apart?: LineValues;
}

export const howCountsAreTold =
  'Counts of 7 or fewer are hidden (null), none among them unless the dates say so already; the rest are told to the nearest 5, and a few more are hidden so that those cannot be worked out. A count that has moved by fewer than 8 since it was last told is told as before. Percentages and intervals are worked out from the counts as told.';

/** The bundle of one publication: what the page, the CSV file and the download are all made of. */
export function toldSite(
  place: string,
  publication: { asAt: Day; toldOn: Day | null; codeVersion: string },
  beside: ToldBeside,
  counts: ToldCounts,
): Bundle {
  const groups = toldGroups.filter((group) => beside.groups.includes(group));
  const figures = groups.flatMap((group) => [
    ...toldFigures(counts, 'people', group, CONVERSION_WINDOWS),
    ...toldFigures(counts, 'episodes', group, CONVERSION_WINDOWS),
    ...toldFigures(counts, 'returns', group, RETURN_WINDOWS),
  ]);
  const { site, isMadeUp } = beside;
  return {
    format: FORMAT,
    formatVersion: 1,
    place,
    site,
    asAt: publication.asAt,
    toldOn: publication.toldOn,
    isMadeUp,
    codeVersion: publication.codeVersion,
    licence: {
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    attribution: `Contains public sector information from ${place}, licensed under the Open Government Licence v3.0.`,
    finding: toldFinding(site, groups.includes('elsewhere'), figures, publication.asAt),
    howCountsAreTold,
    definitions: beside.definitions,
    figures,
    waits: beside.centiles.map((centiles) => toldWait(counts, centiles)),
    reached: groups.map((group) => toldReached(counts, group)),
    ...(beside.apart ? toldApart(counts, groups, beside.apart) : {}),
  };
}

/** The page's one sentence, from the counts as told. */
function toldFinding(
  { name, setBeside }: Bundle['site'],
  isSetBeside: boolean,
  figures: readonly ToldFigure[],
  asAt: Day,
): string {
  const those = setBeside ? `${setBeside} answered` : 'answered elsewhere';
  const people = (group: ToldGroup): Figure[] =>
    figures
      .filter((one) => one.measure === 'people' && one.group === group)
      .map((one) => asFigure(one, asAt));
  return finding(
    name,
    people('site'),
    people('elsewhere'),
    people('tap-off'),
    TOO_FEW_BELOW,
    isSetBeside ? those : null,
  );
}

/** A told figure as those who compare figures know them: one with a hidden count is too few to compare. */
export function asFigure(told: ToldFigure, asAt: Day): Figure {
  const isTold = told.numerator !== null && Boolean(told.denominator);
  const numerator = isTold ? (told.numerator ?? 0) : 0;
  const denominator = isTold ? (told.denominator ?? 0) : 0;
  const counted = {
    windowDays: told.windowDays,
    followUpTo: asAt,
    startsTo: asAt,
    numerator,
    denominator,
    notYetKnown: told.notYetKnown ?? 0,
    died: told.died ?? 0,
    moved: told.moved ?? 0,
    interval: wilson(numerator, denominator),
  };
  return figure({
    what: 'began ongoing support',
    definition: definitions.people,
    of: told.measure === 'episodes' ? 'contact episodes' : 'people',
    counted,
    counterMeasure: counterMeasure('came back', { ...counted, numerator: 0, denominator: 0, interval: null }),
  });
}

/** Whether how many came back is told for the site, so that something stands beside its figures (E8). */
export const isCounterMeasureTold = ({ figures }: Bundle): boolean =>
  figures.some((one) => one.measure === 'returns' && one.group === 'site' && one.percentage !== null);

/** How many counts are told, and how many are hidden. */
export function hiddenIn(counts: ToldCounts): { told: number; hidden: number } {
  const hidden = [...counts.values()].filter((told) => told === null).length;
  return { told: counts.size - hidden, hidden };
}
