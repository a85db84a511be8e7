import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, type TestAccount, testCouncil } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { testHouse, type Visitor } from '../../test/house.ts';
import { dueToday } from '../conversations/calendar/calendar.store.ts';
import { comeAlongside } from '../people/opening.store.ts';
import { addAddress, addGift, makePerson } from '../people/people.store.ts';
import { readTimeline } from '../people/timeline/timeline.fixture.ts';
import { newId } from '../platform/ids.ts';
import { at, feedFile, service, weekly } from './feeds/feed.fixture.ts';
import { importFeed } from './feeds/import-feed.ts';
import { introductionsOf } from './introductions/introductions.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { signIn } = await testHouse(database);
const { rowan, marsh, editor, analyst } = council.accounts;
const records = [
  service('choir', 'Harbour Choir', { ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5), ...weekly('TU') }),
  service('repair', 'Repair café', {
    ...at('Old Ropeworks', 'ZZ1 2BB', 53.41, -1.5),
    url: 'www.repair.example.org',
  }),
  service('old', 'Chapel Choir', { assured_date: '2026-01-10' }),
  service('bad', ' '),
];

let personId = '';
let choir = '';
let asRowan: Visitor;
let asEditor: Visitor;

before(async () => {
  await importFeed(database, pinFor(council.councilId, editor), {
    source: feedFile(records),
    name: 'Saltbeck directory',
  });
  personId = await council.as(rowan, async (db) => {
    const id = await makePerson(db, {
      fullName: 'Wilfred Ashdown',
      knownAs: 'Wilf',
      whatMatters: 'I want to sing again. I like the sea.',
    });
    await addGift(db, id, 'mends anything with a motor');
    await addAddress(db, id, { lines: '2 Quay Street', postcode: 'ZZ1 9ZZ', isProtected: false });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  });
  const { rows } = await sql<{
    id: string;
  }>`select id from listing where council_id = ${council.councilId} and name = 'Harbour Choir'`.execute(
    database,
  );
  choir = rows[0]?.id ?? '';
  asRowan = await signIn(council, rowan);
  asEditor = await signIn(council, editor);
});

/** Which introductions the calendar tells a worker to ask about. */
const askedAboutBy = async (who: TestAccount, now: string) =>
  (await council.as(who, (db) => dueToday(db, true), new Date(now))).filter(
    ({ kind }) => kind === 'introduction-ask',
  );

describe('the community finder', () => {
  it('answers ordinary words near a place, with when it is next on and who checked it', async () => {
    const page = await asRowan.get('/community?q=somewhere+to+sing&near=ZZ1');
    assert.equal(page.statusCode, 200);
    for (const words of [
      'Harbour Choir',
      'Next on Tuesday 24 November',
      'about half a mile away',
      'Checked 21 days ago, says Saltbeck directory',
    ])
      assert.ok(page.body.includes(words), words);
    assert.ok(!page.body.includes('Chapel Choir'), 'not checked for longer than 90 days');
    assert.match(page.body, /Also show 1 older one, ring first/);
    assert.match((await asRowan.get('/community?q=choir&older=yes')).body, /Chapel Choir/);
  });

  it('looks near the person it is for, in their half postcode, and writes that it was looked at', async () => {
    const { body } = await asRowan.json(`/community?q=choir&person=${personId}`);
    assert.equal(body.near, 'ZZ1');
    assert.match((await asRowan.get(`/community?q=choir&person=${personId}`)).body, /Introduce Wilf/);
    const { rows } = await council.as(rowan, (db) =>
      sql<{
        count: number;
      }>`select count(*) from audit_entry where person_id = ${personId} and route = '/community'`.execute(db),
    );
    assert.equal(rows[0]?.count, 2);
  });

  it('W5 W4 is not a way round a closed record, nor does it tell where a protected address is', async () => {
    const asMarsh = await signIn(council, marsh);
    assert.equal((await asMarsh.get(`/community?person=${personId}`)).statusCode, 403);
    assert.equal((await asEditor.get(`/community?person=${personId}`)).statusCode, 403);
    const hiding = await council.as(rowan, async (db) => {
      const id = await makePerson(db, { fullName: 'Hidden Person' });
      await addAddress(db, id, { lines: '1 Quiet Way', postcode: 'ZZ1 1AA', isProtected: true });
      await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
      return id;
    });
    assert.equal((await asRowan.json(`/community?person=${hiding}`)).body.near, '');
  });

  it('odd addresses are answered as if the odd part were not there', async () => {
    for (const url of [
      '/community?day=XX&page=-3&older=no',
      '/community?q=a&q=b',
      `/community?q=${'x'.repeat(400)}`,
      '/community?person=nobody',
    ])
      assert.equal((await asRowan.get(url)).statusCode, 200, url);
    assert.equal((await asRowan.get(`/community/${newId()}`)).statusCode, 404);
    assert.equal((await asRowan.get('/community/not-an-id')).statusCode, 404);
  });

  it('is for those who look after people or the directory', async () => {
    assert.equal((await (await signIn(council, analyst)).get('/community')).statusCode, 403);
    assert.equal((await asEditor.get('/community')).statusCode, 200);
  });
});

