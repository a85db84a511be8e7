import type { PeopleOf } from './counted.ts';
import { fold } from './folding.ts';
import { type By, byInWords, inOrder, lineOf, TEAM_OF_ONE } from './kinds.ts';

/** People who are read together: a value, several too few to stand apart, those who did not say, or everybody. */
export interface Line {
  line: string;
  kind: 'value' | 'others' | 'not-said' | 'everybody';
  /** New people of it since the site began. */
  here: number;
  elsewhere: number;
  has: (value: string | null) => boolean;
}

/** Who is a line of their own and who is not, decided once for every measure, so that no two tables can be set against each other. */
export function linesOf(people: readonly PeopleOf[], by: By, tooFewBelow: number): Line[] {
  const made = (line: string, kind: Line['kind'], has: Line['has']): Line => ({
    line,
    kind,
    has,
    here: sumOf(people, (one) => one.isHere && has(one.value)),
    elsewhere: sumOf(people, (one) => !one.isHere && has(one.value)),
  });
  const names = [...new Set(people.flatMap(({ value }) => (value === null ? [] : [lineOf(by, value)])))];
  const all = inOrder(by, names).map((line) =>
    made(line, 'value', (value) => value !== null && lineOf(by, value) === line),
  );
  const folded = new Set(fold(all, tooFewBelow, [TEAM_OF_ONE]));
  const others = made(
    `Others, too few to say apart (${folded.size})`,
    'others',
    (value) => value !== null && folded.has(lineOf(by, value)),
  );
  const notSaid = made(byInWords[by].unknown, 'not-said', (value) => value === null);
  return [
    ...all.filter(({ line }) => !folded.has(line)),
    ...(folded.size > 0 ? [others] : []),
    ...(notSaid.here + notSaid.elsewhere > 0 ? [notSaid] : []),
    made('Everybody', 'everybody', () => true),
  ];
}

function sumOf(people: readonly PeopleOf[], isOf: (one: PeopleOf) => boolean): number {
  return people.filter(isOf).reduce((sum, one) => sum + one.people, 0);
}
