import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { releaseApart, type SomebodyApart, somebodyApart } from '../attack/council-apart.ts';
import { randomFrom } from '../attack/random.ts';
import { anotherCouncil } from '../attack/solver.ts';
import { bounds } from '../bounds.ts';
import { type Release, readingOf, type Standing, TOLD_FROM } from '../disclosure.ts';
import { type SiteTold, together } from '../sites-together.ts';
import { hasLines, isOfLine, lineValues } from './breakdowns.ts';
import { protectApart } from './protect-apart.ts';

const seed = 20_261_122;
const groups = ['site', 'elsewhere'] as const;
const when = { on: 150, asAt: '2026-05-31' };

interface Answered extends SomebodyApart {
  team: string;
}

function council(from: number): Answered[] {
  const random = randomFrom(from);
  const teams = ['quay', 'marsh', 'hill'];
  return somebodyApart(random, false).map((one) => ({
    ...one,
    team: teams[Math.floor(random() ** 1.5 * teams.length)] ?? 'hill',
  }));
}

function siteOf(people: readonly Answered[], team: string): { totals: SiteTold; whole: SiteTold } {
  const mine = people.map((one) => ({
    ...one,
    group: one.team === team ? ('site' as const) : ('elsewhere' as const),
  }));
  const districts = people.map(({ district }) => `district/site/90/${district}/followed`);
  const release = releaseApart(mine, groups, when, lineValues([], districts));
  const isMade = (key: string): boolean => isOfLine(key) || /\/90\/not$/.test(key);
  const totals: Release = {
    cells: release.cells.filter(({ key }) => !isMade(key)),
    sums: release.sums.filter(({ whole, parts }) => ![whole, ...parts].some(isMade)),
    within: release.within.filter((pair) => !pair.some(isMade)),
  };
  const site = { siteId: team, teamId: team, groups, compared: { kind: 'elsewhere' as const, teamId: null } };
  const none = { earlier: new Map<string, Standing>(), earlierAsAt: null };
  return { totals: { ...site, ...none, release: totals }, whole: { ...site, ...none, release } };
}

describe('two sites of one council, each told by age and by district as at one day', () => {
  it('E10 nobody is found by setting the lines of one page against those of the other', (t) => {
    t.diagnostic(`seed ${seed}`);
    let found = 0;
    let withLines = 0;
    for (let at = 0; at < 4; at += 1) {
      const people = council(seed + at);
      const [quay, marsh] = [siteOf(people, 'quay'), siteOf(people, 'marsh')];
      const first = { ...quay.whole, standing: protectApart(quay.totals.release, quay.whole.release) };
      const totals = together(marsh.totals, [first]);
      const { release } = together(marsh.whole, [first]);
      const standing = protectApart(totals.release, release, totals.earlier);
      if (hasLines(first.standing)) withLines += 1;
      for (const [key, one] of first.standing)
        assert.equal(standing.get(`quay: ${key}`)?.told ?? one.told, one.told);
      const truth = new Map(release.cells.map(({ key, count }): [string, number] => [key, count]));
      const ranges = readingOf(release, standing, new Map());
      assert.ok(bounds(ranges, release), 'the truth fits what is told');
      for (const { key, count, isNeverTold } of release.cells) {
        if (isNeverTold || (standing.get(key)?.told ?? null) !== null || count >= TOLD_FROM) continue;
        const isOther = (other: number): boolean => (count === 0 ? other > 0 : other === 0);
        const another = anotherCouncil({ ranges, relations: release, truth }, key, isOther);
        assert.notEqual(another, 'undecided', key);
        if (another === null) found += 1;
      }
    }
    assert.equal(found, 0);
    assert.ok(withLines > 1);
  });
});
