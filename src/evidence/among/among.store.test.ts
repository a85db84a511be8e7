import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { addDays, type Day } from '../../platform/clock.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { readEverything } from '../by-rules.fixture.ts';
import type { SetBeside } from '../counting/groups.store.ts';
import { forgetting, type Life, life, live, on, siteOf } from '../small-histories.fixture.ts';
import { countAmong } from './among.store.ts';
import { amongByRules, besideByRules, type ValueOf } from './among-by-rules.fixture.ts';
import type { AmongCounted } from './counted.ts';
import { type By, bys } from './kinds.ts';
import type { TeamCount } from './teams/team-count.ts';
import { countTeams } from './teams/teams.store.ts';
import { waitedOf } from './waited.ts';
import type { CameCounted } from './who-came/came-counted.ts';
import { countWhoCame } from './who-came/who-came.store.ts';

const { database } = await testDatabase();

/** What somebody says of themselves, and where they live. */
interface Says {
  age: number | null;
  languages: string[];
  ethnicity: string[];
  conditions: string[];
  homes: { until: number | null; isPrivate: boolean; code: string }[];
}
const silent: Says = { age: null, languages: [], ethnicity: [], conditions: [], homes: [] };

const says: fc.Arbitrary<Says> = fc.record({
  age: fc.option(fc.constantFrom(17, 18, 64, 65, 84, 85)),
  languages: fc.constantFrom<string[]>([], ['polish'], ['Welsh', 'English']),
  ethnicity: fc.array(fc.constantFrom('white-roma', 'asian-indian', 'rather-not-say', '', 'own'), {
    maxLength: 2,
  }),
  conditions: fc.constantFrom<string[]>([], ['vision'], ['vision', 'memory'], ['none']),
  homes: fc.array(
    fc.record({
      until: fc.option(fc.integer({ min: 0, max: 340 })),
      isPrivate: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
      code: fc.constantFrom('ZZ1 1AA', 'ZZ22BB'),
    }),
    { maxLength: 2 },
  ),
});

async function say(db: CouncilDb, id: string, one: Says): Promise<void> {
  const its = councilOf(db);
  const said = { council_id: its, person_id: id, said_by: 'themselves', written_at: testNow };
  await sql`update person set born_on = ${bornOf(one)}, languages = ${one.languages} where council_id = ${its} and id = ${id}`.execute(
    db,
  );
  for (const [at, answer] of one.ethnicity.entries())
    await db
      .insertInto('equality_fact')
      .values({
        ...{ ...said, id: newId(), kind: 'ethnicity', said_on: addDays('2026-05-01', at) },
        answers: answer === '' || answer === 'own' ? [] : [answer],
        own_words: answer === 'own' ? 'Traveller' : null,
      })
      .execute();
  if (one.conditions.length)
    await db
      .insertInto('equality_fact')
      .values({ ...said, id: newId(), kind: 'disability', answers: one.conditions, said_on: '2026-05-01' })
      .execute();
  for (const [at, home] of one.homes.entries())
    await sql`insert into address (council_id, id, person_id, lines, postcode, is_protected, since_on, until_on)
      values (${its}, ${newId()}, ${id}, 'Somewhere', ${home.code}, ${home.isPrivate}, ${addDays('2020-01-01', at)},
        ${home.until === null ? null : on(home.until)})`.execute(db);
}

const bornOf = ({ age }: Says): Day | null => (age === null ? null : `${2026 - age}-03-01`);

