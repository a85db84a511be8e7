import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { headingsHere, sayAboutMe } from '../../people/about-me/about-me.store.ts';
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

  it('W1 says what each part is and whose words it holds, and nothing written for staff', async () => {
    const paper = paperOf((await mags.get('/my/paper')).body);
    assert.match(paper, /<h3>We talked<\/h3>[\s\S]*?<b>You said: <\/b>I like the sea\./);
    assert.match(paper, /21 November 2026\. Rowan with Mags\./);
    assert.doesNotMatch(paper, /At home/);
    assert.match(paper, /<h3>Priya rings the housing team\.<\/h3>/);
    assert.match(paper, /By [^<]*27 November\. Not done yet\./);
    assert.match(paper, /<h3>Carol, niece<\/h3>/);
  });

  it('says whom to ring, and on every page of it whose it is and of which day', async () => {
    await asRowan((db) =>
      sql`update council set settings = settings || '{"phone": "01632 960 000", "address": "Town Hall\\nSB1 1AA"}'`.execute(
        db,
      ),
    );
    const paper = paperOf((await mags.get('/my/paper')).body);
    assert.match(paper, /ring 999[\s\S]*Ring us on[\s\S]*01632 960 000/);
    assert.match(paper, /Send it to: [^<]*\nTown Hall\nSB1 1AA/);
    assert.match(paper, /app-letter-foot">For Mags\. Printed 21 November 2026\. Reference: /);
  });

  it('About me stands under its headings, and what a carer says of caring apart from it', async () => {
    const said = { told: null, instead: null };
    const [first] = await asRowan(async (db) => {
      const headings = await headingsHere(db);
      const [heading] = headings;
      assert.ok(heading);
      await sayAboutMe(db, personId, { heading, words: 'The sea and my boat.', ...said });
      const breaks = { key: 'caring-break', heading: 'What a break would be' };
      await sayAboutMe(db, personId, { heading: breaks, words: 'One evening of my own.', ...said });
      return headings;
    });
    const paper = paperOf((await mags.get('/my/paper')).body);
    const [about = '', caring = ''] = ['About me', 'Caring for someone'].map(
      (part) => new RegExp(`<h2>${part}</h2>[\\s\\S]*?</section>`).exec(paper)?.[0] ?? '',
    );
    assert.ok(about.includes(`<h3>${first?.heading}</h3>`));
    assert.ok(about.includes('The sea and my boat.') && !about.includes('One evening of my own.'));
    assert.match(caring, /<h3>What a break would be<\/h3>[\s\S]*One evening of my own\./);
    assert.equal(paper.match(/The sea and my boat\./g)?.length, 1);
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
    const putIn = `${together}/say/around/${made.carol}?told=paper`;
    assert.ok(body.includes(putIn));
    const form = (await rowan.get(putIn)).body;
    assert.match(form, /value="paper"[^>]*checked/);
    assert.ok(form.includes(`href="${together}/paper"`));
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
