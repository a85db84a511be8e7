import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { councilOf } from '../../../platform/db/council.ts';
import { aSharer } from '../sharing.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const staff = council.accounts.rowan;
const rowan = await home.signIn(council, staff);

const talk = {
  ...{ talkedOn: '20 November 2026', whoWasThere: 'Mags and I', wasApart: 'yes' },
  ...{ words: 'He asks to see her telephone', lookAgainOn: '' },
};

async function magsSharesWithCarol() {
  const mags = await aSharer(home, council, 'Mags');
  await mags.visitor.post(`/my/share/promise/${mags.promise}`, {
    ...{ who: 'new', name: 'Carol Reed', kind: 'family-or-friend', length: 'month' },
  });
  const { body } = await rowan.get(`/people/${mags.personId}/sharing`);
  const sharingId = new RegExp(`/people/${mags.personId}/sharing/([0-9a-f-]{36})`).exec(body)?.[1];
  return { mags, at: `/people/${mags.personId}/sharing/${sharingId}` };
}

const carols = async (personId: string) => {
  const { rows } = await council.as(staff, (db) =>
    sql<{
      accountId: string | null;
      door: string | null;
    }>`select w.account_id as "accountId", o.id as door from sharing_with w
      left join own_page o on o.council_id = w.council_id and o.account_id = w.account_id and o.ended_at is null
      where w.council_id = ${councilOf(db)} and w.person_id = ${personId}`.execute(db),
  );
  return rows[0];
};

/** Signs in as the account that was opened for Carol. */
const carol = async (personId: string) =>
  home.signIn(council, {
    ...{
      accountId: (await carols(personId))?.accountId ?? '',
      name: 'Carol Reed',
      role: 'delegate',
      teamIds: [],
    },
  });

