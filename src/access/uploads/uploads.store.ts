import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type House, SignInFirst } from '../../platform/http/house.ts';
import { cookieName, hashOf } from '../../platform/http/visits.ts';
import { type Arriving, arriving, filesWaiting } from './arrived.store.ts';
import { boundaryOf, type PartHead, readParts, refusedUpload, type Taker, tooBusy } from './parts.ts';

/** What one address takes: of how many bytes at most with all that comes with it, and how its files are taken. */
interface Address {
  mostBytes: number;
  isSignedIn?: (request: FastifyRequest) => Promise<boolean>;
}

type Form = AsyncIterable<Buffer>;

const addresses = new WeakMap<FastifyInstance, Map<string, Address>>();

/**
 * Lets the form at one address carry a file (`multipart/form-data`, which a browser sends without any script). Its fields
 * come as text and its files as bytes, beside one another in the body; an empty choice of file is left out. Every other
 * address refuses such a form unread.
 * @example takeUploads(house.server, '/evidence/brought', 30_000_000)
 */
export function takeUploads(server: FastifyInstance, url: string, mostBytes: number): void {
  addressesOf(server).set(url, { mostBytes });
}

/**
 * The same for files too large to be held: they go to a scratch file as they come, for `arrivedFile` to find, and are gone
 * when the request is answered. Nothing is read from anybody who is not signed in.
 * @example takeFiles(house, '/my/stories/:id/files', 100_000_000)
 */
export function takeFiles(house: House, url: string, mostBytes: number): void {
  addressesOf(house.server).set(url, { mostBytes, isSignedIn: (request) => isSignedIn(house, request) });
}

function addressesOf(server: FastifyInstance): Map<string, Address> {
  const known = addresses.get(server);
  if (known) return known;
  const made = new Map<string, Address>();
  addresses.set(server, made);
  server.addContentTypeParser('multipart/form-data', (request: FastifyRequest, form: Form) =>
    fieldsOf(made.get(request.routeOptions.url ?? ''), request, form),
  );
  giveFilesTime(server, made);
  return made;
}

async function fieldsOf(
  address: Address | undefined,
  request: FastifyRequest,
  form: Form,
): Promise<Record<string, unknown>> {
  if (!address) throw refusedUpload(415, 'no file is taken here');
  if (address.isSignedIn && !(await address.isSignedIn(request))) throw new SignInFirst();
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  const fields = new Map<string, unknown>();
  const begin = (head: PartHead) => takerOf(address, request, fields, head);
  await readParts(form, boundary, address.mostBytes, begin);
  return Object.fromEntries(fields);
}

/** Text that comes beside a large file, a field at a time. */
const longestField = 200_000;
/** Files coming in at once, so that their scratch files do not fill the disk. */
const mostAtOnce = 20;

async function takerOf(
  address: Address,
  request: FastifyRequest,
  fields: Map<string, unknown>,
  { field, isFile, isChosen }: PartHead,
): Promise<Taker> {
  if (isFile && fields.has(field)) throw refusedUpload(400, 'one field holds two files');
  if (isFile && isChosen && address.isSignedIn) {
    if (filesWaiting() >= mostAtOnce) throw tooBusy();
    const file = await arriving();
    filesOf(request).push(file);
    fields.set(field, file.ticket);
    return file;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    take(bytes) {
      size += bytes.length;
      if (address.isSignedIn && size > longestField) throw refusedUpload(413, 'a field is too long');
      chunks.push(Buffer.from(bytes));
    },
    end() {
      const held = Buffer.concat(chunks);
      if (isFile) {
        if (isChosen || held.length > 0) fields.set(field, new Uint8Array(held));
        return;
      }
      const text = held.toString('utf8');
      fields.set(field, fields.has(field) ? [fields.get(field), text].flat() : text);
    },
  };
}

const taken = new WeakMap<FastifyRequest, Arriving[]>();

function filesOf(request: FastifyRequest): Arriving[] {
  const files = taken.get(request) ?? [];
  taken.set(request, files);
  return files;
}

async function isSignedIn(house: House, request: FastifyRequest): Promise<boolean> {
  const token = request.cookies[cookieName(house.isSecure)];
  if (!token) return false;
  const now = house.clock.now();
  return house.database
    .transaction()
    .execute(
      async (transaction) => (await house.openVisit(transaction, hashOf(token), now, request.id)) !== null,
    );
}

/** How long a film may take to come in: 100 MB at 2.7 megabits a second. Anything else has as long as the house gives. */
const longestUpload = 300_000;

/** A large file may come slowly; every other request still ends when the house says. And scratch files go with their request. */
function giveFilesTime(server: FastifyInstance, known: Map<string, Address>): void {
  const longestOther = server.server.requestTimeout;
  server.server.requestTimeout = longestUpload;
  server.server.headersTimeout = longestOther;
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const isUpload = known.get(request.routeOptions.url ?? '')?.isSignedIn !== undefined;
    if (isUpload) {
      reply.raw.once('close', () => letGoOf(request));
      return;
    }
    if (request.raw.complete || request.method === 'GET') return;
    const late = setTimeout(() => request.raw.complete || request.raw.destroy(), longestOther).unref();
    reply.raw.once('close', () => clearTimeout(late));
  });
  server.addHook('onResponse', async (request) => letGoOf(request));
}

async function letGoOf(request: FastifyRequest): Promise<void> {
  const files = taken.get(request);
  if (!files) return;
  taken.delete(request);
  await Promise.all(files.map((file) => file.letGo()));
}
