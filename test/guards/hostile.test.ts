import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { newId } from '../../src/platform/ids.ts';
import { testDatabase } from '../database.ts';
import { changed, checksums } from './checksums.ts';
import { fullCouncils } from './full-council.ts';
import { type Actor, addressOf, bodyFor, type Door, everybody, fullHouse } from './full-house.ts';
import { type Case, casesFor, isOpenToAll, nameOf, readMatrix } from './matrix.ts';

/** How many malformed requests; ALONGSIDE_LONG=1 sends ten times as many. */
const malformed = process.env.ALONGSIDE_LONG === '1' ? 50_000 : 5_000;
/** How many of them at once. */
const atOnce = 5;
/** No answer takes longer, in milliseconds. */
const longest = 5_000;

const test = await testDatabase();
const [ours, theirs] = await fullCouncils(test);
const home = await fullHouse(test);
const all = await everybody(home, test, ours, theirs);
const matrix = readMatrix();
const forms = home.doors.filter(({ method, record }) => method === 'POST' && record?.body);
/** Whoever is signed out by a door cannot be asked at another after it. */
const signsOut = (door: Door): boolean => matrix.routes[nameOf(door)]?.ends === 'sessions';
const posts = forms.filter((door) => !signsOut(door)).map(askedAt);
const gets = home.doors.filter(({ method, record }) => method === 'GET' && record).map(askedAt);

const own = { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
const deepList = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

/** Values that break what was not thought of. */
const values = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\u202e\u2066txt',
    '\u200b\u200d\ufeff',
    '\r\nSet-Cookie: a=b',
  ],
  ...[
    '31 February 2026',
    '2026-02-31',
    '99/99/9999',
    '0000-00-00',
    '+275760-09-13',
    '1e309',
    '9223372036854775808',
  ],
  ...['-1', '0', '1e400', 'NaN', '0x7fffffff', '٣', "' or 1=1 --", '{{7*7}}', '../../etc/passwd', '%00', '%'],
  ...[newId(), '00000000-0000-0000-0000-000000000000'],
  ...[
    null,
    true,
    false,
    0,
    -1,
    2 ** 53,
    1e308,
    [],
    [[]],
    {},
    { a: { b: 1 } },
    ['a', null, {}],
    Array(2_000).fill('a'),
  ],
);
/** Names longer than any name, now and then: they take a while to show again. */
const long = fc.constantFrom('x'.repeat(100_000), '🙂'.repeat(20_000), 'ﷺ'.repeat(50_000));
const lists = fc.oneof(
  { weight: 30, arbitrary: values },
  { weight: 6, arbitrary: fc.array(values, { maxLength: 3 }) },
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: long },
);

