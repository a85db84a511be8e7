import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { loadHistory } from '../../demo/load-history.ts';
import { testCouncil, testNow } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { stoppedClock } from '../platform/clock.ts';
import type { CouncilDb } from '../platform/db/council.ts';
import { measureByRules, readEverything, sorted } from './by-rules.fixture.ts';
import type { Measured } from './measured.ts';
import { measure } from './measures.store.ts';
import { sitesOf } from './site/site.store.ts';
import { asOf, forgetting, type Life, life, lifeUpTo, live, on, siteOf } from './small-histories.fixture.ts';

const { database } = await testDatabase();
const histories = fc.array(life, { minLength: 1, maxLength: 6 });
const besides = ['elsewhere', 'team', 'none'] as const;
describe('the measures a database counts', () => {
  it('E1 E2 E3 E4 E6 E7 are those the pure rules count, on any small history', async () => {
    const council = await testCouncil(database, 'small-histories');
    await fc.assert(
      fc.asyncProperty(histories, fc.constantFrom(...besides), (lives, kind) =>
        forgetting(council, async (db) => {
          const teamId = kind === 'team' ? council.teams.marsh : null;
          const question = await siteOf(db, council, { kind, teamId });
          await live(db, council, lives);
          const expected = measureByRules(await readEverything(db, question.site.id), question);
          assert.deepEqual(sorted(await measure(db, question)), sorted(expected));
        }),
      ),
      { numRuns: 150 },
    );
  });

  it('as at any day are what they would have been had they been counted on that day', async () => {
    const council = await testCouncil(database, 'any-day');
    const counted = async (lives: Life[], day: number, kind: (typeof besides)[number]) => {
      let found: Measured | null = null;
      await forgetting(council, async (db) => {
        const teamId = kind === 'team' ? council.teams.marsh : null;
        const question = await siteOf(db, council, { kind, teamId }, on(day));
        await live(db, council, lives);
        found = sorted(await measure(db, question));
      });
      return found;
    };
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.integer({ min: 60, max: 340 }),
        fc.constantFrom(...besides),
        async (lives, day, kind) => {
          const then = lives.map((one) => lifeUpTo(one, day));
          assert.deepEqual(await counted(lives, day, kind), await counted(then, day, kind));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('E1 E2 E3 E4 E6 E7 are those the pure rules count on the made-up history', async () => {
    const council = await testCouncil(database, 'two-years');
    const { councilId, teams } = council;
    const loaded = await loadHistory(database, {
      councilId,
      teams,
      clock: stoppedClock(testNow.toISOString()),
    });
    assert.equal(loaded.contacts, 12_000);
    await council.as(council.accounts.analyst, async (db) => {
      const [site] = await sitesOf(db);
      assert.ok(site);
      const question = { site, asOf };
      const found = await measure(db, question);
      assert.deepEqual(sorted(found), sorted(measureByRules(await readEverything(db, site.id), question)));
      const people = found.windows.find(
        (one) => one.measure === 'people' && one.group === 'site' && one.windowDays === 90,
      );
      assert.ok(people && people.numerator > 50 && people.notYetKnown > 100, JSON.stringify(people));
      assert.ok(found.waits.some((one) => one.group === 'tap-off'));
    });
  });

  it('are the same for somebody who may not know of a restricted record', async () => {
    const council = await testCouncil(database, 'restricted');
    await council.as(council.accounts.lead, async (db) => {
      await siteOf(db, council);
      const none = { died: 70, moved: null, mergedIntoFirst: false, supports: [], conversations: [] };
      await live(db, council, [
        { ...none, contacts: [{ day: 65, long: 0, team: 'harbour', spokenAfter: null }] },
      ]);
      await sql`update person set restricted_to_team = ${council.teams.harbour}`.execute(db);
    });
    const asked = async (db: CouncilDb) => {
      const [site] = await sitesOf(db);
      assert.ok(site);
      return measure(db, { site, asOf });
    };
    const insider = await council.as(council.accounts.lead, asked);
    assert.equal(insider.windows.find((one) => one.measure === 'people' && one.windowDays === 28)?.died, 1);
    assert.deepEqual(await council.as(council.accounts.analyst, asked), insider);
  });
});