describe('a listing', () => {
  it('is checked in one press, saying who said so; an empty box comes back beside the field', async () => {
    const empty = await asRowan.post(`/community/${choir}/checked`, { checkedBy: ' ' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write who told you it is right/);
    assert.equal(
      (await asRowan.post(`/community/${choir}/checked`, { checkedBy: 'Sandra who runs it' })).statusCode,
      303,
    );
    assert.match(
      (await asRowan.get(`/community/${choir}`)).body,
      /Checked today by Sandra who runs it \(21 November 2026\)/,
    );
  });

  it('told to be wrong says so on its page and to the editor, until it is next checked', async () => {
    await asRowan.post(`/community/${choir}/wrong`, { wrong: 'It moved to Thursdays' });
    assert.match((await asRowan.get(`/community/${choir}`)).body, /It moved to Thursdays/);
    assert.match((await asEditor.get('/community/feeds')).body, /It moved to Thursdays/);
    await asEditor.post(`/community/${choir}/checked`, { checkedBy: 'Sandra' });
    assert.ok(!(await asEditor.get('/community/feeds')).body.includes('It moved to Thursdays'));
  });

  it('what we know is added, and two people cannot write over each other', async () => {
    const { body } = await asRowan.json(`/community/${choir}`);
    const fields = {
      whatItIsLike: 'Nobody minds if you cannot sing',
      whatItIsLikeBy: 'Nell',
      room: 'room for more',
      version: String(body.version),
    };
    assert.equal((await asRowan.post(`/community/${choir}/known`, fields)).statusCode, 303);
    const second = await asEditor.post(`/community/${choir}/known`, {
      ...fields,
      whatItIsLike: 'Something else',
    });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /Nobody minds if you cannot sing/);
    assert.match(second.body, /Something else/);
  });

  it('a colleague who was told says that it is paused, only for now, or on as usual', async () => {
    const say = (fields: Record<string, string>) => asRowan.post(`/community/${choir}/standing`, fields);
    await say({ standing: 'paused', day: '5 January 2027', pausedWords: 'The hall is being painted' });
    const paused = (await asRowan.get(`/community/${choir}`)).body;
    assert.match(paused, /Paused until 5 January 2027\. The hall is being painted/);
    assert.match(paused, /Tuesday 5 January/, 'next on when it is back');
    assert.equal((await say({ standing: 'only for now', day: '' })).statusCode, 422);
    assert.equal((await say({ standing: 'only for now', day: '1 January 2020' })).statusCode, 422);
    await say({ standing: 'only for now', day: '18 December 2026' });
    const forNow = (await asRowan.get(`/community/${choir}`)).body;
    assert.match(forNow, /Only for now: the last day is 18 December 2026/);
    assert.doesNotMatch(forNow, /Paused until/);
    await say({ standing: 'on as usual' });
    assert.doesNotMatch((await asRowan.get(`/community/${choir}`)).body, /the last day is|Paused until/);
  });

  it('rests only by the directory’s editor, with why, and comes back', async () => {
    assert.equal((await asRowan.post(`/community/${choir}/rest`, { why: 'no' })).statusCode, 403);
    await asEditor.post(`/community/${choir}/rest`, { why: 'Sandra is away' });
    assert.ok(!(await asRowan.get('/community?q=choir')).body.includes('Harbour Choir'));
    assert.match(
      (await asRowan.get(`/community/${choir}`)).body,
      /Resting since 21 November 2026: Sandra is away/,
    );
    await asEditor.post(`/community/${choir}/return`, {});
    assert.match((await asRowan.get('/community?q=choir')).body, /Harbour Choir/);
  });
});

