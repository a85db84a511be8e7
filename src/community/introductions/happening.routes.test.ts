import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { pinFor, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { makeLink } from '../../access/links/links.store.ts';
import { dueToday } from '../../conversations/calendar/calendar.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { cameFromIntroductions, waitingFor } from './for-the-group.store.ts';
import { introductionsOf } from './introductions.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { house, signIn, clock } = await testHouse(database, {
  publicUrl: 'https://alongside.saltbeck.example',
});
const { rowan, marsh, editor } = council.accounts;

let asRowan: Visitor;
let choir = '';
let shed = '';
let code = '';
let shedCode = '';

const listingNamed = async (name: string) => {
  const { rows } = await sql<{
    id: string;
  }>`select id from listing where council_id = ${council.councilId} and name = ${name}`.execute(database);
  return rows[0]?.id ?? '';
};

before(async () => {
  const records = [
    service('choir', 'Harbour Choir', { ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5), ...weekly('TU') }),
    service('shed', 'Boat shed', {}),
  ];
  await importFeed(database, pinFor(council.councilId, editor), {
    source: feedFile(records),
    name: 'Saltbeck directory',
  });
  choir = await listingNamed('Harbour Choir');
  shed = await listingNamed('Boat shed');
  [code, shedCode] = await council.as(editor, async (db) => [
    await makeLink(db, { kind: 'listing', subjectId: choir }),
    await makeLink(db, { kind: 'listing', subjectId: shed }),
  ]);
  asRowan = await signIn(council, rowan);
});

/** Somebody new each time, alongside the Harbour team. */
const somebody = (name: string) =>
  council.as(rowan, async (db) => {
    const id = await makePerson(db, { fullName: name });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  });

const offer = async (personId: string, more: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  asRowan.post(`/people/${personId}/introductions`, {
    listing: choir,
    why: 'She used to sing',
    how: 'message',
    permission: 'Go on then',
    ...more,
  });

const newest = async (personId: string) => {
  const [one] = await council.as(rowan, (db) => introductionsOf(db, personId), clock.now());
  if (!one) throw new Error('nothing was offered');
  return one;
};

/** Another day, when Rowan signs in again. */
const onTheDay = async (instant: string): Promise<void> => {
  clock.set(instant);
  asRowan = await signIn(council, rowan);
};

/** Offered, and the group asked. */
async function askedFor(name: string, more: Record<string, string> = {}) {
  const personId = await somebody(name);
  assert.equal((await offer(personId, more)).statusCode, 303);
  const { introductionId } = await newest(personId);
  assert.equal((await asRowan.post(`/introductions/${introductionId}/asked`, {})).statusCode, 303);
  return { personId, id: introductionId };
}

const asGroup = (url: string, fields: Record<string, string> = {}, from = 'http://localhost') =>
  house.server.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost',
      origin: from,
      'sec-fetch-site': from === 'http://localhost' ? 'same-origin' : 'cross-site',
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ submission: newId(), ...fields }).toString(),
  });
const groupPage = async (at = code) =>
  (await house.server.inject({ url: `/g/${at}/introductions`, headers: { host: 'localhost' } })).body;
const on = <Value>(read: (db: CouncilDb) => Promise<Value>) => council.as(rowan, read, clock.now());

