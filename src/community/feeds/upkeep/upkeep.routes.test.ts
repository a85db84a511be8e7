import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { service } from '../feed.fixture.ts';
import { json, pageOf, serverOf } from '../feed-server.fixture.ts';
import { feedRound } from './feed-round.ts';
import { readFeeds } from './feeds.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { signIn, clock } = await testHouse(database);
const editor = await signIn(council, council.accounts.editor);
const said = {
  name: 'Marram',
  url: 'https://marram.example.org/services',
  howOften: 'week',
  licence: 'OGL 3.0',
};

const feedNamed = async (name: string) => {
  const feeds = await council.as(council.accounts.editor, (db) => readFeeds(db));
  return feeds.find((feed) => feed.name === name) ?? assert.fail(`no directory called ${name}`);
};

describe('an editor and the directories we read from', () => {
  it('adds one by its web address and sees when it is next read', async () => {
    const answer = await editor.post('/community/feeds', said);
    assert.equal(answer.statusCode, 303);
    const page = await editor.get(String(answer.headers.location));
    assert.match(page.body, /Next read <time[^>]*>Saturday 21 November 2026, 9:32am/);
    const feed = await feedNamed('Marram');
    assert.deepEqual([feed.url, feed.howOften, feed.licence], [said.url, 'week', 'OGL 3.0']);
    assert.match((await editor.get('/community/feeds')).body, /Marram/);
  });

  for (const [url, message] of [
    ['', /Give the web address of the feed/],
    ['ftp://feed.example.org/', /Give the web address of the feed/],
    ['https://me:secret@feed.example.org/', /Leave the name and password out/],
    ['http://127.0.0.1/services', /inside somebody’s own network/],
    ['http://2130706433/', /inside somebody’s own network/],
    ['http://0x7f.1/', /inside somebody’s own network/],
    ['http://[::ffff:10.0.0.1]/', /inside somebody’s own network/],
    ['http://localhost:5432/', /inside somebody’s own network/],
    ['http://printer.local/', /inside somebody’s own network/],
  ] as const) {
    it(`says beside the field what is wrong with “${url}”, and keeps what was typed`, async () => {
      const answer = await editor.post('/community/feeds', { ...said, name: 'Bad', url });
      assert.equal(answer.statusCode, 422);
      assert.match(answer.body, /id="url-error"/);
      assert.match(answer.body, message);
      assert.match(answer.body, /value="Bad"/);
      const feeds = await council.as(council.accounts.editor, (db) => readFeeds(db));
      assert.ok(!feeds.some(({ name }) => name === 'Bad'));
    });
  }

  it('mends an address without a scheme, and keeps names apart', async () => {
    await editor.post('/community/feeds', {
      ...said,
      name: 'Ferrybank',
      url: 'ferrybank.example.org/services',
    });
    assert.equal((await feedNamed('Ferrybank')).url, 'https://ferrybank.example.org/services');
    const again = await editor.post('/community/feeds', { ...said, name: 'ferrybank' });
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /Another directory has this name/);
  });

  it('pauses it, lets it go on, asks for it now, and changes it', async () => {
    await editor.post('/community/feeds', { ...said, name: 'Oldquay' });
    const { feedId, version } = await feedNamed('Oldquay');
    const at = `/community/directories/${feedId}`;
    await editor.post(`${at}/pause`, { pause: 'yes' });
    assert.match((await editor.get(at)).body, /Paused: nothing is asked of it/);
    await editor.post(`${at}/pause`, { pause: 'no' });
    assert.equal((await feedNamed('Oldquay')).isPaused, false);
    await editor.post(at, { ...said, name: 'Oldquay', howOften: 'never', version: String(version) });
    assert.equal((await feedNamed('Oldquay')).nextReadAt, null);
    assert.match((await editor.get(at)).body, /Read only when you ask/);
    await editor.post(`${at}/read`, {});
    assert.deepEqual((await feedNamed('Oldquay')).nextReadAt, clock.now());
  });

  it('is told when somebody else changed it meanwhile', async () => {
    await editor.post('/community/feeds', { ...said, name: 'Thornwick' });
    const { feedId, version } = await feedNamed('Thornwick');
    const change = (name: string) =>
      editor.post(`/community/directories/${feedId}`, { ...said, name, version: String(version) });
    assert.equal((await change('Thornwick guide')).statusCode, 303);
    assert.equal((await change('Thornwick list')).statusCode, 409);
  });

  it('sees how far a long reading is, why it stopped, and when it goes on', async (context) => {
    const source = await serverOf(context, (url, response) => {
      if (url.searchParams.has('page')) return response.writeHead(429, { 'retry-after': '3600' }).end();
      const records = ['1', '2'].map((id) => service(id, `Group ${id}`, { schedules: [{ freq: 'WEEKLY' }] }));
      json(response, pageOf(records, 1, 9, 18));
    });
    await editor.post('/community/feeds', { ...said, name: 'Eastholm' });
    const { feedId } = await feedNamed('Eastholm');
    await council.as(council.accounts.editor, (db) =>
      db.updateTable('feed').set({ url: source }).where('id', '=', feedId).execute(),
    );
    const round = feedRound({ mayReach: (address) => address === '127.0.0.1', wait: async () => undefined });
    await round.act(database, clock, new AbortController().signal);
    const page = (await editor.get(`/community/directories/${feedId}`)).body.replace(/<[^>]+>/g, '');
    assert.match(
      page,
      /The reading stopped: the server answered 429\. 2 of 18 records so far, and they are kept\./,
    );
    assert.match(page, /It goes on from there Saturday 21 November 2026, 10:32am/);
    assert.match(page, /Go on with it now/);
    assert.match(page, /Begin again from the start/);
    await editor.post(`/community/directories/${feedId}/read`, { isAfresh: 'yes' });
    assert.equal((await feedNamed('Eastholm')).reading, null);
  });

  it('nobody else may', async () => {
    const rowan = await signIn(council, council.accounts.rowan);
    assert.equal((await rowan.post('/community/feeds', said)).statusCode, 403);
  });
});