/** Whole bodies that are no form of ours. */
const brokenBodies: { type: string; payload: string }[] = [
  { type: json, payload: deep },
  { type: json, payload: deepList },
  { type: json, payload: '{"csrf":"a","csrf":"b"' },
  { type: json, payload: '{"__proto__":{"isAdmin":true}}' },
  { type: json, payload: '{"constructor":{"prototype":{"isAdmin":true}}}' },
  { type: json, payload: `{"words":"${'x'.repeat(1_500_000)}"}` },
  { type: json, payload: '"just a string"' },
  { type: json, payload: 'null' },
  { type: json, payload: '[]' },
  { type: json, payload: '12' },
  { type: json, payload: '{"words":"\\ud800"}' },
  { type: json, payload: '\ufeff{}' },
  { type: json, payload: '' },
  { type: form, payload: `words=${'x'.repeat(1_500_000)}` },
  { type: form, payload: '%%%=%E0%A4%A&=&&==&%00=%00' },
  { type: form, payload: `${'a=b&'.repeat(20_000)}` },
  { type: form, payload: '__proto__[isAdmin]=true&constructor=1&hasOwnProperty=2&toString=3' },
  { type: form, payload: 'words=a&words=b&words=c' },
  {
    type: 'multipart/form-data; boundary=a',
    payload: '--a\r\nContent-Disposition: form-data; name="words"\r\n\r\nx',
  },
  { type: 'multipart/form-data', payload: 'no boundary' },
  { type: 'application/xml', payload: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
  { type: 'application/json; charset=utf-7', payload: '+AHs-+AH0-' },
  { type: '', payload: 'words=x' },
  { type: '\u00ff/\u00ff', payload: 'words=x' },
];

describe('what nobody should send', () => {
  it('I1 no malformed body makes anything fall over, whatever the door', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
    const tally = new Tally();
    for (const [index, one] of posts.entries())
      for (const { type, payload } of brokenBodies)
        if (index < 3 || payload.length < 10_000) await tally.ask(one, bodyOf(one, payload, type));
    const left = Math.max(malformed - tally.asked, 1_000);
    const spoilt = fc.tuple(
      fc.constantFrom(...posts),
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(), lists), { minLength: 1, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(spoilt, { minLength: atOnce, maxLength: atOnce }), async (some) => {
        await Promise.all(
          some.map(([one, isJson, spoils]) => tally.ask(one, spoiltForm(one, spoils, isJson))),
        );
      }),
      { numRuns: Math.ceil(left / atOnce), seed, endOnFailure: true },
    );
    tally.report('malformed bodies', seed);
  });

  it('I1 no malformed address or question makes anything fall over', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
    const tally = new Tally();
    const pieces = [
      '',
      '%00',
      '%',
      '%E0%A4%A',
      '..',
      '%2e%2e%2f',
      '%2F',
      '\u202e',
      'x'.repeat(300),
      "'",
      '9'.repeat(40),
      newId(),
    ];
    for (const one of [...gets, ...posts])
      for (const piece of pieces) {
        const url = one.door.url.includes(':') ? addressOf(one.door.url, piece) : `${one.door.url}/${piece}`;
        await tally.ask(one, { ...plain(one), url: encodeURI(url).replaceAll('%25', '%') });
      }
    const queries = [
      'q=%00',
      'q=%ff%fe',
      'q[]=a&q[b]=c',
      `q=${'x'.repeat(9_000)}`,
      'q=a&q=b',
      'before=never',
      'after_id=x',
      '__proto__=1',
      'page=-1',
      'page=99999999999999999999',
      'q=%F0%9F%99%82',
      'q=%',
      'person=x',
      'kind=%00',
      'offset=1e99',
    ];
    for (const one of gets)
      for (const query of queries)
        await tally.ask(one, { ...plain(one), url: `${one.url.split('?')[0]}?${query}` });
    tally.report('malformed addresses', seed);
  });

  it('A8 a door opens by its own method and its own address only', async () => {
    const wrong: string[] = [];
    const before = await checksums(test.administrator);
    for (const one of posts) {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'] as const) {
        if (
          home.doors.some(
            ({ url, method: other }) =>
              url === one.door.url && other === (method === 'HEAD' ? 'GET' : method),
          )
        )
          continue;
        const answer = await send({ ...rightForm(one), method });
        if (answer.statusCode < 400) wrong.push(`${method} ${one.door.url}: ${answer.statusCode}`);
      }
      const path = one.url.split('?')[0] ?? '';
      for (const url of [
        `${path}/`,
        `/${path}`,
        path.replace(/^\/(\w)/, (_all, first: string) => `/${first.toUpperCase()}`),
        path.replace(/\/(?=[^/]*$)/, '%2F'),
        `${path}%20`,
        `${path};a=b`,
        `${path}.json`,
        `${path}%00`,
      ]) {
        const answer = await send({ ...rightForm(one), url });
        if (answer.statusCode < 400 && answer.headers.location !== '/sign-in')
          wrong.push(`POST ${url} for ${one.door.url}: ${answer.statusCode}`);
      }
    }
    for (const one of posts) {
      const answer = await send({
        ...rightForm(one),
        headers: { ...rightForm(one).headers, 'x-http-method-override': 'GET' },
        method: 'DELETE',
      });
      if (answer.statusCode < 400) wrong.push(`override ${one.door.url}: ${answer.statusCode}`);
    }
    wrong.push(...changed(before, await checksums(test.administrator)));
    none(wrong);
    console.log(`A8: ${posts.length} doors by 6 other methods and 9 other addresses, 0 accepted`);
  });

  it('A8 nobody gives themselves a role, a council or an author by adding fields', async () => {
    const councilId = theirs.council.councilId;
    const extra = {
      council_id: councilId,
      councilId,
      role: 'administrator',
      account_id: all.governance.account?.accountId,
      accountId: all.governance.account?.accountId,
      author_id: newId(),
      isAdmin: 'true',
      version: '1',
      id: newId(),
      person_id: theirs.people.harbour.id,
      personId: theirs.people.harbour.id,
    };
    const tally = new Tally();
    const before = await rowsOf(councilId);
    for (const one of posts) {
      const right = rightForm(one);
      const payload = new URLSearchParams(right.payload as string);
      for (const [name, value] of Object.entries(extra))
        if (!payload.has(name)) payload.append(name, String(value));
      await tally.ask(one, { ...right, payload: payload.toString() });
    }
    assert.deepEqual(await rowsOf(councilId), before, 'something was written in another council');
    tally.report('added fields', 0);
  });

  it('I1 nor does it at the doors that sign somebody out, which come last', async () => {
    const tally = new Tally();
    for (const one of forms.filter(signsOut).map(askedAt))
      for (const { type, payload } of brokenBodies)
        if (payload.length < 10_000) await tally.ask(one, bodyOf(one, payload, type));
    tally.report('malformed bodies, signing out', 0);
  });
});

