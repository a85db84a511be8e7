import { randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Taker } from './parts.ts';

/** Bytes that somebody sent, to be read from anywhere in them. They are gone when their request is answered. */
export interface Arrived {
  size: number;
  /** Where it lies, for another thread of this process to read. */
  fd?: number;
  read(from: number, to: number): Promise<Buffer>;
}

/** A file of no name: it is taken out of its folder as soon as it is open, and so goes with its last reader, power cuts included. */
export interface Scratch extends Arrived {
  fd: number;
  write(bytes: Uint8Array, at: number): Promise<void>;
  letGo(): Promise<void>;
}

/** @example const scratch = await openScratch(); await scratch.write(bytes, 0); await scratch.letGo(); */
export async function openScratch(): Promise<Scratch> {
  const path = join(tmpdir(), `alongside-${randomBytes(16).toString('hex')}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  let isOpen = true;
  const scratch: Scratch = {
    size: 0,
    fd: handle.fd,
    read: (from, to) => readFrom(handle, from, Math.min(to, scratch.size)),
    async write(bytes, at) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
        done += bytesWritten;
      }
      scratch.size = Math.max(scratch.size, at + bytes.length);
    },
    async letGo() {
      if (isOpen) await handle.close();
      isOpen = false;
    },
  };
  return scratch;
}

async function readFrom(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/** Bytes already in memory, as if they had come with a form. */
export function arrivedFrom(bytes: Uint8Array): Arrived {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: held.length, read: async (from, to) => held.subarray(from, to) };
}

/** A form's file stands in its body by a name nobody can guess, since a body may be JSON that says anything. */
const waiting = new Map<string, Scratch>();

export interface Arriving extends Taker {
  /** What stands in the body. */
  ticket: { arrived: string };
  letGo(): Promise<void>;
}

/** Takes one file of a form as it comes. */
export async function arriving(): Promise<Arriving> {
  const ticket = randomBytes(16).toString('hex');
  const scratch = await openScratch();
  waiting.set(ticket, scratch);
  return {
    ticket: { arrived: ticket },
    take: (bytes) => scratch.write(bytes, scratch.size),
    end() {},
    letGo() {
      waiting.delete(ticket);
      return scratch.letGo();
    },
  };
}

/** How many files are being taken now, in this process. */
export const filesWaiting = (): number => waiting.size;

/** A file that must come with the form. @example file: arrivedFile('Choose a picture, a sound or a film') */
export const arrivedFile = (missing: string) =>
  arrivedOrNothing().transform((file, context) => {
    if (file) return file;
    context.addIssue({ code: 'custom', message: missing });
    return z.NEVER;
  });

/** A file that may be left out; none is null. */
export const arrivedOrNothing = () =>
  z
    .unknown()
    .optional()
    .transform(
      (value): Arrived | null =>
        waiting.get(z.object({ arrived: z.string() }).safeParse(value).data?.arrived ?? '') ?? null,
    );
