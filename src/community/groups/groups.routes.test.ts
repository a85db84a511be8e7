import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { newId } from '../../platform/ids.ts';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const elsewhere = await testCouncil(database, 'northmoor-test');
const { house, signIn, clock } = await testHouse(database);
const { rowan, editor, analyst } = council.accounts;
const records = [
  service('choir', 'Harbour Choir', {
    ...at('Chandlery', 'ZZ1 1AA', 53.4, -1.5),
    ...weekly('TU'),
    organization: { id: 'o1', name: 'Harbour Arts' },
  }),
  service('band', 'Harbour Band', { organization: { id: 'o1', name: 'Harbour Arts' } }),
  service('repair', 'Repair café', { ...at('Old Ropeworks', 'ZZ1 2BB', 53.41, -1.5) }),
];

const ours = {
  host: 'localhost',
  origin: 'http://localhost',
  'sec-fetch-site': 'same-origin',
  accept: 'text/html',
};
/** Whoever comes: no cookie, no token. */
const get = (url: string) =>
  house.server.inject({ method: 'GET', url, headers: { host: 'localhost', accept: 'text/html' } });
const post = (url: string, fields: Record<string, string | string[]>) => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return house.server.inject({
    method: 'POST',
    url,
    headers: { ...ours, 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  });
};

let choir = '';
let band = '';
let repair = '';
let code = '';
let asEditor: Visitor;
let asRowan: Visitor;

const idOf = async (name: string) =>
  (
    await sql<{
      id: string;
    }>`select id from listing where council_id = ${council.councilId} and name = ${name}`.execute(database)
  ).rows[0]?.id ?? '';

/** The page's own fields, as a browser would send them back, with some of them changed. */
async function formOf(at: string, changed: Record<string, string | string[]> = {}) {
  const { body } = await get(`/g/${at}/change`);
  const value = (name: string) =>
    new RegExp(`<input(?=[^>]* name="${name}")[^>]* value="([^"]*)"`).exec(body)?.[1] ?? '';
  const area = (name: string) =>
    new RegExp(`<textarea(?=[^>]* name="${name}")[^>]*>([^<]*)<`).exec(body)?.[1]?.trim() ?? '';
  const chosen = (name: string) =>
    new RegExp(`<select(?=[^>]* name="${name}")[^]*?<option value="([^"]*)" selected`).exec(body)?.[1] ?? '';
  const days = [
    ...body.matchAll(
      /name="days0"[^>]* value="(\w\w)"[^>]* checked|value="(\w\w)"[^>]* checked[^>]*name="days0"/g,
    ),
  ];
  const inputs = ['name', 'summary', 'venue', 'address', 'town', 'postcode', 'whoToAskFor', 'phone', 'email'];
  const more = [
    'website',
    'cost',
    'canGoWith',
    'languages',
    'onlyUntil',
    'from0',
    'to0',
    'starts0',
    'until0',
    'version',
  ];
  return {
    ...Object.fromEntries([...inputs, ...more].map((name) => [name, value(name)])),
    ...Object.fromEntries(
      ['description', 'access', 'extraDays', 'daysOff'].map((name) => [name, area(name)]),
    ),
    ...Object.fromEntries(['room', 'rhythm0', 'ordinal0'].map((name) => [name, chosen(name)])),
    days0: days.map(([, one, other]) => one ?? other ?? ''),
    submission: newId(),
    ...changed,
  };
}

before(async () => {
  await importFeed(database, pinFor(council.councilId, editor), {
    source: feedFile(records),
    name: 'Saltbeck directory',
  });
  [choir, band, repair] = (await Promise.all(['Harbour Choir', 'Harbour Band', 'Repair café'].map(idOf))) as [
    string,
    string,
    string,
  ];
  asEditor = await signIn(council, editor);
  asRowan = await signIn(council, rowan);
});

/** A page as it is read on paper: an address may be parted between its pieces. */
const printed = (page: string): string => page.replaceAll('<wbr/>', '');