describe('headers on every answer', () => {
  it('I6 are there on pages, errors, redirects, files and refusals, and the page may run its own script only', async () => {
    const answers: [string, LightMyRequestResponse, Door | undefined][] = [];
    const keep = async (options: InjectOptions, door?: Door): Promise<void> => {
      answers.push([
        `${options.method ?? 'GET'} ${String(options.url).slice(0, 80)}`,
        await home.house.server.inject(options),
        door,
      ]);
    };
    for (const door of home.doors) {
      const { actor, url } = door.record
        ? askedAt(door)
        : { actor: all.practitioner, url: addressOf(door.url, 'nowhere') };
      if (door.method === 'POST' && !door.record) continue;
      for (const accept of ['text/html', json]) {
        const cookie = actor.visitor.cookie;
        await keep({ method: door.method as 'GET', url, headers: { ...own, accept, cookie } }, door);
        await keep({ method: door.method as 'GET', url, headers: { ...own, accept } }, door);
      }
    }
    const { cookie } = all.practitioner.visitor;
    for (const url of [
      '/nowhere',
      '/%',
      '/%E0%A4%A',
      '/people/%00',
      `/people/${'x'.repeat(300)}`,
      '//',
      `/${'x'.repeat(20_000)}`,
    ])
      await keep({ method: 'GET', url, headers: { ...own, cookie } });
    await keep({
      method: 'POST',
      url: '/contacts',
      headers: { ...own, cookie, 'content-type': json },
      payload: deep,
    });
    await keep({
      method: 'POST',
      url: '/contacts',
      headers: { ...own, cookie, 'content-type': json },
      payload: `"${'x'.repeat(1_500_000)}"`,
    });
    await keep({
      method: 'POST',
      url: '/contacts',
      headers: { ...own, cookie, 'content-type': 'image/png' },
      payload: 'x',
    });
    await keep({ method: 'DELETE', url: '/people', headers: { ...own, cookie } });
    none(
      answers.flatMap(([what, answer, door]) =>
        faultsOf(answer)
          .filter((fault) => !isMeant(fault, door))
          .map((fault) => `${what} (${answer.statusCode}): ${fault}`),
      ),
    );
    console.log(`headers: ${answers.length} answers, 0 without`);
  });
});

