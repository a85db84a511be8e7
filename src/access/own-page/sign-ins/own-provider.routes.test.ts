import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import pino from 'pino';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { type AtProvider, startIdentityProvider } from '../../../../test/identity-provider.ts';
import { TwoSites } from '../../../../test/two-sites.ts';
import { makePerson } from '../../../people/people.store.ts';
import { closeOwnPage, makeLetter, openOwnPage } from '../own-pages.store.ts';

const { database } = await testDatabase();
const door = '/at/northmoor/me';
const provider = await startIdentityProvider([`http://localhost${door}/sign-in/back`]);
after(() => provider.stop());
const secrets = { oidcClientSecrets: { 'northmoor-residents': provider.clientSecret } };
const { house, clock } = await testHouse(database, secrets);
const council = await testCouncil(database, 'northmoor', false);
await council.as(council.accounts.administrator, (db) =>
  sql`update council set own_oidc_issuer = ${provider.issuer}, own_oidc_client_id = ${provider.clientId} where slug = 'northmoor'`.execute(
    db,
  ),
);
const number = '402917';
const edie: AtProvider = { subject: 'edie-at-the-council', email: 'edie@northmoor.example', amr: ['pwd'] };
const surely: AtProvider = { ...edie, amr: ['pwd', 'otp'] };

describe('a council’s own sign-in for residents', () => {
  it('S2 opens nobody’s page until they joined it from inside, whatever e-mail address it says', async () => {
    const { ownPageId } = await somebody(edie.email);
    const browser = new TwoSites(house.server);
    const answer = await signIn(browser, { ...surely, isVerified: true, subject: 'never-joined' });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /does not open a page here yet/);
    assert.equal(browser.session(), undefined);
    await council.as(council.accounts.rowan, (db) => closeOwnPage(db, ownPageId));
  });

  it('S2 opens it once it was joined: at once after two steps, with their number after one', async () => {
    await joined(edie.subject);
    const sure = new TwoSites(house.server);
    assert.equal((await signIn(sure, surely)).headers.location, '/my');
    assert.ok(sure.session());

    const once = new TwoSites(house.server);
    assert.equal((await signIn(once, edie)).headers.location, door);
    assert.equal(once.session(), undefined);
    const typed = heldIn((await once.ours(door)).body);
    assert.equal((await once.send(door, { typed, number: '730158' })).statusCode, 422);
    assert.equal((await new TwoSites(house.server).send(door, { typed, number })).statusCode, 422);
    assert.equal((await once.send(door, { typed, number })).headers.location, '/my');
  });

  it('S2 is joined only in the browser that asked from inside, and once', async () => {
    const { browser, asked } = await insideAndAsked();
    const elsewhere = new TwoSites(house.server);
    const stolen = await elsewhere.ours(asked);
    const theirs = await elsewhere.atProvider(String(stolen.headers.location), surelyAs('thief'), provider);
    assert.equal((await elsewhere.ours(theirs)).statusCode, 422);
    const sent = await browser.ours(asked);
    const back = await browser.atProvider(String(sent.headers.location), surelyAs('gwen'), provider);
    assert.equal((await browser.ours(back)).headers.location, '/my/ways-in');
    const again = await browser.ours(asked);
    const second = await browser.atProvider(String(again.headers.location), surelyAs('other'), provider);
    assert.equal((await browser.ours(second)).statusCode, 422);
    for (const subject of ['thief', 'other'])
      assert.equal((await signIn(new TwoSites(house.server), surelyAs(subject))).statusCode, 422);
    assert.equal((await signIn(new TwoSites(house.server), surelyAs('gwen'))).headers.location, '/my');
  });

  it('S2 never takes over a name that opens somebody else’s page, and that person comes in as before', async () => {
    const first = await joined('twice');
    const { browser, asked } = await insideAndAsked();
    const sent = await browser.ours(asked);
    const back = await browser.atProvider(String(sent.headers.location), surelyAs('twice'), provider);
    assert.equal((await browser.ours(back)).statusCode, 422);
    const next = new TwoSites(house.server);
    await signIn(next, surelyAs('twice'));
    assert.equal(await whoseIs(next), first);
  });

  it('S2 leads somewhere once: the same answer again, or its cookie, opens nothing', async () => {
    await joined('once-only');
    const browser = new TwoSites(house.server);
    const begun = await browser.ours(`${door}/sign-in`);
    const kept = browser.jar('http://localhost').get('alongside-sign-in') ?? assert.fail();
    const back = await browser.atProvider(String(begun.headers.location), surelyAs('once-only'), provider);
    assert.equal((await browser.ours(back)).headers.location, '/my');
    const thief = new TwoSites(house.server);
    thief.jar('http://localhost').set('alongside-sign-in', kept);
    const fresh = await thief.atProvider(String(begun.headers.location), surelyAs('once-only'), provider);
    assert.equal((await thief.ours(fresh)).statusCode, 422);
    assert.equal(thief.session(), undefined);
  });

  it('S6 opens nothing once it was ended, or the page closed', async () => {
    await joined('ended');
    const browser = new TwoSites(house.server);
    await signIn(browser, surelyAs('ended'));
    const csrf = await csrfOf(browser);
    assert.equal((await browser.send('/my/ways-in/sign-in/end', { csrf })).statusCode, 303);
    assert.equal((await signIn(new TwoSites(house.server), surelyAs('ended'))).statusCode, 422);
  });

  it('is no door at a council that has none, and says so plainly when it is away', async () => {
    await testCouncil(database, 'eastby', false);
    const none = await new TwoSites(house.server).ours('/at/eastby/me/sign-in');
    assert.equal(none.statusCode, 404);
    assert.doesNotMatch((await new TwoSites(house.server).ours('/at/eastby/me')).body, /me\/sign-in/);
    const evil = await house.server.inject({
      method: 'GET',
      url: `${door}/sign-in`,
      headers: { host: 'evil.example' },
    });
    assert.equal(evil.statusCode, 503);
    assert.match(evil.body, /does not answer just now/);
  });

  it('S6 leads from signing out to their own door, and never to the sign-in of staff', async () => {
    const { browser } = await insideAndAsked();
    const out = await browser.send('/sign-out', { csrf: await csrfOf(browser) });
    assert.equal(out.headers.location, `${door}?out`);
    assert.match((await browser.ours(`${door}?out`)).body, /You are signed out/);
    assert.doesNotMatch((await browser.ours(door)).body, /You are signed out/);
    const away = String((await browser.ours('/my')).headers.location);
    assert.equal(away, '/sign-in?next=%2Fmy');
    const { body } = await browser.ours(away);
    assert.match(body, /<h1>Open your page again<\/h1>.*href="\/at\/northmoor\/me"[^>]*>Open your page</s);
    assert.match((await browser.ours('/sign-in?next=%2Fmystery')).body, /<h1>Sign in<\/h1>/);
  });

  it('W3 the log with every request in it holds no code, link, number, address, cookie or name from any way in', async () => {
    const loud = await testHouse(database, { ...secrets, logLevel: 'debug' });
    const lines: string[] = [];
    const log = loud.house.server.log as unknown as Record<symbol, unknown>;
    log[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) };
    const { letter } = await somebody('logged@northmoor.example');
    const browser = new TwoSites(loud.house.server);
    await browser.ours(`${door}/${letter.token}`);
    await browser.send(`${door}/message`, { to: 'logged@northmoor.example' });
    await browser.send(door, { typed: letter.code, number: '730158' });
    await browser.send(door, { typed: letter.token, number });
    await signIn(browser, surelyAs('logged-subject'));
    const text = lines.join('');
    assert.match(text, /"route":"\/at\/:council\/me\/:token"/);
    const secretsOfIt = [letter.token, letter.code, number, '730158', 'logged@', 'logged-subject', 'Edie'];
    for (const secret of [...secretsOfIt, ...browser.jar('http://localhost').values()])
      assert.ok(!text.includes(secret), secret);
  });
});

