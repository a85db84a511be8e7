import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerPage } from '../../platform/http/answers.ts';
import type { House } from '../../platform/http/house.ts';
import { Forbidden, type Problem } from '../../platform/http/problems.ts';
import { read, typedOf } from '../../platform/http/reading.ts';
import type { Again } from '../../platform/http/routes.ts';
import { sameOrigin, type Visit } from '../../platform/http/visits.ts';
import {
  atCouncil,
  browserHash,
  forget,
  give,
  given,
  knowAgain,
  letIn,
  onTheBeat,
} from './at-the-door.routes.ts';
import { type DoorLanguage, type DoorLanguages, type DoorWords, languageFor } from './door-words.ts';
import { GettingInPage } from './getting-in.pages.tsx';
import { knock, sendWayIn } from './getting-in.store.ts';
import { ownProviderOf } from './sign-ins/own-identity.store.ts';

const KnockForm = ({ lacks }: DoorWords) =>
  z.object({
    typed: z.string({ error: lacks.typed }).trim().min(1, { error: lacks.typed }).max(200),
    number: z
      .string({ error: lacks.number })
      .trim()
      .min(1, { error: lacks.number })
      .max(40, { error: lacks.numberLong }),
  });
const MessageForm = ({ lacks }: DoorWords) =>
  z.object({ to: z.string({ error: lacks.to }).trim().min(3, { error: lacks.to }).max(200) });

/** The house, and the languages its door is in. */
export interface DoorHouse {
  house: House;
  languages: DoorLanguages;
}

/** How a person comes to their own page: a code and their number. Opening a page here spends nothing (S3); only the button does. */
export function gettingInRoutes(at: DoorHouse): void {
  const { server } = at.house;
  server.get('/at/:council/me', (request, reply) => showDoor(at, request, reply, {}));
  server.get('/at/:council/me/:token', (request, reply) => keepWay(at.house, request, reply));
  server.post('/at/:council/me', (request, reply) => comeIn(at, request, reply));
  server.post('/at/:council/me/message', (request, reply) => askForMessage(at, request, reply));
}

interface Door {
  again?: Again;
  /** What is wrong, when nothing that was typed is. */
  lacks?: keyof DoorWords['lacks'];
  /** A message may be on its way. */
  isSent?: boolean;
  status?: number;
}

/** The door, whoever comes and whatever was wrong. */
export async function showDoor(
  { house, languages }: DoorHouse,
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
): Promise<FastifyReply> {
  const language = languageHere({ house, languages }, request, reply);
  const { visit, hasProvider } = await atCouncil(house, request, async (db, visit) => ({
    visit,
    hasProvider: (await ownProviderOf(db)) !== null,
  }));
  const { type, out } = request.query as { type?: unknown; out?: unknown };
  const isTyped = type !== undefined;
  if (isTyped) forget(house, reply, 'way');
  give(house, reply, 'kept', 'yes');
  return answerPage(house, request, reply.code(door.status ?? 200), { ...visit, csrf: '' }, (frame) => (
    <GettingInPage
      council={visit.councilName}
      slug={visit.councilSlug}
      token={isTyped ? null : given(house, request, 'way')}
      isSent={door.isSent ?? false}
      isOut={out !== undefined}
      hasProvider={hasProvider}
      phone={phoneOf(visit)}
      language={language}
      languages={languages()}
      frame={{ ...frame, said: language.said }}
      again={door.again ?? (door.lacks && lacking('typed', language.door.lacks[door.lacks]))}
    />
  ));
}

const phoneOf = ({ settings: { phone } }: Visit): string | null =>
  typeof phone === 'string' && phone ? phone : null;

const lacking = (field: string, message: string): Again => ({
  ...{ typed: {}, problems: [{ field, message }], refusal: null },
});

/** The language they chose here, else the one their browser asks for. */
function languageHere(
  { house, languages }: DoorHouse,
  request: FastifyRequest,
  reply?: FastifyReply,
): DoorLanguage {
  const { in: asked } = (request.query ?? {}) as { in?: unknown };
  const chosen = typeof asked === 'string' ? asked.slice(0, 40) : null;
  if (chosen && reply) give(house, reply, 'lang', chosen);
  const before = chosen ?? given(house, request, 'lang') ?? '';
  return languageFor(`${before},${request.headers['accept-language'] ?? ''}`, languages());
}

/** A link or a square: what it holds goes into the browser's keeping and out of the address, so it is in no history. */
async function keepWay(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { token } = request.params as { token: string };
  const slug = await atCouncil(house, request, async (_db, visit) => visit.councilSlug);
  give(house, reply, 'way', token.slice(0, 100));
  reply.header('referrer-policy', 'no-referrer');
  return reply.redirect(`/at/${slug}/me`, 303);
}

async function comeIn(at: DoorHouse, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const began = performance.now();
  if (!sameOrigin(request)) throw new Forbidden('Open your page again and type your code there.');
  const { house } = at;
  const { door, fields } = languageHere(at, request);
  const form = read(KnockForm(door), request.body, fields);
  const typed = { ...typedOf(request.body), number: '' };
  const comeBack = (problems: Problem[]) =>
    showDoor(at, request, reply, { again: { typed, problems, refusal: null }, status: 422 });
  if (!form.ok) return comeBack(form.problems);
  // Where a browser keeps nothing no page stays open: a letter would be spent on it for nothing.
  if (!given(house, request, 'kept')) return comeBack([{ field: 'typed', message: door.lacks.keepsNothing }]);
  const browser = browserHash(house, request);
  const come = await letIn(house, request, reply, (db) => knock(db, { ...form.value, browser }));
  if (come) return come;
  await onTheBeat(began);
  return comeBack([{ field: 'number', message: door.lacks.neither }]);
}

async function askForMessage(
  at: DoorHouse,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const began = performance.now();
  if (!sameOrigin(request)) throw new Forbidden('Open the page again and ask there.');
  const { house } = at;
  const { door, fields } = languageHere(at, request);
  const form = read(MessageForm(door), request.body, fields);
  if (!form.ok)
    return showDoor(at, request, reply, {
      again: { typed: typedOf(request.body), problems: form.problems, refusal: null },
      status: 422,
    });
  const browser = knowAgain(house, reply);
  const origin = house.publicUrl ?? `${request.protocol}://${request.host}`;
  await atCouncil(house, request, (db, visit) =>
    sendWayIn(db, form.value.to, browser, (way) => `${origin}/at/${visit.councilSlug}/me/${way}`),
  );
  await onTheBeat(began);
  return showDoor(at, request, reply, { isSent: true });
}
