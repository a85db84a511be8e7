import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import type { z } from 'zod';
import type { RouteRecord } from '../../src/platform/http/routes.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestAccount } from '../council.ts';
import type { TestDatabase } from '../database.ts';
import { type TestHouse, testHouse, type Visitor } from '../house.ts';
import type { FullCouncil, FullPerson } from './full-council.ts';

/** One way into the house, whoever put it there. */
export interface Door {
  method: string;
  url: string;
  /** Missing for the few that are open to anybody. */
  record?: RouteRecord;
}

export interface FullHouse extends TestHouse {
  doors: Door[];
  /** Every line logged so far. */
  log: string[];
}

/** The house with every door it has, found as the web server registers them, and its log kept for reading. */
export async function fullHouse(test: TestDatabase): Promise<FullHouse> {
  const doors: Door[] = [];
  const log: string[] = [];
  const watch = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') doors.push({ method: one, url });
    });
    const logger = fastify.log as unknown as Record<symbol, { write: (line: string) => void }>;
    logger[pino.symbols.streamSym] = { write: (line) => void log.push(line) };
  };
  subscribe('fastify.initialization', watch);
  const home = await testHouse(test.database, { logLevel: 'debug' });
  unsubscribe('fastify.initialization', watch);
  for (const door of doors) {
    const record = home.house.routes.find(({ method, url }) => method === door.method && url === door.url);
    if (record) door.record = record;
  }
  return { ...home, doors, log };
}

/** Everybody who may ask, by what they are. */
export const actors = [
  'anonymous',
  'practitioner',
  'practitioner-of-another-team',
  'site-lead',
  'analyst',
  'directory-editor',
  'administrator',
  'governance',
  'person',
  'delegate',
  'practitioner-of-another-council',
  'disabled',
] as const;
export type ActorName = (typeof actors)[number];

export interface Actor {
  name: ActorName;
  account: TestAccount | null;
  visitor: Visitor;
}

/** Signs everybody in. The disabled account had a session when it was disabled. */
export async function everybody(
  home: FullHouse,
  test: TestDatabase,
  ours: FullCouncil,
  theirs: FullCouncil,
): Promise<Record<ActorName, Actor>> {
  const { accounts } = ours.council;
  const of = async (name: ActorName, council: FullCouncil, account: TestAccount): Promise<Actor> => ({
    name,
    account,
    visitor: await home.signIn(council.council, account),
  });
  const everyone = {
    anonymous: { name: 'anonymous' as const, account: null, visitor: stranger(home) },
    practitioner: await of('practitioner', ours, accounts.rowan),
    'practitioner-of-another-team': await of('practitioner-of-another-team', ours, accounts.marsh),
    'site-lead': await of('site-lead', ours, accounts.lead),
    analyst: await of('analyst', ours, accounts.analyst),
    'directory-editor': await of('directory-editor', ours, accounts.editor),
    administrator: await of('administrator', ours, accounts.administrator),
    governance: await of('governance', ours, accounts.governance),
    person: await of('person', ours, ours.own.person),
    delegate: await of('delegate', ours, ours.own.delegate),
    'practitioner-of-another-council': await of(
      'practitioner-of-another-council',
      theirs,
      theirs.council.accounts.rowan,
    ),
    disabled: await of('disabled', ours, accounts.sam),
  };
  await disable(test, ours, accounts.sam);
  return everyone;
}

async function disable(
  test: TestDatabase,
  { council }: FullCouncil,
  { accountId }: TestAccount,
): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(test.administrator);
  await client.connect();
  await client.query('update account set disabled_at = now() where council_id = $1 and id = $2', [
    council.councilId,
    accountId,
  ]);
  await client.end();
}

/** Somebody with no session at all. */
function stranger({ house }: FullHouse): Visitor {
  const headers = { host: 'localhost', origin: 'http://localhost', accept: 'text/html' };
  return {
    csrf: '',
    cookie: '',
    get: (url) => house.server.inject({ method: 'GET', url, headers }),
    post: (url, fields) =>
      house.server.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields as Record<string, string>).toString(),
      }),
    json: async (url) => {
      const answer = await house.server.inject({
        method: 'GET',
        url,
        headers: { accept: 'application/json' },
      });
      return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
    },
  };
}

/** The same page asked for as JSON. */
export function getJson(
  { house }: TestHouse,
  { cookie }: Visitor,
  url: string,
): Promise<LightMyRequestResponse> {
  const headers = { host: 'localhost', accept: 'application/json', cookie };
  return house.server.inject({ method: 'GET', url, headers });
}

/** A form as a browser sends it, whatever is in it. */
export const encoded = (fields: Record<string, unknown>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );

/** A door's address with `:id` given this id, and any other `:name` its own. */
export const addressOf = (url: string, id: string, also: Record<string, string> = {}): string =>
  url.replace(/:(\w+)/g, (_whole, name: string) => also[name] ?? id);

/** The id of what a door is about, for one person: themselves, or what is kept about them. */
export const idFor = (of: string, person: FullPerson, council: FullCouncil): string | undefined =>
  person.ids.get(of) ?? council.ids.get(of);

/**
 * A body that a form's schema accepts, found by asking the schema itself what is wrong and trying again.
 * @throws when none is found in a hundred tries: the schema wants something that `plausible` does not know
 */
export function bodyFor(schema: z.ZodType, given: Record<string, unknown> = {}): Record<string, unknown> {
  const body: Record<string, unknown> = { ...given };
  const tries = new Map<string, number>();
  for (let count = 0; count < 100; count += 1) {
    const result = schema.safeParse(body);
    if (result.success) return body;
    // What a row gives stays as it is: a file, which no field of a plain form can hold, is asked for again.
    if (result.error.issues.every(({ path: [field] }) => String(field) in given)) return body;
    for (const issue of result.error.issues) {
      const [field] = issue.path;
      if (String(field) in given) continue;
      if (field === undefined) throw new Error(`a form says "${issue.message}" about no field`);
      const name = String(field);
      const choices = [...offeredBy(issue), ...plausible];
      const tried = tries.get(name) ?? 0;
      tries.set(name, tried + 1);
      body[name] = choices[tried % choices.length];
    }
  }
  throw new Error(`no body found for ${JSON.stringify(body)}: give what it needs in matrix.yaml`);
}

const plausible: unknown[] = ['words', newId(), '21/11/2026', '1', 'yes', ['words'], {}, true, 1];

function offeredBy(issue: z.core.$ZodIssue): unknown[] {
  const offered: unknown[] = [];
  if (issue.code === 'invalid_value') offered.push(...issue.values, [issue.values[0]]);
  if (issue.code === 'invalid_union')
    for (const branch of issue.errors) for (const one of branch) offered.push(...offeredBy(one));
  return offered;
}
