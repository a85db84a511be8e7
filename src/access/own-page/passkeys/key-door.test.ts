import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../../../../test/browser.ts';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { makePerson } from '../../../people/people.store.ts';
import { makeLetter, openOwnPage } from '../own-pages.store.ts';

const { database } = await testDatabase();
const { house, clock } = await testHouse(database);
const listening = await house.server.listen({ host: '127.0.0.1', port: 0 });
after(() => house.server.close());
const address = `http://localhost:${new URL(listening).port}`;
const council = await testCouncil(database, 'keys');
const browser = await launchBrowser();
after(() => browser.close());
const number = '402917';
const door = '/at/keys/me';

describe('a key in somebody’s own telephone', { timeout: 120_000 }, () => {
  it('S3 is made by whoever came in by a letter, whose secret is in no history and no Referer', async () => {
    const { page, token, referers } = await somebodyInside();
    assert.doesNotMatch(referers.join(' '), new RegExp(token));
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, door);
    assert.equal(await page.evaluate(() => document.referrer.includes('me/')), false);
  });

  it('S2 opens the page again, by itself, and is counted', async () => {
    const { page, accountId } = await somebodyWithKey();
    await signOut(page);
    await openWithKey(page);
    await page.waitForURL('**/my');
    const [key] = await keysOf(accountId);
    assert.ok(key && Number(key.counter) > 0 && key.used_at);
    assert.deepEqual(key.transports, ['internal']);
  });

  it('S2 opens nothing when the telephone did not ask who holds it', async () => {
    const { page, cdp, authenticatorId } = await somebodyWithKey();
    await signOut(page);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await openWithKey(page);
    await page.getByText('That did not work. Try again').waitFor();
    assert.equal(new URL(page.url()).pathname, door);
  });

  it('S2 signs once, in the browser that was asked, within ten minutes', async () => {
    const { page } = await somebodyWithKey();
    await signOut(page);
    const { cookie, body } = await signedButNotSent(page);
    assert.equal((await send(body, '')).statusCode, 422, 'another browser');
    const late = clock.now();
    clock.set(new Date(late.getTime() + 10 * 60_000 + 1).toISOString());
    assert.equal((await send(body, cookie)).statusCode, 422, 'too late');
    clock.set(late.toISOString());
    assert.equal((await send(body, cookie)).headers.location, '/my');
    assert.equal((await send(body, cookie)).statusCode, 422, 'again');
  });

  it('S2 is refused once it says it was used less often than we have seen, as a copy would', async () => {
    const { page, accountId } = await somebodyWithKey();
    await signOut(page);
    await council.as(council.accounts.rowan, (db) =>
      db.updateTable('own_key').set({ counter: '1000' }).where('name', '=', `key of ${accountId}`).execute(),
    );
    const { cookie, body } = await signedButNotSent(page);
    assert.equal((await send(body, cookie)).statusCode, 422);
  });

  it('S6 opens nothing once it was ended', async () => {
    const { page } = await somebodyWithKey();
    await page.getByRole('button', { name: /End this key/ }).click();
    await page.getByText('That key opens nothing now.').waitFor();
    await signOut(page);
    await openWithKey(page);
    await page.getByText('That key does not open a page here').first().waitFor();
  });

  it('S6 is made only by whoever came in just now', async () => {
    const { page } = await somebodyInside();
    const now = clock.now();
    clock.set(new Date(now.getTime() + 16 * 60_000).toISOString());
    await page.goto(`${address}/my/ways-in`);
    assert.equal(await page.getByRole('button', { name: 'Make a key here' }).count(), 0);
    await page.getByText('sign out and come in again first').first().waitFor();
    const csrf = await page.locator('input[name=csrf]').first().inputValue();
    const asked = await page.request.post(`${address}/my/ways-in/keys/asked`, {
      headers: { accept: 'application/json', 'x-csrf-token': csrf, origin: address },
    });
    assert.equal(asked.status(), 403);
    clock.set(now.toISOString());
  });

  it('is offered only where a script can use it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address + door);
    assert.equal(await page.getByRole('button', { name: /key in my telephone/ }).isVisible(), false);
    assert.ok(await page.getByRole('button', { name: 'Open my page' }).isVisible());
    await context.close();
  });
});

interface Inside {
  page: Page;
  token: string;
  accountId: string;
  /** Every Referer the browser sent. */
  referers: string[];
}

async function somebodyInside(): Promise<Inside> {
  const { token, accountId } = await council.as(
    council.accounts.rowan,
    async (db) => {
      const personId = await makePerson(db, { fullName: 'Edie Marsh' });
      const said = { talked: 'Only she uses it.', talkedOn: '2026-11-20' };
      const page = { personId, name: 'Edie', ...said, messageBy: null, messageTo: null, number };
      const ownPageId = await openOwnPage(db, page);
      const own = db.selectFrom('own_page').select('account_id').where('id', '=', ownPageId);
      const { account_id } = await own.executeTakeFirstOrThrow();
      return { token: (await makeLetter(db, ownPageId)).token, accountId: account_id };
    },
    clock.now(),
  );
  const page = await (await browser.newContext()).newPage();
  const referers: string[] = [];
  page.on('request', (request) => referers.push(request.headers().referer ?? ''));
  await page.goto(`${address}${door}/${token}`);
  await page.getByLabel('Your number').fill(number);
  await page.getByRole('button', { name: 'Open my page' }).click();
  await page.waitForURL('**/my');
  return { page, token, accountId, referers };
}

async function somebodyWithKey(): Promise<Inside & { cdp: CDPSession; authenticatorId: string }> {
  const inside = await somebodyInside();
  const { page } = inside;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(`${address}/my/ways-in`);
  await page.getByLabel('What shall we call it?').fill(`key of ${inside.accountId}`);
  await page.getByRole('button', { name: 'Make a key here' }).click();
  await page.getByText('Your key is made.').waitFor();
  return { ...inside, cdp, authenticatorId };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/sign-in');
}

async function openWithKey(page: Page): Promise<void> {
  await page.goto(address + door);
  await page.getByRole('button', { name: 'Open with the key in my telephone' }).click();
}

/** What the browser would have sent, and the cookies it would have sent it with. */
async function signedButNotSent(page: Page): Promise<{ cookie: string; body: string }> {
  const sending = new Promise<string>((resolve) => {
    page.route(`**${door}/key`, async (route) => {
      resolve(route.request().postData() ?? '');
      await route.abort();
    });
  });
  await openWithKey(page);
  const body = await sending;
  const cookies = await page.context().cookies(address);
  return { body, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

const send = (payload: string, cookie: string) =>
  house.server.inject({
    method: 'POST',
    url: `${door}/key`,
    headers: {
      ...{ host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin', cookie },
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload,
  });

const keysOf = (accountId: string) =>
  council.as(council.accounts.rowan, (db) =>
    db.selectFrom('own_key').selectAll().where('name', '=', `key of ${accountId}`).execute(),
  );
