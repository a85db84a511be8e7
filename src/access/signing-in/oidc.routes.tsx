import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerPage } from '../../platform/http/answers.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { hashOf } from '../../platform/http/visits.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import { firstPageOf } from '../roles.ts';
import { AwayPage, NotInPage, SignedOutPage } from './oidc.pages.tsx';
import { comeIn, secondFactorWanted } from './oidc.store.ts';
import { refusals } from './oidc.ts';
import { originOf } from './oidc-claims.ts';
import { attemptCookie, attemptKey, attemptLasts, seal, unseal } from './oidc-cookie.ts';
import { beginAt, type Door, endAt, finishAt, ProviderAway } from './oidc-provider.ts';
import { beforeSignIn, type CouncilToSignIn, councilsToSignIn } from './sessions.store.ts';
import { keepSession, nextOf } from './sign-in.routes.tsx';

/** What the settings say of signing in through a council's identity provider. */
export interface OidcSettings {
  publicUrl?: string | undefined;
  /** The client secret, when all councils here share one provider. */
  oidcClientSecret?: string | undefined;
  /** Each council's own client secret, by its short name. */
  oidcClientSecrets?: Record<string, string> | undefined;
}

interface Asked {
  house: House;
  key: Buffer;
  council: CouncilToSignIn;
  door: () => Door;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Staff come in through their own council's identity provider: there, back, and out. */
export function oidcRoutes(house: House, settings: OidcSettings): void {
  const { oidcClientSecret, oidcClientSecrets } = settings;
  const secrets = [oidcClientSecret ?? null, oidcClientSecrets ?? {}];
  const isSecretGiven = oidcClientSecret || Object.keys(oidcClientSecrets ?? {}).length > 0;
  const key = attemptKey(isSecretGiven ? JSON.stringify(secrets) : undefined);
  const answer = (path: string, act: (asked: Asked) => Promise<FastifyReply>) =>
    house.server.get<{ Params: { slug: string } }>(path, async (request, reply) => {
      const councils = await councilsToSignIn(house.database);
      const council = councils.find(({ slug }) => slug === request.params.slug);
      if (!council?.oidcIssuer) throw new Unknown('No council signs in here.');
      const door = () => doorOf(council, councils, settings, request.host);
      return orAway({ house, key, council, door, request, reply }, act);
    });
  answer('/sign-in/:slug', begin);
  answer('/sign-in/:slug/back', comeBack);
  answer('/sign-in/:slug/out', showSignedOut);
}

async function begin({ house, key, council, door, request, reply }: Asked): Promise<FastifyReply> {
  const now = house.clock.now();
  const wanted = await beforeSignIn(house.database, council.councilId, now, secondFactorWanted);
  const { url, kept } = await beginAt(door(), wanted, now);
  const next = nextOf((request.query as { next?: unknown }).next);
  const attempt = { ...kept, slug: council.slug, next, until: now.getTime() + attemptLasts };
  reply.setCookie(attemptCookie(house.isSecure), seal(key, attempt), cookieOf(house, attemptLasts / 1_000));
  return reply.redirect(url.href, 303);
}

async function comeBack(asked: Asked): Promise<FastifyReply> {
  const { house, key, council, door, request, reply } = asked;
  const now = house.clock.now();
  const cookie = attemptCookie(house.isSecure);
  const attempt = unseal(key, request.cookies[cookie], now);
  reply.setCookie(cookie, '', cookieOf(house, 0));
  if (attempt?.slug !== council.slug) return notIn(asked, refusals.stale);
  const proven = await finishAt(door(), attempt, queryOf(request), now);
  if (isRefusal(proven)) return notIn(asked, proven);
  const come = await beforeSignIn(house.database, council.councilId, now, (db) =>
    comeIn(db, proven, hashOf(attempt.state)),
  );
  if (isRefusal(come)) return notIn(asked, come);
  await keepSession(house, request, reply, come.token);
  return reply.redirect(attempt.next ?? firstPageOf(come.role), 303);
}

async function showSignedOut({ house, council, door, request, reply }: Asked): Promise<FastifyReply> {
  const endUrl = await endAt(door(), house.clock.now());
  return answerPage(house, request, reply, null, (frame) => (
    <SignedOutPage council={council} endUrl={endUrl} frame={frame} />
  ));
}

function notIn({ house, council, request, reply }: Asked, refusal: Refusal): FastifyReply {
  const why = Object.entries(refusals).find(([, one]) => one === refusal)?.[0];
  request.log.warn({ council: council.slug, why }, 'somebody was not let in');
  return answerPage(house, request, reply.code(refusal.refused === 'S2' ? 400 : 403), null, (frame) => (
    <NotInPage council={council} refusal={refusal} frame={frame} />
  ));
}

/** A provider that is away is one plain page; the code is for the log. */
async function orAway(asked: Asked, act: (asked: Asked) => Promise<FastifyReply>): Promise<FastifyReply> {
  const { house, council, request, reply } = asked;
  try {
    return await act(asked);
  } catch (error) {
    if (!(error instanceof ProviderAway)) throw error;
    request.log.error({ council: council.slug, code: error.code }, 'a council’s sign-in is away');
    reply.code(503).header('retry-after', '60');
    return answerPage(house, request, reply, null, (frame) => <AwayPage council={council} frame={frame} />);
  }
}

function doorOf(
  council: CouncilToSignIn,
  councils: readonly CouncilToSignIn[],
  settings: OidcSettings,
  host: string,
): Door {
  const origin = originOf(settings.publicUrl, host);
  if (!origin) throw new ProviderAway('PUBLIC_URL_NOT_SET');
  if (!council.oidcIssuer || !council.oidcClientId) throw new ProviderAway('CLIENT_ID_NOT_SET');
  return {
    slug: council.slug,
    issuer: council.oidcIssuer,
    clientId: council.oidcClientId,
    clientSecret: secretOf(council, councils, settings),
    backUrl: `${origin}/sign-in/${council.slug}/back`,
  };
}

/** The secret for all councils goes to one provider only: with several, each council's secret has its name. */
function secretOf(
  { slug }: CouncilToSignIn,
  councils: readonly CouncilToSignIn[],
  { oidcClientSecret, oidcClientSecrets = {} }: OidcSettings,
): string | undefined {
  if (Object.hasOwn(oidcClientSecrets, slug)) return oidcClientSecrets[slug];
  const unnamed = councils.filter((one) => one.oidcIssuer && !Object.hasOwn(oidcClientSecrets, one.slug));
  if (oidcClientSecret && new Set(unnamed.map(({ oidcIssuer }) => oidcIssuer)).size > 1)
    throw new ProviderAway('SECRET_FOR_SEVERAL_PROVIDERS');
  return oidcClientSecret;
}

const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams(request.url.split('?').slice(1).join('?'));

function cookieOf(house: House, maxAge: number) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: house.isSecure, maxAge };
}
