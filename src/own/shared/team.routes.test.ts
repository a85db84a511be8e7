import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestAccount, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { councilOf } from '../../platform/db/council.ts';
import { aSharer, type Sharer, shareWith } from '../sharing/sharing.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const staff = council.accounts.rowan;
const rowan = await home.signIn(council, staff);
const { harbour } = council.teams;

/** A colleague from elsewhere joins the harbour team, as a worker puts them in it. */
async function joins(
  { personId }: Sharer,
  name: string,
  worksIn: 'health' | 'education',
  organisation: string,
  number: string,
): Promise<TestAccount> {
  const { status, body } = await rowan.json(`/people/${personId}/sharing/colleagues`, {
    ...{ team: harbour, name, worksIn, organisation, number, email: '' },
  });
  assert.equal(status, 200, JSON.stringify(body));
  return { accountId: String(body.accountId), name, role: 'delegate', teamIds: [harbour] };
}

const page = `/shared/team/${harbour}`;
const lineOf = (body: string, words: RegExp): string => {
  const article = body.split('<article').find((part) => words.test(part)) ?? '';
  return /\/shared\/lines\/([0-9a-f-]{36})/.exec(article)?.[1] ?? 'none';
};

describe('a team of all ages holds one story, fact by fact', () => {
  it('W2 health and education see what Mags shares with the team, and each only what she shares with them alone', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const asha = await joins(mags, 'Asha', 'health', 'Saltbeck Community Trust', '730158');
    const ben = await joins(mags, 'Ben', 'education', 'Saltbeck College', '816203');
    const [nurse, tutor] = [await home.signIn(council, asha), await home.signIn(council, ben)];

    // Nothing before she shares: to be in a team alongside her shows nothing of her.
    for (const one of [nurse, tutor])
      assert.match((await one.get(page)).body, /Nothing is shared with you now/);

    // With the whole team, by name of everybody who would see.
    const choose = await mags.visitor.get(`/my/share/promise/${mags.promise}`);
    assert.match(choose.body, /Asha, Saltbeck Community Trust/);
    assert.match(choose.body, /Ben, Saltbeck College/);
    const team = { who: `team:${harbour}`, length: 'month' };
    assert.equal((await mags.visitor.post(`/my/share/promise/${mags.promise}`, team)).statusCode, 303);
    for (const one of [nurse, tutor]) {
      const { body } = await one.get(page);
      assert.match(body, /rings the housing team for Mags/);
      assert.match(body, /Social care/);
      assert.doesNotMatch(body, /wants to sing/);
    }

    // With Ben alone: the same story, another line.
    const { sharingId } = await shareWith(council, mags, ben, []);
    assert.equal(
      (await mags.visitor.post(`/my/share/talked/${mags.talked}`, { who: sharingId, length: 'week' }))
        .statusCode,
      303,
    );
    assert.match((await tutor.get('/shared')).body, /wants to sing/);
    assert.doesNotMatch((await nurse.get('/shared')).body, /wants to sing/);
    assert.doesNotMatch((await nurse.get(page)).body, /wants to sing/);

    // The nurse adds a fact of her own; it is Mags's to put in her story, and to share on line by line.
    const line = lineOf((await nurse.get(page)).body, /housing/);
    const own = await nurse.post(`/shared/lines/${line}/own`, {
      words: 'Her dressing is changed on Mondays',
    });
    assert.equal(own.statusCode, 303);
    assert.doesNotMatch((await tutor.get(page)).body, /dressing/);
    const waiting = await mags.visitor.get('/my/sharing');
    assert.match(waiting.body, /Asha, Saltbeck Community Trust, says/);
    const answer = /sharing\/answers\/([0-9a-f-]{36})/.exec(waiting.body)?.[1];
    await mags.visitor.post(`/my/sharing/answers/${answer}`, { settled: 'joined' });
    assert.match((await mags.visitor.get('/my/talked')).body, /dressing is changed on Mondays/);
    assert.doesNotMatch((await tutor.get(page)).body, /dressing/);

    const fact = await factFrom(mags, answer ?? '');
    const shared = (await mags.visitor.get('/my/sharing')).body;
    const teamSharing =
      /sharing\/with\/([0-9a-f-]{36})">Stop sharing with Harbour team/.exec(shared)?.[1] ?? 'none';
    await mags.visitor.post(`/my/share/talked/${fact}`, { who: teamSharing, length: 'week' });
    const seen = (await tutor.get(page)).body;
    assert.match(seen, /dressing is changed on Mondays/);
    assert.match(seen, /Health · Asha, Saltbeck Community Trust/);

    // Taken back from the team, it is gone for both at their next page; Ben's own line stands.
    await mags.visitor.post(`/my/sharing/with/${teamSharing}/end`, {});
    for (const one of [nurse, tutor])
      assert.match((await one.get(page)).body, /Nothing is shared with you now/);
    assert.match((await tutor.get('/shared')).body, /wants to sing/);
  });

  it('W2 a colleague sees what is for them alone on the page they have, and neither ends with the other', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const ben = await joins(mags, 'Ben Three', 'education', 'Saltbeck College', '816405');
    const tutor = await home.signIn(council, ben);
    await mags.visitor.post(`/my/share/promise/${mags.promise}`, { who: `team:${harbour}`, length: 'month' });
    const alone = async () => {
      await mags.visitor.post(`/my/share/talked/${mags.talked}`, {
        ...{ who: 'new', name: 'My tutor Ben', kind: 'education', length: 'week' },
      });
      const list = (await rowan.get(`/people/${mags.personId}/sharing`)).body;
      const [, at = 'none'] = /href="([^"]+)">My tutor Ben</.exec(list) ?? [];
      await rowan.post(`${at}/talks`, {
        ...{
          talkedOn: '20 November 2026',
          whoWasThere: 'Mags and I',
          wasApart: 'yes',
          words: 'Her own wish',
        },
      });
      assert.match((await rowan.get(at)).body, /On the page Ben Three has already, from Saltbeck College/);
      assert.equal((await rowan.post(`${at}/page`, { account: ben.accountId })).statusCode, 303);
      assert.match((await tutor.get('/shared')).body, /wants to sing/);
      return at.split('/').at(-1);
    };
    await mags.visitor.post(`/my/sharing/with/${await alone()}/end`, {});
    assert.doesNotMatch((await tutor.get('/shared')).body, /wants to sing/);
    assert.match((await tutor.get(page)).body, /housing team for Mags/);
    await alone();
    await rowan.post(`/people/${mags.personId}/sharing/colleagues/${harbour}/${ben.accountId}/leave`, {});
    assert.doesNotMatch((await tutor.get(page)).body, /housing/);
    assert.match((await tutor.get('/shared')).body, /wants to sing/);
  });

  it('W5 A7 whoever leaves the team sees nothing of it at their next page, though they are signed in', async () => {
    const mags = await aSharer(home, council, 'Mags');
    const asha = await joins(mags, 'Asha Two', 'health', 'Saltbeck Community Trust', '730259');
    await mags.visitor.post(`/my/share/promise/${mags.promise}`, { who: `team:${harbour}`, length: 'month' });
    const nurse = await home.signIn(council, asha);
    assert.match((await nurse.get(page)).body, /housing team for Mags/);
    const left = await rowan.post(
      `/people/${mags.personId}/sharing/colleagues/${harbour}/${asha.accountId}/leave`,
      {},
    );
    assert.equal(left.statusCode, 303);
    assert.doesNotMatch((await nurse.get(page)).body, /housing/);
  });

  it('W5 is the page of nobody who is not in the team, staff included: they open the record', async () => {
    const mags = await aSharer(home, council, 'Mags');
    await joins(mags, 'Asha Three', 'health', 'Saltbeck Community Trust', '730360');
    await mags.visitor.post(`/my/share/promise/${mags.promise}`, { who: `team:${harbour}`, length: 'month' });
    assert.equal((await rowan.get(page)).statusCode, 403);
    const ben = await joins(mags, 'Ben Two', 'education', 'Saltbeck College', '816304');
    const tutor = await home.signIn(council, ben);
    assert.equal((await tutor.get(`/shared/team/${council.teams.marsh}`)).statusCode, 404);
  });
});

/** The line that what she put in her story became. */
async function factFrom({ personId }: Sharer, answerId: string): Promise<string> {
  const { rows } = await council.as(staff, (db) =>
    sql<{
      id: string;
    }>`select id from timeline_event where council_id = ${councilOf(db)} and person_id = ${personId}
      and source_id = ${answerId}`.execute(db),
  );
  return rows[0]?.id ?? 'none';
}
