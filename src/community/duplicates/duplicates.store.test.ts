import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { type CouncilDb, type CouncilReader, readRows } from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { saveAdditions, setState } from '../listings.store.ts';
import { readProvenance } from '../said/provenance.store.ts';
import { saveSaid } from '../said.store.ts';
import { findPairs } from './finding.store.ts';
import { joinPair, keepApart, takeApart } from './joining.store.ts';
import { readPair, readPairs } from './pairs.store.ts';

const test = await testDatabase();

/** A council of its own, so that one test's pairs are not another's. */
async function directory(slug: string, feeds: Record<string, readonly unknown[]>) {
  const council = await testCouncil(test.database, slug);
  const { editor } = council.accounts;
  const as = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(editor, act);
  const importing = (name: string, records: readonly unknown[]) =>
    importFeed(test.database, pinFor(council.councilId, editor), { source: feedFile(records), name });
  for (const [name, records] of Object.entries(feeds)) await importing(name, records);
  const find = () => as((db) => findPairs(db));
  await find();
  const lines = (state: 'found' | 'joined' | 'kept apart' = 'found') =>
    as(async (db) => (await readPairs(db, { state, offset: 0, most: 20 })).lines);
  const only = async () => {
    const [line] = await lines();
    return as((db) => readPair(db, line?.pairId ?? assert.fail('one pair is found')));
  };
  const rows = () =>
    as((db) =>
      readRows<Record<string, unknown>>(
        db,
        sql`select * from listing where council_id = ${council.councilId} order by source_id, feed_id`,
      ),
    );
  const pairNow = (pairId: string) => as((db) => readPair(db, pairId));
  return { council, as, importing, find, lines, only, rows, pairNow };
}

const singers = service('1', 'Harbour Singers', {
  ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5),
  ...weekly('TU'),
});
const theSingers = service('a', 'The Harbour Singers (CIO)', at('Chandlery', 'ZZ1 1AA', 53.4, -1.5));
const bowls = service('2', 'Larkfield Bowls', at('Green', 'ZZ2 1AA', 53.5, -1.6));
const two = { Saltbeck: [singers, bowls], Larkfield: [theSingers] };

describe('finding listings that may be one group', () => {
  it('finds the two across feeds with what is the same in words, and nothing else', async () => {
    const { lines } = await directory('finding', two);
    const found = await lines();
    assert.equal(found.length, 1);
    assert.deepEqual([...(found[0]?.names ?? [])].sort(), ['Harbour Singers', 'The Harbour Singers (CIO)']);
    assert.deepEqual(found[0]?.same, ['The same name', 'The same organisation', 'The same postcode']);
  });

  it('does not compare all with all: a council’s own number on every listing makes no pairs of strangers', async () => {
    const many = Array.from({ length: 80 }, (_, n) =>
      service(`${n}`, `Thing ${String.fromCharCode(97 + (n % 26)).repeat(4)}${n}`, {
        phones: [{ number: '01632 960100' }],
      }),
    );
    const { find } = await directory('sharing', { Saltbeck: many });
    assert.deepEqual(await find(), { compared: 0, waiting: 0 });
  });

  it('kept apart, the two are not asked about again until something compared changes', async () => {
    const { only, as, find, lines, importing } = await directory('apart', two);
    const pair = await only();
    await as((db) => keepApart(db, pair.pairId, pair.version));
    await find();
    await importing('Larkfield', [{ ...theSingers, description: 'Now with tea.' }]);
    await find();
    assert.deepEqual([(await lines()).length, (await lines('kept apart')).length], [0, 1]);
    await importing('Larkfield', [{ ...theSingers, phones: [{ number: '01632 960101' }] }]);
    await find();
    assert.deepEqual([(await lines()).length, (await lines('kept apart')).length], [1, 0]);
  });

  it('two that are alike no longer are not asked about', async () => {
    const { find, lines, importing } = await directory('unlike', two);
    await importing('Larkfield', [service('a', 'Marsh Archers', at('Butts', 'ZZ3 1AA', 53.6, -1.7))]);
    await find();
    assert.deepEqual(await lines(), []);
  });

  it('A5 another council’s listings are never compared, nor its pairs read', async () => {
    const ours = await directory('ours-pairs', { Saltbeck: [singers] });
    const theirs = await directory('their-pairs', two);
    assert.deepEqual(await ours.lines(), []);
    const { pairId, version } = await theirs.only();
    await assert.rejects(ours.pairNow(pairId), Unknown);
    await assert.rejects(
      ours.as((db) => keepApart(db, pairId, version)),
      Unknown,
    );
  });
});

