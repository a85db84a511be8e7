import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, type CouncilDb, pinOf, withinCouncil } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Asked, anybody, type Reading, shown } from '../../platform/http/routes.ts';
import { type ByteRange, rangeOf } from './byte-range.ts';
import { type KeptFile, PART_BYTES, partOf } from './kept-files.store.ts';

/** A file that whoever asks may have. */
export interface FileToSend {
  file: KeptFile;
  /** Whose record it is part of, for who looked. */
  about: readonly string[];
  /** Asked before each part, so that a long film stops when it is taken back. */
  isStill?: (db: CouncilDb) => Promise<boolean>;
}

export interface FileRoute<Params> extends Pick<Reading<Params, unknown, unknown>, 'name' | 'may'> {
  params: NonNullable<Reading<Params, unknown, unknown>['params']>;
  /** @throws Unknown when there is no such file, or it is not for whoever asks */
  act: (asked: Asked<Params, unknown>) => Promise<FileToSend | null>;
}

interface Sending extends FileToSend {
  house: House;
  councilId: number;
  actor: Actor;
  isOpenToAll: boolean;
}

/**
 * A kept file at one address, for whom `act` says: as what it was made to be and nothing else, a stretch at a time when a
 * player asks for one. On pages open to all it may be kept half a minute; elsewhere not at all.
 * @example fileGet(house, '/my/stories/:id/files/:file', { name: '…', may: themselves, params: Path, act })
 */
export function fileGet<Params>(house: House, url: string, route: FileRoute<Params>): void {
  sendKeptFiles(house.server);
  house.get<Params, unknown, Sending>(url, {
    name: route.name,
    may: route.may,
    params: route.params,
    act: async (asked) => {
      const found = await route.act(asked);
      if (!found) throw new Unknown();
      const { councilId, actor } = pinOf(asked.db);
      return shown(
        { ...found, house, councilId, actor, isOpenToAll: route.may.includes(anybody) },
        found.about,
      );
    },
    json: ({ file: { kind, mediaType, size } }) => ({ kind, mediaType, size }),
    file: (sending) => ({ name: 'file', type: sending.file.mediaType, text: heldFor(sending) }),
    page: () => {
      throw new Unknown();
    },
  });
}

/** What the house is given to send stands for the file, which is read as it goes. */
const standing = new WeakMap<object, Sending>();

function heldFor(sending: Sending): Uint8Array {
  const held = Buffer.from('a kept file');
  standing.set(held, sending);
  return held;
}

const sendingServers = new WeakSet<FastifyInstance>();

function sendKeptFiles(server: FastifyInstance): void {
  if (sendingServers.has(server)) return;
  sendingServers.add(server);
  server.addHook('onSend', async (request, reply, payload) => {
    const sending = payload instanceof Uint8Array ? standing.get(payload) : undefined;
    return sending ? answered(sending, request, reply) : payload;
  });
}

const policy =
  "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

function answered(sending: Sending, request: FastifyRequest, reply: FastifyReply): Readable | string {
  const { file, isOpenToAll } = sending;
  const etag = `"${file.mark.slice(0, 32)}"`;
  reply.headers({
    'content-disposition': `inline; filename="${file.kind}.${file.mediaType.split('/')[1]}"`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': isOpenToAll ? 'public, max-age=30, must-revalidate' : 'no-store',
    'x-robots-tag': 'noindex',
    'accept-ranges': 'bytes',
    etag,
  });
  if (request.headers['if-none-match'] === etag) {
    reply.code(304).removeHeader('content-length');
    return '';
  }
  const isSame = (request.headers['if-range'] ?? etag) === etag;
  const range = isSame ? rangeOf(String(request.headers.range ?? ''), file.size) : null;
  if (range === 'none') {
    reply.code(416).headers({ 'content-range': `bytes */${file.size}`, 'content-length': 0 });
    return '';
  }
  const { from, to } = range ?? { from: 0, to: file.size - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${from}-${to}/${file.size}`);
  reply.header('content-length', to - from + 1);
  return Readable.from(request.method === 'HEAD' ? [] : stretches(sending, { from, to }, request.id));
}

/** Each part in a transaction of its own: a slow listener holds no connection. */
async function* stretches(
  { house, councilId, actor, file, isStill }: Sending,
  { from, to }: ByteRange,
  requestId: string,
): AsyncGenerator<Buffer> {
  for (let n = Math.floor(from / PART_BYTES); n * PART_BYTES <= to; n += 1) {
    const pin = { councilId, actor, now: house.clock.now(), requestId };
    const held = await withinCouncil(house.database, pin, async (db) =>
      isStill && !(await isStill(db)) ? null : partOf(db, file.fileId, n),
    );
    if (!held) throw new Unknown();
    yield held.subarray(Math.max(0, from - n * PART_BYTES), Math.min(held.length, to + 1 - n * PART_BYTES));
  }
}
