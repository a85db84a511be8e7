import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { readRows } from '../platform/db/council.ts';
import { Conflict, Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import { at, feedFile, service, weekly } from './feeds/feed.fixture.ts';
import { importFeed } from './feeds/import-feed.ts';
import { saveAdditions } from './listings.store.ts';
import type { Sayable } from './said/sayable.ts';
import { readKept, saveSaid } from './said.store.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const sandra = { kind: 'group' as const, who: 'Sandra who runs it' };
const { editor } = council.accounts;

const importing = (name: string, records: readonly unknown[]) =>
  importFeed(test.database, pinFor(council.councilId, editor), { source: feedFile(records), name });
const listingOf = async (feed: string, sourceId = '1') => {
  const rows = await council.as(editor, (db) =>
    readRows<{ id: string }>(
      db,
      sql`select l.id from listing l join feed f on f.council_id = l.council_id and f.id = l.feed_id
        where l.council_id = ${council.councilId} and f.name = ${feed} and l.source_id = ${sourceId}`,
    ),
  );
  return rows[0]?.id ?? assert.fail('no such listing');
};
const kept = async (id: string) =>
  (await council.as(editor, (db) => readKept(db, [id]))).get(id) ?? assert.fail('no such listing');
const say = (id: string, changes: Partial<Sayable>, version = 1) =>
  council.as(editor, (db) => saveSaid(db, id, changes, sandra, version));

describe('what somebody says of a listing, kept', () => {
  it('an import never writes over it; the editor sees both; when the source agrees the mark goes', async () => {
    const singers = service('1', 'Harbour Singers', {
      ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5),
      ...weekly('TU'),
    });
    await importing('sung', [singers, service('2', 'Bowls')]);
    const id = await listingOf('sung');
    const there = (await kept(id)).places[0] ?? assert.fail('has a place');
    assert.deepEqual(
      await say(id, {
        email: 'sandra@singers.example.org',
        places: [{ ...there, name: 'The Sail Loft', latitude: null, longitude: null }],
      }),
      [],
    );
    const spoken = await kept(id);
    assert.deepEqual([spoken.places[0]?.name, spoken.places[0]?.latitude], ['The Sail Loft', 53.4]);
    assert.match(spoken.otherWords, /Sail Loft/);

    await importing('sung', [
      { ...singers, email: 'office@singers.example.org', fees: 'Free' },
      service('2', 'Bowls'),
    ]);
    const after = await kept(id);
    assert.equal(after.particulars.email, 'sandra@singers.example.org');
    assert.equal(after.said.email?.source, 'office@singers.example.org');
    assert.equal(after.places[0]?.name, 'The Sail Loft');
    assert.equal(after.particulars.costs[0]?.text, 'Free', 'what nobody spoke of is brought up to date');
    assert.deepEqual((await kept(await listingOf('sung', '2'))).said, {});

    await importing('sung', [{ ...singers, email: 'sandra@singers.example.org' }, service('2', 'Bowls')]);
    assert.deepEqual(Object.keys((await kept(id)).said), ['places']);
  });

  it('who to ask for, said by the group, stays through an import; written by staff it is no longer the group’s', async () => {
    await importing('asked', [service('1', 'Darts')]);
    const id = await listingOf('asked');
    await say(id, { whoToAskFor: 'Ask for Sandra', room: 'nearly full' });
    await importing('asked', [service('1', 'Darts', { fees: 'Free' })]);
    const spoken = await kept(id);
    assert.deepEqual(
      [spoken.whoToAskFor, spoken.room, spoken.said.room?.by],
      ['Ask for Sandra', 'nearly full', 'group'],
    );
    const additions = { whatItIsLike: null, whatItIsLikeBy: null, canGoWith: null };
    await council.as(editor, (db) =>
      saveAdditions(
        db,
        id,
        { ...additions, whoToAskFor: 'Ask for Dev', room: 'nearly full' },
        spoken.version,
      ),
    );
    assert.deepEqual(Object.keys((await kept(id)).said), ['room']);
  });

  it('two who write at once do not write over each other, and neither text is lost', async () => {
    await importing('both', [service('1', 'Repair café')]);
    const id = await listingOf('both');
    await say(id, { summary: 'We mend.' });
    await assert.rejects(say(id, { summary: 'We mend together.' }), (error) => {
      assert.ok(error instanceof Conflict);
      assert.deepEqual([error.theirs.words, error.yours], ['We mend.', 'We mend together.']);
      return true;
    });
  });

  it('what is wrong comes back as a problem of its field and nothing is written', async () => {
    await importing('wrong', [service('1', 'Knit and natter')]);
    const id = await listingOf('wrong');
    const problems = await say(id, { name: 'Knitters', email: 'nowhere' });
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['email'],
    );
    assert.equal((await kept(id)).name, 'Knit and natter');
    await assert.rejects(say(newId(), { name: 'Nobody' }), Unknown);
  });

  it('a place that must stay unknown loses its place as soon as somebody says what it is', async () => {
    await importing('quiet', [service('1', 'Larch House', at('Larch House', 'ZZ1 1AB', 53.4, -1.5))]);
    const id = await listingOf('quiet');
    await say(id, { description: 'A refuge for women and children at ZZ1 1AB.' });
    const after = await kept(id);
    assert.deepEqual([after.places, after.particulars.isPlaceWithheld], [[], true]);
    assert.doesNotMatch(JSON.stringify(after), /ZZ1 1AB|Larch House Row/);
  });

  it('A5 another council says nothing of our listings', async () => {
    await importing('ours', [service('1', 'Our walkers')]);
    const id = await listingOf('ours');
    const other = await testCouncil(test.database, 'other-said');
    const theirs = other.as(other.accounts.editor, (db) => saveSaid(db, id, { name: 'Theirs' }, sandra, 1));
    await assert.rejects(theirs, Unknown);
  });
});
