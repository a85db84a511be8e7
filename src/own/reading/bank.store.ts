import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import sharp from 'sharp';
import { safePicture } from '../../people/kept-files/safe-picture.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { OwnPictures, PictureName } from './pictures.ts';

/** Beside a line of words it never stands larger; twice that for a sharp screen. */
const longestSide = 400;

/**
 * A council's picture, painted again from its pixels and small enough for an old telephone.
 * @returns null when it is no picture that can be read to its end; a drawing in SVG can hold script, and is none
 */
export async function pictureForBank(given: Uint8Array): Promise<Buffer | null> {
  const safe = await safePicture(Buffer.from(given));
  if (!safe) return null;
  const size = { width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true } as const;
  return sharp(safe.bytes).resize(size).webp({ quality: 80 }).toBuffer();
}

/** Keeps a council's own picture in the place of ours; a later one takes the place of an earlier. */
export async function keepPicture(
  db: CouncilDb,
  name: PictureName,
  picture: Buffer,
  alt: string | null,
): Promise<void> {
  const fingerprint = createHash('sha256').update(picture).digest('hex').slice(0, 16);
  await sql`insert into own_picture (council_id, name, picture, fingerprint, alt, changed_at, changed_by)
    values (${councilOf(db)}, ${name}, ${picture}, ${fingerprint}, ${alt}, ${nowOf(db)}, ${actorOf(db).accountId})
    on conflict (council_id, name) do update set picture = excluded.picture, fingerprint = excluded.fingerprint,
      alt = excluded.alt, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(db);
}

/** Back to our own drawing. */
export async function giveBackOurs(db: CouncilDb, name: PictureName): Promise<void> {
  await db
    .deleteFrom('own_picture')
    .where('council_id', '=', councilOf(db))
    .where('name', '=', name)
    .execute();
}

export async function readPicture(db: CouncilReader, name: PictureName): Promise<Buffer> {
  const [row] = await readRows<{ picture: Buffer }>(
    db,
    sql`select picture from own_picture where council_id = ${councilOf(db)} and name = ${name}`,
  );
  if (!row) throw new Unknown();
  return row.picture;
}

/** Which of our pictures this council has replaced. */
export async function picturesOf(db: CouncilReader): Promise<OwnPictures> {
  const rows = await readRows<{ name: PictureName; fingerprint: string; alt: string | null }>(
    db,
    sql`select name, fingerprint, alt from own_picture where council_id = ${councilOf(db)}`,
  );
  return Object.fromEntries(rows.map(({ name, ...picture }) => [name, picture]));
}
