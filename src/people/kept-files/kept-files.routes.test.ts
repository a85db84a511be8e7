import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { z } from 'zod';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { asOwn, ownAccount } from '../../../test/own.ts';
import { alongsiders } from '../../access/roles.ts';
import { arrivedFile, arrivedFrom, filesWaiting } from '../../access/uploads/arrived.store.ts';
import { takeFiles, takeUploads } from '../../access/uploads/uploads.store.ts';
import { type Again, done, shown } from '../../platform/http/routes.ts';
import { newId } from '../../platform/ids.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { makePerson } from '../people.store.ts';
import { fileGet } from './file-answer.store.ts';
import { chance } from './hostile-others.fixture.ts';
import { isNotKept, mostBytesOfForm } from './kept-file.ts';
import { keepFile, keptFile, letFileGo } from './kept-files.store.ts';
import { picture, recording } from './media.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const other = await testCouncil(database, 'elsewhere');
const { rowan } = council.accounts;
const personId = await council.as(rowan, (db) => makePerson(db, { fullName: 'Wanda Mossley' }));
/** Files taken back in this test, after so many more parts of them. */
const takenBack = new Map<string, number>();

const Form = z.object({
  words: z.string().nullish(),
  file: arrivedFile('Choose a picture, a sound or a film'),
});
const { house, signIn } = await testHouse(database, {}, (house) => {
  const page = (_: unknown, frame: Frame, again?: Again) =>
    Page({ title: 'A file', frame, again, children: 'A form' });
  takeFiles(house, '/tried/files', mostBytesOfForm);
  takeUploads(house.server, '/tried/bytes', 1_000);
  house.post('/tried/files', {
    name: 'A file, tried',
    may: alongsiders,
    body: Form,
    act: async ({ db, body }) => {
      const kept = await keepFile(db, { personId, file: body.file });
      return isNotKept(kept) ? [kept] : done(`/tried/files/${kept.fileId}`, [personId]);
    },
    again: async () => shown(null),
    page,
  });
  house.post('/tried/bytes', {
    name: 'Bytes, tried',
    may: alongsiders,
    body: z.unknown(),
    act: async () => done('/', []),
    again: async () => shown(null),
    page,
  });
  fileGet(house, '/tried/files/:file', {
    name: 'A file, tried',
    may: alongsiders,
    params: z.object({ file: z.uuid() }),
    act: async ({ db, params }) => {
      const file = await keptFile(db, params.file);
      const isStill = async () => {
        const left = takenBack.get(params.file) ?? 100;
        takenBack.set(params.file, left - 1);
        return left > 0;
      };
      return file && { file, about: [file.personId], isStill };
    },
  });
});
const rowanHere = await signIn(council, rowan);

interface Sent {
  fileName?: string;
  type?: string;
  boundary?: string;
  end?: string;
  headers?: Record<string, string>;
  url?: string;
}

/** A form with a file, written out as a browser writes it. */
async function send(file: Buffer, sent: Sent = {}, more = '') {
  const { fileName = 'holiday.jpg', type = 'image/jpeg', boundary = 'b0undary', headers = {} } = sent;
  const part = (head: string, held: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(held),
      Buffer.from('\r\n'),
    ]);
  const payload = Buffer.concat([
    part('name="csrf"', rowanHere.csrf),
    part('name="submission"', newId()),
    part(`name="file"; filename="${fileName}"\r\nContent-Type: ${type}`, file),
    Buffer.from(more),
    Buffer.from(sent.end ?? `--${boundary}--\r\n`),
  ]);
  return house.server.inject({
    method: 'POST',
    url: sent.url ?? '/tried/files',
    headers: {
      ...{
        host: 'localhost',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        accept: 'text/html',
      },
      ...{
        cookie: rowanHere.cookie,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...headers,
      },
    },
    payload,
  });
}

const idIn = (location: unknown): string => String(location).split('/').at(-1) ?? '';
const heldIn = async (location: unknown) => (await ask(String(location))).rawPayload;
const ask = (url: string, headers: Record<string, string> = {}) =>
  house.server.inject({
    url,
    headers: { host: 'localhost', cookie: rowanHere.cookie, accept: '*/*', ...headers },
  });
const countKept = async (): Promise<number> => {
  const { rows } = await council.as(rowan, (db) =>
    sql<{ n: number }>`select count(*) as n from kept_file`.execute(db),
  );
  return rows[0]?.n ?? 0;
};

