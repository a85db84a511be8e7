import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { newId } from '../../platform/ids.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const personOf = (fullName: string) =>
  council.as(council.accounts.rowan, async (db) => {
    const id = await makePerson(db, { fullName });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  });
const personId = await personOf('Mags Devlin');
const mags = await home.signIn(council, await ownAccount(council, personId));
const ivor = await home.signIn(council, await ownAccount(council, await personOf('Ivor Pell'), 'Ivor'));
const rowan = await home.signIn(council, council.accounts.rowan);
const ade = await home.signIn(council, council.accounts.administrator);

describe('how a page reads', () => {
  it('is chosen on the page, holds on every page from then on, and is one person’s only', async () => {
    const { statusCode, headers } = await mags.post('/my/reading', { reading: 'very-big', place: 'looked' });
    assert.equal(statusCode, 303);
    assert.equal(headers.location, '/my/looked');
    for (const url of ['/my', '/my/talked', '/my/plan'])
      assert.match((await mags.get(url)).body, /class="app-own app-own-very-big"/);
    assert.doesNotMatch((await ivor.get('/my')).body, /app-own-very-big/);
  });

  it('easy reading has a picture beside each idea and explains hard words; the size stays', async () => {
    const before = (await mags.get('/my/plan')).body;
    assert.doesNotMatch(before, /app-idea|A plan says what help you get/);
    await mags.post('/my/reading', { reading: 'easy', place: 'plan' });
    const after = (await mags.get('/my/plan')).body;
    assert.match(after, /app-own-very-big app-own-easy/);
    assert.match(after, /<svg class="app-picture"[^>]*role="img" aria-label="A list on a board"/);
    assert.match(after, /A plan says what help you get/);
  });

  it('is set by a worker beside them too, and is theirs wherever it is read', async () => {
    await rowan.post(`/people/${personId}/together/reading`, { reading: 'normal', place: 'now' });
    assert.doesNotMatch((await mags.get('/my')).body, /app-own-very-big/);
    assert.match((await mags.get('/my')).body, /app-own-easy/);
  });

  it('says what is wrong with an answer nobody can give', async () => {
    const { statusCode, body } = await mags.post('/my/reading', { reading: 'enormous' });
    assert.equal(statusCode, 422);
    assert.match(body, /Choose how the page reads/);
  });

  it('has the button that reads aloud out of sight until the browser shows that it can', async () => {
    const { body } = await mags.get('/my');
    assert.match(body, /<button[^>]*data-aloud="Stop reading" hidden/);
  });
});

describe('the picture bank', () => {
  it('takes a council’s own picture, small and painted again, and gives ours back', async () => {
    const large = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } })
      .withMetadata({ exif: { IFD0: { Artist: 'Somebody Named' } } })
      .png()
      .toBuffer();
    assert.equal(await bring(ade, 'phone', large), 303);
    const { body } = await mags.get('/my');
    const [, address = ''] =
      /<img class="app-picture" src="([^"]+)" alt="Our own telephone"/.exec(body) ?? [];
    const answer = await mags.get(address.replaceAll('&amp;', '&'));
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'image/webp');
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.match(String(answer.headers['cache-control']), /private, max-age=31536000/);
    const kept = await sharp(answer.rawPayload).metadata();
    assert.deepEqual([kept.width, kept.height, kept.exif], [400, 267, undefined]);
    await ade.post('/own-pictures/phone/given-back', {});
    assert.doesNotMatch((await mags.get('/my')).body, /<img class="app-picture"/);
  });

  it('refuses what can hold script, and what is no picture', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    assert.equal(await bring(ade, 'phone', Buffer.from(svg)), 422);
    assert.equal(await bring(ade, 'phone', Buffer.from('GIF89a but not really')), 422);
    assert.equal(await bring(mags, 'phone', Buffer.from(svg)), 403);
  });
});

/** Sends a form with a file, as a browser does without any script. */
async function bring(visitor: Visitor, name: string, file: Buffer): Promise<number> {
  const fields = { csrf: visitor.csrf, submission: newId(), name, alt: 'Our own telephone' };
  const parts = Object.entries(fields).map(
    ([field, value]) => `--edge\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\ncontent-type: image/png\r\n\r\n`;
  const { statusCode } = await home.house.server.inject({
    method: 'POST',
    url: '/own-pictures',
    headers: {
      ...{ host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
      ...{
        cookie: visitor.cookie,
        accept: 'text/html',
        'content-type': 'multipart/form-data; boundary=edge',
      },
    },
    payload: Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from('\r\n--edge--\r\n')]),
  });
  return statusCode;
}
