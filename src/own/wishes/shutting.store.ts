import { sql } from 'kysely';
import { closeOwnPage, ownPageOf } from '../../access/own-page/own-pages.store.ts';
import { holdPerson } from '../../people/details/details.store.ts';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { Own, WayToTell } from '../frame/own.ts';
import { keepSaid } from '../say/say.store.ts';

/** Shuts somebody's own page because they chose to, and says so in their story. Nothing else changes. False when none is open. */
export async function shutPage(db: CouncilDb, own: Own, told: WayToTell | null): Promise<boolean> {
  await holdPerson(db, own.personId);
  const page = await ownPageOf(db, own.personId);
  if (!page) return false;
  const line = { id: own.personId, sourceId: null, kind: 'wishes' as const, words: 'Their page was open.' };
  const words = 'Shut my page and keep my support.';
  await keepSaid(db, own, line, { what: 'correction', words, on: null, told });
  await closeOwnPage(db, page.ownPageId);
  return true;
}

/** Where anybody comes to their own page here: what is left once it is shut. */
export async function wayInOf(db: CouncilReader): Promise<string> {
  const [row] = await readRows<{ slug: string }>(
    db,
    sql`select slug from council where council_id = ${councilOf(db)}`,
  );
  return row ? `/at/${row.slug}/me` : '/';
}
