import { overTimeTable } from '../charts/over-time-chart.tsx';
import { tableCsv } from '../site/figures-csv.ts';
import { type Drift, driftCharts } from './drift.ts';
import { head, shareRow, spreadRows } from './how-it-went-csv.ts';
import type { NamedSite } from './in-words.ts';

type Cell = string | number | null;

/** The shares with all that they carry, then every month that is drawn. */
export function driftCsv(site: NamedSite, drift: Drift): string {
  const months = drift.charts.flatMap(({ measure, phases }) => {
    const unit = driftCharts.find((one) => one.measure === measure)?.unit ?? '';
    return overTimeTable(phases, unit).rows.map(
      ([month = '', value = '', middle = '', usual = '']): Cell[] => [
        ...[
          site.name,
          'month by month',
          measure,
          `${site.name}’s team`,
          '4.17',
          `${month}, ${unit}`,
          '',
          null,
          null,
          null,
          null,
          null,
          null,
        ],
        ...[
          null,
          null,
          null,
          drift.asOf,
          'no',
          `middle ${middle}; usual range ${usual}`,
          '',
          null,
          null,
          Number(value),
        ],
      ],
    );
  });
  return tableCsv({
    head,
    rows: [
      ...drift.figures.map((one) => shareRow(site, 'drift', one)),
      ...drift.days1To2.flatMap((one) => spreadRows(site, one, drift.asOf)),
      ...months,
    ],
  });
}
