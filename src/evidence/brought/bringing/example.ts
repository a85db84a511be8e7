import { addDays, type Day } from '../../../platform/clock.ts';
import { tableCsv } from '../../site/figures-csv.ts';

const head = [
  'person',
  'event',
  'starts',
  'ends',
  'kind',
  'team',
  'row',
  'age band',
  'district',
  'weekly cost',
];

/** The names of the columns and nothing under them, to be filled in. */
export const templateCsv = (): string => tableCsv({ head, rows: [] });

type Row = [
  person: string,
  event: string,
  starts: Day,
  ends: Day | '',
  kind: string,
  more?: { cost?: string },
];

/** The last day the example knows of. */
const exampleTakenOn = '2026-03-31';
const people = 160;

/** A small history of nobody: what a file looks like, and enough of it that most figures are not too few to compare. */
export function exampleCsv(): string {
  const rows = Array.from({ length: people }, (_, n) => lifeOf(n)).flat();
  return tableCsv({
    head,
    rows: rows.map(([person, event, starts, ends, kind, more], at) => {
      const n = Number(person.slice(1));
      const of = [
        pick(['Front door', 'Locality'], n),
        at + 1,
        pick(['18-64', '65-74', '75-84', '85+'], n * 7),
      ];
      return [person, event, starts, ends, kind, ...of, pick(['SB1', 'SB2', 'SB3'], n * 5), more?.cost ?? ''];
    }),
  });
}

/** One invented person in ten sorts, by their number and nothing else. */
function lifeOf(n: number): Row[] {
  const key = `K${String(n).padStart(3, '0')}`;
  const day = (after: number): Day => addDays('2025-04-01', ((n * 37) % 300) + after);
  const contact: Row = [key, 'contact', day(0), '', ''];
  const talk: Row = [key, 'conversation', day(2 + (n % 9)), day(9 + (n % 20)), '1'];
  const sorts: Row[][] = [
    [[key, 'contact', day(0), '', 'no service']],
    [contact, talk],
    [contact, talk],
    [contact, talk, [key, 'contact', day(120), '', '']],
    [contact, talk, [key, 'conversation', day(20), day(62), '2']],
    [contact, talk, [key, 'support start', day(30 + (n % 90)), '', 'community', { cost: String(180 + n) }]],
    [contact, talk, [key, 'support start', day(12), day(54), 'st-max']],
    [contact],
    [
      [key, 'support start', addDays('2022-01-01', n), '', 'residential', { cost: '840' }],
      contact,
      [key, 'catch-up', day(3), '', ''],
    ],
    [contact, talk, n % 3 ? [key, 'move away', day(70), '', ''] : [key, 'death', day(70), '', '']],
  ];
  return pick(sorts, n).filter(([, , starts]) => starts <= exampleTakenOn);
}

const pick = <Value>(list: readonly Value[], at: number): Value => list[at % list.length] as Value;
