import type { Day } from '../../platform/clock.ts';
import { besideColumns, figureColumns, tableCsv } from '../site/figures-csv.ts';
import type { HowFigure, HowSpread } from './figures.ts';
import { groupInWords, type NamedSite, rowName } from './in-words.ts';
import { otherDefinitions } from './other-definitions.ts';
import type { HowItWent } from './value.ts';

type Cell = string | number | null;

export const head = [
  ...['site', 'section', 'measure', 'group', 'rule', 'what', 'of', 'within_days'],
  ...figureColumns,
  ...besideColumns,
  'value',
];

/** Every share with all that it carries, then quantities and lists; one row each. */
export function howItWentCsv(site: NamedSite, went: HowItWent): string {
  const shares = Object.entries(went.figures).flatMap(([section, figures]) =>
    figures.map((one) => shareRow(site, section, one)),
  );
  const spreads = [...went.contactsAWeek, ...went.longestGap].flatMap((one) =>
    spreadRows(site, one, went.asOf),
  );
  const long = went.howLong.map((one) =>
    other(site, 'staying', 'how-long', one.group, {
      ...{
        what: 'days until half had come to rest',
        denominator: one.conversations,
        notYetKnown: one.stillOpen,
      },
      ...{ value: one.median, asOf: went.asOf, tooFew: one.tooFew },
    }),
  );
  const lists = went.tallies.map((one) =>
    other(site, 'lists', one.measure, one.group, {
      ...{ what: one.what, numerator: one.people, value: one.times, asOf: went.asOf },
    }),
  );
  return tableCsv({ head, rows: [...shares, ...spreads, ...long, ...lists] });
}

export function shareRow(site: NamedSite, section: string, one: HowFigure): Cell[] {
  const share = one.tooFew ? null : rounded(one.numerator / one.denominator);
  const { low, high } = (!one.tooFew && one.interval) || { low: null, high: null };
  const { what, tooFew, denominator } = one.counterMeasure;
  const numerator = tooFew ? null : one.counterMeasure.numerator;
  return [
    ...[
      site.name,
      section,
      one.measure,
      groupInWords(one.group, site),
      one.rule,
      rowName(one),
      one.of,
      one.windowDays,
    ],
    ...[one.tooFew ? null : one.numerator, one.denominator, share, rounded(low), rounded(high)],
    ...[one.notYetKnown, one.died, one.moved, one.followUp.to, one.tooFew ? 'yes' : 'no', one.definition],
    ...[what, numerator, denominator, null],
  ];
}

export function spreadRows(site: NamedSite, spread: HowSpread, asOf: Day): Cell[][] {
  const { measure, group, people, tooFew, numbers } = spread;
  return Object.entries(numbers ?? { median: null }).map(([what, value]) =>
    other(site, 'quantities', measure, group, {
      what,
      denominator: people,
      value: rounded(value),
      asOf,
      tooFew,
    }),
  );
}

interface Other {
  what: string;
  asOf: Day;
  value: number | null;
  numerator?: number;
  denominator?: number;
  notYetKnown?: number;
  tooFew?: boolean;
}

function other(
  site: NamedSite,
  section: string,
  measure: string,
  group: HowFigure['group'],
  row: Other,
): Cell[] {
  const { what, asOf, value, numerator = null, denominator = null, notYetKnown = null, tooFew = false } = row;
  const definition = Object.entries(otherDefinitions).find(([name]) => name === measure)?.[1];
  return [
    ...[site.name, section, measure, groupInWords(group, site), definition?.rule ?? '', what, 'people', null],
    ...[numerator, denominator, null, null, null, notYetKnown, null, null, asOf, tooFew ? 'yes' : 'no'],
    ...[definition?.words ?? '', '', null, null, value],
  ];
}

const rounded = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Number(value.toFixed(4));
