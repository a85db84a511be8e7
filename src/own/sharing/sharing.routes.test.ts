import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { delegateAccount, ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { addPersonAround, makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import { aSharer, shareWith } from './sharing.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const rowan = await home.signIn(council, council.accounts.rowan);

const carol = { who: 'new', name: 'Carol Reed', kind: 'family-or-friend', relation: 'my niece' };

/** The one line as it is shown, without the page around it. */
const lineIn = (body: string): string =>
  /<div class="app-shared-line">.*?<\/dl>.*?<\/div>/s.exec(body)?.[0] ?? 'no line';

describe('sharing one line', () => {
  it('W2 shows exactly what they would see, before it is shared', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const june = await delegateAccount(council, mags.personId, 'June');
    const before = await mags.visitor.get(`/my/share/talked/${mags.talked}`);
    assert.match(before.body, /They would see just this/);
    assert.doesNotMatch(before.body, /thought-for-staff/);
    await shareWith(council, mags, june, [['talked', mags.talked]]);
    const after = await (await home.signIn(council, june)).get('/shared');
    assert.match(lineIn(before.body), /wants to sing/);
    assert.equal(lineIn(before.body), lineIn(after.body));
  });

  it('W2 shares with somebody by name, on paper, until a day; they have no account by it', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const at = `/my/share/promise/${mags.promise}`;
    const accounts = () =>
      council.as(council.accounts.rowan, (db) =>
        sql<{ n: number }>`select count(*) as n from account where council_id = ${councilOf(db)}`.execute(db),
      );
    const before = (await accounts()).rows[0]?.n;
    assert.equal((await mags.visitor.post(at, { ...carol, length: 'month' })).statusCode, 303);
    assert.equal((await accounts()).rows[0]?.n, before);
    const { body } = await mags.visitor.get('/my/sharing');
    assert.match(body, /Carol Reed, my niece/);
    assert.match(body, /They have no page here/);
    assert.match(body, /Until 21 December 2026/);
    assert.match(body, /rings the housing team for Mags/);
  });

  it('W2 asks who, and until when, and takes no day beyond a year or gone by', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const at = `/my/share/promise/${mags.promise}`;
    const nobody = await mags.visitor.post(at, {});
    assert.equal(nobody.statusCode, 422);
    assert.match(nobody.body, /Choose who to share it with/);
    assert.match(nobody.body, /Choose until when/);
    const noName = await mags.visitor.post(at, { who: 'new', length: 'week' });
    assert.match(noName.body, /Write their name/);
    for (const until of ['20 November 2026', '22 November 2027']) {
      const day = await mags.visitor.post(at, { ...carol, length: 'own', until });
      assert.equal(day.statusCode, 409, until);
    }
    assert.match((await mags.visitor.get('/my/sharing')).body, /You share nothing with anybody/);
  });

  it('W2 shares a second line with the same person without asking who they are again', async () => {
    const mags = await aSharer(home, council, 'Mags');
    await mags.visitor.post(`/my/share/promise/${mags.promise}`, { ...carol, length: 'week' });
    const page = await mags.visitor.get(`/my/share/talked/${mags.talked}`);
    const who = /name="who" type="radio" value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? 'none';
    assert.equal(
      (await mags.visitor.post(`/my/share/talked/${mags.talked}`, { who, length: 'week' })).statusCode,
      303,
    );
    const { body } = await mags.visitor.get('/my/sharing');
    assert.equal(body.split('Carol Reed, my niece').length, 2);
    assert.match(body, /wants to sing/);
  });

  it('W2 somebody around them is one press, and is there once: what is stopped is stopped', async () => {
    const mags = await aSharer(home, council, 'Mags');
    await council.as(council.accounts.rowan, (db) =>
      addPersonAround(db, mags.personId, {
        ...{ name: 'Carol Reed', relation: 'niece', phone: null, gives: null, ifItStopped: null },
        ...{ isCarer: false, carerPersonId: null },
      }),
    );
    const at = `/my/share/promise/${mags.promise}`;
    const who = /value="(around:[0-9a-f-]{36})"/.exec((await mags.visitor.get(at)).body)?.[1] ?? 'none';
    assert.equal((await mags.visitor.post(at, { who, length: 'week' })).statusCode, 303);
    assert.match((await mags.visitor.get('/my/sharing')).body, /Carol Reed, niece/);
    assert.doesNotMatch((await mags.visitor.get(at)).body, /value="around:/, 'she is in the list already');
    const again = await mags.visitor.post(at, { ...carol, name: ' carol  REED', length: 'week' });
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /You share with carol {2}REED now\. Choose them in the list/);
    const wilf = await aSharer(home, council, 'Wilf');
    const other = await wilf.visitor.post(`/my/share/promise/${wilf.promise}`, { who, length: 'week' });
    assert.equal(other.statusCode, 404);
  });

  it('W2 her story says with whom, and that it stopped', async () => {
    const mags = await aSharer(home, council, 'Mags');
    await mags.visitor.post(`/my/share/promise/${mags.promise}`, { ...carol, length: 'week' });
    assert.match((await mags.visitor.get('/my/talked')).body, /With Carol Reed, until 28 November 2026\./);
    const list = (await mags.visitor.get('/my/sharing')).body;
    await mags.visitor.post(`/my/sharing/with/${/with\/([0-9a-f-]{36})/.exec(list)?.[1]}/end`, {});
    assert.match((await mags.visitor.get('/my/talked')).body, /No longer with Carol Reed\./);
  });

  it('W1 shares no line of somebody else, nor one that is held back or not there', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const wilf = await aSharer(home, council, 'Wilf');
    assert.equal((await mags.visitor.get(`/my/share/promise/${wilf.promise}`)).statusCode, 404);
    const posted = await mags.visitor.post(`/my/share/promise/${wilf.promise}`, { ...carol, length: 'week' });
    assert.equal(posted.statusCode, 404);
    assert.equal(
      (await mags.visitor.get(`/my/share/matters/${mags.personId}`)).statusCode,
      404,
      'nothing matters yet',
    );
  });

  it('W2 can be done and undone with a worker, from paper or by phone, in the same words', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const at = `/people/${mags.personId}/together`;
    assert.match((await rowan.get(`${at}/share/promise/${mags.promise}`)).body, /They would see just this/);
    const shared = await rowan.post(`${at}/share/promise/${mags.promise}`, {
      ...{ ...carol, length: 'three-months', told: 'paper' },
    });
    assert.equal(shared.statusCode, 303);
    const { rows } = await council.as(council.accounts.rowan, (db) =>
      sql<{ told: string; id: string }>`select told, id from shared_line
        where council_id = ${councilOf(db)} and person_id = ${mags.personId}`.execute(db),
    );
    assert.equal(rows[0]?.told, 'paper');
    assert.equal(
      (await rowan.post(`${at}/sharing/lines/${rows[0]?.id}/end`, { told: 'phone' })).statusCode,
      303,
    );
    assert.doesNotMatch((await mags.visitor.get('/my/sharing')).body, /rings the housing team/);
  });
});