/** The value of somebody with one record, said over again without a database. */
function valueOf(by: By, one: Says, council: TestCouncil): ValueOf {
  return (row, firstOn) => {
    if (by === 'team' && row.teamId === null) return null;
    if (by === 'team') return row.teamId === council.teams.harbour ? 'Harbour team' : 'A team of one';
    if (by === 'age') {
      const born = bornOf(one);
      if (!born) return null;
      const age =
        Number(firstOn.slice(0, 4)) - Number(born.slice(0, 4)) - (firstOn.slice(5) < born.slice(5) ? 1 : 0);
      return age < 18
        ? 'under-18'
        : age < 65
          ? '18-64'
          : age < 75
            ? '65-74'
            : age < 85
              ? '75-84'
              : '85-and-over';
    }
    if (by === 'language') return one.languages[0] ?? null;
    if (by === 'disability') return one.conditions.length > 1 ? 'more-than-one' : (one.conditions[0] ?? null);
    if (by === 'ethnicity') {
      const last = one.ethnicity.at(-1);
      return last === 'own' ? 'own-words' : !last || last === 'rather-not-say' ? null : last;
    }
    if (one.homes.some(({ isPrivate }) => isPrivate)) return null;
    const home = one.homes.find(({ until }) => until === null || on(until) > firstOn);
    return home ? home.code.replace(' ', '').slice(0, 3) : null;
  };
}

/** Both in one shape, so that they can be compared whole; a side nobody is on is left out. */
function counted({ people, windows, furthest, waits }: AmongCounted) {
  const side = (one: { value: string | null; isHere: boolean }) =>
    `${one.value} ${one.isHere ? 'here' : 'elsewhere'}`;
  const found: Record<string, unknown> = {};
  for (const one of people) found[`${side(one)} people`] = one.people;
  for (const { measure, windowDays, numerator, died, moved, neither, notYetKnown, ...one } of windows)
    found[`${side(one)} ${measure} ${windowDays}`] = [numerator, died, moved, neither, notYetKnown];
  for (const one of furthest) found[`${side(one)} furthest ${one.furthest}`] = one.people;
  for (const [of, all] of Map.groupBy(waits, side)) {
    const { spokenWith, median, ninetieth, notYetSpokenWith, neverReached } = waitedOf(all);
    found[`${of} waits`] = [spokenWith, median, ninetieth, notYetSpokenWith, neverReached];
  }
  return found;
}

function byRules(rules: ReturnType<typeof amongByRules>) {
  const found: Record<string, unknown> = {};
  for (const [of, { people, windows, furthest, waits }] of rules) {
    if (people) found[`${of} people`] = people;
    for (const [measure, one] of Object.entries(windows)) {
      const { numerator, denominator, died, moved, notYetKnown } = one;
      if (denominator + notYetKnown)
        found[`${of} ${measure}`] = [
          numerator,
          died,
          moved,
          denominator - numerator - died - moved,
          notYetKnown,
        ];
    }
    for (const [kind, number] of Object.entries(furthest))
      if (number) found[`${of} furthest ${kind}`] = number;
    const { spokenWith, median, ninetieth, notYetSpokenWith, neverReached } = waits;
    if (spokenWith + notYetSpokenWith + neverReached)
      found[`${of} waits`] = [spokenWith, median, ninetieth, notYetSpokenWith, neverReached];
  }
  return found;
}

/** Who came and the teams as lines with their counts; nothing counted is left out. */
function besideOf({ kinds, alike }: CameCounted, teams: TeamCount[]): Record<string, number> {
  const found: Record<string, number> = {};
  const side = ({ isHere }: { isHere: boolean }) => (isHere ? 'here' : 'elsewhere');
  for (const one of kinds) found[`${side(one)} ${one.kind} ${one.value}`] = one.people;
  for (const one of alike) {
    const line = `${side(one)} ${one.age} ${one.before} ${one.windowDays}`;
    found[`${line} numerator`] = one.numerator;
    found[`${line} denominator`] = one.denominator;
  }
  for (const { team, measure, ...numbers } of teams)
    for (const [of, number] of Object.entries(numbers)) found[`${team} ${measure} ${of}`] = number;
  return Object.fromEntries(Object.entries(found).filter(([, number]) => number > 0));
}

