import * as openid from 'openid-client';
import type { Refusal } from '../../platform/refusal.ts';
import { type Proven, refusals, type SecondFactor } from './oidc.ts';
import { isLoopback, isSameAddress, provenFrom } from './oidc-claims.ts';
import type { Attempt } from './oidc-cookie.ts';

/** A council's identity provider, as its row and the settings name it. */
export interface Door {
  slug: string;
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** Where the provider sends the browser back to, exactly as registered with it. */
  backUrl: string;
}

/** Nobody can come in: the provider does not answer, not in a way to be trusted, or is not set up. */
export class ProviderAway extends Error {
  /** For the log: never a token, an address or a name. */
  readonly code: string;
  constructor(code: string) {
    super('nobody can be sent to the identity provider');
    this.code = code;
  }
}

/** Seconds before a provider that does not answer is given up. */
const patience = 5;
/** How long what a provider says of itself is believed. Its keys it looks up again by itself. */
const believedFor = 60 * 60_000;

const found = new Map<string, { at: number; provider: Promise<openid.Configuration> }>();

/** Looks a provider up, once an hour; one that failed is tried again at the next request. */
function providerOf(door: Door, now: Date): Promise<openid.Configuration> {
  const key = JSON.stringify(door);
  const kept = found.get(key);
  if (kept && Math.abs(now.getTime() - kept.at) < believedFor) return kept.provider;
  const provider = discover(door);
  found.set(key, { at: now.getTime(), provider });
  provider.catch(() => found.delete(key));
  return provider;
}

async function discover({ issuer, clientId, clientSecret, backUrl }: Door): Promise<openid.Configuration> {
  const url = new URL(issuer);
  const isPlain = url.protocol !== 'https:';
  if (isPlain && !(isLoopback(url.hostname) && backUrl.startsWith('http:')))
    throw new ProviderAway('ISSUER_NOT_HTTPS');
  const provider = await openid
    .discovery(url, clientId, clientSecret, clientSecret ? secretEitherWay(clientSecret) : openid.None(), {
      timeout: patience,
      execute: [openid.enableNonRepudiationChecks, ...(isPlain ? [openid.allowInsecureRequests] : [])],
    })
    .catch((error: unknown) => {
      throw new ProviderAway(codeOf(error));
    });
  // The library lets one Entra ID address answer for every tenant; a council is one tenant.
  if (!isSameAddress(provider.serverMetadata().issuer, issuer)) throw new ProviderAway('ISSUER_IS_ANOTHER');
  return provider;
}

/** In the body, or in the header when the provider takes it only there (its default when it does not say). */
function secretEitherWay(secret: string): openid.ClientAuth {
  const inBody = openid.ClientSecretPost(secret);
  const inHeader = openid.ClientSecretBasic(secret);
  return (as, client, body, headers) => {
    const takes = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (takes.includes('client_secret_post') ? inBody : inHeader)(as, client, body, headers);
  };
}

/** Where to send the browser, and what to keep of it until it is back: code flow, PKCE, state and nonce. */
export async function beginAt(
  door: Door,
  wanted: SecondFactor,
  now: Date,
): Promise<{ url: URL; kept: Pick<Attempt, 'state' | 'nonce' | 'verifier'> }> {
  const provider = await providerOf(door, now);
  const kept = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  };
  const url = openid.buildAuthorizationUrl(provider, {
    redirect_uri: door.backUrl,
    scope: 'openid email',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
    ...(wanted.acr.length ? levelsWanted(wanted.acr) : {}),
  });
  return { url, kept };
}

/** Asks for one of these levels: `acr_values` for most providers, the `acrs` claim for Entra ID. */
function levelsWanted(levels: readonly string[]): Record<string, string> {
  const acrs = { essential: true, values: levels };
  return { acr_values: levels.join(' '), claims: JSON.stringify({ id_token: { acrs } }) };
}

/**
 * Turns the provider's answer, the query of the address it sent the browser back to, into who it has proven.
 * @throws ProviderAway when the provider fails rather than the sign-in
 */
export async function finishAt(
  door: Door,
  attempt: Attempt,
  answer: URLSearchParams,
  now: Date,
): Promise<Proven | Refusal> {
  const provider = await providerOf(door, now);
  const url = new URL(`${door.backUrl}?${answer}`);
  try {
    const tokens = await openid.authorizationCodeGrant(provider, url, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || !isSameAddress(claims.iss, door.issuer)) return refusals.stopped;
    const proven = provenFrom(claims);
    if (proven.email || !provider.serverMetadata().userinfo_endpoint) return proven;
    const more = await openid.fetchUserInfo(provider, tokens.access_token, claims.sub);
    return { ...proven, email: provenFrom(more).email };
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof openid.AuthorizationResponseError) return refusals.stopped;
  if (error instanceof openid.ResponseBodyError && error.error === 'invalid_grant') return refusals.stale;
  const code = codeOf(error);
  if (error instanceof openid.ClientError && !providerFaults.has(code)) return refusals.stale;
  throw new ProviderAway(code);
}

const providerFaults = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED', // Its clock, or ours, is wrong.
]);

/** Where somebody may also end their sign-in at the provider; null when it has no such page or is away. */
export async function endAt(door: Door, now: Date): Promise<string | null> {
  try {
    const provider = await providerOf(door, now);
    return provider.serverMetadata().end_session_endpoint ? openid.buildEndSessionUrl(provider).href : null;
  } catch (error) {
    if (error instanceof ProviderAway) return null;
    throw error;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof openid.ResponseBodyError) return `TOKEN_${error.error}`.slice(0, 60);
  if (error instanceof openid.ClientError) return error.code ?? 'UNKNOWN';
  return error instanceof Error ? error.name : 'UNKNOWN';
}
