import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { picture, recording } from '../../people/kept-files/media.fixture.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { newId } from '../../platform/ids.ts';
import { latestVersion } from '../../stories/stories.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: account, marsh } = council.accounts;

async function somebody(fullName: string): Promise<{ personId: string; visitor: Visitor }> {
  const personId = await council.as(account, async (db) => {
    const id = await makePerson(db, { fullName });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  });
  return { personId, visitor: await home.signIn(council, await ownAccount(council, personId)) };
}

const { personId, visitor: mags } = await somebody('Mags Devlin');
const { visitor: other } = await somebody('Ivo Brand');
const rowan = await home.signIn(council, account);
const versionOf = (storyId: string) => council.as(account, (db) => latestVersion(db, storyId));

/** A form with a file, as a browser sends it. */
function send(
  who: Visitor,
  url: string,
  fields: Record<string, string>,
  file?: { name: string; bytes: Buffer },
) {
  const edge = 'edge-of-a-part';
  const parts: Buffer[] = Object.entries({ csrf: who.csrf, submission: newId(), ...fields }).map(
    ([name, value]) =>
      Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  if (file)
    parts.push(
      Buffer.from(
        `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      file.bytes,
      Buffer.from('\r\n'),
    );
  return home.house.server.inject({
    method: 'POST',
    url,
    headers: {
      ...{
        host: 'localhost',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        cookie: who.cookie,
      },
      ...{ accept: 'text/html', 'content-type': `multipart/form-data; boundary=${edge}` },
    },
    payload: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
  });
}

const drawn = { name: 'drawn.jpg', bytes: await picture('jpeg') };
const begin = { title: 'A drawing', theirWords: '', inWords: '' };

describe('a story drawn, sung or filmed', () => {
  it('is begun with nothing but a drawing, which they and those alongside see', async () => {
    const { statusCode, headers, body } = await send(mags, '/my/stories/begin', begin, drawn);
    assert.equal(statusCode, 303, body);
    const storyId = String(headers.location).split('/').at(-1) ?? '';
    const [piece] = (await versionOf(storyId)).pieces;
    assert.equal(piece?.kind, 'picture');
    const at = `/stories/${storyId}/files/${piece?.fileId}`;
    assert.match((await mags.get(`/my/stories/${storyId}`)).body, new RegExp(`src="/my${at}"`));
    const seen = await mags.get(`/my${at}`);
    assert.equal(seen.statusCode, 200);
    assert.match(String(seen.headers['content-type']), /^image\//);
    assert.equal((await rowan.get(`/people/${personId}/together${at}`)).statusCode, 200);
    assert.equal((await other.get(`/my${at}`)).statusCode, 404);
    const elsewhere = await home.signIn(council, marsh);
    assert.equal((await elsewhere.get(`/people/${personId}/together${at}`)).statusCode, 403);
  });

  it('is given by a worker they are sitting with, who is asked how', async () => {
    const url = `/people/${personId}/together/stories/begin`;
    const song = { name: 'song.mp3', bytes: await recording('mp3', { audio: 'mp3' }) };
    const { statusCode, body } = await send(
      rowan,
      url,
      { ...begin, told: 'together', inWords: 'A hymn.' },
      song,
    );
    assert.equal(statusCode, 303, body);
  });

  it('refuses what is no picture, sound or film, beside the field, and keeps what was typed', async () => {
    const letter = { name: 'letter.pdf', bytes: Buffer.from('%PDF-1.7 an invented letter') };
    const { statusCode, body } = await send(
      mags,
      '/my/stories/begin',
      { ...begin, title: 'A letter' },
      letter,
    );
    assert.equal(statusCode, 422);
    assert.match(body, /This is a document/);
    assert.match(body, /value="A letter"/);
  });

  it('S-9 a film has its words on it as they are said, where lines begin with a time', async () => {
    const film = { name: 'film.mp4', bytes: await recording('mp4', { video: 'avc', audio: 'aac' }) };
    const inWords = 'A kitchen.\r\n0:01 I sing.';
    const { headers, body } = await send(mags, '/my/stories/begin', { ...begin, inWords }, film);
    const storyId = String(headers.location).split('/').at(-1) ?? '';
    const [piece] = (await versionOf(storyId).catch(() => assert.fail(body))).pieces;
    assert.equal(piece?.kind, 'film');
    const at = `/stories/${storyId}/files/${piece?.fileId}/captions`;
    assert.match(
      (await mags.get(`/my/stories/${storyId}`)).body,
      new RegExp(`<track kind="captions" src="/my${at}"`),
    );
    const captions = await mags.get(`/my${at}`);
    assert.equal(captions.body, 'WEBVTT\n\n00:00:01.000 --> 00:00:07.000\nI sing.\n');
    assert.match(String(captions.headers['content-type']), /^text\/vtt/);
    assert.equal((await rowan.get(`/people/${personId}/together${at}`)).statusCode, 200);
    assert.equal((await other.get(`/my${at}`)).statusCode, 404);
  });

  it('S-1 S-9 put in, told in words or taken out, each makes a version that waits for their yes', async () => {
    const { headers } = await mags.post('/my/stories/begin', { title: 'Singing', theirWords: 'I sing.' });
    const at = String(headers.location);
    const storyId = at.split('/').at(-1) ?? '';
    const none = await send(mags, `${at}/pieces`, { version: '1', inWords: '' });
    assert.match(none.body, /Choose a picture, a sound or a film/);
    assert.equal((await send(mags, `${at}/pieces`, { version: '1', inWords: '' }, drawn)).statusCode, 303);
    const [piece] = (await versionOf(storyId)).pieces;
    const one = `${at}/pieces/${piece?.fileId}`;
    assert.equal((await mags.post(`${one}/words`, { version: '2', inWords: 'A leek.' })).statusCode, 303);
    const told = await versionOf(storyId);
    assert.deepEqual([told.number, told.pieces[0]?.inWords, told.approval], [3, 'A leek.', null]);
    assert.match((await mags.get(at)).body, /alt="A leek\."/);
    assert.equal(
      (await mags.post(`${one}/out`, { version: '2' })).statusCode,
      409,
      'somebody changed it first',
    );
    assert.equal((await mags.post(`${one}/out`, { version: '3' })).statusCode, 303);
    assert.deepEqual((await versionOf(storyId)).pieces, []);
  });
});