describe('giving a group its page', () => {
  it('one press by whoever looks after the directory; the address is told once, as a card to print', async () => {
    assert.equal(
      (await (await signIn(council, analyst)).post(`/community/${choir}/group-page`, {})).statusCode,
      403,
    );
    const given = await asRowan.post(`/community/${choir}/group-page`, {});
    assert.equal(given.statusCode, 303);
    code = /^\/g\/([a-z0-9-]{14})\/card$/.exec(String(given.headers.location))?.[1] ?? '';
    const card = await get(`/g/${code}/card`);
    assert.match(card.body, /Harbour Choir/);
    assert.ok(printed(card.body).includes(`localhost/g/${code}`));
    assert.match(card.body, /<svg/);
    assert.match((await asRowan.get(`/community/${choir}/group-page`)).body, /One address opens it now/);
  });

  it('S3 the address is kept nowhere: not in a receipt, not in who looked, only its hash', async () => {
    await post(`/g/${code}/needs`, { kind: 'tea', need: 'Somebody for the urn', submission: newId() });
    const { rows } = await council.as(editor, (db) =>
      sql<{ text: string }>`select to_jsonb(s)::text as text from submission s
        union all select to_jsonb(a)::text from audit_entry a union all select to_jsonb(l)::text from link l`.execute(
        db,
      ),
    );
    assert.ok(rows.length > 3);
    assert.ok(rows.every(({ text }) => !text.includes(code) && !text.includes(code.replaceAll('-', ''))));
  });

  it('pressing twice gives the same answer, and leads back to the same page', async () => {
    const fields = { kind: 'driver', need: 'A driver on Mondays', submission: newId() };
    const [one, two] = [await post(`/g/${code}/needs`, fields), await post(`/g/${code}/needs`, fields)];
    assert.deepEqual([one.headers.location, two.headers.location], [`/g/${code}`, `/g/${code}`]);
    assert.equal(
      (await get(`/g/${code}`)).body.match(/A driver on Mondays/g)?.length,
      2,
      'the line and its button',
    );
  });
});

