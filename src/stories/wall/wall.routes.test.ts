import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { arrivedFrom } from '../../access/uploads/arrived.store.ts';
import { isNotKept } from '../../people/kept-files/kept-file.ts';
import { keepFile } from '../../people/kept-files/kept-files.store.ts';
import { picture } from '../../people/kept-files/media.fixture.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { addAddress, makePerson } from '../../people/people.store.ts';
import { takeDown } from '../letting-out/consenting.store.ts';
import type { Audience } from '../letting-out/letting-out.ts';
import { choosePoster } from '../posters/posters.store.ts';
import { letOut, settle, toldAndApproved } from '../stories.fixture.ts';
import { storyOf } from '../stories.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
await testCouncil(database, 'elsewhere');
const origin = 'https://alongside.saltbeck.example';
const { house, clock, signIn } = await testHouse(database, { publicUrl: origin });
const { rowan, priya, marsh, analyst } = council.accounts;
const after = (days: number): Date => new Date(testNow.getTime() + days * 86_400_000);

interface Hung {
  personId: string;
  storyId: string;
  fileId: string;
  words: string;
}

/** A story with a picture, let out to these, and looked at from the eighth day on. */
async function hang(words: string, audiences: readonly Audience[]): Promise<Hung> {
  clock.set(testNow.toISOString());
  const hung = await council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wanda Mossley' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    const kept = await keepFile(db, { personId, file: arrivedFrom(await picture('jpeg')) });
    if (isNotKept(kept)) assert.fail(kept.message);
    const { fileId } = kept;
    const storyId = await toldAndApproved(db, personId, words, [
      { fileId, kind: 'picture', inWords: 'Leeks in a tin bath' },
    ]);
    return { personId, storyId, fileId, words };
  });
  await council.as(priya, (db) => settle(db, hung.storyId));
  for (const audience of audiences)
    assert.equal(await council.as(rowan, (db) => letOut(db, hung.storyId, audience)), undefined);
  clock.set(after(8).toISOString());
  return hung;
}

const down = ({ storyId }: Hung) =>
  council.as(rowan, async (db) => takeDown(db, await storyOf(db, storyId), 'phone'), after(8));

const stranger = (url: string, headers: Record<string, string> = {}) =>
  house.server.inject({ url, headers: { host: 'localhost', accept: 'text/html', ...headers } });
const open = '/at/saltbeck-test';

describe('the way to the wall', () => {
  const linked = async (url: string) => (await stranger(url)).body.includes(`href="${open}/stories"`);

  it('stands at what is nearby while a story hangs there that everybody may read, and only then', async () => {
    assert.equal(await linked(open), false);
    assert.doesNotMatch((await stranger(`${open}/stories`)).body, /name="q"/, 'nothing to look through');
    const hung = await hang('Everybody may read this one.', ['public']);
    assert.deepEqual([await linked(open), await linked(`${open}/nearby`)], [true, true]);
    assert.equal(await linked('/at/elsewhere'), false);
    await down(hung);
    assert.equal(await linked(open), false);
  });
});

