import { CONVERSION_WINDOWS } from '../../conversion.ts';
import { type CaseMixRow, caseMix } from '../../statistics/case-mix.ts';
import { type Difference, difference } from '../../statistics/difference.ts';
import { type Band, type Standardised, standardised } from '../../statistics/standardised.ts';
import { fold } from '../folding.ts';
import { type By, byInWords, inOrder, lineOf } from '../kinds.ts';
import type { CameAlike, CameCounted, CameOfKind, KindOfPeople } from './came-counted.ts';

/** Who came, by one thing: the case-mix table of E9. */
export interface Mix {
  kind: KindOfPeople;
  here: number;
  elsewhere: number;
  rows: CaseMixRow[];
}

/** The site beside the others at one window: as they came, and as if both had met the same people. Null: too few. */
export interface LikeWithLike {
  windowDays: number;
  here: { numerator: number; denominator: number } | null;
  elsewhere: { numerator: number; denominator: number } | null;
  plain: Difference | null;
  alike: Standardised | null;
}

export interface WhoCame {
  mixes: Mix[];
  windows: LikeWithLike[];
}

export function whoCameOf({ kinds, alike }: CameCounted, tooFewBelow: number): WhoCame {
  const named = [...new Set(kinds.map(({ kind }) => kind))];
  return {
    mixes: named.map((kind) => mixOf(kind, kinds, tooFewBelow)),
    windows: CONVERSION_WINDOWS.map((windowDays) => likeWithLike(windowDays, alike, tooFewBelow)),
  };
}

/** Kinds that are too few to stand apart are read as one, as on every page (E8). */
function mixOf(kind: KindOfPeople, all: readonly CameOfKind[], tooFewBelow: number): Mix {
  const mine = all.filter((one) => one.kind === kind);
  const sum = (isOf: (one: CameOfKind) => boolean): number =>
    mine.filter(isOf).reduce((total, { people }) => total + people, 0);
  const sized = (name: string, has: (value: string | null) => boolean) => ({
    name,
    here: sum((one) => one.isHere && has(one.value)),
    elsewhere: sum((one) => !one.isHere && has(one.value)),
  });
  const line = (value: string): string => nameOf(kind, value);
  const names = [...new Set(mine.flatMap(({ value }) => (value === null ? [] : [line(value)])))];
  const ordered = kind === 'before' ? names.toSorted() : inOrder(kind, names);
  const lines = ordered.map((name) => sized(name, (value) => value !== null && line(value) === name));
  const folded = new Set(
    fold(
      lines.map(({ name, ...sizes }) => ({ line: name, ...sizes })),
      tooFewBelow,
    ),
  );
  const others = sized(
    `Others, too few to say apart (${folded.size})`,
    (value) => value !== null && folded.has(line(value)),
  );
  const unknown = sized(kind === 'before' ? 'Not known' : byInWords[kind].unknown, (value) => value === null);
  const shown = [
    ...lines.filter(({ name }) => !folded.has(name)),
    ...[others, unknown].filter((one) => one.here + one.elsewhere > 0),
  ];
  const here = sum((one) => one.isHere);
  const elsewhere = sum((one) => !one.isHere);
  return { kind, here, elsewhere, rows: caseMix({ here, elsewhere, kinds: shown }) };
}

function nameOf(kind: KindOfPeople, value: string): string {
  if (kind === 'before')
    return value === 'yes' ? 'In touch before, within two years' : 'First time in two years';
  return lineOf(kind satisfies By, value);
}

/** The bands are the same for every site and were not chosen afterwards: age band by whether they came before (E11). */
function likeWithLike(windowDays: number, alike: readonly CameAlike[], tooFewBelow: number): LikeWithLike {
  const known = alike.filter((one) => one.windowDays === windowDays);
  const total = (isHere: boolean, of: readonly CameAlike[] = known) => {
    const mine = of.filter((one) => one.isHere === isHere);
    return {
      numerator: mine.reduce((sum, one) => sum + one.numerator, 0),
      denominator: mine.reduce((sum, one) => sum + one.denominator, 0),
    };
  };
  const [here, elsewhere] = [total(true), total(false)];
  const isFew = here.denominator < tooFewBelow || elsewhere.denominator < tooFewBelow;
  if (isFew) return { windowDays, here: null, elsewhere: null, plain: null, alike: null };
  const bands: Band[] = [...Map.groupBy(known, ({ age, before }) => `${age} ${before}`)].map(
    ([name, of]) => ({
      name,
      here: total(true, of),
      elsewhere: total(false, of),
    }),
  );
  return { windowDays, here, elsewhere, plain: difference(here, elsewhere), alike: standardised(bands) };
}
