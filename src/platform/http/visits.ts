import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import type { Actor } from '../db/council.ts';
import type { Tables } from '../db/tables.ts';

/** Somebody signed in, at one council, in one browser. */
export interface Visit {
  councilId: number;
  councilName: string;
  councilSlug: string;
  isDemo: boolean;
  settings: Record<string, unknown>;
  actor: Actor;
  csrf: string;
  /** What the short address they came by opens, when they have no account. */
  link?: { linkId: string; kind: string; subjectId: string };
}

/** What a page open to all was asked by: a short address's code, a council's short name, or neither. */
export interface PublicDoor {
  code?: string;
  council?: string;
  host: string;
}

/** How whoever comes without an account becomes a visit; access supplies it. */
export type OpenPublicVisit = (
  transaction: Transaction<Tables>,
  door: PublicDoor,
  now: Date,
  requestId: string,
) => Promise<Visit | null>;

/** How a session token's hash becomes a visit, and the transaction pinned to it; access supplies it. */
export type OpenVisit = (
  transaction: Transaction<Tables>,
  tokenHash: Buffer,
  now: Date,
  requestId: string,
) => Promise<Visit | null>;

/** `__Host-` wants https; on a plain address of this machine the name goes without. */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-alongside' : 'alongside');

/** A session token: 256 random bits. Only its hash is ever kept. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * True when a state change comes from our own pages: the browser says so (`Sec-Fetch-Site` or `Origin`) and
 * the form carries this session's token. A request that names neither origin is refused.
 */
export function comesFromOurPages(request: FastifyRequest, csrf: string): boolean {
  return sameOrigin(request) && sameText(csrfOf(request), csrf);
}

/** True when the browser says the request comes from our own origin. */
export function sameOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return hostOf(origin) === request.host;
  return site === 'same-origin';
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function csrfOf(request: FastifyRequest): string {
  const header = request.headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const body = request.body as Record<string, unknown> | null | undefined;
  return typeof body?.csrf === 'string' ? body.csrf : '';
}

function sameText(one: string, other: string): boolean {
  return timingSafeEqual(hashOf(one), hashOf(other));
}
