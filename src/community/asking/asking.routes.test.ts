import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makeLink } from '../../access/links/links.store.ts';
import { addDays } from '../../platform/clock.ts';
import { type CouncilDb, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type ListingMade, makeListings, standingOf } from './asking.fixture.ts';
import { askToday } from './rounds/day-round.store.ts';

const { database } = await testDatabase();
const { house, signIn } = await testHouse(database);
const council = await testCouncil(database);
const editor = await signIn(council, council.accounts.editor);
const rowan = await signIn(council, council.accounts.rowan);
const today = '2026-11-21';
const ago = (days: number) => addDays(today, -days);
const here = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(council.accounts.editor, act);

/** A listing that was asked about today, and its short address. */
async function askedAbout(listing: ListingMade = {}) {
  const [id = ''] = await here((db) => makeListings(db, [{ checkedOn: ago(88), way: 'e-mail', ...listing }]));
  await here((db) => askToday(db, 'https://care.example'));
  const code = await here((db) => makeLink(db, { kind: 'listing', subjectId: id }));
  return { id, code, look: () => here((db) => standingOf(db, id)) };
}

const ours = { host: 'localhost', 'sec-fetch-site': 'same-origin', accept: 'text/html' };
const open = (url: string) => house.server.inject({ method: 'GET', url, headers: ours });
/** Presses a button as a browser without an account would. */
const press = (url: string, fields: Record<string, string> = {}) =>
  house.server.inject({
    method: 'POST',
    url,
    headers: { ...ours, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ submission: newId(), ...fields }).toString(),
  });

