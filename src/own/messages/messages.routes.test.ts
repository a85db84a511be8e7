import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { holdBack, magsAtHome } from '../say/say.fixture.ts';
import { messagesOf } from './messages.store.ts';

const { account, asRowan, council, home, mags, marlow, personId, rowan, worker } = await magsAtHome();
const together = `/people/${personId}/together/message`;
const staff = `/people/${personId}/messages`;
const all = () => asRowan((db) => messagesOf(db, personId));

describe('messages between a person and the team', () => {
  it('says who reads it, when we usually answer, and 999 first', async () => {
    const { body } = await mags.get('/my/message');
    assert.match(body, /The Harbour team reads this/);
    assert.match(body, /two working days/);
    assert.match(body, /in danger, ring 999/);
  });

  it('is on Today for the team, on the person’s page and in the story, until somebody answers', async () => {
    assert.equal((await mags.post('/my/message', { words: 'Could Priya come on Monday?' })).statusCode, 303);
    assert.match((await rowan.get('/today')).body, /From people themselves/);
    assert.match((await rowan.get('/today')).body, /wrote to us/);
    assert.match((await rowan.get(`/people/${personId}`)).body, /Mags wrote to us\./);
    assert.doesNotMatch((await marlow.get('/today')).body, /From people themselves/);
    assert.match((await mags.get('/my/message')).body, /Nobody has read this yet/);
    home.clock.set('2026-11-21T09:36:00Z');
    assert.equal((await rowan.post(staff, { words: 'Yes, at ten.' })).statusCode, 303);
    assert.doesNotMatch((await rowan.get('/today')).body, /From people themselves/);
    const told = await asRowan((db) =>
      db.selectFrom('news').select('about').where('person_id', '=', personId).execute(),
    );
    assert.deepEqual(told, [{ about: 'answer-to-your-message' }]);
  });

  it('S6 gives back what was written when the page was open too long, and never a number kept secret', async () => {
    const late = await home.signIn(council, account);
    const before = home.clock.now();
    home.clock.set(new Date(before.getTime() + 31 * 60_000).toISOString());
    const sent = await late.post('/my/message', { words: 'Dad fell again.' });
    assert.equal(sent.statusCode, 401);
    assert.match(sent.body, /Sign in first[\s\S]*Nothing was sent[\s\S]*Dad fell again\./);
    assert.match(sent.body, /href="\/sign-in"/);
    const changing = await late.post('/my/ways-in/number', { old: '402917', number: '730158' });
    assert.doesNotMatch(changing.body, /402917|730158/);
    home.clock.set(before.toISOString());
  });

  it('they read the answer, and both sides see who read what', async () => {
    assert.doesNotMatch((await rowan.get(staff)).body, /has had this page open/);
    home.clock.set('2026-11-21T09:40:00Z');
    const { body } = await mags.get('/my/message');
    assert.match(body, /Yes, at ten\./);
    assert.match(body, /Rowan read this, Saturday 21 November\./);
    assert.match((await rowan.get(staff)).body, /Mags has had this page open since/);
  });

  it('a worker says that it was read, and it needs no answer', async () => {
    await mags.post('/my/message', { words: 'Thank you.' });
    const waiting = (await rowan.get(staff)).body;
    const things = [...waiting.matchAll(/name="things" value="([^"]+)"/g)].map(([, id]) => String(id));
    assert.equal(things.length, 1);
    assert.equal((await rowan.post(`${staff}/read`, { things })).statusCode, 303);
    assert.doesNotMatch((await rowan.get('/today')).body, /From people themselves/);
    assert.match((await mags.get('/my/message')).body, /Rowan read this/);
    assert.equal((await rowan.post(`${staff}/read`, { things: 'x' })).statusCode, 422);
  });

  it('a worker who is told it writes it as that', async () => {
    assert.match((await rowan.get(together)).body, /How did they tell you\?/);
    const sent = await rowan.post(together, { words: 'I have moved the bed.', told: 'phone' });
    assert.equal(sent.headers.location, together);
    const [latest] = await all();
    assert.deepEqual([latest?.told, latest?.byName, latest?.side], ['phone', 'Rowan', 'them']);
    assert.match((await rowan.get(`/people/${personId}/who-looked`)).body, /Read together/);
  });

  it('everything one person did is one line on Today, the most pressing first, and names them in who looked (W3)', async () => {
    await mags.post(`/my/say/matters/${personId}`, { what: 'correction', words: 'My garden and my dog.' });
    await mags.post('/my/message', { words: 'I put it right.' });
    const { body } = await rowan.get('/today');
    assert.match(body, /Mags Devlin<\/a> wrote to us and put something right, today\./);
    assert.equal(body.match(/Read it, and answer/g)?.length, 1);
  });

  it('an empty message comes back, and pressing twice is one message', async () => {
    const empty = await mags.post('/my/message', { words: '  ' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write your message/);
    const before = (await all()).length;
    const fields = { words: 'Only once.', submission: newId() };
    for (const _ of [1, 2]) assert.equal((await mags.post('/my/message', fields)).statusCode, 303);
    assert.equal((await all()).length, before + 1);
    assert.equal((await rowan.post(staff, { words: '' })).statusCode, 422);
  });

  it('W1 an answer that is held back leaves no trace', async () => {
    await rowan.post(staff, { words: 'This is held back from Mags.' });
    const [held] = await all();
    await asRowan((db) => holdBack(db, personId, held?.id ?? '', worker.accountId));
    assert.doesNotMatch((await mags.get('/my/message')).body, /held back/);
    assert.match((await rowan.get(staff)).body, /This is held back from Mags/);
  });

  it('W5 is nothing to a team that is not alongside', async () => {
    assert.equal((await marlow.get(staff)).statusCode, 403);
    assert.equal((await marlow.post(staff, { words: 'Hello' })).statusCode, 403);
    assert.equal((await mags.get(staff)).statusCode, 403);
  });

  it('says sorry, plainly, and whom to ring when we are late, and staff see that it does', async () => {
    home.clock.set('2026-11-21T10:00:00Z');
    await mags.post('/my/message', { words: 'When does the bed come?' });
    await asRowan((db) =>
      sql`update council set settings = settings || '{"phone": "01632 960 000", "answerWithinDays": 3}'`.execute(
        db,
      ),
    );
    home.clock.set('2026-11-25T10:00:00Z');
    const her = await home.signIn(council, account);
    const inTime = (await her.get('/my/message')).body;
    assert.match(inTime, /We try to answer in three working days/);
    assert.doesNotMatch(inTime, /We are sorry/);
    home.clock.set('2026-11-26T10:00:00Z');
    const later = await home.signIn(council, account);
    const { body } = await later.get('/my/message');
    assert.match(
      body,
      /We are sorry\. You wrote to us on Saturday 21 November\. We said three working days, and we are late\./,
    );
    assert.match(body, /tel:01632960000/);
    const ours = await home.signIn(council, worker);
    assert.match((await ours.get(staff)).body, /has waited longer, and their page says we are sorry/);
    assert.match((await ours.get(together)).body, /We are sorry/);
    await ours.post(staff, { words: 'On Monday. We are sorry.' });
    assert.doesNotMatch((await later.get('/my/message')).body, /We said three working days/);
  });
});