describe('joining two listings', () => {
  it('one is shown with both sources, the other stands behind it, and an import does not part them', async () => {
    const { only, as, find, lines, importing, pairNow } = await directory('joining', two);
    const pair = await only();
    const shown = pair.sides.find(({ sourceName }) => sourceName === 'Saltbeck') ?? assert.fail();
    const other = pair.sides.find(({ listingId }) => listingId !== shown.listingId) ?? assert.fail();
    assert.deepEqual(await as((db) => joinPair(db, pair.pairId, shown.listingId, pair.version)), []);
    assert.equal(await as((db) => shownInstead(db, other.listingId)), shown.listingId);
    const { sources } = await as((db) => readProvenance(db, shown.listingId));
    assert.deepEqual(sources, ['Larkfield', 'Saltbeck']);
    await importing('Larkfield', [
      { ...theSingers, name: 'The Harbour Singers choir', email: 'hello@singers.example.org' },
    ]);
    await find();
    const after = await pairNow(pair.pairId);
    assert.equal(after.sides.find(({ listingId }) => listingId === other.listingId)?.state, 'joined');
    assert.deepEqual([after.state, (await lines()).length], ['joined', 0]);
    await assert.rejects(
      as((db) => setState(db, other.listingId, 'listed', null)),
      Unknown,
    );
  });

  it('two who decide at once do not write over each other', async () => {
    const { only, as } = await directory('at-once', two);
    const pair = await only();
    await as((db) => keepApart(db, pair.pairId, pair.version));
    await assert.rejects(
      as((db) => joinPair(db, pair.pairId, pair.sides[0].listingId, pair.version)),
      Conflict,
    );
  });

  it('what was joined into the other is shown as the one shown now, and goes back with it', async () => {
    const third = service('x', 'Harbour Singers', at('Chandlery', 'ZZ1 1AA', 53.4, -1.5));
    const { as, lines, pairNow, rows } = await directory('three', { ...two, Marsh: [third] });
    const found = await lines();
    assert.equal(found.length, 3);
    const before = await rows();
    const pairs = await Promise.all(found.map(({ pairId }) => pairNow(pairId)));
    const idOf = (source: string) =>
      pairs.flatMap(({ sides }) => sides).find(({ sourceName }) => sourceName === source)?.listingId ?? '';
    const between = (one: string, other: string) =>
      pairs.find(({ sides }) => sides.every(({ sourceName }) => [one, other].includes(sourceName ?? ''))) ??
      assert.fail();
    const [first, second] = [between('Marsh', 'Larkfield'), between('Larkfield', 'Saltbeck')];
    await as((db) => joinPair(db, first.pairId, idOf('Larkfield'), first.version));
    await as((db) => joinPair(db, second.pairId, idOf('Saltbeck'), second.version));
    assert.equal(await as((db) => shownInstead(db, idOf('Marsh'))), idOf('Saltbeck'));
    const elsewhere = between('Marsh', 'Saltbeck');
    const problems = await as((db) => joinPair(db, elsewhere.pairId, idOf('Marsh'), elsewhere.version));
    assert.match(problems[0]?.message ?? '', /joined to another already/);
    await as((db) => takeApart(db, second.pairId, second.version + 1));
    assert.equal(await as((db) => shownInstead(db, idOf('Marsh'))), idOf('Larkfield'));
    await as((db) => takeApart(db, first.pairId, first.version + 1));
    assert.deepEqual((await rows()).map(withoutVersion), before.map(withoutVersion));
  });

  it('joined and taken apart, both rows are as they were, whatever each knew and however each stood', async () => {
    const { only, as, rows } = await directory('apart-again', two);
    const pair = await only();
    const [one, other] = pair.sides.map(({ listingId }) => listingId) as [string, string];
    const words = fc.option(fc.constantFrom('Warm', 'Ask Sandra', 'Dev goes along'));
    const known = fc.record({
      ...{ whatItIsLike: words, whatItIsLikeBy: words, whoToAskFor: words, canGoWith: words },
      room: fc.option(fc.constantFrom('full' as const, 'room for more' as const)),
    });
    const checked = fc.option(fc.constantFrom('2026-10-01', '2026-11-01'));
    const hidden = fc.boolean();
    const side = fc.record({
      known,
      checked,
      hidden,
      groupSays: fc.option(fc.constantFrom('nearly full', 'full')),
    });
    await fc.assert(
      fc.asyncProperty(side, side, fc.boolean(), async (mine, its, firstShown) => {
        for (const [id, { known, checked, hidden, groupSays }] of [
          [one, mine],
          [other, its],
        ] as const)
          await as(async (db) => {
            const version = await versionOf(db, id);
            await saveAdditions(db, id, known, version);
            await sql`update listing set checked_on = ${checked}, checked_by = ${checked && 'Sandra'}, said = '{}' where id = ${id}`.execute(
              db,
            );
            if (groupSays)
              await saveSaid(
                db,
                id,
                { room: groupSays as 'full' },
                { kind: 'group', who: 'Sandra' },
                version + 1,
              );
            await setState(db, id, hidden ? 'hidden' : 'listed', hidden ? 'Nobody answered' : null);
          });
        const before = await rows();
        const { version } = await as((db) => readPair(db, pair.pairId));
        await as((db) => joinPair(db, pair.pairId, firstShown ? one : other, version));
        await as((db) => takeApart(db, pair.pairId, version + 1));
        assert.deepEqual((await rows()).map(withoutVersion), before.map(withoutVersion));
      }),
      { numRuns: 25 },
    );
  });

  it('lends what only the other knew, and takes back nothing somebody has written since', async () => {
    const { only, as, council } = await directory('lending', two);
    const pair = await only();
    const [shown, other] = pair.sides.map(({ listingId }) => listingId) as [string, string];
    const nothing = {
      whatItIsLike: null,
      whatItIsLikeBy: null,
      whoToAskFor: null,
      canGoWith: null,
      room: null,
    };
    const knows = { ...nothing, whoToAskFor: 'Sandra', canGoWith: 'Dev' };
    await as(async (db) => saveAdditions(db, other, knows, await versionOf(db, other)));
    await as((db) => joinPair(db, pair.pairId, shown, pair.version));
    assert.deepEqual(await additionsOf(shown), ['Sandra', 'Dev']);
    await as(async (db) =>
      saveAdditions(db, shown, { ...knows, canGoWith: 'Nell' }, await versionOf(db, shown)),
    );
    await as((db) => takeApart(db, pair.pairId, pair.version + 1));
    assert.deepEqual(await additionsOf(shown), [null, 'Nell']);

    async function additionsOf(id: string) {
      const [row] = await as((db) =>
        readRows<{ who: string | null; along: string | null }>(
          db,
          sql`select who_to_ask_for as who, can_go_with as along from listing where council_id = ${council.councilId} and id = ${id}`,
        ),
      );
      return [row?.who, row?.along];
    }
  });
});

const withoutVersion = ({ version: _version, ...row }: Record<string, unknown>) => row;

async function versionOf(db: CouncilDb, id: string): Promise<number> {
  const [row] = await readRows<{ version: number }>(db, sql`select version from listing where id = ${id}`);
  return row?.version ?? 0;
}

/** The listing that is shown in this one's place: itself, unless it was joined into another. */
async function shownInstead(db: CouncilReader, listingId: string): Promise<string | undefined> {
  const [row] = await readRows<{ id: string }>(
    db,
    sql`select coalesce(joined_into, id) as id from listing where id = ${listingId}`,
  );
  return row?.id;
}
