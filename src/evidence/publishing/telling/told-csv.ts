import { tableCsv } from '../../site/figures-csv.ts';
import type { Bundle } from './bundle.ts';

const head = [
  'place',
  'site',
  'as_at',
  'measure',
  'group',
  'within_days',
  'numerator',
  'denominator',
  'percentage',
  'low',
  'high',
  'not_yet_known',
  'died',
  'moved_away',
  'too_few_to_compare',
  'definition',
  'comparison_named',
];

/** Which of the figures a file holds: those one chart draws, or without one all of them. */
export const fileParts = ['people', 'episodes', 'returns', 'waits', 'reached'] as const;
export type FilePart = (typeof fileParts)[number];

/** The figures of a bundle as a file for a spreadsheet: an empty cell is hidden. Made of what is told and nothing else. */
export function toldCsv(bundle: Bundle, part?: FilePart): string {
  const { place, site, asAt, definitions } = bundle;
  const isIn = (measure: string): boolean => !part || measure === part || measure.startsWith(`${part}: `);
  const mark = site.comparisonMark ?? 'before the start';
  const definitionOf = { people: 'people', episodes: 'episodes', returns: 'cameBack' };
  const shares = bundle.figures.map((one) => [
    ...[place, site.name, asAt, one.measure, one.group, one.windowDays, one.numerator, one.denominator],
    ...[one.percentage, one.low, one.high, one.notYetKnown, one.died, one.moved],
    one.percentage === null ? 'yes' : 'no',
    definitions[definitionOf[one.measure]] ?? '',
  ]);
  const lines = (bundle.breakdowns ?? []).map((one) => [
    ...[
      place,
      site.name,
      asAt,
      `people: by ${one.by}: ${one.line}`,
      one.group,
      one.windowDays,
      one.numerator,
    ],
    ...[one.denominator, one.percentage, one.low, one.high, null, null, null],
    one.percentage === null ? 'yes' : 'no',
    definitions.people ?? '',
  ]);
  const others = [
    ...bundle.waits.flatMap(({ group, ...counts }) => rowsOf('waits', group, counts)),
    ...bundle.reached.flatMap(({ group, ...counts }) => rowsOf('reached', group, counts)),
  ].map(([measure, group, count]) => [
    ...[place, site.name, asAt, measure, group, null, count, null, null, null, null, null, null, null],
    count === null ? 'yes' : 'no',
    '',
  ]);
  const rows = [...shares, ...lines, ...others].filter(([, , , measure]) => isIn(String(measure)));
  return tableCsv({ head, rows: rows.map((row) => [...row, row[4] === 'elsewhere' ? mark : '']) });
}

const rowsOf = (
  measure: string,
  group: string,
  counts: Record<string, number | null>,
): [string, string, number | null][] =>
  Object.entries(counts).map(([name, count]) => [`${measure}: ${name}`, group, count]);