describe('everybody apart by one thing about them', () => {
  it('E3 E6 E7 are those the pure rules count, on any small history, by each thing', async () => {
    const council = await testCouncil(database, 'small-among');
    const compared = fc.constantFrom<SetBeside>(
      { kind: 'elsewhere', teamId: null },
      { kind: 'team', teamId: council.teams.marsh },
      { kind: 'none', teamId: null },
    );
    const lives = fc.array(fc.tuple(life, says), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lives, compared, (all, beside) =>
        forgetting(council, async (db) => {
          const question = await siteOf(db, council, beside);
          const ids = await live(
            db,
            council,
            all.map(([one]) => one),
          );
          // A record merged into the first says nothing of its own: that is asked below.
          const kept = all.map(([one, said], at) => (at > 0 && one.mergedIntoFirst ? silent : said));
          for (const [at, one] of kept.entries()) await say(db, ids[at] ?? '', one);
          const rows = await readEverything(db, question.site.id);
          const valueFor = (by: By): ValueOf => {
            return (row, firstOn) => {
              const one = kept[ids.indexOf(row.personId)];
              return one ? valueOf(by, one, council)(row, firstOn) : null;
            };
          };
          for (const by of bys) {
            const expected = byRules(amongByRules(rows, question, valueFor(by)));
            assert.deepEqual(counted(await countAmong(db, question, by)), expected, by);
          }
          const expected = besideByRules(rows, question, {
            kinds: { age: valueFor('age'), language: valueFor('language'), district: valueFor('district') },
            teamOf: (row) => valueFor('team')(row, row.firstContactOn),
          });
          const found = besideOf(await countWhoCame(db, question), await countTeams(db, question));
          assert.deepEqual(found, expected);
        }),
      ),
      { numRuns: 80 },
    );
  });

  it('W4 W5 counts a restricted record the same for everybody, and a private address in no district', async () => {
    const council = await testCouncil(database, 'restricted-among');
    const said = { age: 84, languages: ['Welsh'], ethnicity: ['white-roma'], conditions: ['vision'] };
    await council.as(council.accounts.lead, async (db) => {
      const [one = '', other = ''] = await live(db, council, [came, came]);
      const home = { until: null, isPrivate: false, code: 'ZZ1 1AA' };
      await say(db, one, { ...said, homes: [home] });
      // Private once is private: where they lived before it would be told as well.
      await say(db, other, {
        ...said,
        homes: [
          { ...home, until: 200 },
          { ...home, isPrivate: true },
        ],
      });
      await sql`update person set restricted_to_team = ${council.teams.harbour}`.execute(db);
    });
    const question = await council.as(council.accounts.lead, (db) => siteOf(db, council));
    const asks = (by: By) => async (db: CouncilDb) => counted(await countAmong(db, question, by));
    for (const by of bys)
      assert.deepEqual(
        await council.as(council.accounts.analyst, asks(by)),
        await council.as(council.accounts.lead, asks(by)),
        by,
      );
    const districts = await council.as(council.accounts.analyst, asks('district'));
    assert.deepEqual([districts['ZZ1 here people'], districts['null here people']], [1, 1]);
    const ages = await council.as(council.accounts.analyst, asks('age'));
    assert.equal(ages['75-84 here people'], 2);
  });

  it('reads what two records of one person say as one, their own first', async () => {
    const council = await testCouncil(database, 'merged-among');
    await council.as(council.accounts.lead, async (db) => {
      const question = await siteOf(db, council);
      const [, other = ''] = await live(db, council, [
        came,
        { ...came, mergedIntoFirst: true, contacts: [] },
      ]);
      const said = { age: 66, languages: ['polish'], ethnicity: ['asian-indian'], conditions: ['memory'] };
      await say(db, other, { ...said, homes: [{ until: null, isPrivate: false, code: 'ZZ1 1AA' }] });
      const lines: Partial<Record<By, string>> = {
        ...{
          age: '65-74',
          language: 'polish',
          ethnicity: 'asian-indian',
          disability: 'memory',
          district: 'ZZ1',
        },
      };
      for (const [by, line] of Object.entries(lines))
        assert.equal(counted(await countAmong(db, question, by as By))[`${line} here people`], 1, by);
    });
  });
});

/** Somebody the site answered and spoke with. */
const came: Life = {
  ...{ died: null, moved: null, mergedIntoFirst: false, supports: [], conversations: [] },
  contacts: [{ day: 105, long: 0, team: 'harbour', spokenAfter: 3 }],
};
