import { ageBands, lineOf } from '../../among/kinds.ts';
import type { Sum } from '../bounds.ts';
import { cellOf, type ToldGroup } from '../cells.ts';
import type { Cell, Release, Standing } from '../disclosure.ts';

/** By what everybody may be told of people apart, where the site lead switches it on. */
export const toldBys = ['age', 'district'] as const;
export type ToldBy = (typeof toldBys)[number];

/** E3 within these many days, and no other window: one table each is read, and more would be worked out from. */
export const APART_DAYS = 90;

/** Not said, not known, or an address that is kept private: a line of its own, so that lines add up to everybody. */
export const NOT_SAID = 'not-said';

/** The groups told apart: whoever came while the tap was off is counted with the site. */
export const isToldGroup = (group: ToldGroup): group is LineCount['group'] => group !== 'tap-off';

/** Those of one line: at the site (its tap on or off), or where it is set beside. */
export interface LineCount {
  by: ToldBy;
  group: 'site' | 'elsewhere';
  value: string;
  followed: number;
  happened: number;
}

export type LineValues = Record<ToldBy, string[]>;

const parts = ['followed', 'happened', 'not'] as const;

/** @example lineCell('age', 'site', '65-74', 'happened') // 'age/site/90/65-74/happened' */
export const lineCell = (by: ToldBy, group: string, value: string, part: (typeof parts)[number]): string =>
  cellOf(by, group, APART_DAYS, value, part);

/** Whether a count is one of a line. */
export const isOfLine = (key: string): boolean => toldBys.some((by) => key.startsWith(`${by}/`));

/** Every line there is or was: the bands of age always, a district since anybody of it came, those not said last. */
export function lineValues(lines: readonly LineCount[], toldKeys: readonly string[]): LineValues {
  const known = [
    ...lines.map(({ by, value }) => ({ by: by as string, value })),
    ...toldKeys.filter(isOfLine).map((key) => {
      const [by = '', , , value = ''] = key.split('/');
      return { by, value };
    }),
  ];
  const districts = known.flatMap(({ by, value }) =>
    by === 'district' && value !== NOT_SAID ? [value] : [],
  );
  const inOrder = [...new Set(districts)].sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }));
  return { age: [...ageBands, NOT_SAID], district: [...inOrder, NOT_SAID] };
}

/**
 * A release with its lines, each part of a total that is told: of the site, those who came while the tap was off are among
 * them. Null where the lines do not add up to the totals, or nobody has been followed for so long: then there is nothing to tell apart.
 */
export function withLines(release: Release, lines: readonly LineCount[], values: LineValues): Release | null {
  const counts = new Map(release.cells.map((cell) => [cell.key, cell]));
  const made = { cells: [] as Cell[], sums: [] as Sum[], within: [] as [string, string][] };
  for (const group of ['site', 'elsewhere'] as const) {
    const followed = counts.get(cellOf('people', group, APART_DAYS, 'followed'));
    if (followed?.isKnownNone) return null;
    if (!followed) continue;
    const whole = wholeOf(counts, group, made);
    for (const by of toldBys) addLines(made, { by, group, whole, values: values[by], lines });
  }
  const all = new Map([...release.cells, ...made.cells].map(({ key, count }) => [key, count]));
  const isWhole = made.sums.every(
    (sum) => all.get(sum.whole) === sum.parts.reduce((total, key) => total + (all.get(key) ?? 0), 0),
  );
  if (!isWhole || made.cells.length === 0) return null;
  return {
    cells: [...release.cells, ...made.cells],
    sums: [...release.sums, ...made.sums],
    within: [...release.within, ...made.within],
  };
}

/** The lines as counts nobody is told this time, where everybody was told them before: what is told now may still give them away. */
export const keptBack = ({ cells, ...relations }: Release): Release => ({
  ...relations,
  cells: cells.map((cell) => (isOfLine(cell.key) ? { ...cell, isKeptBack: true } : cell)),
});

/** Whether any line was told; a publication that hid them all says nothing of lines. */
export const hasLines = (standing: ReadonlyMap<string, Standing>): boolean =>
  [...standing].some(([key, { told }]) => told !== null && isOfLine(key));

/** What a line is called. */
export function lineInWords(by: ToldBy, value: string): string {
  if (value !== NOT_SAID) return lineOf(by, value);
  return by === 'age' ? 'Not said' : 'No district';
}

interface Making {
  cells: Cell[];
  sums: Sum[];
  within: [string, string][];
}

/** The counts of everybody that lines add up to, by part; those it did not happen to are never told. */
function wholeOf(
  counts: ReadonlyMap<string, Cell>,
  group: 'site' | 'elsewhere',
  { cells, sums }: Making,
): (part: string) => string {
  const of = (one: string, part: string): string => cellOf('people', one, APART_DAYS, part);
  const countOf = (one: string, part: string): number => counts.get(of(one, part))?.count ?? 0;
  const isTapTold = group === 'site' && counts.has(of('tap-off', 'followed'));
  const name = isTapTold ? 'here' : group;
  const all = isTapTold ? ['site', 'tap-off'] : [group];
  const total = (part: string): number => all.reduce((sum, one) => sum + countOf(one, part), 0);
  const whole = (part: string): string => of(name, part);
  if (isTapTold)
    for (const part of ['followed', 'happened']) {
      cells.push({ key: whole(part), count: total(part), isNeverTold: true });
      sums.push({ whole: whole(part), parts: all.map((one) => of(one, part)) });
    }
  cells.push({ key: whole('not'), count: total('followed') - total('happened'), isNeverTold: true });
  sums.push({ whole: whole('followed'), parts: [whole('happened'), whole('not')] });
  return whole;
}

interface Adding {
  by: ToldBy;
  group: 'site' | 'elsewhere';
  whole: (part: string) => string;
  values: readonly string[];
  lines: readonly LineCount[];
}

function addLines({ cells, sums, within }: Making, { by, group, whole, values, lines }: Adding): void {
  for (const value of values) {
    const mine = lines.filter((one) => one.by === by && one.group === group && one.value === value);
    const followed = mine.reduce((sum, one) => sum + one.followed, 0);
    const happened = mine.reduce((sum, one) => sum + one.happened, 0);
    const [all, some, not] = [
      lineCell(by, group, value, 'followed'),
      lineCell(by, group, value, 'happened'),
      lineCell(by, group, value, 'not'),
    ];
    cells.push({ key: all, count: followed, rank: 4 });
    cells.push({ key: some, count: happened, rank: 5 });
    cells.push({ key: not, count: followed - happened, isNeverTold: true });
    sums.push({ whole: all, parts: [some, not] });
    within.push([some, all]);
  }
  for (const part of parts)
    sums.push({ whole: whole(part), parts: values.map((value) => lineCell(by, group, value, part)) });
}

/** The lines everybody is told of: every age where any is told, of districts those with something told; none where all of a kind is hidden. */
export function linesTold(standing: ReadonlyMap<string, Standing>): LineValues {
  const told = (by: ToldBy, values: readonly string[]): string[] =>
    values.filter((value) =>
      (['site', 'elsewhere'] as const).some(
        (group) => typeof standing.get(lineCell(by, group, value, 'followed'))?.told === 'number',
      ),
    );
  const all = lineValues([], [...standing.keys()]);
  const [age, district] = [told('age', all.age), told('district', all.district)];
  return {
    age: age.length > 0 ? all.age : [],
    district: district.length > 0 ? [...new Set([...district, NOT_SAID])] : [],
  };
}
