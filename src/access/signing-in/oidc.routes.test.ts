import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { type TestCouncil, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { type AtProvider, startIdentityProvider } from '../../../test/identity-provider.ts';
import { TwoSites } from '../../../test/two-sites.ts';

const { database } = await testDatabase();
const provider = await startIdentityProvider([
  'http://localhost/sign-in/northmoor/back',
  'http://localhost/sign-in/marsh-end/back',
]);
after(() => provider.stop());
const other = await startIdentityProvider(['http://localhost/sign-in/eastby/back']);
after(() => other.stop());
const { house, clock } = await testHouse(database, {
  oidcClientSecrets: {
    northmoor: provider.clientSecret,
    'marsh-end': provider.clientSecret,
    eastby: other.clientSecret,
  },
});

const northmoor = await councilAt('northmoor', provider.issuer);
const marshEnd = await councilAt('marsh-end', provider.issuer);
await councilAt('eastby', other.issuer);

async function councilAt(slug: string, issuer: string): Promise<TestCouncil> {
  const council = await testCouncil(database, slug, false);
  await change(
    council,
    sql`update council set oidc_issuer = ${issuer}, oidc_client_id = ${provider.clientId} where slug = ${slug}`,
  );
  return council;
}

async function change(council: TestCouncil, statement: ReturnType<typeof sql>): Promise<unknown[]> {
  return council.as(
    council.accounts.administrator,
    async (db) => (await statement.execute(db)).rows,
    clock.now(),
  );
}

/** A browser at our test's house, and at its first provider when no other is named. */
class Browser extends TwoSites {
  constructor(server = house.server) {
    super(server);
  }

  /** From our door to the provider and back, stopping at the address it sends us back to. */
  async toProvider(start: string, who: AtProvider, at = provider): Promise<string> {
    const begun = await this.ours(start);
    assert.equal(begun.statusCode, 303, begun.body);
    return this.atProvider(String(begun.headers.location), who, at);
  }

  override atProvider(start: string, who: AtProvider, at = provider): Promise<string> {
    return super.atProvider(start, who, at);
  }

  async signIn(start: string, who: AtProvider, at = provider): Promise<LightMyRequestResponse> {
    return this.ours(await this.toProvider(start, who, at));
  }
}

const rowan: AtProvider = {
  subject: 'rowan-subject',
  email: 'Rowan@northmoor.example.org',
  isVerified: true,
  amr: ['pwd', 'mfa'],
};
const priya: AtProvider = { ...rowan, subject: 'priya-subject', email: 'priya@northmoor.example.org' };
const door = '/sign-in/northmoor';

async function sessionsOf(council: TestCouncil): Promise<number> {
  const rows = await change(council, sql`select from session`);
  return rows.length;
}

async function subjectOf(council: TestCouncil, accountId: string): Promise<string | null> {
  const [row] = await change(
    council,
    sql`select oidc_subject as subject from account where id = ${accountId}`,
  );
  return (row as { subject: string | null }).subject;
}

async function refused(answer: LightMyRequestResponse, browser: Browser, status: number, words: RegExp) {
  assert.equal(answer.statusCode, status, answer.body);
  assert.match(answer.body, words);
  assert.equal(browser.session(), undefined);
  assert.equal(browser.jar('http://localhost').size, 0, 'the attempt is spent');
  const today = await browser.ours('/people');
  assert.match(String(today.headers.location), /^\/sign-in\?next=/);
}

describe('signing in through a council’s provider', () => {
  it('lets somebody in by a verified address the first time, by the provider’s name for them after', async () => {
    const browser = new Browser();
    const answer = await browser.signIn(`${door}?next=${encodeURIComponent('/people?page=2')}`, rowan);
    assert.equal(answer.statusCode, 303, answer.body);
    assert.equal(answer.headers.location, '/people?page=2');
    assert.equal(await subjectOf(northmoor, northmoor.accounts.rowan.accountId), 'rowan-subject');
    const page = await browser.ours('/people');
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Rowan/);

    const later = new Browser();
    const again = await later.signIn(door, { ...rowan, email: 'married-name@elsewhere.example' });
    assert.equal(again.headers.location, '/today');
  });

  it('asks the provider with a code, PKCE, state and nonce, and tells it our registered address only', async () => {
    const { headers } = await new Browser().ours(`${door}?next=/people`);
    const asked = new URL(String(headers.location));
    assert.equal(asked.origin, provider.issuer);
    const query = asked.searchParams;
    assert.equal(query.get('response_type'), 'code');
    assert.equal(query.get('code_challenge_method'), 'S256');
    assert.equal(query.get('redirect_uri'), 'http://localhost/sign-in/northmoor/back');
    for (const random of ['state', 'nonce', 'code_challenge'])
      assert.ok((query.get(random) ?? '').length >= 43, random);
    assert.doesNotMatch(asked.href, /people|secret/);
    assert.match(
      String(headers['set-cookie']),
      /^alongside-sign-in=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('S6 gives a new session id each time, ends the one before, and drops the attempt', async () => {
    const browser = new Browser();
    await browser.signIn(door, rowan);
    const first = browser.session() ?? assert.fail('no session');
    const answer = await browser.signIn(door, rowan);
    assert.notEqual(browser.session(), first);
    assert.match(String(answer.headers['set-cookie']), /alongside=[^;]+; Path=\/; HttpOnly; SameSite=Lax/);
    assert.equal(browser.jar('http://localhost').has('alongside-sign-in'), false);
    const withFirst = new Browser();
    withFirst.jar('http://localhost').set('alongside', first);
    assert.equal((await withFirst.ours('/people')).statusCode, 303, 'the first session is over');
  });

  it('never goes on to another site, however the next page is written', async () => {
    const elsewhere = ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'x'];
    for (const next of elsewhere) {
      const answer = await new Browser().signIn(`${door}?next=${encodeURIComponent(next)}`, rowan);
      assert.equal(answer.headers.location, '/today', next);
    }
    const twice = await new Browser().signIn(`${door}?next=/people&next=//evil.example`, rowan);
    assert.equal(twice.headers.location, '/today');
  });

  it('looks the provider up once, not at each sign-in', async () => {
    const before = provider.discoveries();
    await new Browser().ours(door);
    await new Browser().ours(door);
    assert.equal(provider.discoveries(), before);
  });
});

describe('S1 nobody comes in', () => {
  it('without a second factor, and no account is bound', async () => {
    for (const amr of [['pwd'], ['otp'], undefined]) {
      const browser = new Browser();
      const answer = await browser.signIn(door, { ...priya, ...(amr ? { amr } : { amr: [] }) });
      await refused(answer, browser, 403, /second step/);
    }
    assert.equal(await subjectOf(northmoor, northmoor.accounts.priya.accountId), null);
  });

  it('unless the council’s own level was met, which is asked for', async () => {
    await change(
      marshEnd,
      sql`update council set settings = '{"secondFactor":{"acr":["two-steps"]}}' where slug = 'marsh-end'`,
    );
    const browser = new Browser();
    const begun = await browser.ours('/sign-in/marsh-end');
    const asked = new URL(String(begun.headers.location)).searchParams;
    assert.equal(asked.get('acr_values'), 'two-steps');
    assert.deepEqual(JSON.parse(asked.get('claims') ?? ''), {
      id_token: { acrs: { essential: true, values: ['two-steps'] } },
    });
    const sam = { ...rowan, subject: 'sam-subject', email: 'sam@marsh-end.example.org', amr: ['pwd'] };
    const oneStep = await browser.signIn('/sign-in/marsh-end', sam);
    await refused(oneStep, browser, 403, /second step/);
    const both = await browser.signIn('/sign-in/marsh-end', { ...sam, acr: 'two-steps' });
    assert.equal(both.headers.location, '/today', both.body);
  });

  it('by an address that was not verified', async () => {
    for (const isVerified of [false, undefined]) {
      const browser = new Browser();
      const who = { ...priya, ...(isVerified === undefined ? {} : { isVerified }) };
      if (isVerified === undefined) delete who.isVerified;
      await refused(await browser.signIn(door, who), browser, 403, /did not confirm your e-mail/);
    }
  });

  it('as somebody else who has come in before with that address', async () => {
    const browser = new Browser();
    const answer = await browser.signIn(door, { ...rowan, subject: 'another-subject' });
    await refused(answer, browser, 403, /belongs to another sign-in/);
    assert.equal(await subjectOf(northmoor, northmoor.accounts.rowan.accountId), 'rowan-subject');
  });

  it('at a council where they have no account, though they have one at another', async () => {
    const browser = new Browser();
    const answer = await browser.signIn('/sign-in/marsh-end', { ...rowan, acr: 'two-steps' });
    await refused(answer, browser, 403, /no account for you at this council/);
  });

  it('to an account that was closed, or that nobody has used for 60 days', async () => {
    const lead: AtProvider = { ...rowan, subject: 'lead-subject', email: 'lena@northmoor.example.org' };
    const { accountId } = northmoor.accounts.lead;
    const browser = new Browser();
    await change(northmoor, sql`update account set disabled_at = ${clock.now()} where id = ${accountId}`);
    await refused(await browser.signIn(door, lead), browser, 403, /has been switched off/);
    await change(
      northmoor,
      sql`update account set disabled_at = null, enabled_at = ${new Date('2026-09-01')} where id = ${accountId}`,
    );
    await refused(await browser.signIn(door, lead), browser, 403, /not been used for 60 days/);
    await change(northmoor, sql`update account set enabled_at = ${clock.now()} where id = ${accountId}`);
    assert.equal((await browser.signIn(door, lead)).statusCode, 303);
  });

  it('who pressed cancel there', async () => {
    const browser = new Browser();
    const answer = await browser.signIn(door, { ...priya, isCancelled: true });
    await refused(answer, browser, 403, /stopped before it was finished/);
  });
});

describe('S2 one sign-in', () => {
  const stale = /begun too long ago, in another browser, or has been used/;

  it('lets somebody in once: not again with the same answer, nor with the same cookie', async () => {
    const browser = new Browser();
    const back = await browser.toProvider(door, rowan);
    const kept = browser.jar('http://localhost').get('alongside-sign-in') ?? assert.fail();
    assert.equal((await browser.ours(back)).statusCode, 303);
    const before = await sessionsOf(northmoor);

    const replay = new Browser();
    await refused(await replay.ours(back), replay, 400, stale);
    replay.jar('http://localhost').set('alongside-sign-in', kept);
    await refused(await replay.ours(back), replay, 400, stale);
    assert.equal(await sessionsOf(northmoor), before);
  });

  it('begins no second session even with a fresh code for the same attempt', async () => {
    const browser = new Browser();
    const asked = String((await browser.ours(door)).headers.location);
    const kept = browser.jar('http://localhost').get('alongside-sign-in') ?? assert.fail();
    assert.equal((await browser.ours(await browser.atProvider(asked, rowan))).statusCode, 303);
    const before = await sessionsOf(northmoor);
    const thief = new Browser();
    thief.jar('http://localhost').set('alongside-sign-in', kept);
    await refused(await thief.ours(await thief.atProvider(asked, rowan)), thief, 400, stale);
    assert.equal(await sessionsOf(northmoor), before);
  });

  it('belongs to the browser that began it', async () => {
    const back = await new Browser().toProvider(door, rowan);
    const nobody = new Browser();
    await refused(await nobody.ours(back), nobody, 400, stale);
    const somebody = new Browser();
    await somebody.toProvider(door, priya);
    await refused(await somebody.ours(back), somebody, 400, stale);
  });

  it('belongs to the council it was begun at', async () => {
    const browser = new Browser();
    const back = await browser.toProvider(door, rowan);
    const answer = await browser.ours(back.replace('/northmoor/', '/marsh-end/'));
    await refused(answer, browser, 400, stale);
  });

  it('runs out after ten minutes', async () => {
    const began = clock.now();
    const browser = new Browser();
    const back = await browser.toProvider(door, rowan);
    clock.set(new Date(began.getTime() + 10 * 60_000).toISOString());
    await refused(await browser.ours(back), browser, 400, stale);
    clock.set(began.toISOString());
  });

  it('is nothing when its cookie, its state or its code was changed', async () => {
    const browser = new Browser();
    const jar = browser.jar('http://localhost');
    const first = await browser.toProvider(door, rowan);
    jar.set('alongside-sign-in', `A${(jar.get('alongside-sign-in') ?? '').slice(1)}A`);
    await refused(await browser.ours(first), browser, 400, stale);
    for (const part of ['state', 'code']) {
      const back = new URL(await browser.toProvider(door, rowan));
      back.searchParams.set(part, `${back.searchParams.get(part)}x`);
      await refused(await browser.ours(back.href), browser, 400, stale);
    }
    for (const query of ['', '?code=a', '?state=a', '?code=a&code=b&state=c', '?error=x&state=']) {
      await browser.ours(door);
      await refused(await browser.ours(`${door}/back${query}`), browser, 400, stale);
    }
  });

  it('is nothing when another provider answers in place of the council’s own', async () => {
    const browser = new Browser();
    const back = new URL(await browser.toProvider(door, rowan));
    assert.equal(back.searchParams.get('iss'), provider.issuer);
    back.searchParams.set('iss', other.issuer);
    await refused(await browser.ours(back.href), browser, 400, stale);

    const state = new URL(String((await browser.ours(door)).headers.location)).searchParams.get('state');
    const kept = browser.jar('http://localhost').get('alongside-sign-in') ?? assert.fail();
    const theirs = new URL(await new Browser().toProvider('/sign-in/eastby', rowan, other));
    browser.jar('http://localhost').set('alongside-sign-in', kept);
    await refused(
      await browser.ours(`${door}/back?code=${theirs.searchParams.get('code')}&state=${state}`),
      browser,
      400,
      stale,
    );
  });
});

describe('the log', () => {
  it('W3 at its loudest holds no code, token, cookie, address or name of who came in or did not', async () => {
    const loud = await testHouse(database, {
      logLevel: 'trace',
      oidcClientSecrets: { northmoor: provider.clientSecret },
    });
    const lines: string[] = [];
    const log = loud.house.server.log as unknown as Record<symbol, unknown>;
    log[pino.symbols.streamSym] = { write: (line: string) => lines.push(line) };
    const browser = new Browser(loud.house.server);
    const back = await browser.toProvider(door, rowan);
    const kept = browser.jar('http://localhost').get('alongside-sign-in') ?? assert.fail();
    assert.equal((await browser.ours(back)).statusCode, 303);
    const session = browser.session() ?? assert.fail();
    assert.equal((await browser.signIn(door, { ...rowan, amr: ['pwd'] })).statusCode, 403);
    const text = lines.join('');
    assert.match(text, /"council":"northmoor","why":"oneFactor"/);
    const { code, state } = Object.fromEntries(new URL(back).searchParams);
    for (const secret of [code, state, kept, session, provider.clientSecret, 'rowan-subject', '@northmoor'])
      assert.ok(secret && !text.includes(secret), secret);
    assert.doesNotMatch(text, /eyJ|Rowan/);
  });
});

describe('signing out', () => {
  it('S6 ends the session on the server and offers to end the council’s own', async () => {
    const browser = new Browser();
    await browser.signIn(door, rowan);
    const token = browser.session() ?? assert.fail();
    const out = await house.server.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { host: 'localhost', origin: 'http://localhost', cookie: `alongside=${token}` },
    });
    assert.equal(out.headers.location, `${door}/out`);
    const stolen = new Browser();
    stolen.jar('http://localhost').set('alongside', token);
    assert.equal((await stolen.ours('/people')).statusCode, 303);
    const page = await new Browser().ours(`${door}/out`);
    assert.match(page.body, /You are signed out of Alongside/);
    assert.ok(page.body.includes(`href="${provider.issuer}/session/end?client_id=alongside"`), page.body);
  });
});

