import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerPage } from '../../platform/http/answers.ts';
import type { House } from '../../platform/http/house.ts';
import { Forbidden, Unknown } from '../../platform/http/problems.ts';
import { read } from '../../platform/http/reading.ts';
import { cookieName, hashOf, sameOrigin, type Visit } from '../../platform/http/visits.ts';
import { delegates, firstPageOf, themselves } from '../roles.ts';
import { beforeSignIn, beginSession, councilsToSignIn, endSession, personasOf } from './sessions.store.ts';
import { SignInPage } from './sign-in.pages.tsx';

const SignInAs = z.object({
  council: z.coerce.number().int().positive().max(2_000_000_000),
  persona: z.uuid(),
  next: z.string().max(500).optional(),
});

/** Signing in and out. Before there is a session there is no token to check, so the browser's own word on the origin is. */
export function signInRoutes(house: House): void {
  house.server.get('/', (request, reply) => toFirstPage(house, request, reply));
  house.server.get('/sign-in', (request, reply) => showSignIn(house, request, reply));
  house.server.post('/sign-in', (request, reply) => signInAs(house, request, reply));
  house.server.post('/sign-out', (request, reply) => signOut(house, request, reply));
}

/** Each role begins on a page of its own; not everybody has a Today. */
async function toFirstPage(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const token = request.cookies[cookieName(house.isSecure)];
  const now = house.clock.now();
  const visit = token
    ? await house.database
        .transaction()
        .execute((transaction) => house.openVisit(transaction, hashOf(token), now, request.id))
    : null;
  return reply.redirect(visit ? firstPageOf(visit.actor.role) : '/sign-in', 303);
}

async function showSignIn(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const councils = await councilsToSignIn(house.database);
  const choices = await Promise.all(
    councils.map(async (council) => ({
      council,
      personas: council.isDemo
        ? await beforeSignIn(house.database, council.councilId, house.clock.now(), personasOf)
        : [],
    })),
  );
  const next = nextOf((request.query as { next?: unknown }).next);
  return answerPage(house, request, reply, null, (frame) => (
    <SignInPage choices={choices} next={next} frame={frame} />
  ));
}

async function signInAs(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!sameOrigin(request)) throw new Forbidden('Open the sign-in page and choose there.');
  const choice = read(SignInAs, request.body);
  if (!choice.ok) throw new Unknown('Choose who to sign in as from the list.');
  const { council, persona, next } = choice.value;
  const now = house.clock.now();
  const chosen = await beforeSignIn(house.database, council, now, async (db) => {
    const found = (await personasOf(db)).find(({ accountId }) => accountId === persona);
    if (!found) throw new Unknown('Choose who to sign in as from the list.');
    return found;
  });
  const token = await beforeSignIn(house.database, council, now, (db) => beginSession(db, chosen.accountId));
  await keepSession(house, request, reply, token);
  return reply.redirect(nextOf(next) ?? firstPageOf(chosen.role), 303);
}

/** Gives the browser its new session, and ends the one it had: nobody leaves a second one open behind them. */
export async function keepSession(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<void> {
  const name = cookieName(house.isSecure);
  const before = request.cookies[name];
  if (before) await endSession(house.database, hashOf(before), house.clock.now());
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: house.isSecure });
}

async function signOut(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!sameOrigin(request)) throw new Forbidden('Use the sign out button on one of our pages.');
  const token = request.cookies[cookieName(house.isSecure)];
  const visit = token ? await endSession(house.database, hashOf(token), house.clock.now()) : null;
  reply.clearCookie(cookieName(house.isSecure), { path: '/' });
  reply.header('clear-site-data', '"cache", "storage"');
  return reply.redirect(visit ? await wayOut(house, visit) : '/sign-in', 303);
}

/** Where somebody stands once signed out: staff may have to leave their council's account too; anybody else came by their own door. */
async function wayOut(house: House, { councilId, actor }: Visit): Promise<string> {
  const councils = await councilsToSignIn(house.database);
  const council = councils.find((one) => one.councilId === councilId);
  if (!council || council.isDemo) return '/sign-in';
  if ([...themselves, ...delegates].some((role) => role === actor.role)) return `/at/${council.slug}/me?out`;
  return council.oidcIssuer ? `/sign-in/${council.slug}/out` : '/sign-in';
}

/** Only a page of ours: a path, never another site's address. */
export function nextOf(next: unknown): string | null {
  return typeof next === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && next.length < 500
    ? next
    : null;
}
