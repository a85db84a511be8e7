import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../listing.ts';
import { leadsToPrivateNetwork } from './private-network.ts';

export interface FetchLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** The least time between two requests: other people's servers are small. */
  readonly betweenRequestsMs: number;
  /** For feeds inside the council's own network, and for tests. */
  readonly allowPrivateNetwork: boolean;
  /** How to wait; tests pass their own. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

export const usualLimits: FetchLimits = {
  timeoutMs: 30_000,
  maxBytes: 50 * 1024 * 1024,
  maxRedirects: 5,
  betweenRequestsMs: 200,
  allowPrivateNetwork: false,
  wait: (milliseconds) => pause(milliseconds),
};

/** What came back, or why nothing did, in words to end the sentence "could not be read: …". */
export type Fetched = { readonly body: Json; readonly url: string } | { readonly because: string };

/** How long a busy server may ask us to wait before we give up. */
const LONGEST_WAIT_MS = 60_000;
const BUSY = [429, 502, 503, 504];
const TRIES = 3;

/** Fetches one JSON document politely: within its limits, trying again when the server says it is busy. */
export async function fetchJson(url: string, limits: FetchLimits): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    await limits.wait(limits.betweenRequestsMs);
    try {
      const { response, finalUrl } = await fetchFollowing(url, limits);
      if (BUSY.includes(response.status) && attempt < TRIES) {
        await response.body?.cancel();
        await limits.wait(askedToWait(response, attempt));
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        return { because: `the server answered ${response.status}` };
      }
      return { body: parsed(await textWithin(response, limits.maxBytes)), url: finalUrl };
    } catch (error) {
      return { because: reasonOf(error, limits) };
    }
  }
}

function askedToWait(response: Response, attempt: number): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Math.min(seconds > 0 ? seconds * 1000 : attempt * 2_000, LONGEST_WAIT_MS);
}

async function fetchFollowing(start: string, limits: FetchLimits) {
  let url = start;
  for (let followed = 0; followed <= limits.maxRedirects; followed += 1) {
    await refuseUnsafe(url, limits);
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.timeoutMs),
      headers: { accept: 'application/json', 'user-agent': 'Alongside directory reader' },
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || next === null) return { response, finalUrl: url };
    await response.body?.cancel();
    if (!URL.canParse(next, url)) throw new Unreadable('it redirects to something that is not an address');
    url = new URL(next, url).href;
  }
  throw new Unreadable(`it redirects more than ${limits.maxRedirects} times`);
}

async function refuseUnsafe(address: string, limits: FetchLimits): Promise<void> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Unreadable('it is not a web address');
  if (url.username !== '' || url.password !== '') throw new Unreadable('the address holds a password');
  if (!limits.allowPrivateNetwork && (await leadsToPrivateNetwork(url.hostname))) {
    throw new Unreadable('the address leads into a private network');
  }
}

/** The body as text, stopped at the limit rather than after it. */
async function textWithin(response: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxBytes) throw new Unreadable(`it is larger than ${megabytes(maxBytes)} MB`);
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** JSON from text, or an `Unreadable` that says what it looks like instead. */
export function parsed(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    if (text.trim() === '') throw new Unreadable('it is empty');
    if (/^\s*</.test(text)) throw new Unreadable('it is a web page, not JSON');
    throw new Unreadable('it is not whole JSON');
  }
}

/** Why a document could not be read. The message ends the sentence "could not be read: …". */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

function reasonOf(error: unknown, limits: FetchLimits): string {
  if (error instanceof Unreadable) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `no whole answer came within ${Math.round(limits.timeoutMs / 1000)} seconds`;
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no server has that name';
  if (code === 'ECONNREFUSED') return 'the server refused the connection';
  return `the connection failed${code === '' ? '' : ` (${code})`}`;
}
