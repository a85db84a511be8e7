import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Group, Measured } from '../measured.ts';
import { randomFrom } from './attack/random.ts';
import { anotherCouncil } from './attack/solver.ts';
import { bounds } from './bounds.ts';
import { releaseOf, type ToldGroup } from './cells.ts';
import { protect, readingOf, type Standing, TOLD_FROM } from './disclosure.ts';
import { type AlreadyTold, type SiteTold, together } from './sites-together.ts';

const seed = 20_261_122;
const asAt = '2026-11-21';
const startedOn = '2026-05-01';

interface Somebody {
  team: 'quay' | 'marsh' | 'hill';
  isTapOff: boolean;
  became: 'numerator' | 'died' | 'moved' | 'neither' | 'notYetKnown';
}

/** A few people whom three teams answered: two of the teams are sites that began on one day. */
function someCouncil(from: number): Somebody[] {
  const random = randomFrom(from);
  const size = 20 + Math.floor(random() * 140);
  const one = <Of>(...all: [Of, ...Of[]]): Of => all[Math.floor(random() ** 1.7 * all.length)] ?? all[0];
  return Array.from({ length: size }, () => ({
    team: one('quay', 'marsh', 'hill'),
    isTapOff: random() < 0.15,
    became: one('neither', 'numerator', 'notYetKnown', 'died', 'moved'),
  }));
}

function groupIn(site: string, besideTeam: string | null, one: Somebody): ToldGroup | null {
  if (one.team === site) return one.isTapOff ? 'tap-off' : 'site';
  return besideTeam && besideTeam !== one.team ? null : 'elsewhere';
}

const groups = ['site', 'elsewhere', 'tap-off'] as const;

function countsOf(people: readonly Somebody[], group: Group): Measured['windows'][number] {
  const of = (became: Somebody['became']): number => people.filter((one) => one.became === became).length;
  return {
    ...{ measure: 'people' as const, group, windowDays: 90, numerator: of('numerator') },
    ...{ died: of('died'), moved: of('moved'), neither: of('neither'), notYetKnown: of('notYetKnown') },
  };
}

function siteOf(people: readonly Somebody[], site: string, besideTeam: string | null): SiteTold {
  const windows = groups.map((group) =>
    countsOf(
      people.filter((one) => groupIn(site, besideTeam, one) === group),
      group,
    ),
  );
  const measured: Measured = { windows, came: [], waits: [], reached: [], ends: [], weeks: [] };
  const release = releaseOf(measured, groups, startedOn, asAt);
  return {
    ...{ siteId: site, teamId: site, groups, earlier: new Map(), earlierAsAt: null },
    compared: { kind: besideTeam ? 'team' : 'elsewhere', teamId: besideTeam },
    release: { ...release, cells: release.cells.filter(({ key }) => !key.startsWith('waits')) },
  };
}

/** How many counts of seven or fewer have one answer only for whoever holds both pages. */
function attack(people: readonly Somebody[], besideTeam: string | null, isAudited: boolean): number {
  const quay = siteOf(people, 'quay', besideTeam);
  const marsh = siteOf(people, 'marsh', null);
  const first: AlreadyTold = { ...quay, standing: protect(quay.release) };
  const { release, earlier } = together(marsh, [first]);
  const alone = new Map([
    ...protect(marsh.release),
    ...[...first.standing].map(([key, one]): [string, Standing] => [`quay: ${key}`, one]),
  ]);
  const standing = isAudited ? protect(release, earlier) : alone;
  for (const [key, one] of first.standing) assert.equal(standing.get(`quay: ${key}`)?.told, one.told);
  const truth = truthOf(people, quay, marsh);
  const ranges = readingOf(release, standing, new Map());
  assert.ok(bounds(ranges, release), 'the truth fits what is told');
  const puzzle = { ranges, relations: release, truth };
  return release.cells.filter(({ key, isNeverTold, isKnownNone }) => {
    const count = truth.get(key) ?? 0;
    if (isNeverTold || isKnownNone || standing.get(key)?.told !== null || count >= TOLD_FROM) return false;
    const found = anotherCouncil(puzzle, key, (other) => (count === 0 ? other > 0 : other === 0));
    assert.notEqual(found, 'undecided');
    return found === null;
  }).length;
}

function truthOf(people: readonly Somebody[], quay: SiteTold, marsh: SiteTold): Map<string, number> {
  const teams = ['marsh', 'quay', 'hill'] as const;
  const answered = teams.flatMap((team) => {
    const theirs = siteOf(people, team, null).release.cells;
    const of = (key: string): number => theirs.find((cell) => cell.key === key)?.count ?? 0;
    const name = team === 'hill' ? 'no team named' : team;
    return theirs
      .filter(({ key }) => key.includes('/site/'))
      .map(({ key, count }): [string, number] => [
        `answered by ${name}/${key.replace('/site/', '/')}`,
        count + of(key.replace('/site/', '/tap-off/')),
      ]);
  });
  return new Map([
    ...quay.release.cells.map(({ key, count }): [string, number] => [`quay: ${key}`, count]),
    ...marsh.release.cells.map(({ key, count }): [string, number] => [key, count]),
    ...answered,
  ]);
}

const councils = Array.from({ length: 40 }, (_, at) => someCouncil(seed + at));

describe('two sites of one council told as at one day', () => {
  it('E10 nobody is found by setting one page against the other', (t) => {
    t.diagnostic(`seed ${seed}`);
    for (const people of councils) assert.equal(attack(people, null, true), 0);
    for (const people of councils.slice(0, 10)) assert.equal(attack(people, 'marsh', true), 0);
  });

  it('E10 somebody is found where each page is audited alone, so the attacker is worth something', () => {
    const found = councils.reduce((sum, people) => sum + attack(people, null, false), 0);
    assert.ok(found > 0, `${found} found`);
  });

  it('one site told alone is told as ever', () => {
    const quay = siteOf(someCouncil(seed), 'quay', null);
    const { release } = together(quay, []);
    assert.deepEqual(protect(release), protect(quay.release));
  });
});
