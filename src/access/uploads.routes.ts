import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Which addresses take a file, and of how many bytes at most with all that comes with it. */
const addresses = new WeakMap<FastifyInstance, Map<string, number>>();
const mostParts = 50;

/**
 * Lets the form at one address carry a file (`multipart/form-data`, which a browser sends without any script). Its fields
 * come as text and its files as bytes, beside one another in the body; an empty choice of file is left out. Every other
 * address refuses such a form unread.
 * @example takeUploads(house.server, '/evidence/brought', 30_000_000)
 */
export function takeUploads(server: FastifyInstance, url: string, mostBytes: number): void {
  const known = addresses.get(server);
  if (known) {
    known.set(url, mostBytes);
    return;
  }
  const limits = new Map([[url, mostBytes]]);
  addresses.set(server, limits);
  server.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, payload: Incoming) =>
    fieldsOf(
      await bytesOf(payload, limits.get(request.routeOptions.url ?? '') ?? 0),
      boundaryOf(request.headers['content-type'] ?? ''),
    ),
  );
}

type Incoming = AsyncIterable<Buffer>;

const refused = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode });

async function bytesOf(payload: Incoming, most: number): Promise<Buffer> {
  if (most === 0) throw refused(415, 'no file is taken here');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    size += chunk.length;
    if (size > most) throw refused(413, 'the file is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary) throw refused(400, 'the form does not say where its parts end');
  return boundary;
}

/** RFC 7578: parts between lines of the boundary, each with headers, an empty line, and what it holds. */
function fieldsOf(body: Buffer, boundary: string): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  const line = Buffer.from(`\r\n--${boundary}`);
  const all = Buffer.concat([Buffer.from('\r\n'), body]);
  let at = all.indexOf(line);
  for (let count = 0; at >= 0; count += 1) {
    const begins = at + line.length;
    if (all.subarray(begins, begins + 2).toString('latin1') === '--') return Object.fromEntries(fields);
    const next = all.indexOf(line, begins);
    const headEnds = all.indexOf('\r\n\r\n', begins);
    if (next < 0 || headEnds < 0 || headEnds > next || count >= mostParts) break;
    keepPart(fields, all.toString('utf8', begins, headEnds), all.subarray(headEnds + 4, next));
    at = next;
  }
  throw refused(400, 'the form ends before its last part');
}

function keepPart(fields: Map<string, unknown>, head: string, held: Buffer): void {
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(` ${disposition}`)?.[1];
  const fileName = /[;\s]filename="([^"]*)"/i.exec(` ${disposition}`)?.[1];
  if (!name) throw refused(400, 'a part of the form has no name');
  if (fileName !== undefined) {
    if (fileName !== '' || held.length > 0) fields.set(name, new Uint8Array(held));
    return;
  }
  const text = held.toString('utf8');
  fields.set(name, fields.has(name) ? [fields.get(name), text].flat() : text);
}
