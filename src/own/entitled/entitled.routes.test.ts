import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openConversationOf } from '../../conversations/conversations.store.ts';
import { factsOf } from '../../conversations/facts.store.ts';
import { newId } from '../../platform/ids.ts';
import { magsAtHome } from '../say/say.fixture.ts';

const { asRowan, council, home, mags, personId, rowan } = await magsAtHome();
const asks = () => asRowan((db) => factsOf(db, personId, ['asked-if-entitled']));

describe('am I entitled?', () => {
  it('N1 says what asking means, and whom to ring', async () => {
    const { body, statusCode } = await mags.get('/my/entitled');
    assert.equal(statusCode, 200);
    assert.match(body, /Anybody may ask/);
    assert.match(body, /Yes, I am asking/);
    assert.match(body, /Harbour team/);
  });

  it('N1 a day to come comes back with what was typed, and starts nothing', async () => {
    const at = `/people/${personId}/together/entitled`;
    const back = await rowan.post(at, { words: 'What am I owed?', on: '1 December 2026', told: 'paper' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /What am I owed\?/);
    assert.deepEqual(await asks(), []);
  });

  it('N1 the clock starts at once, in the team’s name, though nothing was open', async () => {
    const sent = await mags.post('/my/entitled', {});
    assert.equal(sent.headers.location, '/my/entitled');
    const [ask] = await asks();
    assert.equal(ask?.phrase, 'Am I entitled?');
    const open = await asRowan((db) => openConversationOf(db, personId));
    assert.deepEqual([open?.kind, open?.teamId], [1, council.teams.harbour]);
    const { body } = await mags.get('/my/entitled');
    assert.match(body, /You asked on 21 November 2026/);
    assert.match(body, /We aim to answer by 19 December 2026/);
    assert.match((await rowan.get(`/people/${personId}/entitled`)).body, /asked on 21 November 2026/);
  });

  it('N1 pressed again, twice at once or days later, it is the same asking', async () => {
    const submission = newId();
    await Promise.all([1, 2].map(() => mags.post('/my/entitled', { submission })));
    home.clock.set('2026-11-21T09:50:00Z');
    await Promise.all([
      mags.post('/my/entitled', { words: 'Am I?' }),
      rowan.post(`/people/${personId}/together/entitled`, { words: 'Am I?', told: 'phone' }),
    ]);
    assert.equal((await asks()).length, 1);
  });
});
