import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../../listing.ts';
import { parsed, textOf } from './json-text.ts';
import { addressesOf, isPublicAddress } from './private-network.ts';
import { Unreadable } from './unreadable.ts';
import { ask, type WebAnswer } from './web-answer.ts';

export interface FetchLimits {
  /** For the whole of one answer, however slowly it drips. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** The least time between two requests: other people's servers are small. */
  readonly betweenRequestsMs: number;
  /** Which numbers may be asked: public ones, unless a feed is inside the council's own network, or in tests. */
  readonly mayReach: (address: string) => boolean;
  /** Where a name leads; tests pass their own. */
  readonly resolve: (name: string) => Promise<string[]>;
  /** How to wait; tests pass their own. */
  readonly wait: (milliseconds: number, stopping?: AbortSignal) => Promise<unknown>;
  /** Says that Alongside is stopping: whatever is asked for is left, and that is thrown. */
  readonly stopping?: AbortSignal;
}

export const usualLimits: FetchLimits = {
  timeoutMs: 30_000,
  maxBytes: 50 * 1024 * 1024,
  maxRedirects: 5,
  betweenRequestsMs: 200,
  mayReach: isPublicAddress,
  resolve: addressesOf,
  wait: (milliseconds, signal) => pause(milliseconds, undefined, signal ? { signal } : {}),
};

/** What came back, or why nothing did. */
export type Fetched =
  | { readonly body: Json; readonly url: string; readonly bytes: number }
  | { readonly because: Unreadable };

/** How long we wait where we are when a busy server asks; longer, and the reading is put by until then. */
const LONGEST_WAIT_MS = 60_000;
/** How long a reading is put by at most, whatever a server asks, and when it failed in passing without saying. */
const LONGEST_PUT_BY_MS = 86_400_000;
const USUAL_PUT_BY_MS = 600_000;
const BUSY = [429, 502, 503, 504];
const TRIES = 3;

/** Fetches one JSON document politely: within its limits, trying again when the server says it is busy. */
export async function fetchJson(url: string, limits: FetchLimits): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    await limits.wait(limits.betweenRequestsMs, limits.stopping);
    const timeout = AbortSignal.timeout(limits.timeoutMs);
    try {
      const { answer, finalUrl } = await askFollowing(url, limits, timeout);
      const wait = BUSY.includes(answer.status) ? askedToWait(answer, attempt) : null;
      if (wait !== null && wait <= LONGEST_WAIT_MS && attempt < TRIES) {
        answer.leave();
        await limits.wait(wait, limits.stopping);
        continue;
      }
      if (answer.status < 200 || answer.status > 299) return refusal(answer, wait);
      refuseOtherKinds(answer);
      const bytes = await answer.body();
      return { body: parsed(textOf(bytes, charsetOf(answer))), url: finalUrl, bytes: bytes.length };
    } catch (error) {
      if (limits.stopping?.aborted) throw error;
      return { because: reasonOf(error, limits, timeout) };
    }
  }
}

async function askFollowing(start: string, limits: FetchLimits, timeout: AbortSignal) {
  const signal = limits.stopping ? AbortSignal.any([timeout, limits.stopping]) : timeout;
  let url = start;
  for (let followed = 0; followed <= limits.maxRedirects; followed += 1) {
    const answer = await ask(url, limits, signal);
    const next = answer.header('location');
    if (answer.status < 300 || answer.status > 399 || next === null) return { answer, finalUrl: url };
    answer.leave();
    if (!URL.canParse(next, url)) throw new Unreadable('it redirects to something that is not an address');
    url = new URL(next, url).href;
  }
  throw new Unreadable(`it redirects more than ${limits.maxRedirects} times`);
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function askedToWait(answer: WebAnswer, attempt: number): number {
  const asked = answer.header('retry-after');
  const seconds = Number(asked);
  if (asked !== null && seconds > 0) return Math.min(seconds * 1000, LONGEST_PUT_BY_MS);
  const since = Date.parse(answer.header('date') ?? '');
  const until = Date.parse(asked ?? '');
  if (until > since) return Math.min(until - since, LONGEST_PUT_BY_MS);
  return attempt * 2_000;
}

function refusal(answer: WebAnswer, wait: number | null): Fetched {
  answer.leave();
  const isPassing = answer.status >= 500 || wait !== null;
  const again = isPassing ? Math.max(wait ?? 0, USUAL_PUT_BY_MS) : null;
  return { because: new Unreadable(`the server answered ${answer.status}`, again) };
}

/** Pictures, archives and the like are not waited for. Many feeds call their JSON plain text. */
function refuseOtherKinds(answer: WebAnswer): void {
  const kind = (answer.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (kind === '' || /json|^text\/|octet-stream/.test(kind)) return;
  answer.leave();
  throw new Unreadable(`it is ${kind.slice(0, 60)}, not JSON`);
}

const charsetOf = (answer: WebAnswer): string | null =>
  /charset="?([\w-]+)/i.exec(answer.header('content-type') ?? '')?.[1] ?? null;

function reasonOf(error: unknown, limits: FetchLimits, timeout: AbortSignal): Unreadable {
  if (error instanceof Unreadable) return error;
  if (timeout.aborted)
    return new Unreadable(
      `no whole answer came within ${Math.round(limits.timeoutMs / 1000)} seconds`,
      USUAL_PUT_BY_MS,
    );
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(Z_|ERR__|ERR_BROTLI)/.test(code)) return new Unreadable(`what it sent cannot be opened (${code})`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new Unreadable('no server has that name', USUAL_PUT_BY_MS);
  if (code === 'ECONNREFUSED') return new Unreadable('the server refused the connection', USUAL_PUT_BY_MS);
  return new Unreadable(`the connection failed${code === '' ? '' : ` (${code})`}`, USUAL_PUT_BY_MS);
}
