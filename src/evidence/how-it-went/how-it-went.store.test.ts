import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { type CouncilDb, type CouncilReader, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Question } from '../counting/groups.store.ts';
import { countByRules, inOneOrder, isDrift, readLives } from './by-rules.fixture.ts';
import type { Counted } from './counted.ts';
import { shareDefinitions } from './definitions.ts';
import { countDrift } from './drift.store.ts';
import { countHowItWent } from './how-it-went.store.ts';
import { askedOf, type Life, life, liveAll, on } from './lives.fixture.ts';

const { database } = await testDatabase();
class Undo extends Error {}

/** Lives the lives, asks, and forgets them again. */
async function counted(
  council: TestCouncil,
  lives: readonly Life[],
  at: number,
  look: (db: CouncilReader, question: Question) => Promise<void>,
) {
  await council
    .as(council.accounts.lead, async (db) => {
      const question = await askedOf(db, council, on(at));
      await liveAll(db, council, lives);
      await look(db, question);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
}

/** Asks the database and the rules the same, and holds the two together. */
async function sameAsRules(db: CouncilReader, question: Question): Promise<Counted> {
  const expected = countByRules(await readLives(db, question), question);
  const found = await countHowItWent(db, question);
  const drift = await countDrift(db, question);
  const of = (rows: { measure: string }[], page: boolean) =>
    inOneOrder(rows.filter((one) => isDrift(one.measure) === page));
  assert.deepEqual(inOneOrder(found.shares), of(expected.shares, false));
  assert.deepEqual(inOneOrder(drift.shares), of(expected.shares, true));
  assert.deepEqual(inOneOrder(found.spreads), of(expected.spreads, false));
  assert.deepEqual(inOneOrder(drift.spreads), of(expected.spreads, true));
  assert.deepEqual(inOneOrder(found.tallies), inOneOrder(expected.tallies));
  assert.deepEqual(inOneOrder(found.lasted), inOneOrder(expected.lasted));
  return expected;
}

describe('how it went, as a database counts it', async () => {
  const council = await testCouncil(database, 'small-lives');

  it('E7 C2-4 N2 4.1 4.17 is what the pure rules count, on any small history as at any day', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(life, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 100, max: 325 }),
        (lives, at) =>
          counted(council, lives, at, async (db, question) => {
            await sameAsRules(db, question);
          }),
      ),
      { numRuns: 25 },
    ));

  it('E7 every share is the rules’ where many people live in one history, and each has both answers', () =>
    counted(council, fc.sample(life, { numRuns: 150, seed: 20261122 }), 325, async (db, question) => {
      const { shares } = await sameAsRules(db, question);
      const said = (measure: string, answer: 'yes' | 'no') =>
        shares.some((one) => one.measure === measure && one[answer] > 0);
      assert.deepEqual(
        Object.keys(shareDefinitions).filter((one) => !said(one, 'yes') || !said(one, 'no')),
        [],
      );
    }));

  it('4.17 draws no month of entries that fewer than three of us wrote: it would be how one of them writes', async () => {
    const { rowan, priya, sam } = council.accounts;
    const months = async (writers: readonly { accountId: string }[]) => {
      let found: string[] = [];
      await counted(council, [], 300, async (db, question) => {
        await writtenBy(db as CouncilDb, council, writers);
        found = (await countDrift(db, question)).months.map(({ measure }) => measure);
      });
      return found.filter((measure) => /^own|^words/.test(measure)).sort();
    };
    assert.deepEqual(await months([rowan, priya]), []);
    assert.deepEqual(await months([rowan, priya, sam]), ['own-fields', 'words-an-entry', 'words-to-spare']);
  });
});

/** Nine entries of one month about somebody who came to the site, by the writers in turn. */
async function writtenBy(db: CouncilDb, { teams }: TestCouncil, writers: readonly { accountId: string }[]) {
  const [personId, conversationId] = [newId(), newId()];
  const [council, came] = [councilOf(db), `${on(200)}T10:00:00Z`];
  await sql`insert into person (council_id, id, full_name, search_text, created_at) values (${council}, ${personId}, 'Somebody', 's', ${came})`.execute(
    db,
  );
  await sql`insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words, team_id)
    values (${council}, ${newId()}, ${personId}, ${came}, ${on(200)}, 'phone', 'x', 'x', 'agreed', 'x', ${teams.harbour})`.execute(
    db,
  );
  await sql`insert into conversation (council_id, id, person_id, kind, team_id, opened_at)
    values (${council}, ${conversationId}, ${personId}, 1, ${teams.harbour}, ${came})`.execute(db);
  for (let at = 0; at < 9; at += 1)
    await sql`insert into entry (council_id, id, person_id, conversation_id, author_id, happened_at, is_with_person, said, noticed, signed_at)
      values (${council}, ${newId()}, ${personId}, ${conversationId}, ${writers[at % writers.length]?.accountId}, ${came}, true, 'x', 'y', ${came})`.execute(
      db,
    );
}
