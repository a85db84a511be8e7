import type { Cell, Release } from '../disclosure.ts';
import { randomFrom } from './random.ts';

/** One person as a publication could count them. */
interface Counted {
  by: Record<string, number>;
  month: number;
  happened: boolean;
}

/** What an invented council would tell at two dates, a quarter apart. */
export interface RandomCouncil {
  first: Release;
  second: Release;
}

const monthsBy = { first: 3, second: 6 };

/**
 * A council whose figures are told in all and by team, postcode district, age band and month of coming, at two dates.
 * People are spread unevenly, so that many of the counts are small: from a few dozen people to a few hundred.
 */
export function randomCouncil(seed: number): RandomCouncil {
  const random = randomFrom(seed);
  const upTo = (most: number): number => 2 + Math.floor(random() * (most - 1));
  const filters = { team: upTo(3), district: upTo(6), age: upTo(4) };
  const size = Math.round(25 * 24 ** random());
  const happens = 0.03 + random() * 0.4;
  const people = Array.from({ length: size }, (): Counted => {
    const by = Object.fromEntries(
      Object.entries(filters).map(([filter, of]) => [filter, Math.floor(of * random() ** 2)]),
    );
    return { by, month: Math.floor(monthsBy.second * random()), happened: random() < happens };
  });
  return {
    first: releaseOf(
      people.filter(({ month }) => month < monthsBy.first),
      filters,
      monthsBy.first,
    ),
    second: releaseOf(people, filters, monthsBy.second),
  };
}

function releaseOf(people: readonly Counted[], filters: Record<string, number>, months: number): Release {
  const cells: Cell[] = [];
  const sums: { whole: string; parts: string[] }[] = [];
  const within: [string, string][] = [];
  const add = (key: string, some: readonly Counted[], rank: number): void => {
    const happened = some.filter((one) => one.happened).length;
    cells.push({ key: `${key}/followed`, count: some.length, rank });
    cells.push({ key: `${key}/happened`, count: happened, rank });
    cells.push({ key: `${key}/not`, count: some.length - happened, isNeverTold: true });
    within.push([`${key}/happened`, `${key}/followed`]);
    sums.push({ whole: `${key}/followed`, parts: [`${key}/happened`, `${key}/not`] });
  };
  add('all', people, 0);
  const groupings = Object.entries({ ...filters, month: months }).map(([filter, of]) => {
    const groups = Array.from({ length: of }, (_, at) => ({
      key: `${filter} ${at}`,
      some: people.filter((one) => (filter === 'month' ? one.month : one.by[filter]) === at),
    }));
    for (const { key, some } of groups) add(key, some, 1);
    return groups.map(({ key }) => key);
  });
  for (const what of ['followed', 'happened', 'not'])
    for (const keys of groupings)
      sums.push({ whole: `all/${what}`, parts: keys.map((key) => `${key}/${what}`) });
  return { cells, sums, within };
}
