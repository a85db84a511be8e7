import { tableCsv } from '../site/figures-csv.ts';
import { type Drift, type DriftChart, driftCharts } from './drift.ts';
import { head, shareRow, spreadRows } from './how-it-went-csv.ts';
import { groupInWords, type NamedSite } from './in-words.ts';

type Cell = string | number | null;

/** The shares with all that they carry, then every month that is drawn, with its middle and its usual range. */
export function driftCsv(site: NamedSite, drift: Drift): string {
  return tableCsv({
    head,
    rows: [
      ...drift.figures.map((one) => shareRow(site, 'drift', one)),
      ...drift.days1To2.flatMap((one) => spreadRows(site, one, drift.asOf)),
      ...drift.charts.flatMap((chart) => monthRows(site, chart, drift.asOf)),
    ],
  });
}

function monthRows(site: NamedSite, { measure, phases }: DriftChart, asOf: string): Cell[][] {
  const drawn = driftCharts.find((one) => one.measure === measure);
  const team = `${groupInWords('site', site)}’s team`;
  return phases.flatMap(({ points, middle, limits }) =>
    points.map(({ on, value }) => [
      ...[site.name, 'month by month', measure, team, '4.17', `month from ${on}`, drawn?.unit ?? '', null],
      ...[null, null, rounded(middle), rounded(limits?.low), rounded(limits?.high), null, null, null],
      ...[
        asOf,
        'no',
        `${drawn?.statistic ?? ''} Share, low and high are the middle of the months and their usual range.`,
        '',
        null,
        null,
        value,
      ],
    ]),
  );
}

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toFixed(2));
