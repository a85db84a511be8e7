import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { sql } from 'kysely';
import { type TestAccount, testCouncil, testNow } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { hashOf } from '../../../platform/http/visits.ts';
import { kindsMade, oneOfEach } from '../every-kind.fixture.ts';

const { database } = await testDatabase();
const home = await testHouse(database, { publicUrl: 'https://alongside.saltbeck.example' });
const council = await testCouncil(database, 'calendar-feeds');
await oneOfEach(council);
const { rowan, priya, marsh, analyst } = council.accounts;
let seconds = 0;

const addressFor = async (who: TestAccount, whose = 'mine') => {
  const visitor = await home.signIn(council, who);
  const { body } = await visitor.json('/calendar/feeds', { whose });
  return new URL(String(body.address)).pathname;
};
/** Read as a phone would: no session, nothing but the address; a minute later each time. */
const fetched = (path: string, headers: Record<string, string> = {}) => {
  seconds += 60;
  home.clock.set(new Date(testNow.getTime() + seconds * 1_000).toISOString());
  return home.house.server.inject({ method: 'GET', url: path, headers: { host: 'localhost', ...headers } });
};
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const admin = (query: ReturnType<typeof sql>) => council.as(rowan, (db) => query.execute(db));

describe('a calendar on a phone', () => {
  it('shows the address once, and keeps only its hash', async () => {
    const visitor = await home.signIn(council, priya);
    const answer = await visitor.post('/calendar/feeds', { whose: 'mine' });
    assert.equal(answer.statusCode, 303);
    const cookie = String(answer.cookies.find(({ name }) => name === 'alongside-said')?.value);
    const [address = '', token = ''] =
      /https:\/\/alongside\.saltbeck\.example\/calendar\/([\w-]{43})\.ics/.exec(cookie) ?? [];
    assert.ok(address && Buffer.from(token, 'base64url').length >= 16);
    assert.doesNotMatch((await visitor.get('/calendar/feeds')).body, new RegExp(token));
    const { rows } = await council.as(priya, (db) =>
      sql<{ all: string }>`select string_agg(t::text, ' ') as all from (
        select to_jsonb(f)::text as t from calendar_feed f union all select to_jsonb(s)::text from submission s
        union all select to_jsonb(a)::text from audit_entry a) t`.execute(db),
    );
    assert.ok(!rows[0]?.all.includes(token), 'kept nowhere');
    const { rows: kept } = await council.as(priya, (db) =>
      sql`select from calendar_feed where token_hash = ${hashOf(token)}`.execute(db),
    );
    assert.equal(kept.length, 1);
    assert.equal((await fetched(new URL(address).pathname)).statusCode, 200);
  });

  it('is a calendar that another reads: all-day, stable ids, links, and nobody’s name or words', async () => {
    const path = await addressFor(rowan, council.teams.harbour);
    const answer = await fetched(path);
    assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
    const events = eventsIn(answer.body);
    assert.ok(events.length > 30);
    for (const event of events) {
      assert.ok(event.startDate.isDate, event.uid);
      assert.equal(event.duration.toSeconds(), 86_400, event.uid);
      assert.match(event.uid, /^[a-z0-9-]+@alongside$/);
      const url = String(event.component.getFirstPropertyValue('url'));
      assert.match(
        url,
        /^https:\/\/alongside\.saltbeck\.example\/(people|conversations|promises|moves|introductions|matchings)\//,
      );
    }
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
    assert.ok(events.some(({ summary }) => summary === 'Catch-up due'));
    const told = answer.body.replaceAll(/\r?\n[ \t]/g, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    const words = [
      'Rowan',
      'Carol',
      'Ada',
      'Northmoor',
      'Nights',
      'boat',
      'lift',
      'police',
      'Somebody promise',
    ];
    assert.deepEqual(
      words.filter((word) => told.includes(word)),
      [],
    );
    assert.ok(!kindsMade.some((kind) => told.includes(`Somebody ${kind}`)));
    const again = eventsIn((await fetched(path)).body);
    assert.deepEqual(again.map(({ uid }) => uid).sort(), events.map(({ uid }) => uid).sort());
  });

  it('stands on today while its days run, and once they are past', async () => {
    const events = eventsIn((await fetched(await addressFor(rowan, council.teams.harbour))).body);
    const dayOfKind = (kind: string) => events.find(({ uid }) => uid.startsWith(kind))?.startDate.toString();
    assert.equal(dayOfKind('promise-'), '2026-11-21', 'due yesterday');
    assert.equal(dayOfKind('catch-up-first-'), '2026-11-21', 'its fortnight runs until the 23rd');
    assert.equal(dayOfKind('conversation-2-team-talk-'), '2027-01-01');
  });

  it('changes its tag only when something in it does', async () => {
    const path = await addressFor(rowan);
    const first = await fetched(path);
    const tag = String(first.headers.etag);
    assert.equal((await fetched(path, { 'if-none-match': tag })).statusCode, 304);
    await admin(
      sql`update promise set state = 'kept', settled_on = '2026-11-21' where account_id = ${rowan.accountId}`,
    );
    const later = await fetched(path, { 'if-none-match': tag });
    assert.equal(later.statusCode, 200);
    assert.notEqual(later.headers.etag, tag);
    assert.doesNotMatch(later.body, /promise-/);
  });

  it('is the worker’s own or the team’s, as the calendar page is', async () => {
    assert.equal(eventsIn((await fetched(await addressFor(marsh))).body).length, 0);
    const visitor = await home.signIn(council, marsh);
    assert.equal((await visitor.json('/calendar/feeds', { whose: council.teams.harbour })).status, 404);
    const stranger = await home.signIn(council, analyst);
    assert.equal((await stranger.get('/calendar/feeds')).statusCode, 403);
  });

  it('W3 leaves a line in who looked each time it is read', async () => {
    const path = await addressFor(rowan);
    const lines = async () =>
      (
        await council.as(rowan, (db) =>
          sql`select from audit_entry where route = '/calendar/:file'`.execute(db),
        )
      ).rows.length;
    const before = await lines();
    await fetched(path);
    await fetched(path);
    assert.equal((await lines()) - before, 2);
  });

  it('is read at most every ten seconds', async () => {
    const path = await addressFor(rowan);
    assert.equal((await fetched(path)).statusCode, 200);
    const soon = await home.house.server.inject({ url: path, headers: { host: 'localhost' } });
    assert.equal(soon.statusCode, 429);
    assert.equal(soon.headers['retry-after'], '10');
    assert.equal((await fetched(path)).statusCode, 200);
  });
});

describe('an address that leads nowhere', () => {
  const looks = async (path: string) => {
    const { statusCode, headers, body } = await fetched(path);
    const { date: _date, 'content-security-policy': _nonce, ...rest } = headers;
    return JSON.stringify([statusCode, rest, body]);
  };

  it('unknown, ended, replaced, malformed, of a closed or long unused account, or of a team left: one 404', async () => {
    const unknown = await looks(`/calendar/${'a'.repeat(43)}.ics`);
    assert.match(unknown, /^\[404,/);
    for (const path of [
      '/calendar/nonsense',
      '/calendar/.ics',
      '/calendar/%00.ics',
      `/calendar/${'a'.repeat(44)}.ics`,
    ])
      assert.equal(await looks(path), unknown, path);
    const replaced = await addressFor(rowan);
    const live = await addressFor(rowan);
    assert.equal(await looks(replaced), unknown, 'replaced');
    const visitor = await home.signIn(council, rowan);
    const { body } = await visitor.json('/calendar/feeds');
    const [feed] = body.feeds as { id: string; teamName: string | null }[];
    assert.equal((await visitor.post(`/calendar/feeds/${feed?.id}/end`, {})).statusCode, 303);
    assert.equal(await looks(live), unknown, 'ended');
    const team = await addressFor(priya, council.teams.harbour);
    const own = await addressFor(priya);
    await admin(sql`delete from membership where account_id = ${priya.accountId}`);
    assert.equal(await looks(team), unknown, 'a team left');
    assert.match(await looks(own), /^\[200,/);
    const longAgo = sql`update account set enabled_at = '2026-01-01', last_signed_in_at = '2026-01-01' where id = ${priya.accountId}`;
    await admin(longAgo);
    assert.equal(await looks(own), unknown, 'long unused');
    await admin(
      sql`update account set enabled_at = ${testNow}, disabled_at = null where id = ${priya.accountId}`,
    );
    assert.match(await looks(own), /^\[200,/);
    await admin(sql`update account set disabled_at = ${testNow} where id = ${priya.accountId}`);
    assert.equal(await looks(own), unknown, 'closed');
  });

  it('nobody ends another’s', async () => {
    await addressFor(rowan);
    const mine = await home.signIn(council, rowan);
    const { body } = await mine.json('/calendar/feeds');
    const [feed] = body.feeds as { id: string }[];
    const other = await home.signIn(council, marsh);
    assert.equal((await other.post(`/calendar/feeds/${feed?.id}/end`, {})).statusCode, 404);
    assert.equal(((await mine.json('/calendar/feeds')).body.feeds as unknown[]).length > 0, true);
  });
});
