import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil, testNow } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { readRows } from '../../../platform/db/council.ts';
import { feedFile, service } from '../feed.fixture.ts';
import { importFeed } from '../import-feed.ts';
import { beginImport, endImport, keepChunk } from '../imports.store.ts';
import { readRecord } from '../records/read-record.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const { editor } = council.accounts;
const importing = (name: string, records: readonly unknown[]) =>
  importFeed(test.database, pinFor(council.councilId, editor), { source: feedFile(records), name });
const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  council.as(editor, (db) => readRows<Row>(db, query));

interface Whose {
  sourceId: string;
  organisation: string | null;
  id: string | null;
  identifiers: string[];
}
const whose = (feed: string) =>
  rows<Whose>(sql`select l.source_id as "sourceId", o.name as organisation, o.id,
      coalesce((select array_agg(scheme || ' ' || identifier order by scheme) from organisation_identifier i
        where i.council_id = o.council_id and i.organisation_id = o.id), '{}') as identifiers
    from listing l join feed f on f.council_id = l.council_id and f.id = l.feed_id
    left join organisation o on o.council_id = l.council_id and o.id = l.organisation_id
    where l.council_id = ${council.councilId} and f.name = ${feed} order by l.source_id`);
const filed = (feed: string) =>
  rows<{
    term: string;
    taxonomy: string | null;
  }>(sql`select l.source_id || ' ' || t.source_id || ' ' || t.name as term, x.name as taxonomy
    from listing_term lt join listing l on l.council_id = lt.council_id and l.id = lt.listing_id
    join feed f on f.council_id = l.council_id and f.id = l.feed_id
    join taxonomy_term t on t.council_id = lt.council_id and t.id = lt.term_id
    left join taxonomy x on x.council_id = t.council_id and x.id = t.taxonomy_id
    where lt.council_id = ${council.councilId} and f.name = ${feed} order by 1`);

describe('whose listings are and what they are filed under, kept', () => {
  it('one organisation for all the records that name it, by id or nested, and one named by nobody has no row', async () => {
    const charity = { identifier_scheme: 'GB-CHC', identifier: '1098765' };
    const records = [
      service('1', 'Singers', {
        organization: { id: 'o1', name: 'Friends', organization_identifiers: [charity] },
      }),
      service('2', 'Bowls', { organization: undefined, organization_id: 'o1' }),
      service('3', 'Whist', { organization: undefined, organization_id: 'o2' }),
    ];
    await importing('whose', records);
    const first = await whose('whose');
    assert.deepEqual(
      first.map(({ organisation }) => organisation),
      ['Friends', 'Friends', null],
    );
    assert.equal(first[0]?.id, first[1]?.id);
    assert.deepEqual(first[0]?.identifiers, ['GB-CHC 1098765']);

    const company = { identifier_scheme: 'GB-COH', identifier: '1234567' };
    await importing('whose', [
      service('1', 'Singers', {
        organization: { id: 'o1', name: 'Old Friends', organization_identifiers: [company] },
      }),
      records[1],
      records[2],
    ]);
    const again = await whose('whose');
    assert.deepEqual(
      [again[1]?.id, again[1]?.organisation, again[1]?.identifiers],
      [first[0]?.id, 'Old Friends', ['GB-COH 01234567']],
    );
  });

  it('an organisation named later than its id, and one that runs a place which must stay unknown', async () => {
    const women = { id: 'w', name: 'Larch Women’s Aid', description: 'At 1 Larch Row.' };
    const quiet = service('z1', 'Larch House', { organization: women });
    const context = { feed: { name: 'late', url: 'late' }, today: '2026-11-21' };
    const reading = (...records: object[]) => records.map((record) => readRecord(3, record, context));
    const byId = service('s0', 'Group', { organization: undefined, organization_id: 'late' });
    const named = service('s1', 'Tea', { organization: { id: 'late', name: 'Latecomers' } });
    await council.as(editor, async (db) => {
      const underway = await beginImport(db, { name: 'late', source: 'late', startedAt: testNow });
      await keepChunk(db, underway, reading(quiet, byId));
      await keepChunk(
        db,
        underway,
        reading(named, service('z2', 'Coffee', { organization: { ...women, name: 'Larch' } })),
      );
      const whole = { brokenBecause: null, isShort: false, keepsWhatWasRead: false, notes: [] };
      await endImport(db, underway, { ...whole, finishedAt: testNow });
    });
    const found = await whose('late');
    assert.equal(found.find(({ sourceId }) => sourceId === 's0')?.organisation, 'Latecomers');
    const [told] = await rows<{ described: number }>(
      sql`select count(description)::integer as described from organisation where council_id = ${council.councilId} and source_id = 'w'`,
    );
    assert.equal(told?.described, 0);
  });

  it('user-led is ours: an import does not touch it', async () => {
    const record = service('1', 'Walkers', { organization: { id: 'o1', name: 'Walkers' } });
    await importing('led', [record]);
    await council.as(editor, (db) =>
      sql`update organisation set is_user_led = true, user_led_by = 'group', user_led_on = '2026-11-01'
        where council_id = ${council.councilId} and name = 'Walkers'`.execute(db),
    );
    await importing('led', [{ ...record, organization: { id: 'o1', name: 'The Walkers' } }]);
    const [led] = await rows<{ is_user_led: boolean }>(
      sql`select is_user_led from organisation where council_id = ${council.councilId} and name = 'The Walkers'`,
    );
    assert.equal(led?.is_user_led, true);
  });

  it('terms by their own ids, and a listing that leaves one leaves it', async () => {
    const term = (id: string, name: string) => ({
      id: `a${id}`,
      taxonomy_term: { id, name, taxonomy: 'Topics' },
    });
    const [walks, tea] = [term('odd/1', 'Walks'), term('2', 'Tea')];
    await importing('filed', [
      service('1', 'Walkers', { attributes: [walks, tea] }),
      service('2', 'Tea', { attributes: [tea] }),
    ]);
    assert.deepEqual(
      (await filed('filed')).map(({ term }) => term),
      ['1 2 Tea', '1 odd/1 Walks', '2 2 Tea'],
    );
    assert.equal((await filed('filed'))[0]?.taxonomy, 'Topics');
    await importing('filed', [
      service('1', 'Walkers', { attributes: [term('odd/1', 'Long walks')] }),
      service('2', 'Tea'),
    ]);
    assert.deepEqual(
      (await filed('filed')).map(({ term }) => term),
      ['1 odd/1 Long walks'],
    );
  });
});
