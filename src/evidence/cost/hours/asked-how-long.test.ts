import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { someoneInCrisis } from '../../../conversations/crisis/crisis.fixture.ts';
import { readRows } from '../../../platform/db/council.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan, priya } = council.accounts;
const asRowan = await home.signIn(council, rowan);
const { personId, conversationId } = await someoneInCrisis(council);

const minutesIn = (table: string) =>
  council.as(rowan, (db) =>
    readRows<{ minutes: number | null }>(
      db,
      sql`select minutes from ${sql.table(table)} order by minutes nulls last`,
    ),
  );
const kept = async (table: string) => (await minutesIn(table)).map(({ minutes }) => minutes);

/** Every place where contact is written down, how to write there, and what the question is called in it. */
const places = [
  {
    ...{
      table: 'entry',
      page: `/people/${personId}/write`,
      url: `/people/${personId}/entries`,
      field: 'howLong',
    },
    fields: { withWhom: 'Dilys', when: 'yesterday 2pm', isWithPerson: 'yes', said: 'I slept.' },
  },
  {
    ...{ table: 'crisis_contact', page: `/conversations/${conversationId}/crisis`, field: 'howLong' },
    url: `/conversations/${conversationId}/crisis/contacts`,
    fields: { line: 'Sat with her', withPerson: 'yes' },
  },
  {
    ...{ table: 'peer_share', page: `/conversations/${conversationId}/crisis`, field: 'talkedFor' },
    url: `/conversations/${conversationId}/crisis/peers`,
    fields: { attendees: priya.accountId, whatWeHeard: 'Tea first' },
  },
  {
    ...{ table: 'patch_visit', page: '/community/visits/new', url: '/community/visits', field: 'howLong' },
    fields: { kind: 'walk', place: 'Quay Street', visitedOn: '19 November 2026', learned: 'A bench' },
  },
  {
    ...{
      table: 'community_conversation',
      page: '/community/conversations/new',
      url: '/community/conversations',
    },
    field: 'howLong',
    fields: {
      heldOn: '19 November 2026',
      place: 'The launderette',
      hostedBy: 'Meg',
      heard: 'A bench, please',
    },
  },
];

describe('“About how long?” where contact is written', () => {
  for (const { table, page, url, field, fields } of places)
    it(`${table}: is asked, may be left empty, and is read as people write it`, async () => {
      assert.match((await asRowan.get(page)).body, /About how long\?/);
      assert.equal((await asRowan.post(url, fields)).statusCode, 303);
      assert.equal((await asRowan.post(url, { ...fields, [field]: '1h 30' })).statusCode, 303);
      assert.deepEqual(await kept(table), [90, null]);
      const unread = await asRowan.post(url, { ...fields, [field]: 'ages' });
      assert.equal(unread.statusCode, 422);
      assert.match(unread.body, /Write it like 40, 1h 30 or half an hour/);
      assert.match(unread.body, /value="ages"/);
    });

  it('is read from the words when they plainly say it, and marked as such; an answer goes before them', async () => {
    const write = (more: Record<string, string>) =>
      asRowan.post(`/people/${personId}/entries`, {
        ...{ withWhom: 'Dilys', when: 'yesterday 3pm', isWithPerson: 'yes', place: 'by phone, 20 minutes' },
        ...{ said: 'All right.', ...more },
      });
    await write({});
    await write({ howLong: '25' });
    const rows = await council.as(rowan, (db) =>
      readRows(
        db,
        sql`select minutes, minutes_from_words as "fromWords" from entry where place like 'by phone%' order by minutes`,
      ),
    );
    assert.deepEqual(rows, [
      { minutes: 20, fromWords: true },
      { minutes: 25, fromWords: false },
    ]);
  });
});
