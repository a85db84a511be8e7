import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Conflict, type Problem, Unknown } from '../../../platform/http/problems.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { newId } from '../../../platform/ids.ts';
import { answerAsked } from '../../asking/answers.store.ts';
import { type ListingPage, readListing } from '../../listings.store.ts';
import { saveSaid } from '../../said.store.ts';
import { type Change, changesBetween, type GroupSays, saysOf } from './group-says.ts';
import { saveDays } from './own-page.store.ts';
import { boxOf, sayableFrom } from './saying.ts';

/** A listing as its group sees it, and what the page holds of it. */
export interface GroupListing {
  listing: ListingPage;
  says: GroupSays;
}

export async function readGroupListing(db: CouncilReader, listingId: string): Promise<GroupListing> {
  const listing = await readListing(db, listingId);
  const today = dayOf(nowOf(db));
  return {
    listing,
    says: saysOf(
      listing,
      listing.datesByHand.filter(({ heldOn }) => heldOn >= today),
    ),
  };
}

/** The listing a short address opens: where two were joined, the one that is shown. @throws Unknown for any other address */
export async function listingOfLink(db: CouncilReader, link: Visit['link']): Promise<string> {
  if (link?.kind !== 'listing') throw new Unknown();
  const [row] = await readRows<{ id: string }>(
    db,
    sql`select coalesce(joined_into, id) as id from listing where council_id = ${councilOf(db)} and id = ${link.subjectId}`,
  );
  if (!row) throw new Unknown();
  return row.id;
}

export interface Saved {
  lines: Change[];
}

/**
 * Writes what a group changed on its page, in one go: each changed field with the group as who said it, its dates, and
 * what stood there before, so that it can be put back. A Save is also a yes to "is this still right?".
 * @returns what is wrong with a box, and nothing is written; else each change in words
 * @throws Conflict when somebody changed the listing after `version` was read
 */
export async function saveGroupSays(
  db: CouncilDb,
  listingId: string,
  now: GroupSays,
  version: number,
): Promise<Saved | Problem[]> {
  await lockListing(db, listingId);
  const { listing, says: was } = await readGroupListing(db, listingId);
  const lines = changesBetween(was, now);
  if (listing.version !== version) throw changedMeanwhile(lines);
  const said = sayableFrom(now, lines, listing);
  const problems = Object.keys(said).length
    ? await saveSaid(db, listingId, said, { kind: 'group', who: theGroup }, version)
    : [];
  if (problems.length) return problems.map(({ field, message }) => ({ field: boxOf(field), message }));
  await saveDays(db, listingId, now);
  const after = await saveChecked(db, listingId, now);
  if (lines.length)
    await sql`insert into group_change (council_id, id, listing_id, who, made_at, lines, was, version_after)
      values (${councilOf(db)}, ${newId()}, ${listingId}, ${theGroup}, ${nowOf(db)}, ${JSON.stringify(lines)}::jsonb,
        ${JSON.stringify(was)}::jsonb, ${after})`.execute(db);
  return { lines };
}

/** Who speaks through a short address that was given to one group. */
export const theGroup = 'the group';

/**
 * Puts back what the last change found, when nobody has changed the listing since.
 * @throws Unknown when it is not this listing's, or was put back already
 */
export async function undoChange(
  db: CouncilDb,
  listingId: string,
  changeId: string,
): Promise<Saved | Problem[]> {
  await lockListing(db, listingId);
  const [change] = await readRows<{ was: GroupSays; versionAfter: number }>(
    db,
    sql`update group_change set undone_at = ${nowOf(db)}
      where council_id = ${councilOf(db)} and listing_id = ${listingId} and id = ${changeId} and undone_at is null
      returning was, version_after as "versionAfter"`,
  );
  if (!change) throw new Unknown();
  return saveGroupSays(db, listingId, change.was, change.versionAfter);
}

async function lockListing(db: CouncilDb, listingId: string): Promise<void> {
  const found = await readRows(
    db,
    sql`select id from listing where council_id = ${councilOf(db)} and id = ${listingId} for update`,
  );
  if (!found.length) throw new Unknown();
}

function changedMeanwhile(lines: readonly Change[]): Conflict {
  const inWords = (side: 'from' | 'to') =>
    lines.map((line) => `${line.what}: ${line[side]}`).join('. ') || 'The same';
  return new Conflict(
    'Somebody else changed this while you did.',
    { who: 'What is there now', words: inWords('from') },
    inWords('to'),
  );
}

/** Its last day, and that whoever runs it says today that it is right. @returns the version after it */
async function saveChecked(db: CouncilDb, listingId: string, { onlyUntil }: GroupSays): Promise<number> {
  await answerAsked(db, listingId, { answer: 'changed' }, theGroup);
  const [saved] = await readRows<{ version: number }>(
    db,
    sql`update listing set only_until = ${onlyUntil}, version = version + 1
      where council_id = ${councilOf(db)} and id = ${listingId} returning version`,
  );
  return saved?.version ?? 0;
}
