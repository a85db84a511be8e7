/** Where the bytes of one part of a form go. */
export interface Taker {
  take(bytes: Buffer): void | Promise<void>;
  end(): void | Promise<void>;
}

/** One part's own headers: the field it fills, and whether a file was chosen in it. What the file was called is let go. */
export interface PartHead {
  field: string;
  isFile: boolean;
  /** False for a choice of file left empty. */
  isChosen: boolean;
}

const mostParts = 50;
const longestHead = 4_000;

/** An error that is answered with this status. */
export const refusedUpload = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode });

/** Whoever sent it is asked to come back in a minute, in the words the house has for that. */
export const tooBusy = (): Error =>
  Object.assign(refusedUpload(503, 'too many files are coming in'), { code: 'FST_UNDER_PRESSURE' });

const unfinished = () => refusedUpload(400, 'the form ends before its last part');

/** @throws 400 when the form does not say where its parts end */
export function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary) throw refusedUpload(400, 'the form does not say where its parts end');
  return boundary;
}

/**
 * RFC 7578 as it comes: parts between lines of the boundary, each with headers, an empty line, and what it holds. Of all
 * that, one chunk and one line are in memory.
 * @throws 400 when it ends before its last part, 413 past `most` bytes
 */
export async function readParts(
  form: AsyncIterable<Buffer>,
  boundary: string,
  most: number,
  begin: (head: PartHead) => Taker | Promise<Taker>,
): Promise<void> {
  const held = holding(form, most);
  const line = Buffer.from(`\r\n--${boundary}`);
  await pour(held, line, nowhere);
  for (let count = 0; count <= mostParts; count += 1) {
    while (held.bytes.length < 2) await held.more();
    if (held.bytes.toString('latin1', 0, 2) === '--') return drain(held);
    const taker = await begin(headOf(await headIn(held)));
    await pour(held, line, taker);
    await taker.end();
  }
  throw unfinished();
}

interface Held {
  bytes: Buffer;
  more(): Promise<void>;
}

function holding(form: AsyncIterable<Buffer>, most: number): Held {
  const chunks = form[Symbol.asyncIterator]();
  let size = 0;
  const held: Held = {
    bytes: Buffer.from('\r\n'),
    async more() {
      const next = await chunks.next();
      if (next.done) throw unfinished();
      size += next.value.length;
      if (size > most) throw refusedUpload(413, 'the file is too large');
      held.bytes = held.bytes.length ? Buffer.concat([held.bytes, next.value]) : next.value;
    },
  };
  return held;
}

const nowhere: Taker = { take() {}, end() {} };

/** Passes on what comes before the line, keeping back only as much as may be the line's beginning. */
async function pour(held: Held, line: Buffer, taker: Taker): Promise<void> {
  for (;;) {
    const at = held.bytes.indexOf(line);
    const sure = at >= 0 ? at : Math.max(0, held.bytes.length - line.length + 1);
    if (sure > 0) await taker.take(held.bytes.subarray(0, sure));
    held.bytes = held.bytes.subarray(at >= 0 ? at + line.length : sure);
    if (at >= 0) return;
    await held.more();
  }
}

async function headIn(held: Held): Promise<string> {
  for (;;) {
    const ends = held.bytes.indexOf('\r\n\r\n');
    if (ends > longestHead || (ends < 0 && held.bytes.length > longestHead)) throw unfinished();
    if (ends >= 0) {
      const head = held.bytes.toString('utf8', 0, ends);
      held.bytes = held.bytes.subarray(ends + 4);
      return head;
    }
    await held.more();
  }
}

/** What comes after the last part is nothing, but whoever sends it waits until it is read. */
async function drain(held: Held): Promise<void> {
  try {
    for (;;) {
      held.bytes = Buffer.alloc(0);
      await held.more();
    }
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 400) throw error;
  }
}

function headOf(head: string): PartHead {
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const field = /[;\s]name="([^"]*)"/i.exec(` ${disposition}`)?.[1];
  const fileName = /[;\s]filename\*?="?([^"]*)"?/i.exec(` ${disposition}`)?.[1];
  if (!field) throw refusedUpload(400, 'a part of the form has no name');
  return { field, isFile: fileName !== undefined, isChosen: fileName !== undefined && fileName !== '' };
}