describe('the feeds page', () => {
  it('shows the editor every record that was mended or refused, with its reasons', async () => {
    const page = await asEditor.get('/community/feeds');
    assert.match(page.body, /2 accepted, 1 mended, 1 refused/);
    const link = /href="(\/community\/feeds\/[^"]+)"/.exec(page.body)?.[1] ?? '';
    assert.match((await asEditor.get(link)).body, /Has no name/);
    assert.match((await asEditor.get(`${link}?outcome=mended`)).body, /Had no http/);
    assert.equal((await asRowan.get(link)).statusCode, 403);
  });

  it('a gap is written down, for a person or for nobody, and reaches the editor without their name', async () => {
    await asRowan.post('/community/gaps', {
      words: 'somewhere to race pigeons',
      place: 'Saltbeck',
      person: personId,
    });
    const page = await asEditor.get('/community/gaps');
    assert.match(page.body, /somewhere to race pigeons, near Saltbeck/);
    assert.ok(!page.body.includes('Wilf'));
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 5));
    assert.ok(
      story.some(({ title }) => title === 'Asked for and not there: somewhere to race pigeons near Saltbeck'),
    );
    const again = await asRowan.post('/community/gaps', { words: '', place: 'Saltbeck' });
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /Write what was asked for/);
  });
});

