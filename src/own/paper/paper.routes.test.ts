import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../../platform/ids.ts';
import { carolAround, holdBack, magsAtHome, promiseOf, talkedAbout } from '../say/say.fixture.ts';
import { signOf, sizes } from './paper.ts';

const { asRowan, mags, personId, rowan, worker } = await magsAtHome();
const entryId = newId();
const made = await asRowan(async (db) => ({
  carol: await carolAround(db, personId),
  promise: await promiseOf(db, personId, 'Priya'),
  talked: await talkedAbout(db, personId, [{ voice: 'said', words: 'I like the sea.' }], entryId),
}));
const together = `/people/${personId}/together`;
const paperOf = (body: string): string =>
  /<article class="app-paper[\s\S]*?<\/article>/.exec(body)?.[0] ?? '';

describe('the whole page on paper', () => {
  it('has every part with its sign, boxes to write in, and a reference to send it back', async () => {
    const { body, statusCode } = await mags.get('/my/paper');
    assert.equal(statusCode, 200);
    const paper = paperOf(body);
    for (const words of ['My garden.', 'Carol', 'Priya rings the housing team', 'I like the sea.'])
      assert.ok(paper.includes(words), words);
    for (const id of [made.carol, made.promise, made.talked]) assert.ok(paper.includes(signOf(id)), id);
    assert.match(paper, new RegExp(`Reference: ${signOf(personId)}`));
    assert.match(paper, /app-paper-box/);
  });

  it('asks for everything that can be done on the screen', async () => {
    const paper = paperOf((await mags.get('/my/paper')).body);
    for (const asked of [
      ...[
        'I do not agree',
        'Not now',
        'This is wrong',
        'Done',
        'Am I entitled to help?',
        'My message to you',
      ],
      ...[
        'My phone number',
        'Large print',
        'I want somebody to see a part of this',
        'A story I want to tell',
      ],
      ...['Shut my page and keep my support', 'Who looked'],
    ])
      assert.ok(paper.includes(asked), asked);
  });

  it('says when there is more than a booklet holds, and never how much', async () => {
    assert.doesNotMatch(paperOf((await mags.get('/my/paper')).body), /There is more/);
    await asRowan(async (db) => {
      for (let count = 0; count < 31; count += 1) await promiseOf(db, personId, 'Sam');
    });
    const paper = paperOf((await mags.get('/my/paper')).body);
    assert.equal(paper.match(/There is more, from before this\./g)?.length, 1);
    assert.equal(paper.match(/rings the housing team/g)?.length, 30);
  });

  it('is as big as they need, and no bigger than those', async () => {
    for (const size of sizes)
      assert.match((await mags.get(`/my/paper?size=${size}`)).body, new RegExp(`app-paper--${size}`));
    assert.match((await mags.get('/my/paper?size=9')).body, /app-paper--16/);
  });

  it('leads whoever puts it in to each part, and is printed in who looked', async () => {
    const { body } = await rowan.get(`${together}/paper`);
    assert.ok(body.includes(`${together}/say/around/${made.carol}`));
    assert.ok(body.includes(`${together}/entitled`));
    assert.doesNotMatch((await mags.get('/my/paper')).body, /For whoever puts it in/);
    await rowan.post(`${together}/say/around/${made.carol}`, { what: 'agree', told: 'paper' });
    assert.match(paperOf((await mags.get('/my/paper')).body), /You agree\./);
    assert.match((await rowan.get(`/people/${personId}/who-looked`)).body, /print/i);
  });

  it('W1 what is held back leaves no trace on it', async () => {
    await asRowan((db) => holdBack(db, personId, entryId, worker.accountId));
    const paper = paperOf((await mags.get('/my/paper')).body);
    assert.ok(!paper.includes('I like the sea.'));
    assert.ok(!paper.includes(signOf(made.talked)));
  });
});
