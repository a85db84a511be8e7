import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchBrowser } from '../../../test/browser.ts';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { caredFor } from '../../people/carers/caring.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const house = await testHouse(database);
const worker = await house.signIn(council, rowan);

async function somebody() {
  const { personId } = await caredFor(council, 'Wilfred Acheson');
  return { personId, me: await house.signIn(council, await ownAccount(council, personId, 'Wilf')) };
}

const carol = { name: 'Carol', relation: 'my niece', phone: '01999 555 010', gives: 'She brings the paper.' };
const nearly = { howOften: 'most-days', isRungFirst: 'yes', mustNotKnow: 'What the money is' };

async function add(me: Visitor, more: Record<string, string> = {}) {
  const made = await me.json('/my/around/add', { ...carol, ...nearly, ...more });
  return String(made.body.id);
}

describe('My people', () => {
  it('W1 the person adds somebody in their words; staff meet the same list and the same picture', async () => {
    const { personId, me } = await somebody();
    await add(me);
    for (const page of [
      (await me.get('/my/around')).body,
      (await worker.get(`/people/${personId}/around`)).body,
    ]) {
      assert.match(page, /<b>Carol<\/b>, my niece/);
      assert.match(page, /She brings the paper\./);
      assert.match(page, /most days/i);
      assert.match(page, /<svg[^>]*role="img"[^>]*aria-describedby="people/);
    }
  });

  it('W1, W2 what somebody must not be told is for staff, and on their own page only where they write it', async () => {
    const { personId, me } = await somebody();
    const id = await add(me);
    const staffs = (await worker.get(`/people/${personId}/around`)).body;
    assert.match(staffs, /Must not be told: What the money is/);
    assert.match(staffs, />not told all</);
    for (const at of ['/my/around', '/my/paper', `/my/say/around/${id}`, `/my/around/${id}/gone`]) {
      const page = (await me.get(at)).body;
      assert.match(page, /Carol/);
      assert.doesNotMatch(page, /What the money is|not told all/);
    }
    assert.match((await me.get(`/my/around/${id}`)).body, /What the money is/);
  });

  it('comes before the picture as a list, and is there with nobody in it', async () => {
    const { me } = await somebody();
    assert.match((await me.get('/my/around')).body, /Who would you ring first\?/);
    await add(me);
    const page = (await me.get('/my/around')).body;
    assert.ok(page.indexOf('<b>Carol</b>') < page.indexOf('<svg'));
  });

  it('how near somebody is can be changed; what is missing is asked for again', async () => {
    const { me, personId } = await somebody();
    const id = await add(me);
    await me.post(`/my/around/${id}`, { howOften: 'now-and-then', mustNotKnow: '' });
    const page = (await me.get('/my/around')).body;
    assert.match(page, /Now and then/);
    assert.doesNotMatch(page, /Ring them first/);
    assert.doesNotMatch((await worker.get(`/people/${personId}/around`)).body, /Must not be told/);
    const again = await me.post('/my/around/add', { ...carol, relation: '' });
    assert.equal(again.statusCode, 422);
    assert.match(again.body, /Write who they are to you/);
    assert.match(again.body, /She brings the paper\./);
  });

  it('somebody no longer around is off every page, and the story keeps that they were', async () => {
    const { personId, me } = await somebody();
    const id = await add(me);
    await me.post(`/my/around/${id}/gone`, { words: 'She moved to Leeds.' });
    assert.doesNotMatch((await me.get('/my/around')).body, /Carol/);
    const staffs = await worker.get(`/people/${personId}/around`);
    assert.doesNotMatch(staffs.body, /Carol/);
    assert.match((await worker.get(`/people/${personId}`)).body, /Carol is no longer around/);
    assert.equal((await me.get(`/my/around/${id}`)).statusCode, 404);
  });

  it('W2 the story never says what somebody must not be told', async () => {
    const { personId, me } = await somebody();
    await add(me, { mustNotKnow: 'zqsecret' });
    assert.doesNotMatch((await worker.get(`/people/${personId}/story`)).body, /zqsecret/);
  });

  it('W1 nobody changes somebody around another person', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const id = await add(one.me);
    for (const at of [`/my/around/${id}`, `/my/around/${id}/gone`]) {
      assert.equal((await other.me.get(at)).statusCode, 404);
      assert.equal((await other.me.post(at, { howOften: 'most-days', words: '' })).statusCode, 404);
    }
    assert.match((await one.me.get('/my/around')).body, /Carol/);
  });

  it('is told to a worker beside them just the same', async () => {
    const { personId, me } = await somebody();
    const at = `/people/${personId}/together/around`;
    const said = await worker.post(`${at}/add`, { ...carol, ...nearly, told: 'together' });
    assert.equal(said.headers.location, at);
    assert.match((await me.get('/my/around')).body, /Carol/);
  });

  it('is drawn on the narrowest telephone with letters of 14 pixels or more, none over another', async () => {
    const { me } = await somebody();
    for (const [name, howOften] of [
      ['Carol', 'most-days'],
      ['Bartholomew Featherstonehaugh', 'most-days'],
      ['The man at the chandlery', 'most-weeks'],
      ['Mohammed', 'now-and-then'],
      ['MWMWMWMWMWMW', 'now-and-then'],
      ['Jo', ''],
    ] as const)
      await add(me, { name, howOften, isRungFirst: '', mustNotKnow: '' });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
      await page.route('**/*', async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const { statusCode, headers, rawPayload } = await me.get(`${pathname}${search}`);
        const contentType = String(headers['content-type']);
        await route.fulfill({ status: statusCode, contentType, body: rawPayload });
      });
      await page.goto('http://own.example.org/my/around');
      const found = await page.evaluate(() => {
        const texts = [...document.querySelectorAll('.app-around text')];
        const boxes = texts.map((text) => text.getBoundingClientRect());
        const over = boxes.flatMap((one, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (other) =>
                one.left < other.right - 1 &&
                other.left < one.right - 1 &&
                one.top < other.bottom - 4 &&
                other.top < one.bottom - 4,
            ),
        );
        const scale = (document.querySelector('.app-around svg')?.getBoundingClientRect().width ?? 0) / 288;
        return {
          over: over.length,
          smallest: Math.min(
            ...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale),
          ),
          sideways: document.documentElement.scrollWidth,
          texts: texts.length,
        };
      });
      assert.ok(found.texts > 10);
      assert.equal(found.over, 0);
      assert.ok(found.smallest >= 14, String(found.smallest));
      assert.ok(found.sideways <= 320, String(found.sideways));
    } finally {
      await browser.close();
    }
  });
});