/** Counts what came back, and keeps what should not have. */
class Tally {
  asked = 0;
  slowest = 0;
  readonly faults: string[] = [];
  readonly statuses: Record<string, number> = {};

  async ask(one: Case, options: InjectOptions): Promise<void> {
    const began = performance.now();
    const answer = await send(options);
    const took = performance.now() - began;
    this.asked += 1;
    this.slowest = Math.max(this.slowest, took);
    this.statuses[answer.statusCode] = (this.statuses[answer.statusCode] ?? 0) + 1;
    const what = `${nameOf(one.door)} ${String(options.url).slice(0, 120)} ${String(options.payload ?? '').slice(0, 160)}`;
    if (answer.statusCode >= 500) this.faults.push(`${answer.statusCode}: ${what}`);
    if (took > longest) this.faults.push(`${Math.round(took)} ms: ${what}`);
    if (/\n\s+at .*\.[tj]sx?:\d/.test(answer.body)) this.faults.push(`a stack: ${what}`);
  }

  report(what: string, seed: number): void {
    const inside = [...new Set(home.log.filter((line) => line.includes('"level":50')))].map((line) =>
      line.replace(/"(time|reqId|pid)":[^,]*,/g, ''),
    );
    console.log(
      `${what}: ${this.asked} requests, ${this.faults.length} fell over, slowest ${Math.round(this.slowest)} ms, ${JSON.stringify(this.statuses)}, seed ${seed}`,
    );
    none([...this.faults.slice(0, 30), ...(this.faults.length ? [...new Set(inside)].slice(0, 10) : [])]);
  }
}

async function send(options: InjectOptions): Promise<LightMyRequestResponse> {
  return home.house.server.inject(options);
}

/** The first who may use a door, and what is theirs there. */
function askedAt(door: Door): Case {
  const row = matrix.routes[nameOf(door)];
  if (!row) throw new Error(`${nameOf(door)} has no row in the matrix`);
  const found = casesFor(door, row, matrix, Object.values(all), { ours, theirs });
  const one =
    found.find(({ expected }) => expected === 'opens') ??
    found.find(({ expected }) => expected === 'nothing');
  if (!one) throw new Error(`nobody may use ${nameOf(door)}`);
  return one;
}

const headersOf = (actor: Actor): Record<string, string> => ({
  ...own,
  cookie: actor.visitor.cookie,
  'x-csrf-token': actor.visitor.csrf,
});

function plain({ door, actor, url }: Case): InjectOptions {
  return { method: door.method as 'GET', url, headers: headersOf(actor) };
}

function bodyOf({ actor, url }: Case, payload: string, type: string): InjectOptions {
  return {
    method: 'POST',
    url,
    headers: { ...headersOf(actor), ...(type ? { 'content-type': type } : {}) },
    payload,
  };
}

function rightForm(one: Case): InjectOptions {
  const body = { ...rightBody(one), csrf: one.actor.visitor.csrf, submission: newId() };
  const payload = new URLSearchParams(
    Object.entries(body).flatMap(([name, value]) =>
      [value].flat().map((item): [string, string] => [name, String(item)]),
    ),
  );
  return bodyOf(one, payload.toString(), form);
}

const rightBodies = new Map<Door, Record<string, unknown>>();

function rightBody({ door, row, fields }: Case): Record<string, unknown> {
  const given = { ...row.body, ...fields };
  const found = rightBodies.get(door) ?? (door.record?.body ? bodyFor(door.record.body, given) : given);
  rightBodies.set(door, found);
  return { ...found, ...given };
}

