import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { councilOf } from '../../platform/db/council.ts';
import { hashOf } from '../../platform/http/visits.ts';
import { atTheDoor, doorUrl, guessed, number, ours } from './getting-in.fixture.ts';
import { closeOwnPage, makeLetter } from './own-pages.store.ts';

const { asking, clock, council, house, knocking, somebody, staff } = await atTheDoor();
/** In hundreds: 10,000 guesses with ALONGSIDE_LONG=1. */
const batches = process.env.ALONGSIDE_LONG ? 100 : 5;

describe('getting in to one’s own page', () => {
  it('S2 takes a code and the number, once', async () => {
    const { letter } = await somebody();
    const first = await knocking(letter.code, number);
    assert.equal(first.statusCode, 303);
    assert.equal(first.headers.location, '/my');
    assert.match(String(first.headers['set-cookie']), /HttpOnly; SameSite=Lax/);
    for (const again of [letter.code, letter.token])
      assert.equal((await knocking(again, number)).statusCode, 422);
  });

  it('spends nothing in a browser that keeps no cookies, where no page would stay open', async () => {
    const { letter } = await somebody();
    const payload = new URLSearchParams({ typed: letter.code, number }).toString();
    const bare = await house.server.inject({ method: 'POST', url: doorUrl, headers: ours, payload });
    assert.equal(bare.statusCode, 422);
    assert.match(bare.body, /keeps no cookies\. Your code still works/);
    const kept = /alongside-kept=[^;]+/.exec(String(bare.headers['set-cookie']))?.[0] ?? '';
    const headers = { ...ours, cookie: kept };
    const again = await house.server.inject({ method: 'POST', url: doorUrl, headers, payload });
    assert.equal(again.headers.location, '/my');
  });

  it('says what to do when it does not open, and the number to ring', async () => {
    await council.as(council.accounts.administrator, (db) =>
      sql`update council set settings = settings || '{"phone": "01632 960000"}' where council_id = ${councilOf(db)}`.execute(
        db,
      ),
    );
    const door = await house.server.inject({ method: 'GET', url: doorUrl });
    assert.match(door.body, /href="tel:\d+">Ring us on [\d ]+<\/a>\. We help you to a new one/);
  });

  it('S3 spends nothing when a scanner opens the link', async () => {
    const { letter } = await somebody();
    for (let fetched = 0; fetched < 50; fetched += 1)
      await house.server.inject({ method: fetched % 2 ? 'HEAD' : 'GET', url: `${doorUrl}/${letter.token}` });
    assert.equal((await knocking(letter.token, number)).statusCode, 303);
  });

  it('S3 takes what a link holds out of its address, so that no history and no Referer has it', async () => {
    const { letter } = await somebody();
    const link = await house.server.inject({ method: 'GET', url: `${doorUrl}/${letter.token}` });
    assert.equal(link.statusCode, 303);
    assert.equal(link.headers.location, doorUrl);
    assert.equal(link.headers['referrer-policy'], 'no-referrer');
    assert.match(String(link.headers['set-cookie']), /Max-Age=600; Path=\/; HttpOnly; SameSite=Lax/);
    const cookie = String(link.headers['set-cookie']).split(';')[0] ?? '';
    const door = await house.server.inject({ method: 'GET', url: doorUrl, headers: { cookie } });
    const [, held = ''] = /name="typed" value="([^"]+)"/.exec(door.body) ?? [];
    assert.equal(held, letter.token);
    const typing = await house.server.inject({ method: 'GET', url: `${doorUrl}?type`, headers: { cookie } });
    assert.doesNotMatch(typing.body, new RegExp(letter.token));
    assert.equal((await knocking(held, number, cookie)).statusCode, 303);
  });

  it('S2 sends a text to whoever wants one, and it says nothing of them', async () => {
    const { to } = await somebody('text');
    const { code, cookie, words, goesBy } = await message(to, `0${to.slice(3)}`);
    assert.equal(goesBy, 'text');
    assert.doesNotMatch(words, /Edie|Marsh|council|care|http/i);
    assert.equal((await knocking(code, number, cookie)).statusCode, 303);
  });

  it('S2 opens each their own page where two have one address, by their number', async () => {
    const { to, personId } = await somebody();
    const other = await somebody('email', to, '730158');
    const { code, cookie } = await message(to);
    const come = await knocking(code, '730158', cookie);
    assert.equal(await whoseIs(come), other.personId);
    assert.equal((await knocking(code, number, cookie)).statusCode, 422, 'the code was spent for both');
    const again = await message(to);
    assert.equal(await whoseIs(await knocking(again.code, number, again.cookie)), personId);
  });

  it('S2 takes a message’s code only in the browser that asked, and for ten minutes', async () => {
    const { to } = await somebody();
    const { code, cookie } = await message(to);
    assert.equal((await knocking(code, number)).statusCode, 422, 'another browser');
    clock.set(new Date(clock.now().getTime() + 11 * 60_000).toISOString());
    assert.equal((await knocking(code, number, cookie)).statusCode, 422, 'too late');
    const later = await message(to);
    assert.equal((await knocking(later.code, number, later.cookie)).statusCode, 303);
  });

  it('S5 opens at once where many pages were just brought and the database has counted none of them', async () => {
    const { letter } = await somebody();
    for (let more = 0; more < 120; more += 1) await somebody();
    assert.equal((await knocking(letter.code, number)).statusCode, 303);
  });

  it('S5 waits a quarter of an hour after five wrong numbers, and lets them in after it', async () => {
    const { letter, ownPageId } = await somebody();
    for (let tried = 0; tried < 5; tried += 1)
      assert.equal((await knocking(letter.code, '555554')).statusCode, 422);
    assert.equal((await knocking(letter.code, number)).statusCode, 422);
    const next = await council.as(staff, (db) => makeLetter(db, ownPageId), clock.now());
    assert.equal((await knocking(next.code, number)).statusCode, 422, 'still waiting');
    clock.set(new Date(clock.now().getTime() + 15 * 60_000 + 1).toISOString());
    assert.equal((await knocking(next.code, number)).statusCode, 303);
  });

  it('S2 lets nobody in by guessing, and the person all the same', async () => {
    const { letter } = await somebody();
    let opened = 0;
    for (let batch = 0; batch < batches; batch += 1) {
      const guesses = Array.from({ length: 100 }, () =>
        knocking(guessed(), String(randomInt(1_000_000)).padStart(6, '0')),
      );
      for (const { statusCode } of await Promise.all(guesses)) if (statusCode === 303) opened += 1;
    }
    assert.equal(opened, 0);
    assert.equal((await knocking(letter.code, number)).statusCode, 303);
  });

  it('S6 closes at once, in every browser', async () => {
    const { letter, ownPageId } = await somebody();
    const inside = await knocking(letter.code, number);
    assert.equal(inside.statusCode, 303);
    const cookie = /alongside=[^;]+/.exec(String(inside.headers['set-cookie']))?.[0] ?? '';
    const root = () => house.server.inject({ method: 'GET', url: '/', headers: { cookie } });
    assert.equal((await root()).headers.location, '/my');
    await council.as(staff, (db) => closeOwnPage(db, ownPageId));
    assert.equal((await root()).headers.location, '/sign-in');
  });
});

async function whoseIs({ headers }: LightMyRequestResponse): Promise<string | null> {
  const [, token = ''] = /alongside=([^;]+)/.exec(String(headers['set-cookie'])) ?? [];
  return council.as(staff, async (db) => {
    const rows = await db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .select('account.person_id')
      .where('token_hash', '=', hashOf(decodeURIComponent(token)))
      .execute();
    return rows[0]?.person_id ?? null;
  });
}

async function message(to: string, typed = to) {
  const answer = await asking(typed);
  const sent = await council.as(staff, (db) =>
    db
      .selectFrom('outgoing_mail')
      .select(['words', 'goes_by'])
      .where('mail_to', '=', to)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return {
    words: sent.words ?? '',
    goesBy: sent.goes_by,
    code: /code is (\w{6})/.exec(sent.words ?? '')?.[1] ?? '',
    cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
  };
}
