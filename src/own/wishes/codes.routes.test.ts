import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { sendWayIn } from '../../access/own-page/getting-in.store.ts';
import { ownPageOf } from '../../access/own-page/own-pages.store.ts';
import { tellingRound } from '../../people/messages/telling-round.ts';
import { breakGlass } from '../../people/opening.store.ts';
import { magsAtHome, newPerson } from '../say/say.fixture.ts';

const { account, asRowan, council, home, personId, worker } = await magsAtHome();
/** As `ownAccount` gives it. */
const number = '402917';
const at = '/my/wishes/codes';
const beside = `/people/${personId}/together/wishes/codes`;
const page = () => asRowan((db) => ownPageOf(db, personId));
const goesTo = async () => (await page())?.messageTo ?? null;
const outbox = () =>
  asRowan(async (db) => {
    const { rows } = await sql<{
      by: string;
      to: string;
      words: string;
    }>`select goes_by as by, mail_to as to, words
      from outgoing_mail order by made_at, id`.execute(db);
    return rows;
  });
const lastCode = async () => /code is ([0-9A-Z]{6})/.exec((await outbox()).at(-1)?.words ?? '')?.[1] ?? '';
const round = tellingRound(async () => [council.councilId]);
/** As a browser would, with whoever signed in just now: hours go by between these tests. */
const mine = async () => home.signIn(council, account);
const ours = async () => home.signIn(council, worker);
const go = () => round.act(home.house.database, home.clock, new AbortController().signal);
const later = (minutes: number) =>
  home.clock.set(new Date(home.clock.now().getTime() + minutes * 60_000).toISOString());