describe('a group’s own page', () => {
  it('shows how it looks to others without an account, however the address was typed', async () => {
    const page = await get(`/g/${code.toUpperCase().replaceAll('-', '')}`);
    assert.equal(page.statusCode, 200);
    for (const words of [
      'Harbour Choir',
      'Is this still right?',
      'How you look to others',
      'Next on Tuesday 24 November',
      'Nobody yet came to you',
    ])
      assert.ok(page.body.includes(words), words);
    assert.equal((await get('/g/k7m2-pq9x-4tvw')).statusCode, 404);
    assert.equal((await get(`/g/${code}x`)).statusCode, 404);
  });

  it('GET changes nothing', async () => {
    const before = await stateOf();
    for (const path of ['', '/change', '/poster', '/window-card', '/card', '/needs', '/changes'])
      await get(`/g/${code}${path}`);
    assert.equal(await stateOf(), before);
  });

  it('one page and one Save: what changed is told in words, everybody sees it, and it counts as checked', async () => {
    const fields = await formOf(code, {
      ...{ days0: ['WE'], from0: '2', to0: '4pm', rhythm0: 'fortnightly', starts0: '25 November 2026' },
      ...{ cost: 'Free', whoToAskFor: 'Nell', room: 'nearly full', daysOff: '9 December 2026' },
    });
    const saved = await post(`/g/${code}/change`, fields);
    assert.equal(saved.statusCode, 303, saved.body.replace(/<[^>]+>/g, ' ').slice(0, 3_000));
    const page = (await get(`/g/${code}`)).body;
    assert.match(page, /When: Every second Wednesday, 2pm to 4pm/);
    assert.match(page, /Who to ask for: Nell/);
    assert.match(page, /Room: nearly full/);
    assert.match(page, /Next on Wednesday 25 November/);
    assert.match(page, /Checked today by/);
    const found = (await asRowan.get('/community?q=choir')).body;
    assert.match(found, /Next on Wednesday 25 November/);
    const said = await sql<{
      said: Record<string, { by: string }>;
    }>`select said from listing where council_id = ${council.councilId} and id = ${choir}`.execute(database);
    assert.equal(said.rows[0]?.said.schedules?.by, 'group');
    assert.equal(said.rows[0]?.said.name, undefined, 'what was left alone stays its source’s');
  });

  it('the last change can be put back, once, and not after somebody else changed the listing', async () => {
    const undo = /action="(\/g\/[^"]+\/undo)"/.exec((await get(`/g/${code}`)).body)?.[1] ?? '';
    assert.equal((await post(undo, {})).statusCode, 303);
    const page = (await get(`/g/${code}`)).body;
    assert.match(page, /Next on Tuesday 24 November/);
    assert.equal((await post(undo, { submission: newId() })).statusCode, 404);
    await asEditor.post(`/community/${choir}/checked`, { checkedBy: 'Edie, by telephone' });
    assert.doesNotMatch((await get(`/g/${code}`)).body, /Put it back as it was/);
  });

  it('a slip is told beside its field, all at once, and what was typed is kept', async () => {
    const fields = await formOf(code, {
      ...{ name: '', email: 'nobody', postcode: 'near the sea', from0: 'teatime', daysOff: 'Christmas' },
      description: 'Typed with <b>care</b>',
    });
    const again = await post(`/g/${code}/change`, fields);
    assert.equal(again.statusCode, 422);
    for (const words of [
      'Write the name people know you by',
      'Write the whole email address',
      'Write the postcode like ZZ1 1ZZ',
      'Write the time like 10am or 2.30pm',
      'Write “Christmas” as a day',
      'Typed with &lt;b>care&lt;/b>',
      'value="teatime"',
    ])
      assert.ok(again.body.includes(words), words);
  });

  it('two who change it at once: the second is shown both, and nothing is lost', async () => {
    const [one, two] = [await formOf(code, { cost: '£1' }), await formOf(code, { cost: '£2' })];
    assert.equal((await post(`/g/${code}/change`, one)).statusCode, 303);
    const late = await post(`/g/${code}/change`, two);
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /£1/);
    assert.match(late.body, /£2/);
  });

  it('opens that listing and no other, whatever else is sent', async () => {
    const before = await nameOf(band);
    const fields = await formOf(code, { cost: 'Free' });
    await post(`/g/${code}/change`, { ...fields, name: 'Ours', listing: band, listingId: band, id: band });
    assert.equal(await nameOf(band), before);
    assert.equal(await nameOf(choir), 'Ours');
    const need = await council.as(editor, async (db) => {
      const id = newId();
      await sql`insert into group_need (council_id, id, listing_id, kind, words, since_on)
        values (${council.councilId}, ${id}, ${repair}, 'tea', 'Biscuits', '2026-11-01')`.execute(db);
      return id;
    });
    assert.equal((await post(`/g/${code}/needs/${need}/met`, {})).statusCode, 404);
    assert.equal((await post(`/g/${code}/listings`, { listing: band })).statusCode, 404);
  });

  it('another site cannot press its buttons', async () => {
    const answer = await house.server.inject({
      method: 'POST',
      url: `/g/${code}/change`,
      headers: {
        ...{ host: 'localhost', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ name: 'Taken over', version: '1' }).toString(),
    });
    assert.equal(answer.statusCode, 403);
    assert.equal(await nameOf(choir), 'Ours');
  });

  it('E10 tells how many came only as a few, and nobody’s name', async () => {
    await council.as(rowan, async (db) => {
      const personId = await makePerson(db, { fullName: 'Wilfred Ashdown', knownAs: 'Wilf' });
      await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
      await sql`insert into introduction (council_id, id, person_id, listing_id, stage, how, why, permission_words, offered_on, went_on)
        values (${council.councilId}, ${newId()}, ${personId}, ${choir}, 'went', 'slip', 'sings', 'yes', '2026-10-01', '2026-10-20')`.execute(
        db,
      );
    });
    const page = (await get(`/g/${code}`)).body;
    assert.match(
      page,
      /A few people came to you after being introduced through us; nobody still came a month later/,
    );
    assert.ok(!page.includes('Wilf') && !page.includes('Ashdown'));
    const data = await house.server.inject({
      url: `/g/${code}`,
      headers: { host: 'localhost', accept: 'application/json' },
    });
    assert.equal(data.json().came, 'a few people', 'the number itself is in no answer');
  });

  it('a thank-you without a name, and a story back', async () => {
    assert.equal((await asEditor.post(`/community/${choir}/thanks`, { thanks: 'x' })).statusCode, 403);
    await asRowan.post(`/community/${choir}/thanks`, { thanks: 'Somebody sings again because of you' });
    assert.match((await get(`/g/${code}`)).body, /Somebody sings again because of you/);
    await post(`/g/${code}/stories`, { story: 'We sang on the quay', submission: newId() });
    assert.match((await asRowan.get(`/community/${choir}/group-page`)).body, /We sang on the quay/);
  });

  it('prints a poster and a window card whose square leads to the public times, never to this page', async () => {
    for (const path of ['poster', 'window-card']) {
      const page = (await get(`/g/${code}/${path}`)).body;
      assert.match(printed(page), /localhost\/at\/saltbeck-test\/l\/[a-z0-9]{4}-[a-z0-9]{4}/);
      assert.ok(!page.includes(code), path);
    }
  });

  it('whoever holds the address may fill no table with it: more than fifty writings a day are refused plainly', async () => {
    const given = String((await asEditor.post(`/community/${band}/group-page`, {})).headers.location);
    const own = given.replace('/card', '');
    await council.as(editor, (db) =>
      sql`insert into group_need (council_id, id, listing_id, kind, words, since_on)
        select ${council.councilId}, gen_random_uuid(), ${band}, 'tea', 'An urn', '2026-11-21' from generate_series(1, 49)`.execute(
        db,
      ),
    );
    const need = () =>
      post(`${own}/needs`, { kind: 'driver', need: 'A driver at dusk', submission: newId() });
    assert.equal((await need()).statusCode, 303);
    const over = [
      await need(),
      await post(`${own}/stories`, { story: 'We sang at dusk', submission: newId() }),
    ];
    assert.deepEqual(
      over.map(({ statusCode }) => statusCode),
      [409, 409],
    );
    assert.match(over[0]?.body ?? '', /written on 50 times today/);
    assert.match(over[0]?.body ?? '', /A driver at dusk/);
    clock.set('2026-11-22T09:32:00Z');
    assert.equal((await need()).statusCode, 303);
    clock.set('2026-11-21T09:32:00Z');
  });

  it('an address that went astray is ended, and opens nothing', async () => {
    assert.match((await asEditor.post(`/community/${choir}/group-page/end`, {})).body, /Tick that the cards/);
    const ended = await asEditor.post(`/community/${choir}/group-page/end`, { isSure: 'yes' });
    assert.equal(ended.statusCode, 303);
    assert.equal((await get(`/g/${code}`)).statusCode, 404);
    assert.equal((await post(`/g/${code}/change`, { name: 'x', version: '1' })).statusCode, 404);
  });
});

