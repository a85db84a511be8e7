import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import { type CouncilDb, type Database, pinTo } from '../db/council.ts';
import {
  claimSubmission,
  keepReceipt,
  type Receipt,
  releaseSubmission,
  writeAudit,
} from '../db/ledger.store.ts';
import { newId } from '../ids.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Said } from '../ui/said.ts';
import { answerFile, answerMarked, answerPage, answerReceipt, wantsJson } from './answers.ts';
import { Forbidden, Misread, problemOfRefusal, Unknown } from './problems.ts';
import { cleaned, type Read, read, typedOf } from './reading.ts';
import { type Again, anybody, type Changing, type Reading, type RouteRecord, type Shown } from './routes.ts';
import {
  comesFromOurPages,
  cookieName,
  hashOf,
  type OpenPublicVisit,
  type OpenVisit,
  sameOrigin,
  type Visit,
} from './visits.ts';

/** What the house is built from. */
export interface HouseParts {
  server: FastifyInstance;
  database: Database;
  clock: Clock;
  openVisit: OpenVisit;
  openPublicVisit: OpenPublicVisit;
  /** Keeps, for learning, what a rule said “not yet” to. */
  keepRefused: (db: CouncilDb, door: { name: string; url: string }, refusal: Refusal) => Promise<void>;
  isSecure: boolean;
  said: Said;
  /** The origin people type, when it is set; else the one each request came by. */
  publicUrl?: string | undefined;
  nav: readonly { href: string; text: string; may: readonly string[] }[];
  /** Those with `may` are there only for these roles. */
  footer: readonly { href: string; text: string; may?: readonly string[] }[];
}

/** Where domains put their routes: parse, authorise, act, answer, in that order, once for all of them. */
export interface House extends HouseParts {
  routes: RouteRecord[];
  get<Params, Query, Value>(url: string, route: Reading<Params, Query, Value>): void;
  post<Params, Query, Body, Value>(url: string, route: Changing<Params, Query, Body, Value>): void;
}

export function buildHouse(parts: HouseParts): House {
  const routes: RouteRecord[] = [];
  const house: House = {
    ...parts,
    routes,
    get(url, route) {
      const { headers } = route;
      routes.push({ method: 'GET', url, ...recordOf(route), ...(headers ? { headers } : {}) });
      parts.server.get(url, (request, reply) => answerReading(house, url, route, request, reply));
    },
    post(url, route) {
      routes.push({ method: 'POST', url, ...recordOf(route), body: route.body });
      parts.server.post(url, (request, reply) => answerChange(house, url, route, request, reply));
    },
  };
  return house;
}

function recordOf(route: Omit<RouteRecord, 'method' | 'url' | 'body'>): Omit<RouteRecord, 'method' | 'url'> {
  const { name, may, params, query } = route;
  return { name, may, ...(params ? { params } : {}), ...(query ? { query } : {}) };
}

async function answerReading<Params, Query, Value>(
  house: House,
  url: string,
  route: Reading<Params, Query, Value>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answered = await withinVisit(house, request, route, async (db, visit, asked) => {
    const answer = await route.act({ db, visit, ...asked });
    await writeAudit(db, auditOf(route.audit ?? 'read', url, answer));
    return { answer, visit };
  });
  const { value } = answered.answer;
  for (const [name, header] of Object.entries(route.headers ?? {}))
    header === null ? reply.removeHeader(name) : reply.header(name, header);
  const json = () => (route.json ?? ((value: Value) => value))(value);
  if (route.isData) return answerMarked(request, reply, json(), route.changedAt?.(value) ?? null);
  if (wantsJson(request)) return reply.send(json());
  if (route.file) return answerFile(reply, await route.file(value));
  return answerPage(house, request, reply, answered.visit, (frame) => route.page(value, frame));
}

type Outcome<Value> = { visit: Visit } & (
  | { receipt: Receipt }
  | { again: Again; answer: Shown<Value> | null }
);

async function answerChange<Params, Query, Body, Value>(
  house: House,
  url: string,
  route: Changing<Params, Query, Body, Value>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const raw = cleaned(request.body);
  const typed = typedOf(raw);
  const body = read(route.body, raw);
  type Ended = Promise<Outcome<Value>>;
  const outcome = await withinVisit(house, request, route, async (db, visit, parts): Ended => {
    if (!(visit.csrf ? comesFromOurPages(request, visit.csrf) : sameOrigin(request)))
      throw new Forbidden(
        'This form did not come from one of our pages. Open the page again and send it from there.',
      );
    const asked = { db, visit, ...parts };
    const result = await act(db, url, route, asked, body, typed);
    if ('receipt' in result) return { visit, receipt: result.receipt };
    if (result.refusal) await house.keepRefused(db, { name: route.name, url }, result.refusal);
    const answer = wantsJson(request) ? null : await route.again({ ...asked, typed });
    await writeAudit(db, auditOf('read', url, answer ?? { value: null, about: [] }));
    return { visit, again: { typed, ...result }, answer };
  });
  if ('receipt' in outcome) return answerReceipt(house, request, reply, outcome.receipt);
  const { again, answer, visit } = outcome;
  const status = again.refusal ? 409 : 422;
  if (!answer)
    return reply
      .code(status)
      .type('application/problem+json')
      .send(again.refusal ? problemOfRefusal(again.refusal) : unreadable(again));
  return answerPage(house, request, reply.code(status), visit, (frame) =>
    route.page(answer.value, frame, again),
  );
}

