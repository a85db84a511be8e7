import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type TestCouncil, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
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
});