describe('W2 what leaves about a person', () => {
  it('with nothing said yes to, the group reads only that somebody would like to come, and when', async () => {
    await askedFor('Ottoline Brackenbury', { comesFrom: '1 December 2026' });
    const { waiting } = await on((db) => waitingFor(db, choir));
    const [one] = waiting.asked;
    assert.deepEqual(one && { ...one, introductionId: '' }, {
      ...{
        introductionId: '',
        askedOn: '2026-11-21',
        answer: null,
        notBefore: null,
        comesFrom: '2026-12-01',
      },
      ...{ lines: [], saidTheyCameOn: null },
    });
    const page = await groupPage();
    assert.match(page, /Somebody would like to come, from 1 December 2026/);
    for (const words of ['Ottoline', 'Brackenbury', 'used to sing', 'Go on then', 'Rowan'])
      assert.ok(!page.includes(words), words);
    const json = await house.server.inject({
      url: `/g/${code}/introductions`,
      headers: { host: 'localhost', accept: 'application/json' },
    });
    assert.ok(!/personId|Ottoline|listingName/.test(json.body), json.body);
  });

  it('before it is asked the group sees nothing at all, and a slip asks it nothing', async () => {
    const personId = await somebody('Piers Quillfeather');
    await offer(personId, { how: 'slip' });
    const one = await newest(personId);
    const refused = await asRowan.post(`/introductions/${one.introductionId}/asked`, {});
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /take it from there/);
    const { waiting } = await on((db) => waitingFor(db, choir));
    assert.ok(!waiting.asked.some(({ introductionId }) => introductionId === one.introductionId));
  });

  it('each line needs its own yes, is read word for word, and goes the moment it is taken back', async () => {
    const { personId, id } = await askedFor('Nesta Applegarth');
    const write = (fields: Record<string, string>) => asRowan.post(`/introductions/${id}/lines`, fields);
    await write({ kind: 'phone', line: '01632 960 999' });
    await write({ kind: 'first-name', line: 'Nesta', yes: 'Yes, tell them my name' });
    assert.equal((await write({ kind: 'first-name', line: '' })).statusCode, 422);
    let page = await groupPage();
    assert.match(page, /Nesta/);
    assert.ok(!page.includes('960 999'), 'nobody has asked about the number');
    const staff = await asRowan.get(`/introductions/${id}`);
    assert.match(staff.body, /What the group reads/);
    const ids = [...staff.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ids.filter((one, place) => ids.indexOf(one) !== place),
      [],
      'no field has another’s id',
    );
    assert.match(staff.body, /has not been asked. The group is not told/);
    const { body } = await asRowan.json(`/introductions/${id}`);
    const lines = body.lines as { lineId: string; kind: string }[];
    const lineOf = (kind: string) =>
      `/introductions/${id}/lines/${lines.find((one) => one.kind === kind)?.lineId}`;
    const wordless = await asRowan.post(`${lineOf('phone')}/yes`, { said: '' });
    assert.equal(wordless.statusCode, 422);
    assert.match(wordless.body, /Write how they said yes/);
    assert.equal((await asRowan.post(`${lineOf('phone')}/no`, { said: 'Not the phone' })).statusCode, 303);
    assert.equal((await asRowan.post(`${lineOf('phone')}/yes`, { said: 'Oh, why not' })).statusCode, 409);
    assert.equal((await asRowan.post(`${lineOf('first-name')}/take-back`, {})).statusCode, 303);
    page = await groupPage();
    assert.ok(!page.includes('Nesta') && !page.includes('960 999'));
    const story = await on((db) => readTimeline(db, personId, 20));
    for (const title of ['may be told', 'is not told', 'is no longer told'])
      assert.ok(
        story.some((one) => one.title.startsWith(`The group ${title}`)),
        title,
      );
  });

  it('W3 who looked: the group’s page leaves a line for each person it is about', async () => {
    const { personId } = await askedFor('Wren Halloway');
    await groupPage();
    const { rows } = await on((db) =>
      sql<{
        account: string | null;
      }>`select account_id as account from audit_entry where person_id = ${personId} and route = '/g/:code/introductions'`.execute(
        db,
      ),
    );
    assert.deepEqual(rows, [{ account: null }]);
  });
});