describe('where somebody’s codes go', () => {
  it('S2 asks for the number nobody else knows, and stands only once the code sent there is typed', async () => {
    const mags = await mine();
    const wanted = { way: 'text', mobile: '07700 900 123' };
    const wrong = await mags.post(at, { ...wanted, number: '555554' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /That is not your number/);
    assert.match(wrong.body, /07700 900 123/, 'what was typed is kept');
    assert.doesNotMatch(wrong.body, /555554/);
    const asked = await mags.post(at, { ...wanted, number });
    assert.equal(asked.headers.location, at);
    assert.equal(await goesTo(), null, 'not before the code is typed');
    const [sent] = await outbox();
    assert.equal(sent?.to, '+447700900123');
    assert.doesNotMatch(sent?.words ?? '', /Mags|care|council|http/i);
    assert.match((await mags.get(at)).body, /We sent a code to 07700 900123/);
    assert.equal((await mags.post(`${at}/sent`, { code: 'ZZZZZZ' })).statusCode, 422);
    assert.equal(await goesTo(), null);
    assert.equal((await mags.post(`${at}/sent`, { code: await lastCode() })).statusCode, 303);
    assert.equal(await goesTo(), '+447700900123');
    assert.equal((await mags.post(`${at}/sent`, { code: await lastCode() })).statusCode, 422, 'once');
  });

  it('S2 a code on its way to the old address opens nothing any more', async () => {
    const mags = await mine();
    const browser = Buffer.from('one browser');
    await asRowan((db) => sendWayIn(db, '07700900123', browser, (way) => `https://x.example/${way}`));
    await mags.post(at, { way: 'email', email: 'Mags@Example.org', number });
    await mags.post(`${at}/sent`, { code: await lastCode() });
    assert.equal(await goesTo(), 'mags@example.org');
    const { rows } = await asRowan((db) => sql`select from own_code where spent_at is null`.execute(db));
    assert.equal(rows.length, 0);
  });

  it('tells the old address that it was changed, once, and nothing else; the address is not kept after', async () => {
    await go();
    await go();
    const told = (await outbox()).filter(({ words }) =>
      words.startsWith('Your messages come to another place'),
    );
    assert.deepEqual(
      told.map(({ by, to }) => [by, to]),
      [['text', '+447700900123']],
    );
    assert.doesNotMatch(told[0]?.words ?? '', /Mags|mags@|care|council|http|\d/i);
    const { rows } = await asRowan((db) =>
      sql`select was_to from own_way_changed where was_to is not null`.execute(db),
    );
    assert.deepEqual(rows, []);
  });

  it('W1 the old address is not written to in a way they said no to: one of us tells them, or they find it', async () => {
    const mags = await mine();
    await mags.post('/my/wishes', { ways: ['post'], version: '0' });
    await mags.post(at, { way: 'none', number });
    assert.equal(await goesTo(), null, 'no codes at all need no proof');
    const before = (await outbox()).length;
    await go();
    assert.equal((await outbox()).length, before);
    const { rows } = await asRowan((db) =>
      sql<{
        how: string;
      }>`select m.how from message m join news n on n.message_id = m.id where n.about = 'way-in-changed'`.execute(
        db,
      ),
    );
    assert.deepEqual(rows, [{ how: 'letter' }]);
  });

  it('W3 they see on their first page that it was changed and what to do; a worker sees when and by whom', async () => {
    const mags = await mine();
    const rowan = await ours();
    const first = (await mags.get('/my')).body;
    assert.match(first, /Where your codes go was changed here on 21 November 2026/);
    assert.match(first, /Was that not you\? Ring us/);
    const staff = (await rowan.get(`/people/${personId}/own-page`)).body;
    assert.match(staff, /Where their codes go, by Mags, or whoever had their page open/);
    later(29 * 24 * 60);
    const visitor = await home.signIn(council, account);
    assert.doesNotMatch((await visitor.get('/my')).body, /was changed here/);
    assert.match((await visitor.get(at)).body, /Where your codes go was changed here on 21 November 2026/);
    home.clock.set('2026-11-21T12:00:00Z');
  });

  it('a worker sitting with them writes it down as that, at once; by telephone or on paper it could be anyone', async () => {
    const mags = await mine();
    const rowan = await ours();
    const marlow = await home.signIn(council, council.accounts.marsh);
    const wanted = { way: 'text', mobile: '07700 900 456', number };
    for (const told of ['phone', 'paper']) {
      const refused = await rowan.post(beside, { ...wanted, told });
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, /Do this when you sit together/);
    }
    assert.equal((await rowan.post(beside, { ...wanted, number: '555554' })).statusCode, 422);
    const sent = await rowan.post(beside, wanted);
    assert.equal(sent.headers.location, beside);
    assert.equal(await goesTo(), '+447700900456');
    assert.match((await mags.get('/my')).body, /changed on 21 November 2026 by Rowan, with you/);
    assert.match((await mags.get('/my')).body, /ask for someone other than Rowan/);
    assert.match((await rowan.get(`/people/${personId}/own-page`)).body, /Rowan with Mags/);
    assert.equal((await marlow.post(beside, wanted)).statusCode, 403);
  });

  it('W5 who broke the glass for an hour moves nobody’s codes', async () => {
    const marlow = await home.signIn(council, council.accounts.marsh);
    await council.as(
      council.accounts.marsh,
      (db) => breakGlass(db, personId, { reason: 'A neighbour rang.', isReasonKept: false }),
      home.clock.now(),
    );
    const refused = await marlow.post(beside, { way: 'text', mobile: '07700 900 789', number });
    assert.equal(refused.statusCode, 403);
    assert.equal(await goesTo(), '+447700900456');
  });

  it('S5 five wrong numbers wait a quarter of an hour here too, and five wrong codes are one code less', async () => {
    const mags = await mine();
    const wanted = { way: 'email', email: 'x@example.org' };
    for (let tried = 0; tried < 5; tried += 1)
      assert.equal((await mags.post(at, { ...wanted, number: '555554' })).statusCode, 422);
    assert.equal((await mags.post(at, { ...wanted, number })).statusCode, 422);
    later(16);
    assert.equal((await mags.post(at, { ...wanted, number })).statusCode, 303, 'and then they are in again');
    const code = await lastCode();
    for (let tried = 0; tried < 5; tried += 1)
      assert.equal((await mags.post(`${at}/sent`, { code: 'ZZZZZZ' })).statusCode, 422);
    assert.equal((await mags.post(`${at}/sent`, { code })).statusCode, 422);
    assert.equal(await goesTo(), '+447700900456');
  });

  it('nobody is written to over and over by way of a page, and a code that came too late is none', async () => {
    later(61);
    const visitor = await home.signIn(council, account);
    const ask = (n: number) => visitor.post(at, { way: 'email', email: `x${n}@example.org`, number });
    for (const n of [1, 2, 3, 4]) assert.equal((await ask(n)).statusCode, 303);
    const enough = await ask(5);
    assert.equal(enough.statusCode, 422);
    assert.match(enough.body, /Wait an hour, or ring us/);
    later(11);
    assert.equal((await visitor.post(`${at}/sent`, { code: await lastCode() })).statusCode, 422);
  });

  it('what cannot be a telephone comes back with what to do', async () => {
    const visitor = await home.signIn(council, account);
    const back = async (fields: Record<string, string>) => {
      const { body, statusCode } = await visitor.post(at, fields);
      assert.equal(statusCode, 422);
      return body;
    };
    assert.match(await back({ number }), /Choose where your codes shall go/);
    assert.match(await back({ way: 'text', mobile: '01632 960 111', number }), /takes no texts/);
    assert.match(await back({ way: 'email', email: 'nobody', number: '' }), /Type your six figures/);
    assert.match(await back({ way: 'pigeon', number }), /Choose where your codes shall go/);
    assert.match((await visitor.post(`${at}/sent`, { code: '' })).body, /Type the code we sent you/);
  });

  it('whoever has no page has none to change', async () => {
    const rowan = await ours();
    const alan = await asRowan((db) => newPerson(db, council.teams.harbour, 'Alan'));
    const url = `/people/${alan}/together/wishes/codes`;
    assert.doesNotMatch((await rowan.get(url)).body, /name="number"/);
    const shut = await rowan.post(url, { way: 'none', number });
    assert.match(shut.body, /page is shut\. Ring us/);
  });
});

describe('a number that a worker chooses anew', () => {
  it('S2 is told to the person, in words that say nothing, and stands on their own page with what to do', async () => {
    const rowan = await ours();
    const sent = await rowan.post(`/people/${personId}/own-page/number`, { number: '730158' });
    assert.equal(sent.statusCode, 303);
    const { rows } = await asRowan((db) =>
      sql`select about from news where person_id = ${personId} and message_id is null`.execute(db),
    );
    assert.ok(rows.some((row) => (row as { about: string }).about === 'way-in-changed'));
    const visitor = await home.signIn(council, account);
    const first = (await visitor.get('/my')).body;
    assert.match(first, /Your number was changed on 21 November 2026 by Rowan, with you\./);
    assert.match(first, /Was that not so\? Ring us, and ask for someone other than Rowan\./);
    assert.doesNotMatch(first, /730158/);
    assert.equal(worker.name, 'Rowan');
  });

  it('S6 ends another address that somebody asked for with the number before', async () => {
    later(61);
    const visitor = await mine();
    assert.equal(
      (await visitor.post(at, { way: 'email', email: 'y@example.org', number: '730158' })).statusCode,
      303,
    );
    const code = await lastCode();
    const rowan = await ours();
    await rowan.post(`/people/${personId}/own-page/number`, { number: '918264' });
    const again = await mine();
    assert.equal((await again.post(`${at}/sent`, { code })).statusCode, 422);
  });
});