describe('a file sent with a form', () => {
  const names = {
    'a way out of its folder': '../../../etc/passwd',
    'a way out on Windows': '..\\\\..\\\\boot.ini',
    'a name read backwards': 'gpj.\u202Eexe.jpg',
    'a name with nothing in the middle': 'a.php\u0000.jpg',
    'a name of five hundred letters': `${'a'.repeat(500)}.jpg`,
    'a name that is a page': '&lt;img src=x onerror=alert(1)&gt;.jpg',
    'a person’s name': 'Wanda Mossley at 12 Mill Lane.jpg',
  };
  for (const [what, fileName] of Object.entries(names))
    it(`is kept without ${what}`, async () => {
      const answer = await send(await picture('jpeg'), { fileName });
      assert.equal(answer.statusCode, 303);
      const sent = await ask(String(answer.headers.location));
      assert.equal(sent.headers['content-disposition'], 'inline; filename="picture.jpeg"');
      const { rows } = await council.as(rowan, (db) => sql`select * from kept_file`.execute(db));
      assert.ok(!JSON.stringify(rows).includes(fileName.slice(0, 10)));
    });

  it('is what it holds, whatever its sender calls it', async () => {
    const answer = await send(await picture('png'), { fileName: 'page.html', type: 'text/html' });
    assert.equal((await ask(String(answer.headers.location))).headers['content-type'], 'image/png');
    const page = await send(Buffer.from('<script>alert(1)</script>'), { fileName: 'a.jpg' });
    assert.equal(page.statusCode, 422);
  });

  it('is refused in words when it is empty, unknown or not chosen, and nothing is kept', async () => {
    const before = await countKept();
    for (const file of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('PK\x03\x04')])
      assert.equal((await send(file)).statusCode, 422);
    assert.match((await send(Buffer.alloc(0), { fileName: '' })).body, /Choose a picture, a sound or a film/);
    assert.equal(await countKept(), before);
  });

  it('is refused when its form is broken', async () => {
    const jpeg = await picture('jpeg');
    const second = `--b0undary\r\nContent-Disposition: form-data; name="file"; filename="b.jpg"\r\n\r\nb\r\n`;
    const many = Array.from(
      { length: 60 },
      (_, n) => `--b0undary\r\nContent-Disposition: form-data; name="a${n}"\r\n\r\nb\r\n`,
    ).join('');
    const before = await countKept();
    const answers = await Promise.all([
      send(jpeg, { end: '' }),
      send(jpeg, { end: '--b0undary' }),
      send(jpeg, { headers: { 'content-type': 'multipart/form-data' } }),
      send(jpeg, { headers: { 'content-type': 'multipart/form-data; boundary=another' } }),
      send(jpeg, {}, second),
      send(jpeg, {}, many),
      send(jpeg, {}, `--b0undary\r\nContent-Disposition: form-data; filename="b.jpg"\r\n\r\nb\r\n`),
      send(jpeg, {}, `--b0undary\r\n${'X-Long: a\r\n'.repeat(1_000)}\r\nb\r\n`),
    ]);
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      Array(8).fill(400),
    );
    assert.equal(
      (
        await send(
          jpeg,
          {},
          `--b0undary\r\nContent-Disposition: form-data; name="words"\r\n\r\n${'w'.repeat(300_000)}\r\n`,
        )
      ).statusCode,
      413,
    );
    assert.equal(await countKept(), before);
  });

  it('is not read from anybody who is not signed in, nor without our form’s own mark', async () => {
    const jpeg = await picture('jpeg');
    assert.equal((await send(jpeg, { headers: { cookie: '' } })).statusCode, 303);
    assert.match(String((await send(jpeg, { headers: { cookie: '' } })).headers.location), /sign-in/);
    assert.equal(
      (await send(jpeg, { headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } }))
        .statusCode,
      403,
    );
  });

  it('cannot be another’s that is coming in at the same time', async () => {
    const forged = await rowanHere.json('/tried/files', { file: { arrived: '0'.repeat(32) } });
    assert.equal(forged.status, 422);
  });

  it('is gone from its scratch when the form is answered, whatever the answer', async () => {
    await send(await picture('jpeg'));
    await send(Buffer.from('no'));
    await send(await picture('jpeg'), { end: '' });
    assert.equal(filesWaiting(), 0);
  });

  it('where bytes are taken whole, more than its most is refused unread', async () => {
    assert.equal((await send(await picture('jpeg', 400, 400), { url: '/tried/bytes' })).statusCode, 413);
    assert.equal((await send(await picture('jpeg'), { url: '/sign-out' })).statusCode, 415);
  });
});

