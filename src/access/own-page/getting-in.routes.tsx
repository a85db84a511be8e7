import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CouncilDb, pinTo } from '../../platform/db/council.ts';
import { answerPage } from '../../platform/http/answers.ts';
import type { House } from '../../platform/http/house.ts';
import { Forbidden, type Problem, Unknown } from '../../platform/http/problems.ts';
import { read, typedOf } from '../../platform/http/reading.ts';
import type { Again } from '../../platform/http/routes.ts';
import { hashOf, newToken, sameOrigin, type Visit } from '../../platform/http/visits.ts';
import { firstPageOf } from '../roles.ts';
import { beginSession } from '../signing-in/sessions.store.ts';
import { keepSession } from '../signing-in/sign-in.routes.tsx';
import { GettingInPage } from './getting-in.pages.tsx';
import { knock, MESSAGE_MINUTES, sendWayIn } from './getting-in.store.ts';

const KnockForm = z.object({
  typed: z
    .string({ error: 'Type the code from your letter or message' })
    .trim()
    .min(1, { error: 'Type the code from your letter or message' })
    .max(200),
  number: z
    .string({ error: 'Type your number' })
    .trim()
    .min(1, { error: 'Type your number' })
    .max(40, { error: 'Your number has six figures' }),
});
const MessageForm = z.object({
  to: z
    .string({ error: 'Type your e-mail address' })
    .trim()
    .min(3, { error: 'Type your e-mail address' })
    .max(200),
});

/** `__Host-` wants https; on a plain address of this machine the name goes without. */
const browserCookie = (isSecure: boolean): string => (isSecure ? '__Host-alongside-here' : 'alongside-here');

/** How a person comes to their own page: a code and their number. Opening a page here spends nothing (S3); only the button does. */
export function gettingInRoutes(house: House): void {
  const { server } = house;
  server.get('/at/:council/me', (request, reply) => showDoor(house, request, reply, {}));
  server.get('/at/:council/me/:token', (request, reply) => showDoor(house, request, reply, {}));
  server.post('/at/:council/me', (request, reply) => comeIn(house, request, reply));
  server.post('/at/:council/me/message', (request, reply) => askForMessage(house, request, reply));
}

interface Door {
  again?: Again;
  /** A message may be on its way. */
  isSent?: boolean;
  status?: number;
}

async function showDoor(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
): Promise<FastifyReply> {
  const visit = await atCouncil(house, request, async (_db, visit) => visit);
  const { token } = request.params as { token?: string };
  return answerPage(house, request, reply.code(door.status ?? 200), { ...visit, csrf: '' }, (frame) => (
    <GettingInPage
      council={visit.councilName}
      slug={visit.councilSlug}
      token={token ?? null}
      isSent={door.isSent ?? false}
      frame={frame}
      again={door.again}
    />
  ));
}

async function comeIn(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!sameOrigin(request)) throw new Forbidden('Open your page again and type your code there.');
  const form = read(KnockForm, request.body);
  const typed = { ...typedOf(request.body), number: '' };
  const comeBack = (problems: Problem[]) =>
    showDoor(house, request, reply, { again: { typed, problems, refusal: null }, status: 422 });
  if (!form.ok) return comeBack(form.problems);
  const here = request.cookies[browserCookie(house.isSecure)];
  const session = await atCouncil(house, request, async (db) => {
    const come = await knock(db, { ...form.value, browser: here ? hashOf(here) : null });
    return come ? { token: await beginSession(db, come.accountId), role: come.role } : null;
  });
  if (!session) return comeBack([{ field: 'number', message: neither }]);
  await keepSession(house, request, reply, session.token);
  return reply.redirect(firstPageOf(session.role), 303);
}

const neither =
  'That code and that number do not open a page together. Check both, and try again; after a few tries we wait a quarter of an hour. A code works once: ask for another, or ring us';

async function askForMessage(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!sameOrigin(request)) throw new Forbidden('Open the page again and ask there.');
  const form = read(MessageForm, request.body);
  if (!form.ok)
    return showDoor(house, request, reply, {
      again: { typed: typedOf(request.body), problems: form.problems, refusal: null },
      status: 422,
    });
  const { token, hash } = newToken();
  const origin = house.publicUrl ?? `${request.protocol}://${request.host}`;
  await atCouncil(house, request, (db, visit) =>
    sendWayIn(db, form.value.to, hash, (way) => `${origin}/at/${visit.councilSlug}/me/${way}`),
  );
  const lasts = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: house.isSecure,
    maxAge: MESSAGE_MINUTES * 60,
  } as const;
  reply.setCookie(browserCookie(house.isSecure), token, lasts);
  return showDoor(house, request, reply, { isSent: true });
}

/** A transaction pinned to the council the address names, with nobody signed in. */
async function atCouncil<Value>(
  house: House,
  request: FastifyRequest,
  act: (db: CouncilDb, visit: Visit) => Promise<Value>,
): Promise<Value> {
  const { council } = request.params as { council: string };
  const now = house.clock.now();
  return house.database.transaction().execute(async (transaction) => {
    const visit = await house.openPublicVisit(
      transaction,
      { council, host: request.hostname },
      now,
      request.id,
    );
    if (!visit) throw new Unknown();
    return act(
      pinTo(transaction, { councilId: visit.councilId, actor: visit.actor, now, requestId: request.id }),
      visit,
    );
  });
}