describe('introducing somebody', () => {
  const offer = () => ({
    listing: choir,
    why: 'He used to sing bass',
    how: 'going-along',
    permission: 'Go on then, if you come with me',
  });
  const mine = () => council.as(rowan, (db) => introductionsOf(db, personId));

  it('C1-3 ideas say why each is shown', async () => {
    const page = await asRowan.get(`/people/${personId}/community`);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Shown because of what matters: “I want to sing again.”/);
    assert.match(page.body, /Shown because of a gift: “mends anything with a motor”/);
  });

  it('needs why, how and the person’s own yes; what was typed is kept', async () => {
    const page = await asRowan.post(`/people/${personId}/introductions`, {
      listing: choir,
      why: 'He used to sing bass',
    });
    assert.equal(page.statusCode, 422);
    assert.match(page.body, /Write how they said yes/);
    assert.match(page.body, /Choose how they would like to be introduced/);
    assert.match(page.body, /He used to sing bass/);
  });

  it('pressing twice offers once, and a second offer of the same group says so', async () => {
    const submission = newId();
    const [one, two] = await Promise.all(
      [1, 2].map(() => asRowan.post(`/people/${personId}/introductions`, { ...offer(), submission })),
    );
    assert.deepEqual([one?.statusCode, two?.statusCode], [303, 303]);
    assert.equal((await mine()).length, 1);
    const third = await asRowan.post(`/people/${personId}/introductions`, offer());
    assert.equal(third.statusCode, 409);
    assert.match(third.body, /being introduced to this group already/i);
  });

  it('goes in order, tells the person’s story each time, and asks two weeks and 30 and 90 days on', async () => {
    const id = (await mine())[0]?.introductionId ?? '';
    const refused = await asRowan.post(`/introductions/${id}/went`, {});
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Rule Introductions/);
    for (const step of ['agreed', 'introduced'])
      assert.equal((await asRowan.post(`/introductions/${id}/${step}`, {})).statusCode, 303, step);
    const toAsk = async (now: string) => (await askedAboutBy(rowan, now)).map(({ says }) => says);
    assert.deepEqual(await toAsk('2026-12-04T10:00:00Z'), []);
    assert.deepEqual(await toAsk('2026-12-05T10:00:00Z'), ['Did they go to Harbour Choir?']);
    await asRowan.post(`/introductions/${id}/not-yet`, {});
    await asRowan.post(`/introductions/${id}/went`, {});
    assert.deepEqual(await toAsk('2026-12-20T10:00:00Z'), []);
    assert.deepEqual(await toAsk('2026-12-21T10:00:00Z'), ['Are they still going to Harbour Choir?']);
    const story = await council.as(rowan, (db) => readTimeline(db, personId, 20));
    const titles = story.filter(({ kind }) => kind === 'introduction').map(({ title }) => title);
    assert.deepEqual(titles.sort(), [
      'Introduced: Harbour Choir',
      'Offered: Harbour Choir',
      'Said yes to being introduced: Harbour Choir',
      'Went: Harbour Choir',
    ]);
  });

  it('“not for me” needs why, is an honest answer, and ends it', async () => {
    const id = (await mine())[0]?.introductionId ?? '';
    assert.equal((await asRowan.post(`/introductions/${id}/not-for-me`, { why: '' })).statusCode, 422);
    assert.equal(
      (await asRowan.post(`/introductions/${id}/not-for-me`, { why: 'Too loud for me' })).statusCode,
      303,
    );
    assert.match((await asRowan.get(`/people/${personId}/community`)).body, /Too loud for me/);
    assert.equal((await asRowan.post(`/introductions/${id}/agreed`, {})).statusCode, 409);
    assert.equal(
      (await asRowan.post(`/people/${personId}/introductions`, offer())).statusCode,
      303,
      'it may be offered again',
    );
  });

  it('the slip holds the group and nobody’s name', async () => {
    const id = (await mine())[0]?.introductionId ?? '';
    const slip = await asRowan.get(`/introductions/${id}/slip`);
    assert.match(slip.body, /Harbour Choir/);
    for (const name of ['Wilf', 'Ashdown', 'sing bass']) assert.ok(!slip.body.includes(name), name);
    const { rows } = await council.as(rowan, (db) =>
      sql<{ act: string }>`select act from audit_entry where route = '/introductions/:id/slip'`.execute(db),
    );
    assert.deepEqual(
      rows.map(({ act }) => act),
      ['print'],
    );
  });

  it('W5 another team cannot read, move or print it; another council does not know of it', async () => {
    const id = (await mine())[0]?.introductionId ?? '';
    const asMarsh = await signIn(council, marsh);
    const other = await testCouncil(database, 'elsewhere');
    const elsewhere = await signIn(other, other.accounts.rowan);
    for (const [who, status] of [
      [asMarsh, 403],
      [elsewhere, 404],
    ] as const) {
      assert.equal((await who.get(`/introductions/${id}`)).statusCode, status);
      assert.equal((await who.get(`/introductions/${id}/slip`)).statusCode, status);
      assert.equal((await who.post(`/introductions/${id}/agreed`, {})).statusCode, status);
    }
    assert.equal((await elsewhere.get(`/community/${choir}`)).statusCode, 404);
    const unseen = await other.as(other.accounts.rowan, (db) =>
      sql<{
        count: number;
      }>`select (select count(*) from introduction) + (select count(*) from gap) + (select count(*) from listing_concern)
        + (select count(*) from feed_record) as count`.execute(db),
    );
    assert.equal(unseen.rows[0]?.count, 0);
    assert.deepEqual(await askedAboutBy(marsh, '2027-06-01T10:00:00Z'), []);
  });

  it('a form without this session’s token changes nothing', async () => {
    const before = await mine();
    const page = await asRowan.post(`/introductions/${before[0]?.introductionId}/agreed`, { csrf: 'stolen' });
    assert.equal(page.statusCode, 403);
    assert.deepEqual(await mine(), before);
  });
});