describe('“I run this group”', () => {
  let mine = '';
  const claim = { name: 'Nell Tarrant', reach: '01632 960 001', words: 'Since 2019', wantsAll: 'yes' };

  it('is said by anybody, and answered where they can read it', async () => {
    assert.match((await get(`/at/saltbeck-test/claims/new?listing=${choir}`)).body, /I run Ours/);
    const empty = await post('/at/saltbeck-test/claims', {
      listing: choir,
      name: '',
      reach: '',
      words: 'kept',
    });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write your name/);
    assert.match(empty.body, /kept/);
    const sent = await post('/at/saltbeck-test/claims', { ...claim, listing: choir });
    mine = String(sent.headers.location).slice(3);
    assert.match((await get(`/g/${mine}`)).body, /Your answer will be here/);
    await post('/at/saltbeck-test/claims', { ...claim, listing: choir });
    assert.equal(
      (await asEditor.get('/community/claims')).body.match(/Nell Tarrant/g)?.length,
      1,
      'sent twice is one',
    );
    assert.equal((await asRowan.get('/community/claims')).statusCode, 403);
  });

  it('opens nothing before an editor says yes', async () => {
    assert.equal((await post(`/g/${mine}/listings`, { listing: choir })).statusCode, 404);
    for (const path of ['/change', '/poster'])
      assert.equal((await get(`/g/${mine}${path}`)).statusCode, 404, path);
    assert.equal((await post(`/g/${mine}/change`, { name: 'x', version: '1' })).statusCode, 404);
  });

  it('a yes for all opens the organisation’s listings, each by a page of its own, and no other', async () => {
    const id = await claimId('Nell Tarrant');
    const yes = await asEditor.post(`/community/claims/${id}/answer`, { answer: 'yes', coversAll: 'yes' });
    assert.equal(yes.statusCode, 303);
    const page = (await get(`/g/${mine}`)).body;
    assert.match(page, /Here are your pages/);
    assert.match(page, /Harbour Band/);
    assert.ok(!page.includes('Repair café'));
    const opened = await post(`/g/${mine}/listings`, { listing: band });
    assert.match((await get(String(opened.headers.location))).body, /Harbour Band/);
    assert.equal((await post(`/g/${mine}/listings`, { listing: repair })).statusCode, 404);
    clock.set('2026-11-23T09:32:01Z');
    assert.equal((await get(String(opened.headers.location))).statusCode, 404, 'that address was for a day');
    assert.equal((await get(`/g/${mine}`)).statusCode, 200);
    clock.set('2026-11-21T09:32:00Z');
    const second = await asEditor.post(`/community/claims/${id}/answer`, {
      answer: 'no',
      why: 'changed my mind',
    });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /answered this already/);
  });

  it('a no says why, and its claimant reads it', async () => {
    const sent = await post('/at/saltbeck-test/claims', {
      name: 'Ada Finch',
      reach: 'ada@finch.example',
      listing: repair,
    });
    const id = await claimId('Ada Finch');
    const bare = await asEditor.post(`/community/claims/${id}/answer`, { answer: 'no' });
    assert.equal(bare.statusCode, 409);
    assert.match(bare.body, /owed a reason/);
    await asEditor.post(`/community/claims/${id}/answer`, { answer: 'no', why: 'Jo looks after it with us' });
    assert.match((await get(String(sent.headers.location))).body, /Jo looks after it with us/);
    const card = await asEditor.post(`/community/claims/${id}/link`, {});
    assert.equal((await get(String(sent.headers.location))).statusCode, 404, 'the old address stopped');
    assert.match((await get(String(card.headers.location))).body, /Read your answer here/);
  });

  const claimId = async (name: string) =>
    (
      await council.as(editor, (db) =>
        sql<{
          id: string;
        }>`select id from claim where council_id = ${council.councilId} and name = ${name}`.execute(db),
      )
    ).rows[0]?.id ?? '';
});