describe('the wall', () => {
  it('S-2 shows each audience what it may see, words, picture and until when, and whose record it is to nobody', async () => {
    const { storyId, fileId, personId } = await hang('Everybody may read this.', ['public']);
    const team = await hang('My team may read this.', ['team']);
    const here = await hang('The council may read this.', ['council']);
    const [rowanHere, marshHere, analystHere] = await Promise.all(
      [rowan, marsh, analyst].map((account) => signIn(council, account)),
    );
    const pages = await Promise.all([
      stranger(`${open}/stories`),
      rowanHere?.get('/stories/wall'),
      marshHere?.get('/stories/wall'),
      analystHere?.get('/stories/wall'),
    ]);
    const seen = pages.map((page) =>
      ['Everybody may', 'My team may', 'The council may'].map((words) => page?.body.includes(words)),
    );
    assert.deepEqual(seen, [
      [true, false, false],
      [true, true, true],
      [true, false, true],
      [true, false, true],
    ]);
    for (const page of pages) {
      assert.equal(page?.statusCode, 200);
      assert.match(page?.body ?? '', /Told November 2026, agreed to be here until November 2027\./);
      assert.match(page?.body ?? '', /you can take it down/);
      assert.match(page?.body ?? '', /Ring us too if you are in it/);
      assert.ok(!page?.body.includes('Wanda') && !page?.body.includes(personId));
      assert.doesNotMatch(page?.body ?? '', /\blikes?\b|views|before and after/i);
    }
    const own = await stranger(`${open}/stories/${storyId}`);
    assert.match(own.body, /<img src="[^"]*" alt="Leeks in a tin bath"/);
    assert.match(own.body, /<title>A story – Alongside/);
    assert.equal(
      (await stranger(`${open}/stories/${storyId}/files/${fileId}`)).headers['content-type'],
      'image/jpeg',
    );
    for (const url of [
      `${open}/stories/${team.storyId}`,
      `${open}/stories/${team.storyId}/files/${team.fileId}`,
      `${open}/stories/${storyId}/files/${here.fileId}`,
      `/at/elsewhere/stories/${storyId}`,
    ])
      assert.equal((await stranger(url)).statusCode, 404, url);
  });

  it('is kept by no machine: no robot lists it, no page of it is kept, a file half a minute', async () => {
    const { storyId, fileId } = await hang('Not to be kept.', ['public']);
    for (const url of [`${open}/stories`, `${open}/stories/${storyId}`]) {
      const { headers } = await stranger(url);
      assert.match(String(headers['x-robots-tag']), /noindex/);
      assert.equal(headers['cache-control'], 'no-store');
      assert.match(
        String(headers['content-security-policy']),
        /media-src 'self'/,
        'sound and film are heard',
      );
    }
    const file = await stranger(`${open}/stories/${storyId}/files/${fileId}`);
    assert.equal(file.headers['cache-control'], 'public, max-age=30, must-revalidate');
    assert.match(String(file.headers['content-security-policy']), /^sandbox/);
  });

  it('is looked through by words, and goes on over pages', async () => {
    const hung: Hung[] = [];
    for (let n = 0; n < 11; n += 1) hung.push(await hang(`The swallows came back, time ${n}.`, ['public']));
    const found = async (q: string, page = 1) =>
      (
        await stranger(`${open}/stories?${new URLSearchParams({ q, page: String(page) })}`, {
          accept: 'application/json',
        })
      ).json() as {
        count: number;
        pages: number;
        stories: { words: string }[];
      };
    assert.deepEqual([(await found('swallows')).count, (await found('swallows')).pages], [11, 2]);
    assert.equal((await found('swallows', 2)).stories.length, 1);
    assert.equal((await found('SWALLOWS time 7.')).stories[0]?.words, 'The swallows came back, time 7.');
    assert.equal((await found('tin bath swallows')).count, 11, 'what a picture shows, in words');
    assert.equal((await found('Wanda')).count, 0);
    assert.match((await stranger(`${open}/stories?q=zebra`)).body, /No story here has all of these words/);
    for (const one of hung) await down(one);
  });
});

