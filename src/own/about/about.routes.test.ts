import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { launchBrowser } from '../../../test/browser.ts';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { headingsHere, sayAboutMe } from '../../people/about-me/about-me.store.ts';
import { longest } from '../../people/about-me/headings.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const worker = await house.signIn(council, rowan);

async function somebody() {
  const personId = await council.as(rowan, async (db) => {
    const id = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'conversation');
    return id;
  });
  return { personId, me: await house.signIn(council, await ownAccount(council, personId)) };
}

describe('About me, at both doors', () => {
  it('W1, W2 what matters to them stands first, to be talked of and shared', async () => {
    const personId = await council.as(rowan, async (db) => {
      const id = await makePerson(db, {
        fullName: 'Jean Hay',
        knownAs: 'Jean',
        whatMatters: 'My allotment.',
      });
      await comeAlongside(db, id, { teamId: council.teams.harbour }, 'conversation');
      return id;
    });
    const me = await house.signIn(council, await ownAccount(council, personId));
    const { body } = await me.get('/my/about');
    assert.ok(body.indexOf('My allotment.') < body.indexOf('What is most important to me'));
    for (const door of ['say', 'share']) {
      assert.match(body, new RegExp(`/my/${door}/matters/${personId}`));
      assert.match((await me.get(`/my/${door}/matters/${personId}`)).body, /My allotment\./);
    }
  });

  it('W1 the person writes under one heading, reads it back, and staff read the same', async () => {
    const { personId, me } = await somebody();
    assert.match((await me.get('/my/about')).body, /What matters most to you\?/);
    const said = await me.post('/my/about/most-important', { words: 'The sea, and my boat.', instead: '' });
    assert.equal(said.statusCode, 303, said.body);
    assert.equal(said.headers.location, '/my/about');
    assert.match((await me.get('/my/about')).body, /The sea, and my boat\./);
    const page = await worker.get(`/people/${personId}/about-me`);
    assert.match(page.body, /The sea, and my boat\./);
    assert.match((await worker.get(`/people/${personId}`)).body, /About me: What is most important to me/);
  });

  it('is told to a worker beside them, who says how, and is named on the page', async () => {
    const { personId, me } = await somebody();
    const at = `/people/${personId}/together/about`;
    assert.match((await worker.get(`${at}/wellness`)).body, /How did they tell you\?/);
    const said = await worker.post(`${at}/wellness`, { words: 'Up before six.', instead: '', told: 'phone' });
    assert.equal(said.headers.location, at);
    assert.match((await me.get('/my/about')).body, /Rowan wrote it down for you\./);
  });

  it('W1 what it said before is kept and can be read; taken away, it stands on no page and no print', async () => {
    const { personId, me } = await somebody();
    await me.post('/my/about/most-important', { words: 'The sea.', instead: '' });
    const form = (await me.get('/my/about/most-important')).body;
    const instead = /name="instead" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await me.post('/my/about/most-important', { words: '', instead });
    const page = (await me.get('/my/about')).body;
    assert.match(page, /What it said until/);
    assert.doesNotMatch((await worker.get(`/people/${personId}/about-me/print`)).body, /The sea\./);
  });

  it('comes back with what was typed when there is too much for one page, or somebody wrote meanwhile', async () => {
    const { me } = await somebody();
    const much = 'sea '.repeat(longest);
    const again = await me.post('/my/about/most-important', { words: much, instead: '' });
    assert.equal(again.statusCode, 422);
    assert.ok(again.body.includes(much.trim()));
    await me.post('/my/about/most-important', { words: 'The sea.', instead: '' });
    const both = await me.post('/my/about/most-important', { words: 'My boat.', instead: '' });
    assert.equal(both.statusCode, 409);
    assert.match(both.body, /The sea\./);
    assert.match(both.body, /My boat\./);
  });

  it('is exported under the standard’s headings', async () => {
    const { personId, me } = await somebody();
    await me.post('/my/about/people', { words: 'Carol.', instead: '' });
    for (const { body } of [await me.json('/my/about'), await worker.json(`/people/${personId}/about-me`)])
      assert.deepEqual(body, {
        standard: 'PRSB About Me',
        date: '2026-11-21',
        'People who are important to me': 'Carol.',
        'Supported to write this by': null,
      });
  });

  it('W5 a worker whose team is not alongside reads and prints nothing of it', async () => {
    const { personId, me } = await somebody();
    await me.post('/my/about/people', { words: 'Carol.', instead: '' });
    const other = await house.signIn(council, marsh);
    for (const at of ['about-me', 'about-me/print', 'together/about']) {
      const answer = await other.get(`/people/${personId}/${at}`);
      assert.equal(answer.statusCode, 403);
      assert.doesNotMatch(answer.body, /Carol/);
    }
  });

  it('is not there under a heading that is not', async () => {
    const { me } = await somebody();
    assert.equal((await me.get('/my/about/caring-break')).statusCode, 404);
  });

  it('is one side of A4 however much is written, and two in large print', async () => {
    const { personId, me } = await somebody();
    const full = `${'When the wind is up we walk to the harbour wall together. '.repeat(9)}`.slice(
      0,
      longest,
    );
    await council.as(rowan, async (db) => {
      for (const heading of await headingsHere(db))
        await sayAboutMe(db, personId, { heading, words: full, told: null, instead: null });
    });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.route('**/*', async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const { statusCode, headers, rawPayload } = await me.get(`${pathname}${search}`);
        const contentType = String(headers['content-type']);
        await route.fulfill({ status: statusCode, contentType, body: rawPayload });
      });
      const pages = async (letters: string) => {
        await page.goto(`http://own.example.org/my/about/print?letters=${letters}`);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      };
      assert.equal(await pages('usual'), 1);
      assert.equal(await pages('large'), 2);
    } finally {
      await browser.close();
    }
  });

  it('is kept as a tagged PDF with the same words: one side, or two in large print', async () => {
    const { personId, me } = await somebody();
    const full = `${'When the wind is up we walk to the harbour wall together. '.repeat(9)}`.slice(
      0,
      longest,
    );
    await council.as(rowan, async (db) => {
      for (const heading of await headingsHere(db))
        await sayAboutMe(db, personId, { heading, words: full, told: null, instead: null });
    });
    for (const [query, sides] of [
      ['', 1],
      ['?letters=large', 2],
    ] as const) {
      const { rawPayload, headers } = await me.get(`/my/about/print.pdf${query}`);
      assert.match(String(headers['content-type']), /application\/pdf/);
      const pdf = await getDocumentProxy(new Uint8Array(rawPayload));
      assert.equal(pdf.numPages, sides);
      assert.ok((await pdf.getMarkInfo())?.Marked);
      const { text } = await extractText(pdf, { mergePages: true });
      assert.match(text, /Wilf/);
      assert.match(text, /Also worth knowing about me/);
    }
  });
});