describe('a suggestion from anybody', () => {
  const idOfWords = async (words: string) =>
    (
      await council.as(editor, (db) =>
        sql<{
          id: string;
        }>`select id from suggestion where council_id = ${council.councilId} and words = ${words}`.execute(
          db,
        ),
      )
    ).rows[0]?.id ?? '';
  const suggest = (words: string, more = {}) =>
    post('/at/saltbeck-test/suggestions', { kind: 'missing', words, ...more });

  it('needs only its words, and is text whatever was typed', async () => {
    const empty = await suggest(' ', { place: 'by the pier' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write what it is/);
    assert.match(empty.body, /by the pier/);
    const sent = await suggest('<script>alert(1)</script> pigeon racing');
    assert.equal(sent.statusCode, 303);
    for (const page of [
      (await get(String(sent.headers.location))).body,
      (await asEditor.get('/community/suggestions')).body,
    ])
      assert.ok(page.includes('&lt;script>alert(1)') && !page.includes('<script>alert(1)'));
  });

  it('is made a listing in one go, with no feed, and its answer is read at its address', async () => {
    const sent = await suggest('Knit and natter at the library', {
      kind: 'i-run-it',
      place: 'Quay library',
      when: 'Fridays at 10',
    });
    const id = await idOfWords('Knit and natter at the library');
    assert.match((await asEditor.get(`/community/suggestions/${id}`)).body, /value="Quay library"/);
    const fields = {
      name: 'Knit and natter',
      when: 'Fridays at 10',
      town: 'Saltbeck',
      checkedBy: 'Fay who runs it',
      answer: 'It is in now',
    };
    const slip = await asEditor.post(`/community/suggestions/${id}/listing`, {
      ...fields,
      postcode: 'nowhere',
    });
    assert.equal(slip.statusCode, 422);
    assert.equal(await idOf('Knit and natter'), '', 'nothing is written before a slip is mended');
    const made = await asEditor.post(`/community/suggestions/${id}/listing`, fields);
    assert.equal(made.statusCode, 303, made.body.replace(/<[^>]+>/g, ' ').slice(0, 2_000));
    assert.match((await asEditor.get('/community?q=knit')).body, /Fridays at 10/);
    assert.match((await get(String(sent.headers.location))).body, /It is in now/);
    const row = await sql<{
      feed: string | null;
    }>`select feed_id as feed from listing where council_id = ${council.councilId} and name = 'Knit and natter'`.execute(
      database,
    );
    assert.equal(row.rows[0]?.feed, null);
    assert.equal(
      (await asEditor.post(`/community/suggestions/${id}/answer`, { answer: 'again' })).statusCode,
      409,
    );
  });

  it('is joined to what is there already, found by its words; or answered in words', async () => {
    await suggest('the café that repairs things');
    const id = await idOfWords('the café that repairs things');
    const page = (await asEditor.get(`/community/suggestions/${id}`)).body;
    assert.match(page, new RegExp(`value="${repair}"`));
    const none = await asEditor.post(`/community/suggestions/${id}/joined`, {
      joining: 'yes',
      answer: 'kept words',
    });
    assert.equal(none.statusCode, 422);
    assert.match(none.body, /kept words/);
    await asEditor.post(`/community/suggestions/${id}/joined`, { existing: repair, answer: 'Here it is' });
    const other = await idOfWords('<script>alert(1)</script> pigeon racing');
    await asEditor.post(`/community/suggestions/${other}/answer`, { answer: 'Nobody does, yet' });
    assert.match((await asEditor.get('/community/suggestions')).body, /Every suggestion has its answer/);
    assert.match((await asEditor.get('/community/suggestions?answered=yes')).body, /Nobody does, yet/);
  });

  it('too many in a day are refused plainly, with what was typed kept, until tomorrow', async () => {
    await council.as(editor, (db) =>
      sql`update council set settings = settings || '{"fromAnybodyADay": 7}' where council_id = ${council.councilId}`.execute(
        db,
      ),
    );
    const last = await suggest('one more');
    const over = await suggest('and another');
    assert.deepEqual([last.statusCode, over.statusCode], [303, 409]);
    assert.match(over.body, /so many people wrote to us today/i);
    assert.match(over.body, /and another/);
    clock.set('2026-11-22T00:00:01Z');
    assert.equal((await suggest('and another')).statusCode, 303);
    clock.set('2026-11-21T09:32:00Z');
  });

  it('W5 another council’s editor reads none of it', async () => {
    const theirs = await signIn(elsewhere, elsewhere.accounts.editor);
    const id = await idOfWords('one more');
    assert.equal((await theirs.get(`/community/suggestions/${id}`)).statusCode, 404);
    assert.ok(!(await theirs.get('/community/suggestions')).body.includes('one more'));
    assert.equal((await get(`/at/northmoor-test/claims/new?listing=${choir}`)).statusCode, 404);
  });
});

describe('run by the people it is for', () => {
  it('is said by the group itself for its one listing, by an editor for any, with who said so, and listed', async () => {
    const knit = await idOf('Knit and natter');
    const given = String((await asEditor.post(`/community/${knit}/group-page`, {})).headers.location).split(
      '/',
    )[2];
    assert.equal(
      (await post(`/g/${given}/user-led`, { userLed: 'yes', submission: newId() })).statusCode,
      303,
    );
    assert.match((await get('/at/saltbeck-test/user-led')).body, /Knit and natter/);
    assert.match(
      (await asEditor.get(`/community/${knit}/group-page`)).body,
      /the group said so on 21 November 2026/,
    );
    const bandCode = String(
      (await asEditor.post(`/community/${band}/group-page`, {})).headers.location,
    ).split('/')[2];
    assert.equal(
      (await post(`/g/${bandCode}/user-led`, { userLed: 'yes', submission: newId() })).statusCode,
      409,
    );
    assert.equal((await asRowan.post(`/community/${band}/user-led`, { userLed: 'yes' })).statusCode, 403);
    await asEditor.post(`/community/${band}/user-led`, { userLed: 'yes', userLedWho: 'Nell, who runs it' });
    assert.match((await get('/at/saltbeck-test/user-led')).body, /Harbour Arts/);
    const told = await house.server.inject({
      method: 'GET',
      url: '/at/saltbeck-test/user-led',
      headers: { host: 'localhost', accept: 'application/json' },
    });
    assert.match(told.body, /Harbour Arts/);
    assert.ok(!told.body.includes('Nell'), 'nobody is named, in data either');
    await asEditor.post(`/community/${band}/user-led`, { userLed: 'unsaid' });
    assert.ok(!(await get('/at/saltbeck-test/user-led')).body.includes('Harbour Arts'));
  });
});

const nameOf = async (id: string) =>
  (
    await sql<{
      name: string;
    }>`select name from listing where council_id = ${council.councilId} and id = ${id}`.execute(database)
  ).rows[0]?.name;

/** Everything a page of a group could change, as one text. */
async function stateOf(): Promise<string> {
  const { rows } = await council.as(editor, (db) =>
    sql<{
      state: string;
    }>`select md5(concat((select json_agg(l order by l.id) from listing l where l.council_id = ${council.councilId}),
      (select json_agg(k order by k.id) from link k), (select json_agg(n order by n.id) from group_need n),
      (select json_agg(c order by c.id) from group_change c), (select count(*) from submission))) as state`.execute(
      db,
    ),
  );
  return rows[0]?.state ?? '';
}

describe('what waits for the directory’s editor', () => {
  it('is on the first page of the directory, each line a way to it, and on nobody else’s', async () => {
    await council.as(editor, (db) =>
      sql`update council set settings = settings - 'fromAnybodyADay' where council_id = ${council.councilId}`.execute(
        db,
      ),
    );
    await post('/at/saltbeck-test/claims', { name: 'Ivy Marsh', reach: 'by the harbour', listing: band });
    const page = (await asEditor.get('/community')).body;
    assert.match(page, /For you to look at/);
    for (const href of ['/community/claims', '/community/suggestions'])
      assert.ok(page.includes(`href="${href}"`), href);
    assert.ok(!(await asRowan.get('/community')).body.includes('For you to look at'));
    assert.ok(!(await get('/at/saltbeck-test/nearby')).body.includes('For you to look at'));
  });
});
