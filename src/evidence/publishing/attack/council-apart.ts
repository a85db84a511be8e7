import { ageBands } from '../../among/kinds.ts';
import type { Group, Measured, WindowCount } from '../../measured.ts';
import { type LineCount, type LineValues, lineValues, NOT_SAID, withLines } from '../apart/breakdowns.ts';
import { releaseOf, type ToldGroup } from '../cells.ts';
import type { Release } from '../disclosure.ts';
import { randomFrom } from './random.ts';
import type { RandomCouncil } from './random-council.ts';

/** Somebody new, by the day since the site began on which they came. */
export interface SomebodyApart {
  group: ToldGroup;
  age: string;
  district: string;
  cameOn: number;
  became: 'numerator' | 'died' | 'moved' | 'neither';
  /** Days from coming to what they became. */
  after: number;
}

const startedOn = '2026-01-01';
/** Days since the site began at two tellings, a quarter apart. */
const tellings = { first: { on: 150, asAt: '2026-05-31' }, second: { on: 241, asAt: '2026-08-30' } } as const;
const windows = [28, 90] as const;

/** A site's people, told by age band and postcode district as well, at two dates: a few dozen to a few hundred. */
export function councilApart(seed: number): RandomCouncil {
  const random = randomFrom(seed);
  const isTapUsed = random() < 0.3;
  const people = somebodyApart(random, isTapUsed);
  const groups: ToldGroup[] = isTapUsed ? ['site', 'elsewhere', 'tap-off'] : ['site', 'elsewhere'];
  const values = lineValues(linesOf(people, tellings.second.on), []);
  const made = (when: keyof typeof tellings): Release => releaseApart(people, groups, tellings[when], values);
  return { first: made('first'), second: made('second') };
}

export function somebodyApart(random: () => number, isTapUsed: boolean): SomebodyApart[] {
  const districts = 2 + Math.floor(random() * 6);
  const happens = 0.05 + random() * 0.4;
  return Array.from({ length: Math.round(60 * 15 ** random()) }, (): SomebodyApart => {
    const became =
      random() < happens
        ? 'numerator'
        : (['neither', 'died', 'moved'] as const)[Math.floor(random() ** 3 * 3)];
    return {
      group: random() < 0.5 ? 'elsewhere' : isTapUsed && random() < 0.2 ? 'tap-off' : 'site',
      age: random() < 0.05 ? NOT_SAID : (ageBands[1 + Math.floor(random() ** 0.7 * 4)] ?? NOT_SAID),
      district: random() < 0.1 ? NOT_SAID : `TT${1 + Math.floor(random() ** 2 * districts)}`,
      cameOn: Math.floor(random() * 230),
      became: became ?? 'neither',
      after: Math.floor(random() ** 2 * 120),
    };
  });
}

/** What a publication as at one day would tell of these people. */
export function releaseApart(
  people: readonly SomebodyApart[],
  groups: readonly ToldGroup[],
  { on, asAt }: { on: number; asAt: string },
  values: LineValues,
): Release {
  const here = people.filter(({ cameOn }) => cameOn <= on);
  const counted = groups.flatMap((group) =>
    windows.map((windowDays) =>
      countOf(
        here.filter((one) => one.group === group),
        { group, windowDays, on },
      ),
    ),
  );
  const measured: Measured = { windows: counted, came: [], waits: [], reached: [], ends: [], weeks: [] };
  const release = releaseOf(measured, groups, startedOn, asAt);
  const told = { ...release, cells: release.cells.filter(({ key }) => !key.startsWith('waits')) };
  const whole = withLines(told, linesOf(people, on), values);
  if (!whole) throw new Error('lines of a made-up council add up to its totals');
  return whole;
}

const becameWithin = ({ became, after }: SomebodyApart, days: number): SomebodyApart['became'] =>
  after <= days ? became : 'neither';

function countOf(
  people: readonly SomebodyApart[],
  { group, windowDays, on }: { group: Group; windowDays: number; on: number },
): WindowCount {
  const followed = people.filter(({ cameOn }) => cameOn + windowDays <= on);
  const of = (what: SomebodyApart['became']): number =>
    followed.filter((one) => becameWithin(one, windowDays) === what).length;
  return {
    ...{ measure: 'people', group, windowDays, numerator: of('numerator'), died: of('died') },
    ...{ moved: of('moved'), neither: of('neither'), notYetKnown: people.length - followed.length },
  };
}

export function linesOf(people: readonly SomebodyApart[], on: number): LineCount[] {
  return people
    .filter(({ cameOn }) => cameOn <= on)
    .flatMap((one) => {
      const group = one.group === 'elsewhere' ? 'elsewhere' : 'site';
      const followed = one.cameOn + 90 <= on ? 1 : 0;
      const happened = followed && becameWithin(one, 90) === 'numerator' ? 1 : 0;
      return [
        { by: 'age' as const, group, value: one.age, followed, happened },
        { by: 'district' as const, group, value: one.district, followed, happened },
      ];
    });
}