describe('"Is this still right?" by a short address', () => {
  it('is yes in two presses: open the address, press the one green button', async () => {
    const { code, look } = await askedAbout({ name: 'Songs at the Hall' });
    const page = await open(`/g/${code}`);
    assert.equal(page.statusCode, 200, page.body.slice(0, 300));
    assert.match(page.body, new RegExp(`action="/g/${code}/still-right"`));
    assert.equal((page.body.match(/class="govuk-button"/g) ?? []).length, 1, 'one green button');
    assert.deepEqual(
      (await look()).askings,
      ['1 e-mail waits'],
      'opening changes nothing: a mail scanner opens too',
    );

    const pressed = await press(`/g/${code}/still-right`);
    assert.equal(pressed.statusCode, 303);
    assert.equal(pressed.headers.location, `/g/${code}`);
    const after = await look();
    assert.deepEqual(
      [after.freshOn, after.checkedBy, after.asks, after.askings],
      [today, 'the group', 0, ['1 e-mail yes']],
    );
    await press(`/g/${code}/still-right`);
    assert.deepEqual(await look(), after, 'pressed twice it is the same');
    assert.match((await open(`/g/${code}`)).body, /there is nothing more to do/);
  });

  it('many presses of every button at once wait for each other: none fails, and what was asked has one answer', async () => {
    const { code, look } = await askedAbout({ name: 'Many hands' });
    const presses = Array.from({ length: 6 }, () => [
      press(`/g/${code}/back`),
      press(`/g/${code}/full`, { room: 'full' }),
      press(`/g/${code}/still-right`),
      press(`/g/${code}/paused`, { pausedWords: 'Painting the hall' }),
      press(`/g/${code}/stopped`, { stoppedWhy: 'No room' }),
      press(`/g/${code}/needs`, { kind: 'tea', need: 'An urn' }),
      press(`/g/${code}/user-led`, { userLed: 'yes' }),
    ]).flat();
    const statuses = (await Promise.all(presses)).map(({ statusCode }) => statusCode);
    assert.deepEqual([...new Set(statuses)], [303]);
    const after = await look();
    assert.equal(after.askings.length, 1);
    assert.doesNotMatch(after.askings.join(), /waits/);
  });

  it('a press from somewhere else is none, and nobody’s code opens nothing', async () => {
    const { code, look } = await askedAbout();
    const foreign = await house.server.inject({
      method: 'POST',
      url: `/g/${code}/still-right`,
      headers: { ...ours, 'sec-fetch-site': 'cross-site' },
    });
    assert.equal(foreign.statusCode, 403);
    assert.equal((await press('/g/0000-0000-0000/still-right')).statusCode, 404);
    assert.equal((await look()).asks, 1);
  });

  it('says full, and that there is room again', async () => {
    const { id, code } = await askedAbout();
    const room = () =>
      here((db) => readRows<{ room: string }>(db, sql`select room from listing where id = ${id}`));
    await press(`/g/${code}/full`);
    assert.deepEqual(await room(), [{ room: 'full' }]);
    await press(`/g/${code}/full`, { room: 'room for more' });
    assert.deepEqual(await room(), [{ room: 'room for more' }]);
  });

  it('says paused until a day, and is on again by itself that day, by the date alone', async () => {
    const { id, code, look } = await askedAbout();
    assert.equal((await press(`/g/${code}/paused`, { until: '1 November 2026' })).statusCode, 422);
    await press(`/g/${code}/paused`, { until: '5 January 2027', pausedWords: 'The hall is being painted' });
    assert.deepEqual((await look()).askings, ['1 e-mail paused']);
    assert.match((await open(`/g/${code}`)).body, /paused until 5 January 2027/);
    const { readAsking } = await import('./standing.store.ts');
    const on = (day: string) =>
      council.as(council.accounts.editor, (db) => readAsking(db, id), new Date(`${day}T12:00:00Z`));
    assert.equal((await on('2027-01-04')).isPaused, true);
    assert.equal((await on('2027-01-05')).isPaused, false);
    await press(`/g/${code}/back`);
    assert.equal((await on('2026-11-22')).isPaused, false);
  });

  it('says only for now, and stopped; one press brings back what stopped', async () => {
    const { id, code, look } = await askedAbout();
    await press(`/g/${code}/for-now`, { lastDay: '31 March 2027' });
    const kept = await here((db) =>
      readRows(db, sql`select only_until as until from listing where id = ${id}`),
    );
    assert.deepEqual(kept, [{ until: '2027-03-31' }]);
    await press(`/g/${code}/stopped`, { stoppedWhy: 'The tutor retired' });
    assert.deepEqual([(await look()).state, (await look()).restedBy], ['resting', 'group']);
    assert.match((await open(`/g/${code}`)).body, /You told us that it stopped/);
    await press(`/g/${code}/back`);
    assert.equal((await look()).state, 'listed');
  });

  it('what an editor let rest is not brought back by the group', async () => {
    const { id, code, look } = await askedAbout();
    await editor.post(`/community/${id}/rest`, { why: 'Two of the same' });
    await press(`/g/${code}/back`);
    assert.deepEqual([(await look()).state, (await look()).restedBy], ['resting', 'editor']);
  });

  it('one yes answers for all that were asked in the same message', async () => {
    const ids = await here((db) =>
      makeListings(
        db,
        ['Lunch', 'Choir'].map((name) => ({
          name,
          checkedOn: ago(88),
          way: 'e-mail' as const,
          askTo: 'office@many.example',
        })),
      ),
    );
    await here((db) => askToday(db, 'https://care.example'));
    const code = await here((db) => makeLink(db, { kind: 'listing', subjectId: ids[0] ?? '' }));
    assert.match((await open(`/g/${code}`)).body, /Yes, all 2 are still right/);
    await press(`/g/${code}/still-right`, { all: 'yes' });
    for (const id of ids) assert.equal((await here((db) => standingOf(db, id))).freshOn, today);
  });
});