/** A right form with a few of its fields (or others) spoilt. */
function spoiltForm(one: Case, spoils: [number, unknown][], isJson: boolean): InjectOptions {
  const body: Record<string, unknown> = { ...rightBody(one), submission: newId() };
  const names = [...fieldsOf(one.door), 'submission', 'version', 'other'];
  for (const [index, value] of spoils) body[names[index % names.length] ?? 'other'] = value;
  if (isJson) return bodyOf(one, JSON.stringify(body), json);
  const payload = Object.entries(body)
    .flatMap(([name, value]) => [value].flat().map((item) => `${name}=${encoded(String(item))}`))
    .join('&');
  return bodyOf(one, payload, form);
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** The names a form knows, from the description made for other systems. */
function fieldsOf(door: Door): string[] {
  const path = description.paths[door.url.replace(/:(\w+)/g, '{$1}')]?.post;
  return Object.keys(path?.requestBody?.content?.[json]?.schema?.properties ?? { words: {} });
}

interface Description {
  paths: Record<
    string,
    { post?: { requestBody?: { content?: Record<string, { schema?: { properties?: object } }> } } }
  >;
}
const description = (await home.house.server.inject('/openapi.json')).json() as Description;

/** How many rows another council has, in every table. */
async function rowsOf(councilId: number): Promise<string[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(test.administrator);
  await client.connect();
  const { rows: tables } = await client.query<{
    name: string;
  }>(`select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id')`);
  const counts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ sum: string }>(
      `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${name} t where council_id = $1`,
      [councilId],
    );
    counts.push(`${name} ${rows[0]?.sum}`);
  }
  await client.end();
  return counts;
}

/** A page open to all may be kept by a browser, and one made for other sites' pages stands in their frames: it says so itself. */
function isMeant(fault: string, door: Door | undefined): boolean {
  const record = door?.record;
  if (!record?.headers || !isOpenToAll(record)) return false;
  if (fault === 'may be stored') return record.headers['cache-control']?.startsWith('public') ?? false;
  return fault === 'may be framed' && record.headers['x-frame-options'] === null;
}

/** What is missing from an answer's headers, in words. */
function faultsOf({ headers, body }: LightMyRequestResponse): string[] {
  const policy = String(headers['content-security-policy'] ?? '');
  const directives = new Map(
    policy.split(';').map((one): [string, string] => {
      const [name = '', ...rest] = one.trim().split(' ');
      return [name, rest.join(' ')];
    }),
  );
  const isAsset = String(headers['cache-control']).includes('immutable');
  const isPage = String(headers['content-type']).startsWith('text/html');
  const nonce = /^'self' 'nonce-([\w+/=-]{16,})'$/.exec(directives.get('script-src') ?? '')?.[1];
  const scripts = isPage ? [...body.matchAll(/<(script|style)\b([^>]*)>/g)] : [];
  // Where no script may run at all, there is none that needs a nonce: default-src is 'none'.
  const runsNone = !directives.has('script-src') && scripts.length === 0;
  const faults: [string, boolean][] = [
    ['no content security policy', directives.get('default-src') === "'none'"],
    [
      'may be framed',
      directives.get('frame-ancestors') === "'none'" && headers['x-frame-options'] === 'DENY',
    ],
    [
      'may send forms elsewhere',
      directives.get('form-action') === "'self'" && directives.get('base-uri') === "'none'",
    ],
    ['may run anybody’s script', (nonce !== undefined || !isPage || runsNone) && !policy.includes('unsafe')],
    ['may be sniffed', headers['x-content-type-options'] === 'nosniff'],
    ['no opener policy', headers['cross-origin-opener-policy'] === 'same-origin'],
    ['tells where from', headers['referrer-policy'] === 'same-origin'],
    ['may be stored', isAsset || headers['cache-control'] === 'no-store'],
    ['says what it is made with', headers['x-powered-by'] === undefined && headers.server === undefined],
    [
      'has a script without this answer’s nonce',
      scripts.every(([, , attributes = '']) => attributes.includes(`nonce="${nonce}"`)),
    ],
    ['has a style or a handler in its markup', !isPage || !/<[^>]+\s(style|on\w+)=/.test(body)],
  ];
  return faults.filter(([, isRight]) => !isRight).map(([fault]) => fault);
}

const none = (found: string[]): void =>
  assert.deepEqual(found.slice(0, 40), [], `${found.length} found:\n${found.slice(0, 40).join('\n')}\n`);
