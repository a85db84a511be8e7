import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { stoppedClock } from '../../platform/clock.ts';
import { sendText } from '../../platform/mail/outbox.store.ts';
import { comeAlongside } from '../opening.store.ts';
import { addNeed, makePerson } from '../people.store.ts';
import { tellPerson } from './messages.store.ts';
import { tellingRound } from './telling-round.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const real = await testCouncil(database, 'marsh-end-test', false);
const { signIn } = await testHouse(database);
const { rowan, administrator } = council.accounts;
const visitor = await signIn(council, rowan);
const go = (at = testNow) =>
  tellingRound(async () => [council.councilId]).act(
    database,
    stoppedClock(at.toISOString()),
    new AbortController().signal,
  );

async function somebody(name: string): Promise<string> {
  const id = await council.as(rowan, async (db) => {
    const person = await makePerson(db, { fullName: name });
    await comeAlongside(db, person, { teamId: council.teams.harbour }, 'contact');
    return person;
  });
  await ownAccount(council, id, name);
  await council.as(rowan, (db) =>
    sql`update own_page set message_by = 'text', message_to = '07700900123' where person_id = ${id}`.execute(
      db,
    ),
  );
  return id;
}

describe('what somebody was told', () => {
  it('DAPB1605 who cannot be sent a message stands on Today until one of us has told them', async () => {
    const id = await somebody('Mags Treloar');
    await council.as(rowan, async (db) => {
      await addNeed(db, id, { kind: 'communication', need: 'Ring, never text', recordedOn: '2026-11-01' });
      await tellPerson(db, { personId: id, reference: 'm', about: 'answer-to-your-message' });
    });
    await go();
    const today = await visitor.get('/today');
    assert.match(today.body, /tell them by phone or in person: an answer to what they wrote/);
    assert.match(today.body, /Their way: Ring, never text/);
    const marlow = await signIn(council, council.accounts.marsh);
    assert.doesNotMatch((await marlow.get('/today')).body, /Mags/);

    const message = /\/messages\/([0-9a-f-]{36})\/settled/.exec(today.body)?.[1];
    assert.equal((await marlow.post(`/messages/${message}/settled`, { how: 'told' })).statusCode, 403);
    assert.equal((await visitor.post(`/messages/${message}/settled`, { how: 'told' })).statusCode, 303);
    assert.equal((await visitor.json(`/messages/${message}/settled`, { how: 'told' })).status, 409);
    assert.doesNotMatch((await visitor.get('/today')).body, /Their way/);
    assert.match((await visitor.get(`/people/${id}/told`)).body, /Rowan told them/);
  });

  it('says whether it arrived; one that never will is for us to tell', async () => {
    const id = await somebody('Nora Quill');
    await council.as(rowan, (db) =>
      tellPerson(db, { personId: id, reference: 'n', about: 'letter-for-you' }),
    );
    await go();
    assert.match((await visitor.get(`/people/${id}/told`)).body, /A text. It waits to go/);
    await council.as(rowan, (db) =>
      sql`update outgoing_mail set given_up_at = ${testNow}, last_problem = 'There is no such number or address'
        where id = (select mail_id from message where person_id = ${id})`.execute(db),
    );
    const page = (await visitor.get(`/people/${id}/told`)).body;
    assert.match(page, /It did not arrive. There is no such number or address/);
    assert.doesNotMatch(page, /07700/);
    assert.match(
      (await visitor.get('/today')).body,
      /A text did not arrive. Tell them by phone or in person: a letter/,
    );
  });

  it('the team has one list of whom to ring and what to post, and the letters say no more than a message', async () => {
    const [post, ring] = [await somebody('Ivy Marlow'), await somebody('June Ashby')];
    await council.as(rowan, async (db) => {
      await sql`insert into contact_wish (council_id, person_id, may_text, may_email, may_ring, may_post, not_days, since, changed_by, told)
        values (${council.councilId}, ${post}, false, false, false, true, '{}', '2026-11-01', ${rowan.accountId}, 'phone')`.execute(
        db,
      );
      await addNeed(db, ring, { kind: 'communication', need: 'Ring, never text', recordedOn: '2026-11-01' });
      for (const personId of [post, ring])
        await tellPerson(db, { personId, reference: `l ${personId}`, about: 'answer-to-your-message' });
    });
    await go();
    const { body } = await visitor.get('/messages');
    assert.match(body, /Ivy Marlow<\/a>: post a letter that there is an answer/);
    assert.match(body, /June Ashby<\/a>: tell them by phone/);
    const letters = /<div class="app-slips">(.*?)<\/div>/s.exec(body)?.[1] ?? '';
    assert.equal(letters.split('<article').length, 2, 'one letter, for whoever wants the post');
    assert.match(letters, /Ivy Marlow<\/h2><p>You have a message\. Open your page the usual way\.<\/p>/);
    assert.doesNotMatch(letters, /answer|June/);
    assert.match((await visitor.get('/today')).body, /href="\/messages"/);
    const marlow = await signIn(council, council.accounts.marsh);
    assert.doesNotMatch((await marlow.get('/messages')).body, /Ivy|June/);
    const toPost = body.slice(body.indexOf('To post'));
    const message = /\/messages\/([0-9a-f-]{36})\/settled/.exec(toPost)?.[1];
    assert.match(toPost, /name="on" value="messages"/);
    const posted = await visitor.post(`/messages/${message}/settled`, { how: 'posted', on: 'messages' });
    assert.equal(posted.headers.location, '/messages');
    assert.ok(posted.cookies.some(({ value }) => value === 'Written down: the letter was posted.'));
    assert.doesNotMatch((await visitor.get('/messages')).body, /Ivy/);
    const twice = await visitor.post(`/messages/${message}/settled`, { how: 'posted', on: 'messages' });
    assert.equal(twice.headers.location, '/messages', 'whoever presses it on an old page stays on the list');
    const elsewhere = await visitor.post(`/messages/${message}/settled`, {
      how: 'posted',
      on: '//elsewhere',
    });
    assert.equal(elsewhere.statusCode, 422);
  });

  it('a demonstration’s messages are read by its administrator; a real council has no such page', async () => {
    for (const whose of [council, real])
      await whose.as(whose.accounts.rowan, (db) =>
        sendText(db, { reference: 'x', to: '07700900123', words: 'Your code is 4 green boats' }),
      );
    assert.match((await (await signIn(council, administrator)).get('/outbox')).body, /4 green boats/);
    assert.equal((await (await signIn(real, real.accounts.administrator)).get('/outbox')).statusCode, 404);
    assert.equal((await visitor.get('/outbox')).statusCode, 403);
  });
});