describe('whom a steward rings', () => {
  it('is a list of names and numbers, and each call is written down', async () => {
    const { id, look } = await askedAbout({
      way: null,
      name: 'Bowls',
      phone: '01632 960123',
      district: 'ZZ7',
    });
    const list = await editor.get('/community/asking');
    assert.match(list.body, /Bowls/);
    assert.match(list.body, /tel:01632960123/);
    assert.doesNotMatch(
      (await rowan.get('/community/asking')).body,
      /Bowls/,
      'Rowan looks after nothing yet',
    );

    await editor.post('/community/asking/stewards', {
      district: 'zz7',
      steward: council.accounts.rowan.accountId,
    });
    const mine = await rowan.get('/community/asking');
    assert.match(mine.body, /Bowls/);
    const call = /asking\/([0-9a-f-]{36})\/rang/.exec(mine.body)?.[1];
    await rowan.post(`/community/asking/${call}/rang`, { said: 'nobody answered' });
    assert.doesNotMatch((await rowan.get('/community/asking')).body, /Bowls/, 'not again the same day');
    await rowan.post(`/community/asking/${call}/rang`, { said: 'yes' });
    const { checkedBy, askings } = await look();
    assert.deepEqual([checkedBy, askings], ['Rowan, who rang', ['1 phone yes']]);
    assert.equal(
      (await rowan.post(`/community/asking/${call}/rang`, { said: 'stopped' })).statusCode,
      404,
      'already said',
    );
    assert.equal((await look()).state, 'listed');
    assert.ok(id);
  });

  it('what has changed goes to whoever keeps the directory right, and is no check', async () => {
    const { id, look } = await askedAbout({ way: null, name: 'Darts' });
    const list = await editor.json('/community/asking');
    const calls = list.body.calls as { togetherId: string; listings: { listingId: string }[] }[];
    const call = calls.find(({ listings }) => listings[0]?.listingId === id)?.togetherId;
    assert.equal((await editor.post(`/community/asking/${call}/rang`, { said: 'changed' })).statusCode, 422);
    await editor.post(`/community/asking/${call}/rang`, { said: 'changed', more: 'Now on Thursdays' });
    const { freshOn, askings } = await look();
    assert.deepEqual([freshOn, askings], [ago(88), ['1 phone changed']]);
    const told = await here((db) =>
      readRows(db, sql`select words from listing_concern where listing_id = ${id}`),
    );
    assert.deepEqual(told, [{ words: 'Told on the telephone: Now on Thursdays' }]);
  });
});

describe('how each group is asked', () => {
  it('is said by staff, and a slip in an address comes back', async () => {
    const [id = ''] = await here((db) => makeListings(db, [{ name: 'Chess', checkedOn: today }]));
    const wrong = await editor.post(`/community/${id}/asking`, {
      way: 'e-mail',
      askTo: 'nowhere',
      version: '0',
    });
    assert.equal(wrong.statusCode, 422);
    await editor.post(`/community/${id}/asking`, {
      way: 'e-mail',
      askTo: 'chess@group.example',
      version: '0',
    });
    assert.match((await editor.get(`/community/${id}/asking`)).body, /chess@group\.example/);
    const late = await editor.post(`/community/${id}/asking`, { way: '', version: '0' });
    assert.equal(late.statusCode, 409, 'somebody else wrote meanwhile');
  });

  it('cards are printed with a square and an address; printing sends nothing, a button says they are in the post', async () => {
    const { look } = await askedAbout({ way: 'post', askTo: '1 High Street\nSaltbeck', name: 'Quilts' });
    const sheet = await editor.get('/community/asking/cards');
    assert.match(sheet.body, /Quilts/);
    assert.match(sheet.body, /<svg/);
    const posted = () =>
      here((db) =>
        readRows<{ on: string | null; code: string | null }>(
          db,
          sql`select posted_on as on, card_code as code from asking where way = 'post'`,
        ),
      );
    assert.deepEqual(
      (await posted()).map(({ on }) => on),
      [null],
    );
    const card = /name="card" value="([0-9a-f-]{36})"/.exec(sheet.body)?.[1] ?? '';
    await editor.post('/community/asking/cards/posted', { card });
    assert.deepEqual(await posted(), [{ on: today, code: null }]);
    assert.deepEqual((await look()).askings, ['1 post waits']);
  });

  it('the outbox can be read by editors and administrators, and by nobody else', async () => {
    await askedAbout({ name: 'Ukuleles' });
    assert.match(
      (await editor.get('/community/asking/outbox')).body,
      /Is what we say of “Ukuleles” still right/,
    );
    assert.equal(
      (await (await signIn(council, council.accounts.administrator)).get('/community/asking/outbox'))
        .statusCode,
      200,
    );
    assert.equal((await rowan.get('/community/asking/outbox')).statusCode, 403);
  });

  it('those that give an address to everybody are asked there once an editor says so', async () => {
    const [id = ''] = await here((db) => makeListings(db, [{ checkedOn: today }]));
    await here((db) =>
      sql`update listing set particulars = particulars || '{"email": "us@group.example"}' where id = ${id}`.execute(
        db,
      ),
    );
    assert.match((await editor.get('/community/asking')).body, /1 listing gives an e-mail address/);
    await editor.post('/community/asking/listed-addresses', {});
    const way = await here((db) =>
      readRows(db, sql`select way, ask_to as "to" from asking_way where listing_id = ${id}`),
    );
    assert.deepEqual(way, [{ way: 'e-mail', to: 'us@group.example' }]);
  });
});