/** Everywhere a story of everybody's can be come by, as whoever may. */
async function everywhere({ storyId, fileId, words }: Hung): Promise<Record<string, boolean>> {
  const [staff, marshHere] = await Promise.all([signIn(council, rowan), signIn(council, marsh)]);

  const short = await shortOf(storyId);
  const asked = {
    'the open wall': stranger(`${open}/stories`),
    'the open wall as data': stranger(`${open}/stories`, { accept: 'application/json' }),
    'a search of it': stranger(`${open}/stories?q=runner`),
    'its own page': stranger(`${open}/stories/${storyId}`),
    'its own page as data': stranger(`${open}/stories/${storyId}`, { accept: 'application/json' }),
    'its poster’s address': stranger(`${open}/s/${short}`),
    'the team’s wall': staff.get('/stories/wall'),
    'the council’s wall': marshHere.get('/stories/wall'),
    'a search of the council’s wall': marshHere.get('/stories/wall?q=runner'),
    'its page on the team’s wall': staff.get(`/stories/wall/${storyId}`),
    'its poster': staff.get(`/stories/wall/${storyId}/poster`),
  };
  const files = {
    'its picture': stranger(`${open}/stories/${storyId}/files/${fileId}`),
    'its picture, kept by a browser': stranger(`${open}/stories/${storyId}/files/${fileId}`, {
      'if-none-match': '*',
    }),
    'its picture, in part': stranger(`${open}/stories/${storyId}/files/${fileId}`, { range: 'bytes=0-9' }),
    'its picture on the team’s wall': staff.get(`/stories/wall/${storyId}/files/${fileId}`),
    'the words on a film of it': stranger(`${open}/stories/${storyId}/files/${fileId}/captions`),
    'those words on the team’s wall': staff.get(`/stories/wall/${storyId}/files/${fileId}/captions`),
  };
  const seen: [string, boolean][] = [];
  for (const [where, answer] of Object.entries(asked))
    seen.push([where, (await answer).body.includes(words)]);
  for (const [where, answer] of Object.entries(files)) seen.push([where, (await answer).statusCode < 400]);
  return Object.fromEntries(seen);
}

const all = (seen: Record<string, boolean>, expected: boolean) =>
  assert.deepEqual(
    Object.entries(seen).filter(([, isSeen]) => isSeen !== expected),
    [],
  );

async function shortOf(storyId: string): Promise<string> {
  const { body } = await (await signIn(council, rowan)).json(`/stories/wall/${storyId}`);
  const short = (body.story as { short?: string } | undefined)?.short;
  if (short) shorts.set(storyId, short);
  return shorts.get(storyId) ?? '';
}
const shorts = new Map<string, string>();

let row = 10;

async function everywhereHung(): Promise<Hung> {
  row += 1;
  const words = `Runner beans to the roof of the old dairy, row ${row}`;
  const hung = await hang(words, ['team', 'council', 'public']);
  const chosen = await council.as(
    rowan,
    (db) => choosePoster(db, hung.storyId, { part: '', told: 'together' }),
    after(8),
  );
  assert.equal(chosen, null);
  all(await everywhere(hung), true);
  return hung;
}

describe('a story taken down', () => {
  it('S-8 is nowhere at the very next asking: no wall, search, page, data, file, poster or printed address', async () => {
    const hung = await everywhereHung();
    await down(hung);
    all(await everywhere(hung), false);
  });

  it('S-2 is nowhere on the day after its end, with nothing having to be done', async () => {
    const hung = await everywhereHung();
    clock.set('2027-11-22T09:00:00Z');
    all(await everywhere(hung), false);
  });

  it('S-7 W4 is on no wall of the council’s or of everybody’s once whoever told it has an address that is kept safe', async () => {
    const hung = await everywhereHung();
    await council.as(
      rowan,
      (db) => addAddress(db, hung.personId, { lines: '1 Quiet Row', postcode: 'ZZ1 1AA', isProtected: true }),
      after(8),
    );
    const seen = await everywhere(hung);
    const open = Object.entries(seen).filter(([where, isSeen]) => isSeen && !/team’s/.test(where));
    assert.deepEqual(open, []);
  });

  it('answers at its printed address as one that never was, and says nothing of it', async () => {
    const hung = await everywhereHung();
    await down(hung);
    const gone = await stranger(`${open}/s/${await shortOf(hung.storyId)}`);
    const never = await stranger(`${open}/s/0000-0000`);
    assert.equal(gone.statusCode, 404);
    assert.equal(gone.statusCode, never.statusCode);
    const plain = (body: string) => body.replace(/nonce="[^"]*"/g, '');
    assert.equal(plain(gone.body), plain(never.body));
    assert.match(gone.body, /<h1>This story is not here<\/h1>/);
    assert.match(gone.body, /taken down by the ones who told them/);
    assert.doesNotMatch(gone.body, /Leeks|beans|dairy|Wanda/);
    const page = await stranger(`${open}/stories/${hung.storyId}`);
    assert.equal(plain(page.body), plain(never.body));
  });
});
