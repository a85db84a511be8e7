import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { beforeSignIn, beginSession } from '../src/access/signing-in/sessions.store.ts';
import { type AppParts, createApp } from '../src/app.ts';
import { type Clock, stoppedClock } from '../src/platform/clock.ts';
import type { Database } from '../src/platform/db/council.ts';
import type { House } from '../src/platform/http/house.ts';
import { cookieName, hashOf } from '../src/platform/http/visits.ts';
import { newId } from '../src/platform/ids.ts';
import { type TestAccount, type TestCouncil, testNow } from './council.ts';

/** Somebody signed in, asking through `inject`: the real routes, guards and database, no network. */
export interface Visitor {
  csrf: string;
  cookie: string;
  get(url: string): Promise<LightMyRequestResponse>;
  /** Sends a form as a browser would; `submission` is new unless given. */
  post(url: string, fields: Record<string, string | string[]>): Promise<LightMyRequestResponse>;
  /** The JSON face: a GET without a body, a POST with one. */
  json(
    url: string,
    body?: Record<string, unknown>,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
}

export interface TestHouse {
  house: House;
  clock: ReturnType<typeof stoppedClock>;
  signIn(council: TestCouncil, account: TestAccount): Promise<Visitor>;
}

const ours = { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };

/** `more` puts other parts in the place of the test's own, such as a log level; `also` adds routes of the test's own. */
export async function testHouse(
  database: Database,
  more: Partial<AppParts> = {},
  also: (house: House) => void = () => {},
): Promise<TestHouse> {
  const clock = stoppedClock(testNow.toISOString());
  const house = await createApp({
    database,
    readDatabase: database,
    clock: clock satisfies Clock,
    isSecure: false,
    logLevel: 'silent',
    busyAfterMs: 0,
    isReady: async () => true,
    ...more,
  });
  also(house);
  await house.server.ready();
  return {
    house,
    clock,
    signIn: (council, account) => signIn(house, database, council, account, clock.now()),
  };
}

async function signIn(
  house: House,
  database: Database,
  council: TestCouncil,
  account: TestAccount,
  now: Date,
): Promise<Visitor> {
  const { token, csrf } = await beforeSignIn(database, council.councilId, now, async (db) => {
    const token = await beginSession(db, account.accountId);
    const { rows } = await sql<{
      csrf: string;
    }>`select csrf_token as csrf from session where token_hash = ${hashOf(token)}`.execute(db);
    return { token, csrf: rows[0]?.csrf ?? '' };
  });
  const cookie = `${cookieName(false)}=${token}`;
  const headers = { ...ours, cookie };
  return {
    csrf,
    cookie,
    get: (url) => house.server.inject({ method: 'GET', url, headers: { ...headers, accept: 'text/html' } }),
    post: (url, fields) =>
      house.server.inject({
        method: 'POST',
        url,
        headers: { ...headers, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: encoded({ csrf, submission: newId(), ...fields }),
      }),
    json: async (url, body) => {
      const answer = await house.server.inject({
        method: body ? 'POST' : 'GET',
        url,
        headers: { ...headers, accept: 'application/json', 'x-csrf-token': csrf },
        ...(body ? { payload: body } : {}),
      });
      return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
    },
  };
}

function encoded(fields: Record<string, string | string[]>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form.toString();
}
