import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { loadHistory } from '../../demo/load-history.ts';
import { type TestCouncil, testCouncil, testNow } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { addDays, stoppedClock } from '../platform/clock.ts';
import { type CouncilDb, councilOf } from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import { measureByRules, readEverything, sorted } from './by-rules.fixture.ts';
import { measure, type Question } from './measures.store.ts';
import { makeSite, sitesOf } from './site/site.store.ts';

const { database } = await testDatabase();
const asOf = '2026-11-21';
const startedOn = '2026-03-01';
class Undo extends Error {}

/** Does something in a transaction and takes it all back. */
async function forgetting(council: TestCouncil, act: (db: CouncilDb) => Promise<void>): Promise<void> {
  await council
    .as(council.accounts.lead, async (db) => {
      await act(db);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
}

interface Life {
  died: number | null;
  moved: number | null;
  mergedIntoFirst: boolean;
  contacts: { day: number; long: number; isSites: boolean; spokenAfter: number | null }[];
  supports: { day: number; long: number | null; kind: 'ongoing' | 'low-level' | 'short-term' | 'one-off' }[];
  conversations: { day: number; long: number | null; kind: 1 | 2 | 3 }[];
}

// Days are counted from 60 before the site began; asOf is day 325, and some things are dated after it.
const day = fc.integer({ min: 0, max: 340 });
const near = fc.integer({ min: 0, max: 40 });
/** Around the first day that is looked at, two years before the site began. */
const longAgo = fc.integer({ min: -690, max: -660 });
const perhaps = (of: fc.Arbitrary<number>) => fc.option(of, { freq: 2 });
const life: fc.Arbitrary<Life> = fc.record({
  died: fc.option(day, { freq: 1 }),
  moved: fc.option(day, { freq: 1 }),
  mergedIntoFirst: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  contacts: fc.array(
    fc.record({
      day: fc.oneof(day, near, longAgo),
      long: fc.integer({ min: 0, max: 3 }),
      isSites: fc.boolean(),
      spokenAfter: perhaps(near),
    }),
    { maxLength: 5 },
  ),
  supports: fc.array(
    fc.record({
      day: fc.oneof(day, near, longAgo),
      long: perhaps(near),
      kind: fc.constantFrom('ongoing', 'ongoing', 'low-level', 'short-term', 'one-off'),
    }),
    { maxLength: 3 },
  ),
  conversations: fc.array(
    fc.record({ day: fc.oneof(day, near, longAgo), long: perhaps(near), kind: fc.constantFrom(1, 2, 3) }),
    { maxLength: 3 },
  ),
});

const on = (number: number): string => addDays(startedOn, number - 60);

async function live(db: CouncilDb, council: TestCouncil, lives: Life[]): Promise<void> {
  const { harbour, marsh } = council.teams;
  const ids = lives.map(() => newId());
  for (const [at, one] of lives.entries()) {
    const id = ids[at] ?? '';
    const died = one.died === null ? null : on(one.died);
    const moved = one.moved === null ? null : on(one.moved);
    const merged = at > 0 && one.mergedIntoFirst ? ids[0] : null;
    await sql`insert into person (council_id, id, full_name, died_on, moved_away_on, merged_into, search_text, created_at)
      values (${councilOf(db)}, ${id}, 'Somebody', ${died}, ${moved}, ${merged}, 'somebody', ${testNow})`.execute(
      db,
    );
    for (const contact of one.contacts)
      await sql`insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words, team_id, spoken_on)
        values (${councilOf(db)}, ${newId()}, ${id}, ${`${on(contact.day)}T23:30:00Z`}::timestamptz - interval '2 hours', ${on(contact.day + contact.long)},
          'phone', 'x', 'x', 'agreed', 'x', ${contact.isSites ? harbour : marsh}, ${contact.spokenAfter === null ? null : on(contact.day + contact.spokenAfter)})`.execute(
        db,
      );
    for (const support of one.supports)
      await sql`insert into support (council_id, id, person_id, kind, what, started_on, ended_on)
        values (${councilOf(db)}, ${newId()}, ${id}, ${support.kind}, 'x', ${on(support.day)}, ${support.long === null ? null : on(support.day + support.long)})`.execute(
        db,
      );
    for (const talk of one.conversations)
      await sql`insert into conversation (council_id, id, person_id, kind, opened_at, resting_on, is_made_up)
        values (${councilOf(db)}, ${newId()}, ${id}, ${talk.kind}, ${`${on(talk.day)}T12:00:00Z`}, ${talk.long === null && talk.kind !== 2 ? null : on(talk.day + (talk.long ?? 9))}, true)`.execute(
        db,
      );
  }
}

async function siteOf(db: CouncilDb, council: TestCouncil): Promise<Question> {
  const parts = { name: 'Harbour', teamId: council.teams.harbour, startedOn };
  const words = { scope: 'Everybody', owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Marsh' };
  const tap = [
    { onDay: startedOn, isOn: true, why: 'Began' },
    { onDay: addDays(startedOn, 40), isOn: false, why: 'Breath' },
    { onDay: addDays(startedOn, 60), isOn: true, why: 'Back' },
  ];
  const id = await makeSite(db, { ...parts, ...words, agreedRules: [], tap, measures: [] });
  return { site: { id, ...parts }, asOf };
}

describe('the measures a database counts', () => {
  it('E1 E2 E3 E4 E6 E7 are those the pure rules count, on any small history', async () => {
    const council = await testCouncil(database, 'small-histories');
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), (lives) =>
        forgetting(council, async (db) => {
          const question = await siteOf(db, council);
          await live(db, council, lives);
          const expected = measureByRules(await readEverything(db, question.site.id), question);
          assert.deepEqual(sorted(await measure(db, question)), sorted(expected));
        }),
      ),
      { numRuns: 150 },
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
        { ...none, contacts: [{ day: 65, long: 0, isSites: true, spokenAfter: null }] },
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