describe('a real council', () => {
  const choose = (council: TestCouncil, persona: string) =>
    house.server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json' },
      payload: { council: council.councilId, persona },
    });

  it('S1 never lists or takes a persona, even for an account that has one', async () => {
    const demo = await testCouncil(database, 'saltbeck-demo', true);
    const page = await new Browser().ours('/sign-in');
    assert.ok(page.body.includes(demo.accounts.rowan.accountId));
    const before = await sessionsOf(northmoor);
    for (const { accountId } of Object.values(northmoor.accounts)) {
      assert.equal(page.body.includes(accountId), false);
      assert.equal((await choose(northmoor, accountId)).statusCode, 404);
      assert.equal((await choose(demo, accountId)).statusCode, 404);
    }
    assert.equal(await sessionsOf(northmoor), before);
    assert.equal((await choose(demo, demo.accounts.rowan.accountId)).statusCode, 303);
    for (const none of ['/sign-in/saltbeck-demo', '/sign-in/nowhere', '/sign-in/nowhere/back'])
      assert.equal((await new Browser().ours(none)).statusCode, 404, none);
  });
});

describe('when the provider cannot be used', () => {
  it('nobody can sign in, one plain page says so and nothing of it leaks; it is tried again each time', async () => {
    const gone = await startIdentityProvider(['http://localhost/sign-in/westby/back']);
    await councilAt('westby', gone.issuer);
    await gone.stop();
    for (const url of ['/sign-in/westby', '/sign-in/westby']) {
      const answer = await new Browser().ours(url);
      assert.equal(answer.statusCode, 503);
      assert.equal(answer.headers['retry-after'], '60');
      assert.equal(answer.headers['set-cookie'], undefined);
      assert.match(answer.body, /Nobody can sign in just now/);
      assert.doesNotMatch(answer.body, /127\.0\.0\.1|ECONN|fetch failed|OAUTH|secret/);
    }
    const out = await new Browser().ours('/sign-in/westby/out');
    assert.equal(out.statusCode, 200);
    assert.doesNotMatch(out.body, /sign out of that account/);
  });

  it('is 503 too when it goes away half-way, and the attempt is spent', async () => {
    const fading = await startIdentityProvider(['http://localhost/sign-in/southby/back']);
    await councilAt('southby', fading.issuer);
    const browser = new Browser();
    const begun = await browser.ours('/sign-in/southby');
    assert.equal(begun.statusCode, 303);
    const state = new URL(String(begun.headers.location)).searchParams.get('state');
    await fading.stop();
    const answer = await browser.ours(
      `/sign-in/southby/back?code=a&state=${state}&iss=${encodeURIComponent(fading.issuer)}`,
    );
    assert.equal(answer.statusCode, 503, answer.body);
    assert.equal(browser.session(), undefined);
  });

  it('a provider without https is not used once Alongside itself has it, nor one on another machine ever', async () => {
    const secure = await testHouse(database, {
      isSecure: true,
      publicUrl: 'https://care.example',
      oidcClientSecret: 'x',
    });
    const answer = await secure.house.server.inject({ method: 'GET', url: door });
    assert.equal(answer.statusCode, 503);
    await councilAt('farby', 'http://id.example/tenant');
    assert.equal((await new Browser().ours('/sign-in/farby')).statusCode, 503);
  });

  it('our own address is never taken from what somebody wrote as the host', async () => {
    const headers = { host: 'evil.example' };
    const answer = await house.server.inject({ method: 'GET', url: door, headers });
    assert.equal(answer.statusCode, 503);
    assert.doesNotMatch(answer.body, /evil/);
  });

  it('one secret is not handed to several providers', async () => {
    const shared = await testHouse(database, { oidcClientSecret: provider.clientSecret });
    const headers = { host: 'localhost' };
    assert.equal((await shared.house.server.inject({ method: 'GET', url: door, headers })).statusCode, 503);
  });
});