async function act<Params, Query, Body, Value>(
  db: CouncilDb,
  url: string,
  route: Changing<Params, Query, Body, Value>,
  asked: { db: CouncilDb; visit: Visit; params: Params; query: Query },
  body: Read<Body>,
  typed: Again['typed'],
): Promise<{ receipt: Receipt } | { problems: Again['problems']; refusal: Refusal | null }> {
  if (!body.ok) return { problems: body.problems, refusal: null };
  const submission =
    typeof typed.submission === 'string' && isUuid(typed.submission) ? typed.submission : newId();
  const first = route.isRepeatable ? null : await claimSubmission(db, submission, url);
  const code = codeIn(asked.params);
  if (first) return { receipt: code ? leadingTo(first, '/:code', `/${code}`) : first };
  const result = await route.act({ ...asked, body: body.value });
  if (isRefusal(result) || Array.isArray(result)) {
    if (!route.isRepeatable) await releaseSubmission(db, submission);
    return isRefusal(result) ? { problems: [], refusal: result } : { problems: result, refusal: null };
  }
  const kept = code ? leadingTo(result.done, `/${code}`, '/:code') : result.done;
  if (!route.isRepeatable) await keepReceipt(db, submission, kept);
  await writeAudit(db, { act: 'write', route: url, personIds: result.about });
  return { receipt: result.done };
}

/** A receipt is kept without the short address its sender came by, and given back with it. */
const leadingTo = (receipt: Receipt, from: string, to: string): Receipt => ({
  ...receipt,
  location: receipt.location.replace(from, to),
});

const codeIn = (params: unknown): string | undefined =>
  typeof params === 'object' && params !== null && 'code' in params
    ? encodeURIComponent(String(params.code))
    : undefined;

/** One transaction for the whole visit: open the session (which pins the council), check the role, only then read the address, act. */
async function withinVisit<Params, Query, Value>(
  house: House,
  request: FastifyRequest,
  route: Pick<Reading<Params, Query, unknown>, 'may' | 'params' | 'query' | 'isData'>,
  act: (db: CouncilDb, visit: Visit, asked: { params: Params; query: Query }) => Promise<Value>,
): Promise<Value> {
  const now = house.clock.now();
  const ask = () => ({
    params: parsed(route.params, request.params),
    query: parsed(route.query, cleaned(request.query), route.isData),
  });
  if (route.may.includes(anybody)) return withinPublicVisit(house, request, now, ask(), act);
  const token = request.cookies[cookieName(house.isSecure)];
  if (!token) throw new SignInFirst();
  return house.database.transaction().execute(async (transaction) => {
    const visit = await house.openVisit(transaction, hashOf(token), now, request.id);
    if (!visit) throw new SignInFirst();
    if (!route.may.includes(visit.actor.role)) throw new Forbidden('Your role does not include this page.');
    const pin = { councilId: visit.councilId, actor: visit.actor, now, requestId: request.id };
    return act(pinTo(transaction, pin), visit, ask());
  });
}

/** The same for a page open to all: the address says which council, and the actor is nobody. */
async function withinPublicVisit<Asked, Value>(
  house: House,
  request: FastifyRequest,
  now: Date,
  asked: Asked,
  act: (db: CouncilDb, visit: Visit, asked: Asked) => Promise<Value>,
): Promise<Value> {
  const { code, council } = request.params as { code?: string; council?: string };
  const door = { ...(code ? { code } : {}), ...(council ? { council } : {}), host: request.hostname };
  return house.database.transaction().execute(async (transaction) => {
    const visit = await house.openPublicVisit(transaction, door, now, request.id);
    if (!visit) throw new Unknown();
    const pin = { councilId: visit.councilId, actor: visit.actor, now, requestId: request.id };
    return act(pinTo(transaction, pin), visit, asked);
  });
}

/** Nobody is signed in here; the browser is sent to sign in and back. */
export class SignInFirst extends Error {
  readonly offer = { href: '/sign-in', text: 'Sign in' };
}

function parsed<Value>(
  schema: Reading<Value, unknown, unknown>['params'],
  raw: unknown,
  isTold = false,
): Value {
  if (!schema) return undefined as Value;
  const result = read(schema, raw);
  if (!result.ok) throw isTold ? new Misread(result.problems) : new Unknown();
  return result.value;
}

function auditOf(act: 'read' | 'print' | 'address', route: string, answer: Shown<unknown>) {
  return { act, route, personIds: answer.about, ...(answer.reason ? { reason: answer.reason } : {}) };
}

function unreadable(again: Again) {
  return { type: 'about:blank', title: 'Check what is written', status: 422, errors: again.problems };
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export const newRequestId = (): string => randomUUID();