describe('a page for whoever somebody shares with', () => {
  it('W2 is not opened before pressure was talked about with the person alone', async () => {
    const { mags, at } = await magsSharesWithCarol();
    const tooSoon = await rowan.post(`${at}/page`, { account: 'new', number: '730158' });
    assert.equal(tooSoon.statusCode, 409);
    assert.match(tooSoon.body, /nobody has talked with the person alone about pressure/i);
    assert.equal((await carols(mags.personId))?.accountId, null);
    const notApart = await rowan.post(`${at}/talks`, { ...talk, wasApart: '' });
    assert.equal(notApart.statusCode, 422);
    assert.match(notApart.body, /not in the room/);
    for (const missing of ['whoWasThere', 'words'])
      assert.equal((await rowan.post(`${at}/talks`, { ...talk, [missing]: '' })).statusCode, 422, missing);
    assert.equal((await rowan.post(`${at}/talks`, { ...talk, talkedOn: '1 December 2026' })).statusCode, 422);
  });

  it('W2 opens after it, shows what is shared and nothing of the talk, which the person’s page has not either', async () => {
    const { mags, at } = await magsSharesWithCarol();
    assert.equal((await rowan.post(`${at}/talks`, talk)).statusCode, 303);
    assert.match((await rowan.get(at)).body, /He asks to see her telephone/);
    assert.equal((await rowan.post(`${at}/page`, { account: 'new', number: '730158' })).statusCode, 303);
    const page = await (await carol(mags.personId)).get('/shared');
    assert.match(page.body, /rings the housing team for Mags/);
    for (const url of ['/my', '/my/sharing', '/my/talked']) {
      const { body } = await mags.visitor.get(url);
      assert.doesNotMatch(body, /telephone|pressure/i, url);
    }
    assert.doesNotMatch(page.body, /telephone|pressure/i);
    const together = await rowan.get(`/people/${mags.personId}/together/sharing`);
    assert.doesNotMatch(together.body, /her telephone/);
  });

  it('S2 has a letter with a way in, shown once, that says nothing of who shares or what', async () => {
    const { mags, at } = await magsSharesWithCarol();
    await rowan.post(`${at}/talks`, talk);
    await rowan.post(`${at}/page`, { account: 'new', number: '730158' });
    const door = (await carols(mags.personId))?.door;
    const letter = await rowan.post(`/people/${mags.personId}/sharing/doors/${door}/letter`, {});
    assert.equal(letter.statusCode, 200);
    const copy = /<article class="app-copy">.*<\/article>/s.exec(letter.body)?.[0] ?? '';
    assert.match(copy, /Dear Carol Reed/);
    assert.doesNotMatch(copy, /Mags|Devlin|730158/);
    const other = await aSharer(home, council, 'Wilf');
    const elsewhere = await rowan.post(`/people/${other.personId}/sharing/doors/${door}/letter`, {});
    assert.equal(elsewhere.statusCode, 404);
  });

  it('W2 a talk that was to be had again by now opens nothing', async () => {
    const { at } = await magsSharesWithCarol();
    await rowan.post(`${at}/talks`, { ...talk, lookAgainOn: '21 November 2026' });
    home.clock.set('2026-11-22T09:32:00Z');
    try {
      const late = await (await home.signIn(council, staff)).post(`${at}/page`, {
        account: 'new',
        number: '730158',
      });
      assert.equal(late.statusCode, 409);
    } finally {
      home.clock.set('2026-11-21T09:32:00Z');
    }
  });

  it('W2 stands on Today from the day pressure is to be talked about again, until it was', async () => {
    const { mags, at } = await magsSharesWithCarol();
    await rowan.post(`${at}/talks`, { ...talk, lookAgainOn: '22 November 2026' });
    await rowan.post(`${at}/page`, { account: 'new', number: '730158' });
    const line = new RegExp(`about sharing with Carol Reed.*href="${at}"`, 's');
    assert.doesNotMatch((await rowan.get('/today')).body, line);
    assert.doesNotMatch((await mags.visitor.get('/my')).body, /pressure/i);
    home.clock.set('2026-11-22T09:32:00Z');
    try {
      const later = await home.signIn(council, staff);
      assert.match((await later.get('/today')).body, line);
      const marlow = await home.signIn(council, council.accounts.marsh);
      assert.doesNotMatch((await marlow.get('/today')).body, line);
      const talked = { ...talk, talkedOn: '22 November 2026' };
      assert.equal((await later.post(`${at}/talks`, talked)).statusCode, 303);
      assert.doesNotMatch((await later.get('/today')).body, line);
    } finally {
      home.clock.set('2026-11-21T09:32:00Z');
    }
  });

  it('W2 A7 a worker stops it at once on a worry, and only staff know why', async () => {
    const { mags, at } = await magsSharesWithCarol();
    await rowan.post(`${at}/talks`, talk);
    await rowan.post(`${at}/page`, { account: 'new', number: '730158' });
    const reader = await carol(mags.personId);
    assert.match((await reader.get('/shared')).body, /rings the housing team/);
    const noReason = await rowan.post(`${at}/stop`, { words: '', tell: 'not-safe' });
    assert.equal(noReason.statusCode, 422);
    const stopped = await rowan.post(`${at}/stop`, { words: 'She came with bruises', tell: 'not-safe' });
    assert.equal(stopped.statusCode, 303);
    const after = await reader.get('/shared');
    assert.notEqual(after.statusCode, 200);
    assert.doesNotMatch(after.body, /housing/);
    assert.match((await mags.visitor.get('/my/sharing')).body, /You share nothing with anybody/);
    for (const url of ['/my', '/my/sharing', '/my/talked'])
      assert.doesNotMatch((await mags.visitor.get(url)).body, /bruises/, url);
    const { rows } = await council.as(staff, (db) =>
      sql<{ account_id: string | null; about: string }>`select account_id, about from news
        where council_id = ${councilOf(db)} and person_id = ${mags.personId} and about = 'sharing-ended'`.execute(
        db,
      ),
    );
    assert.deepEqual(
      rows,
      [{ account_id: null, about: 'sharing-ended' }],
      'the person is told; Carol is not',
    );
  });

  it('W5 is for those alongside the person', async () => {
    const { at } = await magsSharesWithCarol();
    const marlow = await home.signIn(council, council.accounts.marsh);
    assert.equal((await marlow.get(at)).statusCode, 403);
    assert.equal((await marlow.post(`${at}/stop`, { words: 'a worry', tell: 'yes' })).statusCode, 403);
  });
});
