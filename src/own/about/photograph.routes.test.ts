import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { caredFor } from '../../people/carers/caring.fixture.ts';
import { newId } from '../../platform/ids.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const worker = await house.signIn(council, rowan);

async function somebody() {
  const { personId } = await caredFor(council, 'Wilfred Acheson');
  return { personId, me: await house.signIn(council, await ownAccount(council, personId, 'Wilf')) };
}

/** A photograph that says where it was taken. */
const photograph = () =>
  sharp({ create: { width: 60, height: 80, channels: 3, background: '#2a6' } })
    .withExif({ IFD0: { ImageDescription: 'zqharbour steps' } })
    .jpeg()
    .toBuffer();

async function choose(who: Visitor, url: string, file: Buffer, told = '') {
  const part = (head: string, held: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--b0undary\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(held),
      Buffer.from('\r\n'),
    ]);
  return house.house.server.inject({
    ...{ method: 'POST', url },
    headers: {
      ...{
        host: 'localhost',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        accept: 'text/html',
      },
      ...{ cookie: who.cookie, 'content-type': 'multipart/form-data; boundary=b0undary' },
    },
    payload: Buffer.concat([
      part('name="csrf"', who.csrf),
      part('name="submission"', newId()),
      ...(told ? [part('name="told"', told)] : []),
      part('name="photograph"; filename="me.jpg"\r\nContent-Type: image/jpeg', file),
      Buffer.from('--b0undary--\r\n'),
    ]),
  });
}

const keptFiles = async (personId: string) => {
  const { rows } = await council.as(rowan, (db) =>
    sql`select from kept_file where person_id = ${personId}`.execute(db),
  );
  return rows.length;
};

describe('A photograph, only when chosen', () => {
  it('is nowhere until it is chosen; then on About me for them and for staff, without where it was taken', async () => {
    const { personId, me } = await somebody();
    assert.doesNotMatch((await me.get('/my/about')).body, /<img/);
    assert.equal((await me.get('/my/about/photograph')).statusCode, 404);
    const said = await choose(me, '/my/about/photo', await photograph());
    assert.equal(said.statusCode, 303, said.body);
    for (const [who, page, at] of [
      [me, '/my/about', '/my/about/photograph'],
      [worker, `/people/${personId}/about-me`, `/people/${personId}/about-me/photograph`],
      [worker, `/people/${personId}/together/about`, `/people/${personId}/together/about/photograph`],
    ] as const) {
      assert.ok((await who.get(page)).body.includes(`src="${at}"`), page);
      const file = await who.get(at);
      assert.equal(file.statusCode, 200);
      assert.match(String(file.headers['content-type']), /^image\//);
      assert.ok(!file.rawPayload.includes('zqharbour'));
    }
    assert.doesNotMatch((await worker.get(`/people/${personId}`)).body, /about-me\/photograph/);
  });

  it('is printed only when that is ticked', async () => {
    const { personId, me } = await somebody();
    await choose(me, '/my/about/photo', await photograph());
    for (const [who, at] of [
      [me, '/my/about/print'],
      [worker, `/people/${personId}/about-me/print`],
    ] as const) {
      assert.doesNotMatch((await who.get(at)).body, /<img/);
      assert.match((await who.get(`${at}?photograph=yes`)).body, /<img/);
    }
  });

  it('is gone at once when they take it away, the file with it; another takes its place', async () => {
    const { personId, me } = await somebody();
    await choose(me, '/my/about/photo', await photograph());
    await choose(me, '/my/about/photo', await photograph());
    assert.equal(await keptFiles(personId), 1);
    await me.post('/my/about/photo/removal', {});
    assert.equal(await keptFiles(personId), 0);
    assert.equal((await worker.get(`/people/${personId}/about-me/photograph`)).statusCode, 404);
    assert.doesNotMatch((await me.get('/my/about')).body, /<img/);
  });

  it('is told to a worker beside them just the same; what is no picture is asked for again', async () => {
    const { personId, me } = await somebody();
    const at = `/people/${personId}/together/about`;
    const wrong = await choose(worker, `${at}/photo`, Buffer.from('not a picture'), 'together');
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /We do not know what this is\. Choose a picture/);
    const said = await choose(worker, `${at}/photo`, await photograph(), 'together');
    assert.equal(said.headers.location, at);
    assert.equal((await me.get('/my/about/photograph')).statusCode, 200);
  });

  it('W5, W1 is seen by no worker whose team is not alongside, and by no other person', async () => {
    const { personId, me } = await somebody();
    await choose(me, '/my/about/photo', await photograph());
    const other = await house.signIn(council, marsh);
    for (const at of ['about-me/photograph', 'together/about/photograph'])
      assert.equal((await other.get(`/people/${personId}/${at}`)).statusCode, 403);
    const somebodyElse = (await somebody()).me;
    assert.equal((await somebodyElse.get('/my/about/photograph')).statusCode, 404);
    assert.equal((await somebodyElse.get(`/people/${personId}/about-me/photograph`)).statusCode, 403);
  });
});
