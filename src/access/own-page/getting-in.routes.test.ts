import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import pg from 'pg';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { hashOf } from '../../platform/http/visits.ts';
import { newId } from '../../platform/ids.ts';
import { knock, sendWayIn } from './getting-in.store.ts';
import { closeOwnPage, makeLetter, openOwnPage } from './own-pages.store.ts';

const test = await testDatabase();
const { house, clock } = await testHouse(test.database);
const council = await testCouncil(test.database, 'own-page');
const staff = council.accounts.rowan;
const number = '402917';
/** In hundreds: 10,000 guesses with ALONGSIDE_LONG=1. */
const batches = process.env.ALONGSIDE_LONG ? 100 : 5;
/** S4: pairs of a known and an unknown, at each of two doors; 2,000 questions with ALONGSIDE_LONG=1. */
const alike = process.env.ALONGSIDE_LONG ? 500 : 10;
const doorUrl = `/at/own-page/me`;

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

  it('S4 answers alike whether a code is known or not, and an address', async () => {
    const codes: Pair[] = [];
    const addresses: Pair[] = [];
    for (let pair = 0; pair < alike; pair += 1) {
      const known = await somebody();
      const typed = known.letter.code.replaceAll('-', '');
      codes.push({ act: () => knocking(typed, '555554'), other: () => knocking(guessed(), '555554') });
      const nobody = `${newId()}@saltbeck.example`;
      addresses.push({ act: () => asking(known.to), other: () => asking(nobody) });
    }
    if (process.env.ALONGSIDE_LONG) await withTheDisk();
    for (const [door, pairs, status] of [
      ['a code', codes, 422],
      ['an address', addresses, 200],
    ] as const) {
      const { gap, told } = await gapBetween(pairs, status);
      const times = `median gap ${gap.toFixed(2)} ms, AUC ${told.toFixed(3)}`;
      console.log(`S4: ${door}, N = ${pairs.length * 2} interleaved, ${times}`);
      if (process.env.ALONGSIDE_LONG) assert.ok(Math.abs(gap) < 5 && told <= 0.55, `${door}: ${times}`);
    }
  });

  it('S4 waits for no disk, whether something was written or nothing', async () => {
    const { to, letter } = await somebody();
    const wrong = { number: '555554', browser: null };
    for (const act of [
      (db: CouncilDb) => sendWayIn(db, to, Buffer.alloc(32), (way) => way),
      (db: CouncilDb) => sendWayIn(db, `${newId()}@saltbeck.example`, Buffer.alloc(32), (way) => way),
      (db: CouncilDb) => knock(db, { typed: letter.code, ...wrong }),
      (db: CouncilDb) => knock(db, { typed: guessed(), ...wrong }),
    ]) {
      const waits = await council.as(staff, async (db) => {
        await sql`set local synchronous_commit to on`.execute(db);
        await act(db);
        const { rows } = await sql<{
          waits: string;
        }>`select current_setting('synchronous_commit') as waits`.execute(db);
        return rows[0]?.waits;
      });
      assert.equal(waits, 'off');
    }
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
    await council.as(staff, (db) => closeOwnPage(db, ownPageId));
    const cookie = String(inside.headers['set-cookie']).split(';')[0] ?? '';
    const root = await house.server.inject({ method: 'GET', url: '/', headers: { cookie } });
    assert.equal(root.headers.location, '/sign-in');
  });
});

let telephones = 700_000;

async function somebody(messageBy: 'email' | 'text' = 'email', to?: string, own = number) {
  telephones += 1;
  const messageTo = to ?? (messageBy === 'text' ? `+447700${telephones}` : `${newId()}@saltbeck.example`);
  return council.as(staff, async (db) => {
    const personId = await makePerson(db, { fullName: 'Edie Marsh' });
    const said = { talked: 'Only she uses the tablet.', talkedOn: '2026-11-20' as const };
    const page = { personId, name: 'Edie Marsh', ...said, messageBy, messageTo, number: own };
    const ownPageId = await openOwnPage(db, page);
    return { personId, ownPageId, to: messageTo, letter: await makeLetter(db, ownPageId) };
  });
}

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

const ours = {
  host: 'localhost',
  origin: 'http://localhost',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
};

const knocking = (typed: string, tried: string, cookie = '') =>
  house.server.inject({
    method: 'POST',
    url: doorUrl,
    headers: { ...ours, cookie },
    payload: new URLSearchParams({ typed, number: tried }).toString(),
  });

const asking = (to: string) =>
  house.server.inject({
    method: 'POST',
    url: `${doorUrl}/message`,
    headers: ours,
    payload: new URLSearchParams({ to }).toString(),
  });

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

interface Pair {
  act: () => Promise<LightMyRequestResponse>;
  other: () => Promise<LightMyRequestResponse>;
}

/** From here on a commit waits for the disk, as it does where people are served. */
async function withTheDisk(): Promise<void> {
  const client = new pg.Client(test.administrator);
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = on`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

/**
 * Asks one after the other, each first as often; they must answer alike. How much longer one takes is told in milliseconds,
 * and how well their times tell them apart: 0.5 not at all, 1 always.
 */
async function gapBetween(pairs: readonly Pair[], status: number): Promise<{ gap: number; told: number }> {
  const took: { act: number[]; other: number[] } = { act: [], other: [] };
  for (const [at, pair] of pairs.entries()) {
    const answers = [];
    for (const which of at % 2 ? (['other', 'act'] as const) : (['act', 'other'] as const)) {
      const began = performance.now();
      const answer = await pair[which]();
      took[which].push(performance.now() - began);
      assert.equal(answer.statusCode, status);
      answers.push(plain(answer));
    }
    assert.deepEqual(answers[0], answers[1]);
  }
  const gaps = took.act.map((one, at) => one - (took.other[at] ?? 0)).sort((one, other) => one - other);
  const longer = took.act.flatMap((one) => took.other.map((other) => (one > other ? 1 : 0) as number));
  const share = longer.reduce((sum, one) => sum + one, 0) / longer.length;
  return { gap: gaps[gaps.length >> 1] ?? 0, told: Math.max(share, 1 - share) };
}

/** What an answer tells, without what is new in every page and without what was typed. */
const plain = ({ statusCode, body, headers }: LightMyRequestResponse) => ({
  statusCode,
  headers: Object.entries(headers)
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${String(value).replace(/nonce-[0-9a-f]+|alongside-here=[^;]+/g, '')}`)
    .sort(),
  body: body.replace(/nonce="[^"]*"|value="[^"]*"/g, ''),
});

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const guessed = () => Array.from({ length: 12 }, () => letters[randomInt(32)]).join('');
