import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FetchLimits } from './fetch-json.ts';
import { numberedHost } from './private-network.ts';
import { megabytes, Unreadable } from './unreadable.ts';

export interface WebAnswer {
  status: number;
  header: (name: string) => string | null;
  /** The body, opened if it came compressed, stopped at the limit rather than after it. */
  body: () => Promise<Uint8Array>;
  /** Leaves the body where it is. */
  leave: () => void;
}

/** Asks for one address, no further: redirects are answers too. The whole of it must come before `signal` says stop. */
export async function ask(address: string, limits: FetchLimits, signal: AbortSignal): Promise<WebAnswer> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Unreadable('it is not a web address');
  if (url.username !== '' || url.password !== '') throw new Unreadable('the address holds a password');
  const number = numberedHost(url);
  if (number !== null && !limits.mayReach(number)) throw intoPrivate();
  const message = await new Promise<IncomingMessage>((answered, failed) => {
    const over = url.protocol === 'https:' ? overHttps : overHttp;
    over(url, { agent: false, signal, lookup: lookupWithin(limits), headers }, answered)
      .on('error', failed)
      .end();
  });
  return {
    status: message.statusCode ?? 0,
    header: (name) => [message.headers[name] ?? []].flat()[0] ?? null,
    body: () => bytesWithin(message, limits.maxBytes),
    leave: () => void message.destroy(),
  };
}

const headers = {
  accept: 'application/json, application/x-ndjson;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Alongside directory reader',
};

const intoPrivate = () => new Unreadable('the address leads into a private network');

/**
 * The resolver's answer is looked at and then used, once: a feed address typed into Alongside must not be a way to read
 * what only the server can reach, and a name that answers differently the second time must find no second time.
 */
function lookupWithin(limits: FetchLimits): LookupFunction {
  return (host, options, answer) => {
    const settle = (addresses: string[]) => {
      const found = addresses.map((address) => ({ address, family: isIP(address) }));
      const [first] = found;
      if (!first) return answer(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
      if (!addresses.every(limits.mayReach)) return answer(intoPrivate(), '');
      return options.all ? answer(null, found) : answer(null, first.address, first.family);
    };
    limits.resolve(host).then(settle, (error) => answer(error, ''));
  };
}

/** Counted after opening: a small answer may unfold into a huge one. */
async function bytesWithin(message: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const opened = openedBody(message);
  try {
    for await (const part of opened) {
      size += part.length;
      if (size > maxBytes) throw new Unreadable(`it is larger than ${megabytes(maxBytes)} MB`);
      parts.push(part);
    }
  } finally {
    message.destroy();
  }
  return Buffer.concat(parts);
}

function openedBody(message: IncomingMessage): Readable {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return message;
  const opener = openers[encoding]?.();
  if (!opener) throw new Unreadable(`it is packed as ${encoding.slice(0, 40)}, which we cannot open`);
  message.on('error', (error) => opener.destroy(error));
  return message.pipe(opener);
}

const openers: Record<string, () => ReturnType<typeof createGunzip>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
