import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Arrived } from '../../access/uploads/arrived.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import {
  isNotKept,
  type KeptKind,
  type MediaType,
  type NotKept,
  notKept,
  type Room,
  roomFrom,
} from './kept-file.ts';
import { type MadeSafe, madeSafe } from './made-safe.store.ts';

/** What is known of a kept file without its bytes. */
export interface KeptFile {
  fileId: string;
  personId: string;
  kind: KeptKind;
  mediaType: MediaType;
  size: number;
  /** Of its bytes: the same file has the same. */
  mark: string;
}

export const PART_BYTES = 1_048_576;

export interface FileGiven {
  personId: string;
  /** From `arrivedFile` in the form's schema. */
  file: Arrived;
  /** Which field of the form says what was wrong. */
  field?: string;
}

/**
 * Makes a file somebody gave safe, and keeps it with the person it is of. Neither the original nor its name is kept.
 * @returns what to say beside the field, when it is not kept
 * @example const kept = await keepFile(db, { personId, file: body.file }); if (isNotKept(kept)) return [kept];
 */
export async function keepFile(
  db: CouncilDb,
  { personId, file, field = 'file' }: FileGiven,
): Promise<{ fileId: string; kind: KeptKind } | NotKept> {
  const made = await madeSafe(file, field);
  if (isNotKept(made)) return made;
  try {
    const full = await isFull(db, personId, made.bytes.size);
    return full ? notKept(full, field) : await keep(db, personId, made);
  } finally {
    await made.letGo();
  }
}

async function keep(db: CouncilDb, personId: string, { kind, mediaType, bytes }: MadeSafe) {
  const council = councilOf(db);
  const fileId = newId();
  await sql`insert into kept_file (council_id, id, person_id, kind, media_type, size, sha256, made_at, made_by)
    values (${council}, ${fileId}, ${personId}, ${kind}, ${mediaType}, ${bytes.size}, ${await hashOf(bytes)}, ${nowOf(db)}, ${actorOf(db).accountId})`.execute(
    db,
  );
  for (let n = 0; n * PART_BYTES < bytes.size; n += 1) {
    const held = await bytes.read(n * PART_BYTES, Math.min((n + 1) * PART_BYTES, bytes.size));
    await sql`insert into kept_file_part (council_id, kept_file_id, n, held) values (${council}, ${fileId}, ${n}, ${held})`.execute(
      db,
    );
  }
  return { fileId, kind };
}

async function hashOf(bytes: Arrived): Promise<Buffer> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.size; at += PART_BYTES)
    hash.update(await bytes.read(at, Math.min(at + PART_BYTES, bytes.size)));
  return hash.digest();
}

/** One person's files at a time, so that two at once cannot both have the last room. */
async function isFull(
  db: CouncilDb,
  personId: string,
  size: number,
): Promise<'person-full' | 'council-full' | null> {
  const council = councilOf(db);
  await sql`select from person where council_id = ${council} and id = ${personId} for no key update`.execute(
    db,
  );
  const [taken] = await readRows<Room & { settings: Record<string, unknown> }>(
    db,
    sql`select settings, coalesce((select sum(size) from kept_file where council_id = ${council} and person_id = ${personId}), 0)::float8 as person,
      coalesce((select sum(size) from kept_file where council_id = ${council}), 0)::float8 as council
      from council where council_id = ${council}`,
  );
  const room = roomFrom(taken?.settings ?? {});
  if ((taken?.person ?? 0) + size > room.person) return 'person-full';
  return (taken?.council ?? 0) + size > room.council ? 'council-full' : null;
}

/** Null when there is no such file, or not for whoever asks. Whether they may have it is their page's to say first. */
export async function keptFile(db: CouncilReader, fileId: string): Promise<KeptFile | null> {
  const [file] = await readRows<KeptFile>(
    db,
    sql`select id as "fileId", person_id as "personId", kind, media_type as "mediaType", size, encode(sha256, 'hex') as mark
      from kept_file where council_id = ${councilOf(db)} and id = ${fileId}`,
  );
  return file ?? null;
}

/** One part of its bytes: `PART_BYTES` of them, but for the last. */
export async function partOf(db: CouncilReader, fileId: string, n: number): Promise<Buffer | null> {
  const [part] = await readRows<{ held: Buffer }>(
    db,
    sql`select held from kept_file_part where council_id = ${councilOf(db)} and kept_file_id = ${fileId} and n = ${n}`,
  );
  return part?.held ?? null;
}

/** A file and all its bytes are gone from here. */
export async function letFileGo(db: CouncilDb, fileId: string): Promise<void> {
  await sql`delete from kept_file where council_id = ${councilOf(db)} and id = ${fileId}`.execute(db);
}
