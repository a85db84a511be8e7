import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { addDays } from '../../../platform/clock.ts';
import type { CouncilDb } from '../../../platform/db/council.ts';
import { currentLoad } from '../reading/load.store.ts';
import { loadHistory } from '../reading/load.ts';
import { countByRules, type LifeEvent, placeOf, sorted } from './by-rules.fixture.ts';
import { countLoad } from './counting.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'brought');
const startedOn = '2025-01-01';
class Undo extends Error {}

/** Loads a made-up history inside a transaction that is taken back, and asks something of it. */
async function loaded(
  lives: readonly LifeEvent[],
  ask: (db: CouncilDb, load: number, bands: readonly string[]) => Promise<void>,
): Promise<void> {
  await council
    .as(council.accounts.analyst, async (db) => {
      const text = lives.map((one) => JSON.stringify(one)).join('\n');
      const open = async function* () {
        yield Buffer.from(text);
      };
      const done = await loadHistory((act) => act(db), {
        name: 'Made up',
        open,
        takenOn: addDays(startedOn, 420),
      });
      assert.equal(done.outcome, 'kept', JSON.stringify(done));
      const { words } = (await currentLoad(db, done.historyId)) ?? {};
      await ask(db, done.load, words?.ageBand ?? []);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
}

const day = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 45 }));
const long = fc.option(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4 })), {
  freq: 3,
});
const what = fc.constantFrom<[string, string | undefined, boolean]>(
  ['contact', undefined, true],
  ['contact', 'signposted', true],
  ['contact', 'no service', true],
  ['contact', undefined, false],
  ['conversation', undefined, true],
  ['conversation', 'conversation 1', true],
  ['conversation', 'conversation 2', true],
  ['conversation', 'conversation 3', true],
  ['service start', 'community', true],
  ['service start', 'long-term', true],
  ['service start', 'nursing', true],
  ['service start', 'st-max', true],
  ['service start', 'low-level', true],
  ['service start', 'one-off', true],
  ['review', undefined, false],
  ['move away', undefined, false],
  ['death', undefined, false],
  ['introduction', undefined, false],
  ['conference', undefined, false],
);
const happening = fc.record({ who: fc.integer({ min: 0, max: 3 }), day, long, what });
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;
const asEvent = ({ who, day, long, what: [event, kind, lasts] }: Happening): LifeEvent => {
  const starts = addDays(startedOn, day);
  const ends =
    lasts && long !== null ? { ends: addDays(starts, event === 'contact' ? Math.min(long, 9) : long) } : {};
  const cost = event === 'service start' && day % 3 > 0 ? { 'weekly cost': 100 + day } : {};
  return {
    person: `p${who}`,
    'age band': `band ${who % 2}`,
    event,
    starts,
    ...ends,
    ...(kind ? { kind } : {}),
    ...cost,
  };
};

describe('a history brought from another system', () => {
  it('E1 E2 E3 E4 E5 E6 E7 are counted as the pure rules count, on any small history and as at any past day', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 1, maxLength: 30 }),
        day,
        day,
        async (happenings, since, until) => {
          const lives = happenings.map(asEvent);
          await loaded(lives, async (db, load, bands) => {
            const from = addDays(startedOn, Math.min(since, 60));
            const asOf = addDays(startedOn, Math.max(until, since, 200));
            const counted = await countLoad(db, { load, from, asOf });
            const among = counted.among.map((one) => ({ ...one, place: placeOf(bands[one.place] ?? '') }));
            const found = { ...counted, among };
            assert.deepEqual(sorted(found), sorted(countByRules(lives, from, asOf)));
          });
        },
      ),
      { numRuns: 100, includeErrorInReport: true },
    );
  });
});
