import { stringify } from 'csv-stringify/sync';
import type { Day } from '../../platform/clock.ts';
import type { Figure } from '../figure.ts';
import { answeredThere, isSetBeside } from './compared.ts';
import type { Evidence, GroupEvidence } from './evidence.ts';
import type { Site } from './site.store.ts';

type Cell = string | number | null;

/** What stands in every file of figures, one figure a row (E8); each file says before these whose figure it is. */
export const figureColumns = [
  'numerator',
  'denominator',
  'share',
  'low',
  'high',
  'not_yet_known',
  'died',
  'moved_away',
  'followed_to',
  'too_few_to_compare',
  'definition',
] as const;

/** What stands against a figure, after it. */
export const besideColumns = ['beside_it', 'beside_numerator', 'beside_denominator'] as const;

const head = [
  'site',
  'group',
  'measure',
  'within_days',
  ...figureColumns,
  ...besideColumns,
  'comparison_named',
];

/** Every share on the page with everything it must carry (E8), one row each, and the waits after them. */
export function figuresCsv(
  site: Pick<Site, 'name' | 'compared' | 'comparisonMark'>,
  evidence: Evidence,
): string {
  const siteName = site.name;
  const elsewhere = `People ${answeredThere(site)}`;
  const named = site.comparisonMark ?? 'before the start';
  const groups: [string, GroupEvidence][] = [
    [siteName, evidence.site],
    ...(isSetBeside(site) ? [[elsewhere, evidence.elsewhere] satisfies [string, GroupEvidence]] : []),
    [`${siteName}, while the tap was off`, evidence.tapOff],
    [`${siteName}, the two years before`, evidence.before],
  ];
  const rows = groups.flatMap(([name, group]) => [
    ...group.people.map((one) => figureRow(siteName, name, 'began ongoing support: people', one)),
    ...group.episodes.map((one) => figureRow(siteName, name, 'began ongoing support: contact episodes', one)),
    ...group.returns.map((one) => figureRow(siteName, name, 'came back after everything had rested', one)),
    ...waitRows(siteName, name, group, evidence.asOf),
  ]);
  return tableCsv({ head, rows: rows.map((row) => [...row, row[1] === elsewhere ? named : '']) });
}

function figureRow(site: string, group: string, measure: string, one: Figure): Cell[] {
  const share = one.tooFew || one.denominator === 0 ? null : one.numerator / one.denominator;
  const { low, high } = (!one.tooFew && one.interval) || { low: null, high: null };
  const beside = one.counterMeasure;
  return [
    site,
    group,
    measure,
    one.windowDays,
    one.numerator,
    one.denominator,
    rounded(share),
    rounded(low),
    rounded(high),
    one.notYetKnown,
    one.died,
    one.moved,
    one.followUp.to,
    one.tooFew ? 'yes' : 'no',
    one.definition,
    beside.what,
    beside.numerator,
    beside.denominator,
  ];
}

function waitRows(site: string, group: string, { waits }: GroupEvidence, asOf: Day): Cell[][] {
  const row = (measure: string, value: number | null): Cell[] => [
    site,
    group,
    measure,
    null,
    value,
    null,
    null,
    null,
    null,
    waits.notYetSpokenWith,
    null,
    null,
    asOf,
    'no',
    '',
    '',
    null,
    null,
  ];
  return [
    row('days to conversation, half within', waits.median),
    row('days to conversation, nine in ten within', waits.ninetieth),
    row('days to conversation, longest', waits.longest),
    row('days still waiting, longest', waits.longestStillWaiting),
  ];
}

const rounded = (share: number | null): number | null => (share === null ? null : Number(share.toFixed(4)));

/**
 * A table as a file that no spreadsheet will run: words that begin like a formula get an apostrophe first (OWASP, CSV
 * injection), and everything with a comma, quote or new line is quoted (RFC 4180).
 * @example tableCsv({ head: ['share'], rows: [[-0.5], ['=1+1']] }) // "share\r\n-0.5\r\n'=1+1\r\n"
 */
export function tableCsv({
  head,
  rows,
}: {
  head: readonly Cell[];
  rows: readonly (readonly Cell[])[];
}): string {
  return stringify([[...head], ...rows.map((row) => [...row])], {
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}
