import type { Day } from '../../platform/clock.ts';
import type { Figure } from '../figure.ts';
import { definitions } from '../site/definitions.ts';
import { besideColumns, figureColumns } from '../site/figures-csv.ts';
import type { Among } from './among.ts';
import { byInWords } from './kinds.ts';

type Cell = string | number | null;
type Side = 'here' | 'elsewhere';

const head = [
  ...['site', 'by', 'who', 'answered', 'measure', 'within_days'],
  ...figureColumns,
  ...besideColumns,
  'days',
];

/** What the page shows, one figure a row, each with everything a figure must carry (E8). What is not told there is not told here. */
export function amongTable(among: Among, of: { site: string; elsewhere: string | null; asOf: Day }) {
  const sides: [Side, string][] = [['here', of.site]];
  if (of.elsewhere) sides.push(['elsewhere', of.elsewhere]);
  const begins = (line: string, answered: string): Cell[] => [
    of.site,
    byInWords[among.by].name,
    line,
    answered,
  ];
  const people = among.people.flatMap((line) =>
    sides.map(([side, name]) => [...begins(line.line, name), 'people who came', ...blank(1), line[side]]),
  );
  const figures = among.tables.flatMap(({ title, windowDays, rows }) =>
    rows.flatMap((row) =>
      sides.map(([side, name]) => [
        ...begins(row.line, name),
        title,
        windowDays,
        ...figureCells(row[side], of.asOf),
      ]),
    ),
  );
  const waits = among.waits.flatMap((row) =>
    sides.flatMap(([side, name]) =>
      (['median', 'ninetieth'] as const).map((which) => [
        ...begins(row.line, name),
        which === 'median' ? 'days to conversation, half within' : 'days to conversation, nine in ten within',
        ...[null, null, row[side]?.spokenWith ?? null, ...blank(3)],
        ...[row[side]?.notYetSpokenWith ?? null, ...blank(2), of.asOf, row[side] ? 'no' : 'yes'],
        ...[definitions.wait, ...blank(3), row[side]?.[which] ?? null],
      ]),
    ),
  );
  const rows: Cell[][] = [...people, ...figures, ...waits].map((row) => [
    ...row,
    ...blank(head.length - row.length),
  ]);
  return { head, rows };
}

function figureCells(one: Figure | null, asOf: Day): Cell[] {
  if (!one) return [...blank(8), asOf, 'yes', ...blank(4)];
  const { numerator, denominator, interval, notYetKnown, died, moved, definition, counterMeasure } = one;
  const share = denominator === 0 ? null : rounded(numerator / denominator);
  return [
    ...[numerator, denominator, share, rounded(interval?.low), rounded(interval?.high)],
    ...[notYetKnown, died, moved, one.followUp.to, 'no', definition, counterMeasure.what],
    ...(counterMeasure.tooFew ? blank(2) : [counterMeasure.numerator, counterMeasure.denominator]),
  ];
}

const blank = (cells: number): null[] => Array.from({ length: cells }, () => null);

const rounded = (share: number | undefined): number | null =>
  share === undefined ? null : Number(share.toFixed(4));
