import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownPageOf } from '../../access/own-page/own-pages.store.ts';
import { detailsOf } from '../../people/details/details.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { newId } from '../../platform/ids.ts';
import { magsAtHome } from '../say/say.fixture.ts';
import { wishesOf } from './wishes.store.ts';

const { asRowan, mags, personId, rowan } = await magsAtHome();
const together = `/people/${personId}/together`;
const kept = () => asRowan((db) => wishesOf(db, personId));
const needs = async () =>
  (await asRowan((db) => identityOf(db, personId))).needs.map(({ need }) => need).toSorted();

const wishes = {
  ...{ ways: ['ring', 'post'], phone: '01632 960 111', bestTimes: 'Mornings', notBefore: '9am' },
  ...{ notAfter: '6.30pm', notDays: ['7'], pleaseDoNot: 'Do not ring the landline.', notToBeTold: 'My son' },
  formats: ['large-print'],
};

describe('how somebody wants to be reached', () => {
  it('changes where they are reached, how to communicate with them, and what is said before anybody rings', async () => {
    const sent = await mags.post('/my/wishes', { ...wishes, version: '0' });
    assert.equal(sent.headers.location, '/my/wishes');
    const now = await kept();
    assert.deepEqual(
      [now.mayRing, now.mayText, now.notBefore, now.notAfter, now.notDays, now.since],
      [true, false, '09:00', '18:30', [7], '2026-11-21'],
    );
    assert.equal((await asRowan((db) => detailsOf(db, personId))).phone, '01632 960 111');
    assert.deepEqual(await needs(), [
      'Large print.',
      'Not to be told that we are in touch: “My son”',
      'They ask: “Do not ring the landline.”',
    ]);
    const { body } = await rowan.get(`/people/${personId}/messages`);
    assert.match(body, /We may ring, write letters\./);
    assert.match(body, /Please do not:<\/b> Do not ring the landline\./);
    assert.match((await rowan.get('/today')).body, /changed how to be reached/);
  });

  it('W4 the story keeps the old, and never tells a number', async () => {
    await mags.post('/my/wishes', {
      ...{ ...wishes, phone: '01632 960 222', bestTimes: 'After lunch', formats: [], version: '1' },
    });
    const story = (await rowan.get(`/people/${personId}`)).body;
    assert.match(story, /best times: After lunch \(before: Mornings\)/);
    assert.match(story, /phone: changed/);
    assert.doesNotMatch(story, /960 222/);
    assert.ok(!(await needs()).includes('Large print.'));
  });

  it('what cannot be done comes back with what was typed', async () => {
    const { version } = await kept();
    const back = await mags.post('/my/wishes', {
      ...{ ...wishes, ways: ['text'], phone: '', notBefore: 'early', pleaseDoNot: 'No letters.' },
      version: String(version),
    });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Write a time like 9am/);
    assert.match(back.body, /No letters\./);
    const noPhone = await mags.post('/my/wishes', {
      ...{ ways: ['text'], phone: '', version: String(version) },
    });
    assert.match(noPhone.body, /Write a phone number, or untick/);
    assert.equal((await kept()).version, version);
  });

  it('told to a worker it is kept as that; nothing new is nothing changed; two at once are shown both', async () => {
    const { version } = await kept();
    const told = { ...wishes, told: 'phone', version: String(version) };
    assert.equal((await rowan.post(`${together}/wishes`, told)).statusCode, 303);
    assert.match((await rowan.get(`/people/${personId}`)).body, /Rowan wrote it, told by phone/);
    const again = await rowan.post(`${together}/wishes`, { ...told, version: String(version + 1) });
    assert.equal(again.statusCode, 303);
    assert.equal((await kept()).version, version + 1);
    const late = await mags.post('/my/wishes', { ...wishes, bestTimes: 'Never', version: String(version) });
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /Never/);
    assert.match(late.body, /Mornings/);
  });
});

describe('shutting one’s own page', () => {
  it('ends the page and nothing else, and says so in the story', async () => {
    assert.match((await mags.get('/my/shut')).body, /Your support goes on as it is/);
    const submission = newId();
    const sent = await mags.post('/my/shut', { submission });
    assert.equal(sent.headers.location, '/at/saltbeck-test/me');
    assert.equal(await asRowan((db) => ownPageOf(db, personId)), null);
    assert.notEqual((await mags.get('/my')).statusCode, 200);
    assert.match((await rowan.get(`/people/${personId}`)).body, /Shut my page and keep my support/);
    assert.equal((await kept()).mayRing, true);
    const twice = await rowan.post(`${together}/shut`, { told: 'phone' });
    assert.equal(twice.headers.location, `${together}/wishes`);
  });
});
