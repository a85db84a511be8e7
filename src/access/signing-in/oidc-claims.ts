import type { Proven } from './oidc.ts';

/** What a provider says of somebody, in an ID token or at its userinfo address. */
export interface Claims {
  sub: string;
  readonly [claim: string]: unknown;
}

/**
 * Reads what bears on coming in. An address counts only when the provider says it is verified: `email_verified`,
 * or Entra ID's `xms_edov` (its `email` alone can be set by anybody to anything).
 */
export function provenFrom(claims: Claims): Proven {
  const isVerified = isYes(claims.email_verified) || isYes(claims.xms_edov);
  return {
    subject: claims.sub,
    email: isVerified && typeof claims.email === 'string' && claims.email.trim() ? claims.email : null,
    amr: wordsIn(claims.amr),
    acr: [...wordsIn(claims.acr), ...wordsIn(claims.acrs)],
  };
}

/** Providers write yes in several ways; anything else is no. */
const isYes = (value: unknown): boolean => value === true || value === 1 || value === 'true' || value === '1';

const wordsIn = (value: unknown): string[] =>
  [value].flat().filter((word): word is string => typeof word === 'string');

/** The same address, written with or without its closing slash when it has no path. */
export function isSameAddress(one: string, other: string): boolean {
  return URL.parse(one)?.href === URL.parse(other)?.href && URL.canParse(one);
}

/** What is wrong with an issuer somebody gave, as the end of a sentence; null when it may be kept. */
export function faultOfIssuer(issuer: string): string | null {
  const url = URL.parse(issuer);
  if (!url) return 'is not a web address';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return 'must begin with https:';
  if (/^\/(common|organizations|consumers)\//.test(url.pathname))
    return 'must name your council’s own tenant: the shared address lets in anybody’s';
  if (url.pathname.includes('/.well-known/') || url.search || url.hash)
    return 'is the issuer itself, without /.well-known and what follows';
  return null;
}

/** This machine and no other, where plain http tells nobody anything. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Our own origin, as the provider must know it: PUBLIC_URL, or the host asked for when that is this machine.
 * Null otherwise, because anybody can write anything as the host.
 * @example originOf(undefined, 'localhost:3000') // 'http://localhost:3000'
 */
export function originOf(publicUrl: string | undefined, host: string): string | null {
  if (publicUrl) return publicUrl;
  const asked = URL.parse(`http://${host}`);
  return asked && isLoopback(asked.hostname) && asked.pathname === '/' && !asked.username
    ? asked.origin
    : null;
}
