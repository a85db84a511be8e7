import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';

/** What was typed, field by field, finished or not. */
export type DraftFields = Record<string, string>;

export interface Draft {
  fields: DraftFields;
  version: number;
  savedAt: Date;
}

/** Where a draft comes from: the page it was typed into, and the draft that page began with. */
export interface DraftPage {
  /** The page's own submission id: the same tab goes on saving, another tab is told. */
  tab: string;
  /** The version the page opened with; 0 when there was none. */
  version: number;
}

interface DraftRow extends Draft {
  tab: string;
}

/** The acting worker's unfinished writing about a person, and nobody else's. */
export async function draftOf(db: CouncilReader, personId: string): Promise<Draft | null> {
  const row = await draftRow(db, personId);
  return row ? { fields: row.fields, version: row.version, savedAt: row.savedAt } : null;
}

/**
 * Keeps unfinished writing as typed. From the tab that wrote last, or one that opened with what is kept, it
 * replaces it; from any other, `Conflict` with both texts. Once the same page has been saved for good a late
 * copy of it is dropped. Returns the version kept, 0 when nothing is.
 */
export async function keepDraft(
  db: CouncilDb,
  personId: string,
  fields: DraftFields,
  page: DraftPage,
): Promise<number> {
  await oneAtATime(db);
  if (await isSavedForGood(db, page.tab)) return 0;
  const kept = await draftRow(db, personId);
  if (kept && !isFrom(page, kept)) throw twoTabs(kept.fields, fields);
  if (isBlank(fields)) return dropDraft(db, personId, page);
  const version = (kept?.version ?? 0) + 1;
  const words = JSON.stringify({ fields, tab: page.tab });
  await sql`insert into draft (council_id, id, person_id, account_id, fields, version, begun_at, saved_at)
    values (${councilOf(db)}, ${newId()}, ${personId}, ${actorOf(db).accountId}, ${words}::jsonb, ${version}, ${nowOf(db)}, ${nowOf(db)})
    on conflict (council_id, account_id, person_id)
    do update set fields = excluded.fields, version = excluded.version, saved_at = excluded.saved_at`.execute(
    db,
  );
  return version;
}

/** Takes a draft away once its page is saved for good. What another tab has written since stays. */
export async function dropDraft(db: CouncilDb, personId: string, page: DraftPage): Promise<0> {
  await oneAtATime(db);
  const kept = await draftRow(db, personId);
  if (kept && isFrom(page, kept))
    await sql`delete from draft where council_id = ${councilOf(db)} and person_id = ${personId}
      and account_id = ${actorOf(db).accountId}`.execute(db);
  return 0;
}

const isFrom = (page: DraftPage, kept: DraftRow): boolean =>
  kept.tab === page.tab || kept.version === page.version;

/** Only opening a page is not writing: it takes one of the four voices to make a draft. */
const isBlank = ({ said, noticed, think, agreed }: DraftFields): boolean =>
  [said, noticed, think, agreed].every((words) => !words?.trim());

function twoTabs(theirs: DraftFields, yours: DraftFields): Conflict {
  return new Conflict(
    'You have been writing about this person in two places. Neither is lost: here are both.',
    { who: 'your other tab', words: asText(theirs) },
    asText(yours),
  );
}

const asText = ({ said = '', noticed = '', think = '', agreed = '' }: DraftFields): string =>
  [said, noticed, think, agreed].filter((words) => words.trim()).join('\n\n');

/** Drafts and savings of one worker come one after the other; others and foreign keys do not wait. */
async function oneAtATime(db: CouncilDb): Promise<void> {
  await sql`select id from account where council_id = ${councilOf(db)} and id = ${actorOf(db).accountId}
    for no key update`.execute(db);
}

async function isSavedForGood(db: CouncilReader, tab: string): Promise<boolean> {
  const rows = await readRows(
    db,
    sql`select id from submission where council_id = ${councilOf(db)} and id = ${tab}`,
  );
  return rows.length > 0;
}

async function draftRow(db: CouncilReader, personId: string): Promise<DraftRow | null> {
  const [row] = await readRows<DraftRow>(
    db,
    sql`select fields -> 'fields' as fields, fields ->> 'tab' as tab, version, saved_at as "savedAt" from draft
      where council_id = ${councilOf(db)} and person_id = ${personId} and account_id = ${actorOf(db).accountId}`,
  );
  return row ?? null;
}