describe('the group answers on its own page', () => {
  it('yes is one press, tells the person’s story, and is the group’s own', async () => {
    const { personId, id } = await askedFor('Idris Fenwick');
    const yes = await asGroup(`/g/${code}/introductions/${id}/yes`, { words: 'Come at ten to two' });
    assert.equal(yes.statusCode, 303);
    assert.equal(yes.headers.location, `/g/${code}`);
    const one = await newest(personId);
    assert.deepEqual(
      [one.stage, one.groupAnswer, one.groupAnsweredBy],
      ['agreed', 'yes', 'the group, on its page'],
    );
    const [told] = await on((db) => readTimeline(db, personId, 1));
    assert.equal(told?.title, 'The group said yes: Harbour Choir');
    assert.equal(told?.byLine, 'The group');
    assert.equal((await asGroup(`/g/${code}/introductions/${id}/later`)).statusCode, 409);
  });

  it('“not before May” is kept, nobody writes a yes for it, and it is asked about again in May', async () => {
    const { personId, id } = await askedFor('Cordelia Marlpit');
    const wrong = await asGroup(`/g/${code}/introductions/${id}/later`, {
      about: id,
      notBefore: 'when it is warm',
    });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /Write the day like/);
    const later = await asGroup(`/g/${code}/introductions/${id}/later`, { notBefore: '1 May 2027' });
    assert.equal(later.statusCode, 303);
    const one = await newest(personId);
    assert.deepEqual([one.stage, one.askOn, one.groupNotBefore], ['offered', '2027-05-01', '2027-05-01']);
    const bare = await asRowan.post(`/introductions/${id}/agreed`, {});
    assert.equal(bare.statusCode, 409);
    assert.match(bare.body, /not before 1 May 2027/);
    const due = await council.as(rowan, (db) => dueToday(db, true), new Date('2027-05-01T09:00:00Z'));
    assert.ok(due.some(({ says }) => says === 'Has Harbour Choir said whether they may come?'));
    const own = await asRowan.post(`/introductions/${id}/group-answer`, {
      answer: 'yes',
      groupWords: 'We found a chair',
      groupBy: 'Sandra',
    });
    assert.equal(own.statusCode, 303);
    assert.equal((await newest(personId)).groupAnsweredBy, 'Sandra, to Rowan');
  });

  it('no needs no reason, and ends it without blame', async () => {
    const { personId, id } = await askedFor('Bartholomew Rusk');
    assert.equal((await asGroup(`/g/${code}/introductions/${id}/no`)).statusCode, 303);
    const one = await newest(personId);
    assert.equal(one.stage, 'declined-by-group');
    assert.equal(one.endedWhy, 'They did not say why, and need not');
    assert.ok(!(await groupPage()).includes(id));
    assert.match((await asRowan.get(`/introductions/${id}`)).body, /Offer it again, when they like/);
  });

  it('“they came” asks the worker and moves nothing; the person’s answer may differ', async () => {
    const { personId, id } = await askedFor('Tamsin Oakes');
    await asGroup(`/g/${code}/introductions/${id}/yes`);
    await asRowan.post(`/introductions/${id}/introduced`, {});
    const future = await asGroup(`/g/${code}/introductions/${id}/came`, { on: '30 November 2026' });
    assert.equal(future.statusCode, 409);
    assert.equal((await asGroup(`/g/${code}/introductions/${id}/came`)).statusCode, 303);
    const one = await newest(personId);
    assert.deepEqual([one.stage, one.wentOn, one.askOn], ['introduced', null, '2026-11-21']);
    assert.deepEqual(one.said, [{ who: 'group', what: 'went', happenedOn: '2026-11-21', words: null }]);
    assert.match(await groupPage(), /You said that they came Saturday 21 November/);
    const said = {
      who: 'person',
      what: 'not-going',
      saidOn: '21 November 2026',
      saidWords: 'That was my sister',
    };
    assert.equal((await asRowan.post(`/introductions/${id}/said`, said)).statusCode, 303);
    const page = (await asRowan.get(`/introductions/${id}`)).body;
    assert.match(page, /That was my sister/);
    assert.match(page, /The group:/);
  });

  it('may not fill somebody’s story: ten times a day are told of one introduction, and then it is asked to ring', async () => {
    const { personId, id } = await askedFor('Ambrose Pike');
    const later = () => asGroup(`/g/${code}/introductions/${id}/later`, { notBefore: '1 March 2027' });
    const statuses: number[] = [];
    for (let time = 0; time < 11; time += 1) statuses.push((await later()).statusCode);
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 303), 409]);
    const told = await on((db) => readTimeline(db, personId, 50));
    assert.equal(told.filter(({ byLine }) => byLine === 'The group').length, 10);
  });

  it('S3 opens for that group only, from our own pages only, and never by looking', async () => {
    const { personId, id } = await askedFor('Ludo Pennyweight');
    for (const [url, status] of [
      [`/g/${shedCode}/introductions/${id}/yes`, 404],
      [`/g/${code}/introductions/${newId()}/yes`, 404],
      [`/g/aaaa-bbbb-cccc/introductions/${id}/yes`, 404],
    ] as const)
      assert.equal((await asGroup(url)).statusCode, status, url);
    assert.equal(
      (await asGroup(`/g/${code}/introductions/${id}/yes`, {}, 'https://elsewhere.example')).statusCode,
      403,
    );
    const look = await house.server.inject({
      url: `/g/${code}/introductions/${id}/yes`,
      headers: { host: 'localhost' },
    });
    assert.equal(look.statusCode, 404);
    const { stage, groupAnswer } = await newest(personId);
    assert.deepEqual([stage, groupAnswer], ['offered', null]);
    const unasked = await somebody('Hester Vane');
    await offer(unasked);
    const { introductionId } = await newest(unasked);
    assert.equal((await asGroup(`/g/${code}/introductions/${introductionId}/yes`)).statusCode, 404);
  });

  it('S3 by e-mail it gets a letter that names nobody, with the address of its own page', async () => {
    const personId = await somebody('Florian Askew');
    await offer(personId, { listing: shed });
    const { introductionId } = await newest(personId);
    const unknown = await asRowan.post(`/introductions/${introductionId}/asked`, { way: 'e-mail' });
    assert.equal(unknown.statusCode, 409);
    assert.match(unknown.body, /no e-mail address they want to be asked at/);
    await on((db) =>
      sql`insert into asking_way (council_id, listing_id, way, ask_to)
        values (${councilOf(db)}, ${shed}, 'e-mail', 'shed@boats.example.org')`.execute(db),
    );
    const sent = await asRowan.post(`/introductions/${introductionId}/asked`, { way: 'e-mail' });
    assert.equal(sent.statusCode, 303);
    const { rows } = await on((db) =>
      sql<{ to: string; words: string }>`select mail_to as to, words from outgoing_mail`.execute(db),
    );
    assert.equal(rows[0]?.to, 'shed@boats.example.org');
    assert.match(rows[0]?.words ?? '', /https:\/\/alongside\.saltbeck\.example\/g\/\w{4}-\w{4}-\w{4}/);
    assert.ok(!/Florian|Askew|Rowan|used to sing/.test(rows[0]?.words ?? ''));
    const given = /\/g\/([\w-]+)/.exec(rows[0]?.words ?? '')?.[1] ?? '';
    assert.match(await groupPage(given), /Somebody would like to come/);
  });
});

