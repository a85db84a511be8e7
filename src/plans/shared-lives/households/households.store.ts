import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { Conflict, Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { Household } from './household.ts';

const livingThere = sql`(select count(*) from matching m where m.council_id = h.council_id and m.household_id = h.id
  and m.moved_in_on is not null and m.ended_on is null)`;

const householdRows = sql`select h.id, h.name, h.who_lives_here as "whoLivesHere", h.what_home_is_like as "whatHomeIsLike", h.place,
    h.capacity, h.approved_on as "approvedOn", h.approval_until_on as "approvalUntilOn",
    h.not_now_until_on as "notNowUntilOn", h.is_active as "isActive", h.version, ${livingThere} as "livingThere"
  from household h`;

/** Homes that share, by name, a page at a time. */
export async function householdsPage(
  db: CouncilReader,
  page: number,
  most = 20,
): Promise<{ households: Household[]; pages: number }> {
  const households = await readRows<Household>(
    db,
    sql`${householdRows} where h.council_id = ${councilOf(db)} and h.is_active
      order by h.name, h.id limit ${most} offset ${(page - 1) * most}`,
  );
  const [count] = await readRows<{ count: number }>(
    db,
    sql`select count(*) from household where council_id = ${councilOf(db)} and is_active`,
  );
  return { households, pages: Math.ceil((count?.count ?? 0) / most) };
}

/** Every home that shares, for choosing one. */
export async function householdsToChoose(db: CouncilReader): Promise<Household[]> {
  return readRows<Household>(
    db,
    sql`${householdRows} where h.council_id = ${councilOf(db)} and h.is_active order by h.name, h.id limit 200`,
  );
}

export async function findHousehold(db: CouncilReader, id: string): Promise<Household> {
  const [found] = await readRows<Household>(
    db,
    sql`${householdRows} where h.council_id = ${councilOf(db)} and h.id = ${id}`,
  );
  if (!found) throw new Unknown();
  return found;
}

/**
 * The same, held until this transaction ends, counted after it is held: two people who would move in at once are
 * judged one after the other, and the second sees the first.
 */
export async function holdHousehold(db: CouncilDb, id: string): Promise<Household> {
  await readRows(
    db,
    sql`select id from household where council_id = ${councilOf(db)} and id = ${id} for update`,
  );
  return findHousehold(db, id);
}

export type HouseholdWords = Omit<Household, 'id' | 'version' | 'livingThere'>;

export async function makeHousehold(db: CouncilDb, words: HouseholdWords): Promise<string> {
  const id = newId();
  await db
    .insertInto('household')
    .values({ council_id: councilOf(db), id, ...asRow(words) })
    .execute();
  return id;
}

/** Keeps what is known of a home. The household is held by the caller. */
export async function saveHousehold(
  db: CouncilDb,
  before: Household,
  words: HouseholdWords & { version: number },
): Promise<void> {
  if (before.version !== words.version)
    throw new Conflict(
      'Somebody else wrote about this home while you did.',
      { who: 'What is there now', words: `${before.whoLivesHere}\n${before.whatHomeIsLike}` },
      `${words.whoLivesHere}\n${words.whatHomeIsLike}`,
    );
  await db
    .updateTable('household')
    .set({ ...asRow(words), version: before.version + 1 })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', before.id)
    .execute();
}

const asRow = (words: HouseholdWords) => ({
  name: words.name,
  who_lives_here: words.whoLivesHere,
  what_home_is_like: words.whatHomeIsLike,
  place: words.place,
  capacity: words.capacity,
  approved_on: words.approvedOn,
  approval_until_on: words.approvalUntilOn,
  not_now_until_on: words.notNowUntilOn,
  is_active: words.isActive,
});
