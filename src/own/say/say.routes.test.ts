import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { aboutLines, headingsHere, sayAboutMe } from '../../people/about-me/about-me.store.ts';
import { identityOf, peopleAround } from '../../people/people.store.ts';
import { findPromise } from '../../people/promises/promises.store.ts';
import { newId } from '../../platform/ids.ts';
import { carolAround, holdBack, magsAtHome, newPerson, promiseOf, talkedAbout } from './say.fixture.ts';

const { asRowan, council, mags, marlow, personId, rowan, worker } = await magsAtHome();
const together = `/people/${personId}/together`;
const entryId = newId();
const talked = await asRowan((db) =>
  talkedAbout(db, personId, [{ voice: 'think', words: 'Mags does not get on with people.' }], entryId),
);

const linesOf = (thingId: string) =>
  asRowan(async (db) => {
    const { rows } = await sql<{ what: string; words: string; was: string; told: string; stands: boolean }>`
      select what, words, was, told, stands from said_beside where thing_id = ${thingId} order by said_at, id`.execute(
      db,
    );
    return rows;
  });
const storyOf = async () => (await rowan.get(`/people/${personId}`)).body;

describe('saying something about a line of one’s own', () => {
  it('W1 shows the line as it stands, with its writer and day', async () => {
    const { body, statusCode } = await mags.get(`/my/say/talked/${talked}`);
    assert.equal(statusCode, 200);
    assert.match(body, /Mags does not get on with people\./);
    assert.match(
      body,
      /We think:<\/p><blockquote[^>]*><p>Mags does not get on[\s\S]*21 November 2026\. Rowan with Mags\./,
    );
  });

  it('W1 a correction keeps the old words beside it, and a later one stands before an earlier', async () => {
    const at = `/my/say/talked/${talked}`;
    const first = 'I get on with people I know.';
    assert.equal((await mags.post(at, { what: 'correction', words: first })).statusCode, 303);
    assert.equal(
      (await mags.post(at, { what: 'correction', words: 'I like people. Not crowds.' })).statusCode,
      303,
    );
    const kept = await linesOf(talked);
    assert.deepEqual(
      kept.map(({ words, stands }) => ({ words, stands })),
      [
        { words: first, stands: false },
        { words: 'I like people. Not crowds.', stands: true },
      ],
    );
    assert.equal(kept[0]?.was, 'Mags does not get on with people.');
    const { body } = await mags.get(at);
    assert.match(body, /I like people\. Not crowds\./);
    assert.match(body, /Mags does not get on with people\./);
  });

  it('W1 staff read it beside the line, as the person’s own', async () => {
    const story = await storyOf();
    assert.match(story, /Mags put something right/);
    assert.match(story, /Mags, on their own page/);
    assert.match(story, /Mags says it should read<\/b> <q>I like people\. Not crowds\./);
  });

  it('W1 agreeing, disagreeing and “not now” are kept, the last of them standing, and none blocks', async () => {
    const promise = await asRowan((db) => promiseOf(db, personId, 'Priya'));
    const at = `/my/say/promise/${promise}`;
    for (const what of ['agree', 'disagree', 'not-now'])
      assert.equal((await mags.post(at, { what })).statusCode, 303);
    assert.deepEqual(
      (await linesOf(promise)).map(({ what, stands }) => [what, stands]),
      [
        ['agree', false],
        ['disagree', false],
        ['not-now', true],
      ],
    );
    assert.equal((await asRowan((db) => findPromise(db, promise))).state, 'open');
  });

  it('ticks their own promise as done, and is only a tick beside one of ours', async () => {
    const hers = await asRowan((db) => promiseOf(db, personId, 'Mags'));
    const ours = await asRowan((db) => promiseOf(db, personId, 'Priya'));
    for (const id of [hers, ours])
      assert.equal((await mags.post(`/my/say/promise/${id}`, { what: 'done' })).statusCode, 303);
    assert.equal((await asRowan((db) => findPromise(db, hers))).state, 'kept');
    assert.equal((await asRowan((db) => findPromise(db, ours))).state, 'open');
    assert.equal((await linesOf(ours))[0]?.what, 'done');
  });

  it('W1 what is a plain detail of theirs changes, and the old stays in the story', async () => {
    const sent = await mags.post(`/my/say/matters/${personId}`, {
      ...{ what: 'correction', words: 'My garden, and the sea.' },
    });
    assert.equal(sent.statusCode, 303);
    assert.equal((await asRowan((db) => identityOf(db, personId))).whatMatters, 'My garden, and the sea.');
    assert.match(await storyOf(), /Before, it said: “My garden\.”/);
    const carol = await asRowan((db) => carolAround(db, personId));
    await mags.post(`/my/say/around/${carol}`, {
      ...{ what: 'correction', name: 'Carol', relation: 'sister', phone: '01632 960 777', gives: 'rings' },
    });
    const [around] = await asRowan((db) => peopleAround(db, personId));
    assert.deepEqual([around?.relation, around?.phone], ['sister', '01632 960 777']);
    assert.match((await linesOf(carol))[0]?.was ?? '', /niece/);
  });

  it('W1 their own words about themselves take the place of those that stood, which are kept', async () => {
    const said = { words: 'I was a teacher.', told: null, instead: null };
    const [line] = await asRowan(async (db) => {
      const [heading] = await headingsHere(db);
      assert.ok(heading);
      await sayAboutMe(db, personId, { heading, ...said });
      return aboutLines(db, personId);
    });
    const sent = await mags.post(`/my/say/about/${line?.id}`, {
      ...{ what: 'correction', words: 'I was a head teacher.' },
    });
    assert.equal(sent.headers.location, '/my/about');
    const kept = await asRowan((db) => aboutLines(db, personId));
    assert.deepEqual(
      kept.map(({ words, isCurrent }) => [words, isCurrent]),
      [
        ['I was a head teacher.', true],
        ['I was a teacher.', false],
      ],
    );
    assert.equal((await linesOf(line?.id ?? ''))[0]?.was, 'I was a teacher.');
  });

  it('N5 what a carer says of caring is put right where it stands', async () => {
    const heading = { key: 'caring-break', heading: 'What a break would be' };
    const said = { words: 'One evening.', told: null, instead: null };
    const [line] = await asRowan(async (db) => {
      await sayAboutMe(db, personId, { heading, ...said });
      return aboutLines(db, personId);
    });
    const sent = await mags.post(`/my/say/about/${line?.id}`, { what: 'correction', words: 'Two evenings.' });
    assert.equal(sent.headers.location, '/my/caring');
    assert.match((await mags.get('/my/caring')).body, /Two evenings\./);
  });

  it('bad input comes back with what was typed, and writes nothing', async () => {
    const promise = await asRowan((db) => promiseOf(db, personId, 'Priya'));
    const at = `/my/say/promise/${promise}`;
    const none = await mags.post(at, { words: 'She never rang me.' });
    assert.equal(none.statusCode, 422);
    assert.match(none.body, /Choose what you want to do/);
    assert.match(none.body, /She never rang me\./);
    const empty = await mags.post(at, { what: 'beside' });
    assert.match(empty.body, /Write what you want to add/);
    const day = await rowan.post(`${together}/say/promise/${promise}`, {
      ...{ what: 'disagree', told: 'paper', on: '1 December 2026' },
    });
    assert.equal(day.statusCode, 422);
    assert.match(day.body, /a day before today/);
    assert.deepEqual(await linesOf(promise), []);
  });

  it('pressing twice is one line', async () => {
    const promise = await asRowan((db) => promiseOf(db, personId, 'Priya'));
    const fields = { what: 'beside', words: 'I would rather she came.', submission: newId() };
    for (const _ of [1, 2])
      assert.equal((await mags.post(`/my/say/promise/${promise}`, fields)).statusCode, 303);
    assert.equal((await linesOf(promise)).length, 1);
  });

  it('a worker who is told it writes it as that, and who looked says so', async () => {
    const promise = await asRowan((db) => promiseOf(db, personId, 'Priya'));
    const at = `${together}/say/promise/${promise}`;
    assert.match((await rowan.get(at)).body, /How did they tell you\?/);
    const sent = await rowan.post(at, {
      ...{ what: 'disagree', words: 'Not on a Friday.', told: 'paper', on: '18 November 2026' },
    });
    assert.equal(sent.headers.location, `${at}?told=paper`);
    assert.equal((await linesOf(promise))[0]?.told, 'paper');
    assert.match(await storyOf(), /Rowan wrote it, told on paper/);
    assert.match((await mags.get(`/my/say/promise/${promise}`)).body, /On paper · Rowan/);
    assert.match((await rowan.get(`/people/${personId}/who-looked`)).body, /Read together/);
  });

  it('W2 somebody else’s line, and one that nobody has, are the same nothing', async () => {
    const theirs = await asRowan(async (db) =>
      promiseOf(db, await newPerson(db, council.teams.harbour, 'Wilf'), 'Priya'),
    );
    for (const act of [
      (id: string) => mags.get(`/my/say/promise/${id}`),
      (id: string) => mags.post(`/my/say/promise/${id}`, { what: 'agree' }),
    ]) {
      const [somebodys, nobodys] = [await act(theirs), await act(newId())];
      assert.equal(somebodys.statusCode, 404);
      assert.equal(withoutIds(somebodys.body), withoutIds(nobodys.body));
    }
    assert.equal((await marlow.get(`${together}/say/talked/${talked}`)).statusCode, 403);
  });

  it('W1 what is held back is not there, and what was said of it goes with it', async () => {
    await asRowan((db) => holdBack(db, personId, entryId, worker.accountId));
    const held = await mags.get(`/my/say/talked/${talked}`);
    const never = await mags.get(`/my/say/talked/${newId()}`);
    assert.equal(held.statusCode, 404);
    assert.equal(withoutIds(held.body), withoutIds(never.body));
    assert.equal((await rowan.get(`${together}/say/talked/${talked}`)).statusCode, 404);
    assert.equal((await mags.post(`/my/say/talked/${talked}`, { what: 'agree' })).statusCode, 404);
  });
});

/** A page but for what is new each time: ids and the nonces of its scripts. */
const withoutIds = (body: string): string =>
  body
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/nonce="[^"]*"|_(wish|csrf)[^"]*"/g, '');