describe('what a group can welcome', () => {
  it('as many as it said this month: the offer says so, takes the next month, and bends to the group’s own yes', async () => {
    const saved = await asGroup(`/g/${shedCode}/welcomes`, { aMonth: '1', until: '' });
    assert.equal(saved.statusCode, 303);
    assert.equal((await asGroup(`/g/${shedCode}/welcomes`, { aMonth: 'a few' })).statusCode, 422);
    const first = await somebody('Rafferty Pell');
    await offer(first, { listing: shed });
    const one = (await newest(first)).introductionId;
    for (const step of ['agreed', 'introduced']) await asRowan.post(`/introductions/${one}/${step}`, {});
    const second = await somebody('Sunniva Crake');
    const form = await asRowan.get(`/people/${second}/introductions/new?listing=${shed}`);
    assert.match(form.body, /Boat shed welcomes one person a month/);
    assert.match(form.body, /value="1 December 2026"/);
    const refused = await offer(second, { listing: shed });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /offer it for 1 December 2026 or later/);
    assert.equal((await offer(second, { listing: shed, comesFrom: '1 December 2026' })).statusCode, 303);
    const third = await somebody('Jory Lanyon');
    assert.equal(
      (await offer(third, { listing: shed, how: 'slip' })).statusCode,
      303,
      'a slip is always possible',
    );
    const fourth = await somebody('Mabyn Trescothick');
    const own = { listing: shed, groupsYes: 'Sandra: bring him, we will squeeze up' };
    assert.equal((await offer(fourth, own)).statusCode, 303);
    const beyond = await newest(fourth);
    assert.deepEqual([beyond.stage, beyond.groupAnswer], ['agreed', 'yes']);
  });

  it('those offered and not introduced do not count', async () => {
    await asGroup(`/g/${code}/welcomes`, { aMonth: '1', until: '31 December 2026' });
    await on((db) =>
      sql`update introduction set how = 'slip' where council_id = ${councilOf(db)} and listing_id = ${choir}
        and introduced_on is not null`.execute(db),
    );
    for (const name of ['Petroc Vale', 'Elowen Vale']) {
      assert.equal((await offer(await somebody(name))).statusCode, 303, name);
    }
    await asGroup(`/g/${code}/welcomes`, { aMonth: '' });
  });
});