const surelyAs = (subject: string): AtProvider => ({ ...surely, subject });

async function signIn(browser: TwoSites, who: AtProvider) {
  const begun = await browser.ours(`${door}/sign-in`);
  assert.equal(begun.statusCode, 303, begun.body);
  return browser.ours(await browser.atProvider(String(begun.headers.location), who, provider));
}

async function somebody(messageTo: string | null = null) {
  return council.as(
    council.accounts.rowan,
    async (db) => {
      const personId = await makePerson(db, { fullName: 'Edie Marsh' });
      const messageBy = messageTo === null ? null : ('email' as const);
      const said = { talked: 'Only she signs in.', talkedOn: '2026-11-20', messageBy, messageTo };
      const ownPageId = await openOwnPage(db, { personId, name: 'Edie', ...said, number });
      return { personId, ownPageId, letter: await makeLetter(db, ownPageId) };
    },
    clock.now(),
  );
}

/** Somebody inside their page who pressed “Join my account to this page”, and where it leads. */
async function insideAndAsked() {
  const { personId, letter } = await somebody();
  const browser = new TwoSites(house.server);
  await browser.ours(door);
  assert.equal((await browser.send(door, { typed: letter.code, number })).headers.location, '/my');
  const answer = await browser.send('/my/ways-in/sign-in', { csrf: await csrfOf(browser) });
  return { personId, browser, asked: String(answer.headers.location) };
}

async function joined(subject: string): Promise<string> {
  const { personId, browser, asked } = await insideAndAsked();
  const sent = await browser.ours(asked);
  const back = await browser.atProvider(String(sent.headers.location), surelyAs(subject), provider);
  assert.equal((await browser.ours(back)).headers.location, '/my/ways-in');
  return personId;
}

async function csrfOf(browser: TwoSites): Promise<string> {
  const page = await browser.ours('/my/ways-in');
  return /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? assert.fail(page.body);
}

const heldIn = (body: string): string => /name="typed" value="([^"]+)"/.exec(body)?.[1] ?? assert.fail(body);

async function whoseIs(browser: TwoSites): Promise<string | null> {
  const page = await browser.ours('/my');
  assert.equal(page.statusCode, 200);
  return council.as(council.accounts.rowan, async (db) => {
    const looked = await db
      .selectFrom('audit_entry')
      .select('person_id')
      .where('route', '=', '/my')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return looked?.person_id ?? null;
  });
}
