import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { at, feedFile, service, weekly } from '../../community/feeds/feed.fixture.ts';
import { importFeed } from '../../community/feeds/import-feed.ts';
import { offerIntroduction } from '../../community/introductions/offering.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan, editor } = council.accounts;
const near = at('Chandlery', 'ZZ1 1AA', 53.4, -1.5);

const listingNamed = async (name: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from listing where name = ${name}`.execute(database);
  return rows[0]?.id ?? '';
};

describe('ideas near me', () => {
  let personId = '';
  let visitor: Visitor;
  before(async () => {
    const records = [
      service('choir', 'Harbour Choir', { ...near, ...weekly('TU') }),
      service('engines', 'Engine volunteers', { ...near, description: 'Old engines kept running.' }),
      service('old', 'Chapel Choir', { ...near, assured_date: '2025-01-10' }),
      service('chess', 'Chess evening', near),
    ];
    const source = feedFile(records);
    await importFeed(database, pinFor(council.councilId, editor), { source, name: 'Saltbeck' });
    personId = await council.as(rowan, async (db) => {
      const id = await makePerson(db, { fullName: 'Mags Devlin' });
      await sql`update person set what_matters = 'Singing in a choir. Old engines.' where id = ${id}`.execute(
        db,
      );
      await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
      return id;
    });
    visitor = await home.signIn(council, await ownAccount(council, personId));
  });

  it('fit what matters to them, were checked lately, and say why they are there', async () => {
    const { body } = await visitor.get('/my/ideas');
    assert.match(body, /Harbour Choir/);
    assert.match(body, /You said: “Singing in a choir\.”/);
    assert.match(body, /It is on next on Tuesday 24 November/);
    assert.doesNotMatch(body, /Chapel Choir|Chess evening/);
    const [, address = ''] = /href="(\/at\/[^"]+)"/.exec(body) ?? [];
    assert.equal((await visitor.get(address)).statusCode, 200);
  });

  it('what was offered says who thought of it and that they may say yes or no; it is offered once', async () => {
    const listingId = await listingNamed('Harbour Choir');
    await council.as(rowan, (db) =>
      offerIntroduction(db, {
        personId,
        listingId,
        how: 'message',
        why: 'She sings',
        permissionWords: 'Go on',
      }),
    );
    const { body } = await visitor.get('/my/ideas');
    assert.match(body, /Rowan thought of this for you\. Do you want to go\? Tell us yes or no\./);
    assert.equal(body.split('<h3>Harbour Choir').length, 2);
    assert.match(body, /Engine volunteers/);
  });
});