describe('went, and a month later', () => {
  it('on the day somebody said, with their words; a month on the page says what came of it', async () => {
    const personId = await somebody('Morwenna Skeat');
    await offer(personId, { how: 'going-along' });
    const { introductionId: id } = await newest(personId);
    const along = { along: 'Carol Ann', alongAs: 'neighbour', alongWhere: 'At the bus stop, ten past two' };
    assert.equal((await asRowan.post(`/introductions/${id}/along`, along)).statusCode, 303);
    assert.match((await asRowan.get(`/introductions/${id}`)).body, /Carol Ann goes along/);
    for (const step of ['agreed', 'introduced']) await asRowan.post(`/introductions/${id}/${step}`, {});
    await onTheDay('2026-12-01T09:00:00Z');
    const early = await asRowan.post(`/introductions/${id}/went`, { on: '20 November 2026' });
    assert.equal(early.statusCode, 409);
    assert.equal(
      (await asRowan.post(`/introductions/${id}/went`, { on: '2 December 2026' })).statusCode,
      409,
    );
    const went = { on: '24 November 2026', who: 'person', why: 'I sang the low part' };
    assert.equal((await asRowan.post(`/introductions/${id}/went`, went)).statusCode, 303);
    const one = await newest(personId);
    assert.deepEqual([one.wentOn, one.askOn], ['2026-11-24', '2026-12-24']);
    await onTheDay('2026-12-28T09:00:00Z');
    const story = (await asRowan.get(`/introductions/${id}`)).body;
    assert.match(story, /Morwenna first went on Tuesday 24 November/);
    assert.match(story, /I sang the low part/);
    assert.deepEqual(await on((db) => cameFromIntroductions(db, choir)), {
      came: 1,
      stillGoing30: 0,
      stillGoing90: 0,
    });
    await onTheDay(testNow.toISOString());
  });
});

describe('C2-5 small local money', () => {
  it('is given without asking, within the year’s limit, and seen by peers with what it changed', async () => {
    const { personId, id } = await askedFor('Gwilym Tarrant');
    const give = (amount: string) =>
      asRowan.post(`/introductions/${id}/money`, {
        ...{ amount, whatFor: 'a taxi home', makesPossible: 'He can stay until the last song' },
      });
    assert.equal((await give('')).statusCode, 422);
    assert.equal((await give('60')).statusCode, 303);
    const [one, two] = await Promise.all([give('30'), give('30')]);
    assert.deepEqual([one.statusCode, two.statusCode].sort(), [303, 409], 'two at once keep to the limit');
    const over = one.statusCode === 409 ? one : two;
    assert.match(over.body, /£120 since 1 April, and we may give £100/);
    const { body } = await asRowan.json('/introductions/money');
    assert.deepEqual([body.total, body.totalPence], [2, 9_000]);
    const [newestMoney] = body.money as { moneyId: string }[];
    const changed = `/introductions/${id}/money/${newestMoney?.moneyId}/changed`;
    assert.equal((await asRowan.post(changed, { changed: 'He stayed' })).statusCode, 303);
    const page = await asRowan.get('/introductions/money');
    assert.match(page.body, /What it changed: He stayed/);
    assert.match(page.body, /Gwilym/);
    const asMarsh = await signIn(council, marsh);
    assert.ok(!(await asMarsh.get('/introductions/money')).body.includes('Gwilym'), 'W5');
    assert.equal((await asMarsh.post(changed, { changed: 'Mine' })).statusCode, 403);
    const { rows } = await on((db) =>
      sql<{
        count: number;
      }>`select count(*) from audit_entry where person_id = ${personId} and route = '/introductions/money'`.execute(
        db,
      ),
    );
    assert.equal(rows[0]?.count, 2);
  });
});
