import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CouncilDb, pinTo } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { hashOf, newToken, type Visit } from '../../platform/http/visits.ts';
import { firstPageOf } from '../roles.ts';
import { beginSession } from '../signing-in/sessions.store.ts';
import { keepSession } from '../signing-in/sign-in.routes.tsx';
import { type ComeIn, MESSAGE_MINUTES } from './getting-in.store.ts';

/** A transaction pinned to the council the address names, with nobody signed in. */
export async function atCouncil<Value>(
  house: House,
  request: FastifyRequest,
  act: (db: CouncilDb, visit: Visit) => Promise<Value>,
): Promise<Value> {
  const { council } = request.params as { council: string };
  const now = house.clock.now();
  return house.database.transaction().execute(async (transaction) => {
    const door = { council, host: request.hostname };
    const visit = await house.openPublicVisit(transaction, door, now, request.id);
    if (!visit) throw new Unknown();
    const pin = { councilId: visit.councilId, actor: visit.actor, now, requestId: request.id };
    return act(pinTo(transaction, pin), visit);
  });
}

/** Lets in whoever `find` finds, with a new session in the same transaction; null when it finds nobody. */
export async function letIn(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  find: (db: CouncilDb, visit: Visit) => Promise<ComeIn | null>,
): Promise<FastifyReply | null> {
  const session = await atCouncil(house, request, async (db, visit) => {
    const come = await find(db, visit);
    return come && { token: await beginSession(db, come.accountId), role: come.role };
  });
  if (!session) return null;
  forget(house, reply, 'way');
  await keepSession(house, request, reply, session.token);
  return reply.redirect(firstPageOf(session.role), 303);
}

/** Milliseconds from one beat to the next, and the most that chance adds: many times what known and unknown differ by. */
const BEAT = 25;
const OFF_BEAT = 25;

/**
 * S4: what is done for a known code or address takes a little longer than for an unknown one, however alike it is made. So an
 * answer goes out on a beat counted from the asking, and a little off it by chance.
 * @param began when it was asked, by `performance.now()`
 */
export async function onTheBeat(began: number): Promise<void> {
  const took = performance.now() - began;
  await setTimeout(BEAT - (took % BEAT) + randomInt(OFF_BEAT));
}

/**
 * What a browser is given at the door: `here` to know it again by, `way` the way in it came with, `kept` to see that it keeps things,
 * `lang` what it reads.
 */
type Given = 'here' | 'way' | 'kept' | 'lang';

/** `__Host-` wants https; on a plain address of this machine the name goes without. */
const cookieOf = (house: House, given: Given): string =>
  house.isSecure ? `__Host-alongside-${given}` : `alongside-${given}`;

/** Lax, because a link in a message is another site's: the browser brings it along to the page it leads to. */
export function give(house: House, reply: FastifyReply, given: Given, value: string): void {
  reply.setCookie(cookieOf(house, given), value, {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: house.isSecure },
    ...(given === 'kept' ? {} : { maxAge: MESSAGE_MINUTES * 60 }),
  });
}

export const given = (house: House, request: FastifyRequest, what: Given): string | null =>
  request.cookies[cookieOf(house, what)] || null;

export function forget(house: House, reply: FastifyReply, what: Given): void {
  reply.setCookie(cookieOf(house, what), '', {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: house.isSecure, maxAge: 0 },
  });
}

/** The hash of what this browser was given; null when it was given nothing. */
export function browserHash(house: House, request: FastifyRequest): Buffer | null {
  const token = given(house, request, 'here');
  return token === null ? null : hashOf(token);
}

/** Gives this browser something to be known again by, and its hash to whatever it asked for. */
export function knowAgain(house: House, reply: FastifyReply): Buffer {
  const { token, hash } = newToken();
  give(house, reply, 'here', token);
  return hash;
}
