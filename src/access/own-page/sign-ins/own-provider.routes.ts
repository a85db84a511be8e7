import type { FastifyReply, FastifyRequest } from 'fastify';
import { pinTo } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { cookieName, hashOf } from '../../../platform/http/visits.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import type { OidcSettings } from '../../signing-in/oidc.routes.tsx';
import { hasSecondFactor, type Proven } from '../../signing-in/oidc.ts';
import { originOf } from '../../signing-in/oidc-claims.ts';
import {
  type Attempt,
  attemptCookie,
  attemptKey,
  attemptLasts,
  seal,
  unseal,
} from '../../signing-in/oidc-cookie.ts';
import { beginAt, type Door, finishAt, ProviderAway } from '../../signing-in/oidc-provider.ts';
import { atCouncil, give, knowAgain, letIn } from '../at-the-door.routes.ts';
import { type DoorHouse, showDoor } from '../getting-in.routes.tsx';
import { keepChallenge, takeChallenge } from '../passkeys/keys.store.ts';
import {
  joinedTo,
  joinSignIn,
  type OwnProvider,
  ownProviderOf,
  wayAfterSignIn,
} from './own-identity.store.ts';

interface Asked extends DoorHouse {
  key: Buffer;
  provider: OwnProvider;
  door: Door;
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * A council's own sign-in for residents: there and back. It opens the page its name for somebody was joined to, by
 * them and from inside; where it proved one thing only it leads to the door, which still asks for their number.
 */
export function ownProviderRoutes({ house, languages }: DoorHouse, settings: OidcSettings): void {
  const secrets = settings.oidcClientSecrets ?? {};
  const hasSecret = Object.keys(secrets).length > 0;
  const key = attemptKey(hasSecret ? `own ${JSON.stringify(secrets)}` : undefined);
  const answer = (path: string, act: (asked: Asked) => Promise<FastifyReply>) =>
    house.server.get(path, async (request, reply) => {
      const found = await atCouncil(house, request, async (db, visit) => ({
        provider: await ownProviderOf(db),
        slug: visit.councilSlug,
      }));
      const { provider, slug } = found;
      if (!provider) throw new Unknown();
      try {
        const door = doorOf(provider, slug, settings, request.host);
        return await act({ house, languages, key, provider, door, request, reply });
      } catch (error) {
        if (!(error instanceof ProviderAway)) throw error;
        request.log.error({ council: slug, code: error.code }, 'a council’s sign-in for residents is away');
        return atDoor({ house, languages, request, reply }, 'away', 503);
      }
    });
  answer('/at/:council/me/sign-in', begin);
  answer('/at/:council/me/sign-in/back', comeBack);
}

/** The secret of residents' sign-in stands beside the staff's, under the council's short name and `-residents`. */
function doorOf(
  { issuer, clientId }: OwnProvider,
  slug: string,
  { publicUrl, oidcClientSecrets = {} }: OidcSettings,
  host: string,
): Door {
  const origin = originOf(publicUrl, host);
  if (!origin) throw new ProviderAway('PUBLIC_URL_NOT_SET');
  const named = `${slug}-residents`;
  const clientSecret = Object.hasOwn(oidcClientSecrets, named) ? oidcClientSecrets[named] : undefined;
  return { slug, issuer, clientId, clientSecret, backUrl: `${origin}/at/${slug}/me/sign-in/back` };
}

async function begin({ house, key, door, request, reply }: Asked): Promise<FastifyReply> {
  const now = house.clock.now();
  const { url, kept } = await beginAt(door, { amr: null, acr: [] }, now);
  await atCouncil(house, request, (db) => keepChallenge(db, onceOf(kept.state), 'sign-in'));
  const { join } = request.query as { join?: unknown };
  const next = typeof join === 'string' ? join.slice(0, 200) : null;
  const attempt = { ...kept, slug: door.slug, next, until: now.getTime() + attemptLasts };
  reply.setCookie(attemptCookie(house.isSecure), seal(key, attempt), cookieOf(house, attemptLasts / 1_000));
  return reply.redirect(url.href, 303);
}

/** S2: an attempt leads somewhere once. */
const onceOf = (state: string) => ({ browser: hashOf(state), accountId: null });

async function comeBack(asked: Asked): Promise<FastifyReply> {
  const { house, key, door, request, reply } = asked;
  const now = house.clock.now();
  const cookie = attemptCookie(house.isSecure);
  const attempt = unseal(key, request.cookies[cookie], now);
  reply.setCookie(cookie, '', cookieOf(house, 0));
  if (attempt?.slug !== door.slug) return atDoor(asked, 'stopped');
  const proven = await finishAt(door, attempt, new URLSearchParams(request.url.split('?')[1] ?? ''), now);
  if (isRefusal(proven)) return atDoor(asked, 'stopped');
  if (attempt.next !== null) return join(asked, attempt, proven, attempt.next);
  return comeIn(asked, attempt, proven);
}

async function comeIn(asked: Asked, attempt: Attempt, proven: Proven): Promise<FastifyReply> {
  const { house, provider, door, request, reply } = asked;
  const isEnough = hasSecondFactor(proven, { amr: null, acr: [] });
  let token: string | null = null;
  const come = await letIn(house, request, reply, async (db) => {
    if (!(await takeChallenge(db, onceOf(attempt.state), 'sign-in'))) return null;
    const joined = await joinedTo(db, provider.issuer, proven.subject);
    if (!joined || isEnough) return joined;
    token = await wayAfterSignIn(db, joined.ownPageId, knowAgain(house, reply));
    return null;
  });
  if (come) return come;
  if (token === null) return atDoor(asked, 'notJoined');
  give(house, reply, 'way', token);
  return reply.redirect(`/at/${door.slug}/me`, 303);
}

/** Only whoever is inside their page, and asked for it there in this browser, joins a sign-in to it. */
async function join(
  asked: Asked,
  attempt: Attempt,
  { subject }: Proven,
  challenge: string,
): Promise<FastifyReply> {
  const { house, provider, request, reply } = asked;
  const token = request.cookies[cookieName(house.isSecure)];
  const now = house.clock.now();
  const isDone = await house.database.transaction().execute(async (transaction) => {
    const visit = token ? await house.openVisit(transaction, hashOf(token), now, request.id) : null;
    if (visit?.actor.role !== 'person' || visit.councilSlug !== attempt.slug) return false;
    const { councilId, actor, csrf } = visit;
    const db = pinTo(transaction, { councilId, actor, now, requestId: request.id });
    const { accountId } = actor;
    if (!(await takeChallenge(db, { browser: hashOf(csrf), accountId }, challenge))) return false;
    return joinSignIn(db, accountId, provider.issuer, subject);
  });
  return isDone ? reply.redirect('/my/ways-in', 303) : atDoor(asked, 'stopped');
}

function atDoor(
  { house, languages, request, reply }: Pick<Asked, 'house' | 'languages' | 'request' | 'reply'>,
  lacks: 'stopped' | 'notJoined' | 'away',
  status = 422,
): Promise<FastifyReply> {
  return showDoor({ house, languages }, request, reply, { lacks, status });
}

function cookieOf(house: House, maxAge: number) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: house.isSecure, maxAge };
}
