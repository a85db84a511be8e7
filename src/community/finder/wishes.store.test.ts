import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { readAsking, readNear } from './asking.ts';
import { findListings, type Looking } from './finder.store.ts';
import type { Wishes } from './wishes.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const near = at('Chandlery', 'ZZ1 1AA', 53.4, -1.5);

/** What a record says of itself beyond its words, as a listing keeps it. */
const particulars = {
  free: {
    costs: [{ text: 'Free', amount: 0 }],
    accessibility: ['Level access, and a hearing loop'],
    ways: ['At a place'],
  },
  dear: {
    costs: [
      { text: '£12, £3 concessions', amount: 12 },
      { text: '£3', amount: 3 },
    ],
    languages: ['English', 'Polish'],
  },
  online: { ways: ['Online'], costs: [{ text: 'Free', amount: 0 }] },
  young: { minimumAge: 11, maximumAge: 17, costs: [{ text: 'Ask', amount: null }] },
};

describe('what is wished for besides words', () => {
  before(async () => {
    const records = [
      service('free', 'Harbour Choir', { ...near, ...weekly('TU') }),
      service('dear', 'Grand Choir', { ...at('Moor Top', 'ZZ9 9ZZ', 53.6, -1.5), ...weekly('TH') }),
      service('online', 'Armchair Choir'),
      service('young', 'School Choir', near),
    ];
    await importFeed(test.database, pinFor(council.councilId, council.accounts.editor), {
      source: feedFile(records),
      name: 'Saltbeck',
    });
    await council.as(council.accounts.editor, async (db) => {
      for (const [sourceId, said] of Object.entries(particulars))
        await sql`update listing set particulars = particulars || ${JSON.stringify(said)}::jsonb
          where council_id = ${council.councilId} and source_id = ${sourceId}`.execute(db);
    });
  });

  const find = async (wishes: Partial<Wishes>, more: Partial<Looking> = {}) => {
    const looking: Looking = {
      things: readAsking('choir').things,
      near: null,
      freshSince: '2026-08-23',
      withOlder: false,
      offset: 0,
      most: 10,
      ...wishes,
      ...more,
    };
    const { found, fresh, unsaid } = await council.as(council.accounts.rowan, (db) =>
      findListings(db, looking),
    );
    return { names: found.map(({ name }) => name.replace(' Choir', '')).sort(), fresh, unsaid, found };
  };

  it('keeps those that say so; those that do not say are counted, and shown last when asked for', async () => {
    assert.deepEqual(await find({ day: 'TU' }).then(({ names, fresh, unsaid }) => [names, fresh, unsaid]), [
      ['Harbour'],
      1,
      2,
    ]);
    const { found } = await find({ day: 'TU' }, { withUnsaid: true });
    assert.deepEqual(
      found.map(({ isSaid }) => isSaid),
      [true, false, false],
    );
  });

  it('free is free for everybody; up to so much is what anybody pays at least', async () => {
    assert.deepEqual(await find({ costAtMost: 0 }).then(({ names, unsaid }) => [names, unsaid]), [
      ['Armchair', 'Harbour'],
      1,
    ]);
    assert.deepEqual((await find({ costAtMost: 5 })).names, ['Armchair', 'Grand', 'Harbour']);
  });

  it('what somebody needs to get in and take part is read in the words directories use', async () => {
    assert.deepEqual((await find({ access: ['step-free', 'hearing'] })).names, ['Harbour']);
    assert.deepEqual((await find({ access: ['parking'] })).names, []);
    assert.equal((await find({ access: ['parking'] })).unsaid, 4, 'worth asking');
  });

  it('a language, an age and how to take part', async () => {
    assert.deepEqual((await find({ language: 'polish' })).names, ['Grand']);
    assert.deepEqual((await find({ age: 74 })).names, ['Armchair', 'Grand', 'Harbour']);
    assert.deepEqual((await find({ age: 12 })).names.length, 4);
    assert.deepEqual((await find({ way: 'Online' })).names, ['Armchair']);
  });

  it('within so many miles, with what comes to you by itself; nothing is lost when the place is unknown', async () => {
    const around = { near: readNear('ZZ1 1AA') };
    assert.deepEqual((await find({ withinMiles: 5 }, around)).names, ['Armchair', 'Harbour', 'School']);
    assert.equal((await find({ withinMiles: 20 }, around)).names.length, 4);
    assert.equal((await find({ withinMiles: 5 }, { near: readNear('Nowhereville') })).names.length, 4);
  });

  it('all at once, with no words too', async () => {
    const all: Partial<Wishes> = {
      day: 'TU',
      costAtMost: 0,
      access: ['hearing'],
      age: 74,
      withinMiles: 3,
      way: 'At a place',
    };
    assert.deepEqual((await find(all, { near: readNear('zz1'), things: [] })).names, ['Harbour']);
  });
});
