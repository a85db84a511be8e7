import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { councilOf, readRows } from '../../platform/db/council.ts';
import { at, feedFile, service } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { placeLinkId } from './records/place-record.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const elsewhere = await testCouncil(database, 'elsewhere-test');
const home = await testHouse(database);

/** Planted where nobody outside may ever read them. */
const canary = 'Zqcanary';
const secretNumbers = ['07700 900111', '07700900222', '+44 7700 900 333'];
const words = `Ring ${secretNumbers[1]} or ${secretNumbers[2]}, or write to jo.${canary}@gmail.com.`;
const personal = {
  description: `We meet on Mondays. ${words}`,
  ...{ email: `jo.${canary}@gmail.com`, alert: words, eligibility_description: words },
  application_process: words,
  phones: [{ id: 'p', number: secretNumbers[0], description: canary }],
  contacts: [{ id: 'c', name: canary, phones: [{ id: 'd', number: '01632 960123', description: canary }] }],
  organization: { id: 'o', name: 'Harbour Club', description: words, email: `jo.${canary}@gmail.com` },
  schedules: [{ id: 's', freq: 'WEEKLY', byday: 'MO', description: words }],
  assurer_email: `${canary}@larkfield.example.org`,
};
const hidden = {
  ...at(`${canary} House`, 'ZZ9 9ZY', 53.333333, 0.444444),
  description: `${canary} refuge accommodation at 1 ${canary} House Row, ZZ9 9ZY.`,
  attributes: [
    { id: 'a', taxonomy_term: { id: `t-${canary}`, name: `${canary} refuges`, taxonomy: canary } },
  ],
  service_areas: [{ id: 'sa', name: canary }],
};
const records = [
  service('plain', 'Harbour Club', personal),
  service('refuge', `${canary} Women’s Refuge`, hidden),
  service('resting', `${canary} Resting Club`, at(`${canary} Hall`, 'ZZ8 8ZZ', 53.1, 0.1)),
];

const get = (url: string) => home.house.server.inject({ method: 'GET', url });
const byName = (name: string) =>
  council.as(council.accounts.editor, async (db) => {
    const rows = await readRows<{ id: string }>(
      db,
      sql`select id from listing where council_id = ${councilOf(db)} and name like ${`%${name}%`}`,
    );
    return rows[0]?.id ?? '';
  });

describe('what stays here', () => {
  before(async () => {
    for (const [of, feed] of [
      [council, records],
      [elsewhere, [service('theirs', `${canary} of another council`)]],
    ] as const)
      await importFeed(
        database,
        { councilId: of.councilId, actor: of.accounts.editor, now: testNow, requestId: 'test' },
        { source: feedFile(feed), name: 'Larkfield' },
      );
    await council.as(council.accounts.editor, async (db) => {
      await sql`update listing set state = 'resting', state_why = ${canary}, state_since = '2026-11-01', rested_by = 'editor'
        where council_id = ${councilOf(db)} and source_id = 'resting'`.execute(db);
      await sql`update listing set who_to_ask_for = ${canary}, can_go_with = ${canary}, checked_by = ${canary},
          what_it_is_like = 'Warm', what_it_is_like_by = ${canary}
        where council_id = ${councilOf(db)} and source_id = 'plain'`.execute(db);
    });
  });

  it('A1 no answer of any endpoint tells of a refuge, a person’s own number or address, or what rests', async () => {
    const root = '/at/saltbeck-test/open-referral';
    const lists = ['services', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];
    const asked = [root, ...lists.map((list) => `${root}/${list}`)];
    asked.push(`${root}/services?search=refuge`, `${root}/services?search=${canary}`);
    asked.push(`${root}/service_at_locations?postcode=ZZ9+9ZY&proximity=100000`);
    asked.push(`${root}/services?modified_after=2020-01-01`);
    for (const url of [...asked]) {
      const { contents = [] } = (await get(url)).json() as { contents?: { id: string }[] };
      for (const { id } of contents) asked.push(`${url.split('?')[0]}/${id}`);
    }
    assert.ok(asked.length > 10);
    for (const url of asked) {
      const answer = await get(url);
      assert.doesNotMatch(answer.body, new RegExp(canary, 'i'), url);
      assert.doesNotMatch(answer.body.replace(/[\s()+-]/g, ''), /7700900\d{3}|ZZ99ZY|53\.333|0\.4444/, url);
      assert.doesNotMatch(answer.body, /refuge/i, url);
    }
  });

  it('A4 by its id it is as if it were not there: a refuge, its place, what rests, and another council’s', async () => {
    const refuge = await byName('Women');
    const resting = await byName('Resting');
    const ids = [refuge, resting].flatMap((id) => [
      `/at/saltbeck-test/open-referral/services/${id}`,
      `/at/saltbeck-test/open-referral/service_at_locations/${placeLinkId(id, 0)}`,
    ]);
    const plain = await byName('Harbour Club');
    const shown = await get(`/at/saltbeck-test/open-referral/services/${plain}`);
    assert.equal(shown.statusCode, 200);
    assert.match(shown.body, /We meet on Mondays/);
    assert.match(shown.body, /01632 960123/);
    for (const url of [...ids, `/at/elsewhere-test/open-referral/services/${plain}`])
      assert.equal((await get(url)).statusCode, 404, url);
  });
});