describe('a kept file', () => {
  it('is sent as what it is, and runs nothing', async () => {
    const { location } = (await send(await picture('jpeg'))).headers;
    const { headers, rawPayload, statusCode } = await ask(String(location));
    assert.equal(statusCode, 200);
    assert.equal(headers['content-type'], 'image/jpeg');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-security-policy']), /^sandbox; default-src 'none'/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal((await sharp(rawPayload).metadata()).width, 64);
    const again = await ask(String(location), { 'if-none-match': String(headers.etag) });
    assert.deepEqual([again.statusCode, again.rawPayload.length], [304, 0]);
  });

  it('is sent from where a listener is', async () => {
    const film = await recording('mp4', { video: 'avc', frames: 900, frameBytes: 4_000 });
    const { location } = (await send(film, { fileName: 'a.mp4' })).headers;
    const whole = await heldIn(location);
    assert.ok(whole.length > 3_000_000);
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      ['bytes=1048500-2097200', 1_048_500, 2_097_200],
      ['bytes=3000000-', 3_000_000, whole.length - 1],
      ['bytes=-10', whole.length - 10, whole.length - 1],
      [`bytes=0-${whole.length * 2}`, 0, whole.length - 1],
    ] as const) {
      const answer = await ask(String(location), { range });
      assert.equal(answer.statusCode, 206, range);
      assert.equal(answer.headers['content-range'], `bytes ${from}-${to}/${whole.length}`);
      assert.ok(answer.rawPayload.equals(whole.subarray(from, to + 1)), range);
    }
    assert.equal((await ask(String(location), { range: `bytes=${whole.length}-` })).statusCode, 416);
    for (const range of ['bytes=5-2', 'bytes=a-b', 'bytes=0-1,5-6', 'lines=1-2'])
      assert.equal((await ask(String(location), { range })).statusCode, 200, range);
    assert.equal(
      (await ask(String(location), { range: 'bytes=0-99', 'if-range': '"another"' })).statusCode,
      200,
    );
  });

  it('stops, however long it is, when it is taken back', async () => {
    const film = await recording('mp4', { video: 'avc', frames: 900, frameBytes: 4_000 });
    const { location } = (await send(film, { fileName: 'a.mp4' })).headers;
    takenBack.set(idIn(location), 0);
    assert.equal((await ask(String(location))).statusCode, 404);
    takenBack.set(idIn(location), 2);
    const cut = await ask(String(location)).catch(() => null);
    assert.ok(!cut || cut.rawPayload.length <= 2 * 1_048_576);
  });

  it('is another council’s to nobody here, and W2 nobody else’s at somebody’s own page', async () => {
    const { location } = (await send(await picture('jpeg'))).headers;
    const fileId = idIn(location);
    assert.equal(await other.as(other.accounts.rowan, (db) => keptFile(db, fileId)), null);
    const neighbour = await council.as(rowan, (db) => makePerson(db, { fullName: 'Nev Other' }));
    const account = await ownAccount(council, neighbour);
    assert.equal(await asOwn(council, account, neighbour, (db) => keptFile(db, fileId)), null);
    const parts = await asOwn(council, account, neighbour, (db) =>
      sql`select from kept_file_part`.execute(db),
    );
    assert.equal(parts.rows.length, 0);
  });

  it('is kept at somebody’s own page by themselves, and goes with all its bytes', async () => {
    const own = await council.as(rowan, (db) => makePerson(db, { fullName: 'Olu Own' }));
    const account = await ownAccount(council, own);
    const kept = await asOwn(council, account, own, async (db) =>
      keepFile(db, { personId: own, file: arrivedFrom(await picture('jpeg')) }),
    );
    if (isNotKept(kept)) assert.fail(kept.message);
    await council.as(rowan, (db) => letFileGo(db, kept.fileId));
    const { rows } = await council.as(rowan, (db) =>
      sql`select from kept_file_part where kept_file_id = ${kept.fileId}`.execute(db),
    );
    assert.equal(rows.length, 0);
  });

  it('finds no room beyond what a person or a council may keep', async () => {
    const file = arrivedFrom(await noise());
    assert.ok(file.size > 1_000_000);
    for (const [setting, why] of [
      ['filesPersonMb', 'person-full'],
      ['filesCouncilMb', 'council-full'],
    ] as const) {
      await council.as(rowan, (db) =>
        sql`update council set settings = jsonb_build_object(${setting}::text, 1)`.execute(db),
      );
      const kept = await council.as(rowan, (db) => keepFile(db, { personId, file }));
      assert.ok(isNotKept(kept) && kept.why === why);
    }
    await council.as(rowan, (db) => sql`update council set settings = '{}'`.execute(db));
  });
});

/** More than a megabyte, however it is squeezed. */
const noise = () =>
  sharp(chance(700 * 700 * 3), { raw: { width: 700, height: 700, channels: 3 } })
    .png()
    .toBuffer();
