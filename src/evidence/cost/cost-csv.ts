import { tableCsv } from '../site/figures-csv.ts';
import type { CostValue } from './cost.pages.tsx';
import type { WrittenHours } from './hours/hours.ts';
import { hourKindInWords } from './hours/kinds.ts';
import { cohortInWords, kindInWords } from './in-words.ts';
import type { AvoidedRow } from './money/avoided-rows.ts';

type Row = (string | number | null)[];

const head = [
  'part',
  'of',
  'what',
  'from',
  'people_or_times',
  'out_of',
  'estimate',
  'low',
  'high',
  'unit',
  'not_yet_known',
];
const row = (
  part: string,
  of: string,
  what: string,
  more: Partial<Record<(typeof head)[number], string | number | null>>,
): Row => head.map((name) => ({ part, of, what, ...more })[name as 'part'] ?? null);

/** Everything on the page as a file; what may not be told is empty here too, and there is a net figure only when the page has one. */
export function costCsv(value: CostValue): string {
  const { site } = value.looked;
  const { starts, increases, hours, weeks, net } = value;
  return tableCsv({
    head,
    rows: [
      ...value.cash.flatMap(({ cohort, kind, people, inYearPence, fullYearPence }) => [
        row('paid, in its financial year', cohortInWords[cohort], kindInWords[kind], {
          people_or_times: people,
          estimate: inYearPence,
          unit: 'pence',
        }),
        row('paid, for a whole year', cohortInWords[cohort], kindInWords[kind], {
          people_or_times: people,
          estimate: fullYearPence,
          unit: 'pence',
        }),
      ]),
      ...besideRows(value),
      ...starts.flatMap((one) => avoidedRows(`began ongoing support within ${one.windowDays} days`, one)),
      ...avoidedRows('support went up since the first day', increases),
      ...writtenRows(site.name, hours.here),
      ...writtenRows('the comparison', hours.there),
      ...weeks.flatMap(({ weekOn, kinds }) =>
        kinds.map(({ kind, minutes }) =>
          row('calendar hours', site.name, hourKindInWords[kind], {
            from: weekOn,
            estimate: minutes,
            unit: 'minutes',
          }),
        ),
      ),
      ...(net
        ? [
            row('paid less, less hours', site.name, 'a year', {
              low: net.netPence.low,
              high: net.netPence.high,
              unit: 'pence',
            }),
          ]
        : []),
    ],
  });
}

function besideRows({ beside }: CostValue): Row[] {
  const out_of = beside.people;
  const of = 'support went down or ended';
  return [
    row('beside it', of, 'undone later', { people_or_times: beside.undone, out_of }),
    row('beside it', of, 'asked whether they were safe', { people_or_times: beside.enquiries, out_of }),
    row('beside it', of, 'life became a crisis', { people_or_times: beside.crises, out_of }),
    row('beside it', 'plans that take something down', 'not agreed with', {
      people_or_times: beside.notAgreed,
    }),
    row('beside it', 'plans that take something down', 'agreed in part or not at all', {
      people_or_times: beside.partlyAgreed,
    }),
    row('beside it', 'everybody', `came back within ${beside.cameBack.days} days`, {
      ...{ people_or_times: beside.cameBack.numerator, out_of: beside.cameBack.denominator },
      not_yet_known: beside.cameBack.notYetKnown,
    }),
  ];
}

function avoidedRows(what: string, { here, there, estimate }: AvoidedRow): Row[] {
  const side = (of: string, one: AvoidedRow['here']) =>
    row('may have been avoided: how often', of, what, {
      ...{ people_or_times: one.numerator, out_of: one.denominator, not_yet_known: one.notYetKnown },
    });
  return [
    side('here', here),
    side('the comparison', there),
    row('may have been avoided: estimate, not paid', 'here', what, {
      ...{
        estimate: estimate?.pence.estimate ?? null,
        low: estimate?.pence.low ?? null,
        high: estimate?.pence.high ?? null,
      },
      unit: 'pence a year',
    }),
  ];
}

const writtenRows = (of: string, { told }: WrittenHours): Row[] =>
  told.map(({ fromOn, kind, times, known, minutes }) =>
    row('hours written down, four weeks', of, hourKindInWords[kind], {
      ...{ from: fromOn, people_or_times: known, out_of: times, unit: 'minutes' },
      ...{ low: minutes?.low ?? null, high: minutes?.high ?? null },
    }),
  );
