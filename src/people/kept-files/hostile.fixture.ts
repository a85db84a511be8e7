/** One file somebody might send to do harm, or that tells more than they know. Made by code; none is anybody's. */
export interface Hostile {
  name: string;
  bytes: Buffer;
  /** What must not be in what is kept. None: it must be refused. */
  planted?: readonly (string | Buffer)[];
}

export const script = '<script>alert("kept file")</script>';
export const place = '+54.5742-001.2350+012.000/';

export const hostile = (name: string, bytes: Uint8Array, ...planted: (string | Buffer)[]): Hostile => ({
  name,
  bytes: Buffer.from(bytes),
  ...(planted.length ? { planted } : {}),
});

/** A zip of one file, stored as it is. */
export function zip(fileName: string, held: Buffer): Buffer {
  const name = Buffer.from(fileName);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(held.length, 18);
  head.writeUInt32LE(held.length, 22);
  head.writeUInt16LE(name.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  return Buffer.concat([head, name, held, end]);
}

/** A box of an MP4: how long, what, and what it holds. */
export function box(name: string, ...held: Uint8Array[]): Buffer {
  const inside = Buffer.concat(held);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

/** A chunk of a WAV or a WebP, padded to an even length. */
export function chunk(name: string, held: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(held.length, 4);
  return Buffer.concat([head, held, Buffer.alloc(held.length % 2)]);
}

/** The same bytes with others in the place of some of them. */
export function patched(bytes: Buffer, at: number, put: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(put, at);
  return copy;
}

/** @throws when it is not there: a test that plants nothing proves nothing */
export function findIn(bytes: Buffer, what: string | Buffer, after = 0): number {
  const at = bytes.indexOf(what, after, 'latin1');
  if (at < 0) throw new Error(`no ${what} in it`);
  return at;
}

export const u32 = (value: number): Buffer => {
  const held = Buffer.alloc(4);
  held.writeUInt32BE(value);
  return held;
};