describe('a year on', () => {
  it('W2 it is over by itself, and beginning again is a new choice', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const june = await delegateAccount(council, mags.personId, 'June');
    const { sharingId } = await shareWith(council, mags, june, [['promise', mags.promise]], '2027-11-21');
    home.clock.set('2027-11-22T09:00:00Z');
    try {
      const later = await home.signIn(council, mags.account);
      assert.match((await later.get('/my/sharing')).body, /You share nothing with anybody/);
      assert.doesNotMatch((await (await home.signIn(council, june)).get('/shared')).body, /Mags/);
      const at = `/my/share/promise/${mags.promise}`;
      assert.equal((await later.post(at, { who: sharingId, length: 'week' })).statusCode, 404);
      assert.equal((await later.post(at, { ...carol, length: 'week' })).statusCode, 303);
    } finally {
      home.clock.set(testNow.toISOString());
    }
  });
});

describe('who it is shared with, when that is somebody with a page of their own', () => {
  it('W2 a carer sees it at their own page, and nothing else of the one who shares', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const carer = await council.as(council.accounts.rowan, async (db) => {
      const id = await makePerson(db, { fullName: 'Carol Reed' });
      await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
      return id;
    });
    const account = await ownAccount(council, carer, 'Carol');
    await shareWith(council, mags, account, [['promise', mags.promise]]);
    const visitor = await home.signIn(council, account);
    const { body } = await visitor.get('/my/shared-with-me');
    assert.match(body, /From Mags/);
    assert.match(body, /rings the housing team for Mags/);
    assert.doesNotMatch(body, /wants to sing/);
    assert.doesNotMatch((await visitor.get('/my')).body, /housing team for Mags/);
    assert.match((await visitor.get('/my/sharing')).body, /See what others share with you/);
    const beside = await rowan.get(`/people/${carer}/together/sharing`);
    assert.doesNotMatch(beside.body, /See what others share/, 'it is shared with Carol, not with Rowan');
    assert.equal((await visitor.get('/shared')).statusCode, 403);
  });
});
