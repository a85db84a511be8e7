import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerPage } from '../../platform/http/answers.ts';
import type { House } from '../../platform/http/house.ts';
import { Forbidden, type Problem } from '../../platform/http/problems.ts';
import { read, typedOf } from '../../platform/http/reading.ts';
import type { Again } from '../../platform/http/routes.ts';
import { sameOrigin } from '../../platform/http/visits.ts';
import { atCouncil, browserHash, forget, give, given, knowAgain, letIn } from './at-the-door.routes.ts';
import { GettingInPage } from './getting-in.pages.tsx';
import { knock, sendWayIn } from './getting-in.store.ts';
import { ownProviderOf } from './sign-ins/own-identity.store.ts';

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
const whereTo = 'Type your mobile number or e-mail address';
const MessageForm = z.object({
  to: z.string({ error: whereTo }).trim().min(3, { error: whereTo }).max(200),
});

/** How a person comes to their own page: a code and their number. Opening a page here spends nothing (S3); only the button does. */
export function gettingInRoutes(house: House): void {
  const { server } = house;
  server.get('/at/:council/me', (request, reply) => showDoor(house, request, reply, {}));
  server.get('/at/:council/me/:token', (request, reply) => keepWay(house, request, reply));
  server.post('/at/:council/me', (request, reply) => comeIn(house, request, reply));
  server.post('/at/:council/me/message', (request, reply) => askForMessage(house, request, reply));
}

interface Door {
  again?: Again;
  /** A message may be on its way. */
  isSent?: boolean;
  status?: number;
}

/** The door, whoever comes and whatever was wrong. */
export async function showDoor(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
): Promise<FastifyReply> {
  const { visit, hasProvider } = await atCouncil(house, request, async (db, visit) => ({
    visit,
    hasProvider: (await ownProviderOf(db)) !== null,
  }));
  const isTyped = (request.query as { type?: unknown }).type !== undefined;
  if (isTyped) forget(house, reply, 'way');
  return answerPage(house, request, reply.code(door.status ?? 200), { ...visit, csrf: '' }, (frame) => (
    <GettingInPage
      council={visit.councilName}
      slug={visit.councilSlug}
      token={isTyped ? null : given(house, request, 'way')}
      isSent={door.isSent ?? false}
      hasProvider={hasProvider}
      frame={frame}
      again={door.again}
    />
  ));
}

/** A link or a square: what it holds goes into the browser's keeping and out of the address, so it is in no history. */
async function keepWay(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { token } = request.params as { token: string };
  const slug = await atCouncil(house, request, async (_db, visit) => visit.councilSlug);
  give(house, reply, 'way', token.slice(0, 100));
  reply.header('referrer-policy', 'no-referrer');
  return reply.redirect(`/at/${slug}/me`, 303);
}

async function comeIn(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!sameOrigin(request)) throw new Forbidden('Open your page again and type your code there.');
  const form = read(KnockForm, request.body);
  const typed = { ...typedOf(request.body), number: '' };
  const comeBack = (problems: Problem[]) =>
    showDoor(house, request, reply, { again: { typed, problems, refusal: null }, status: 422 });
  if (!form.ok) return comeBack(form.problems);
  const browser = browserHash(house, request);
  const come = await letIn(house, request, reply, (db) => knock(db, { ...form.value, browser }));
  return come ?? comeBack([{ field: 'number', message: neither }]);
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
  const browser = knowAgain(house, reply);
  const origin = house.publicUrl ?? `${request.protocol}://${request.host}`;
  await atCouncil(house, request, (db, visit) =>
    sendWayIn(db, form.value.to, browser, (way) => `${origin}/at/${visit.councilSlug}/me/${way}`),
  );
  return showDoor(house, request, reply, { isSent: true });
}
