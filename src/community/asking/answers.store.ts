import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nobody, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Room } from '../listing-kept.ts';

/** What a group can say of itself when it is asked, or without being asked. */
export type Answer =
  | { answer: 'yes' | 'changed' }
  | { answer: 'paused'; until: Day | null; words: string | null; from?: Day | null }
  | { answer: 'full'; room: Room }
  | { answer: 'stopped'; why: string };

/**
 * Takes an answer, whichever way it came: the link, the group's own page, a steward's call, a visit. It counts as one
 * answer to whatever was asked, as a check today (a closing apart), and said twice it is the same.
 * @param by in words, as it is shown: "the group", "Rowan, who rang"
 * @throws Unknown when there is no such listing
 */
export async function answerAsked(
  db: CouncilDb,
  listingId: string,
  given: Answer,
  by: string,
): Promise<void> {
  const [council, today] = [councilOf(db), dayOf(nowOf(db))];
  await holdListing(db, listingId);
  await sql`update asking set answer = ${given.answer}, answered_on = ${today}, answered_by = ${by}, card_code = null
    where council_id = ${council} and listing_id = ${listingId} and answered_on is null`.execute(db);
  const set = sql.join([sql`asks_unanswered = 0`, ...said(given, today), ...checked(given, today, by)]);
  const changed =
    await sql`update listing set ${set} where council_id = ${council} and id = ${listingId}`.execute(db);
  if (!changed.numAffectedRows) throw new Unknown();
  if (given.answer === 'yes' || given.answer === 'changed') await settleConcerns(db, listingId);
}

/** Any answer but a closing says that it is right today, and brings back what only silence or the group rested. */
function checked({ answer }: Answer, today: Day, by: string): RawBuilder<unknown>[] {
  if (answer === 'stopped') return [];
  const rested = sql`state in ('hidden', 'resting') and rested_by in ('silence', 'group')`;
  return [
    ...[sql`checked_on = ${today}`, sql`checked_by = ${by}`],
    sql`state = case when ${rested} then 'listed' else state end`,
    ...['state_why', 'state_since', 'rested_by'].map(
      (column) => sql`${sql.ref(column)} = case when ${rested} then null else ${sql.ref(column)} end`,
    ),
  ];
}

/** What the answer itself says. A closing rests the listing and takes nothing of it away. */
function said(given: Answer, today: Day): RawBuilder<unknown>[] {
  if (given.answer === 'paused')
    return [
      sql`paused_from = ${given.from ?? today}, paused_until = ${given.until}, paused_words = ${given.words}`,
    ];
  if (given.answer === 'full') return [sql`room = ${given.room}, version = version + 1`];
  if (given.answer !== 'stopped') return [];
  const rests = sql`state = 'listed' or rested_by = 'silence'`;
  return [
    sql`state = case when ${rests} then 'resting' else state end`,
    sql`rested_by = case when ${rests} then 'group' else rested_by end`,
    sql`state_why = case when ${rests} then ${given.why} else state_why end`,
    sql`state_since = case when ${rests} then ${today}::date else state_since end`,
  ];
}

/** Something has changed and somebody has yet to write it: an answer to what was asked, but no check. */
export async function noteChanged(db: CouncilDb, listingId: string, by: string): Promise<void> {
  const council = councilOf(db);
  await holdListing(db, listingId);
  await sql`update asking set answer = 'changed', answered_on = ${dayOf(nowOf(db))}, answered_by = ${by}, card_code = null
    where council_id = ${council} and listing_id = ${listingId} and answered_on is null`.execute(db);
  await sql`update listing set asks_unanswered = 0 where council_id = ${council} and id = ${listingId}`.execute(
    db,
  );
}

/** The group is on again: no pause, no end, listed unless an editor or its source rests it. */
export async function bringBack(db: CouncilDb, listingId: string, by: string): Promise<void> {
  await sql`update listing set paused_from = null, paused_until = null, paused_words = null,
      only_until = case when only_until < ${dayOf(nowOf(db))} then null else only_until end
    where council_id = ${councilOf(db)} and id = ${listingId}`.execute(db);
  await answerAsked(db, listingId, { answer: 'yes' }, by);
}

/** It is only for now: the last day it is on, or null when it goes on. */
export async function onlyForNow(
  db: CouncilDb,
  listingId: string,
  until: Day | null,
  by: string,
): Promise<void> {
  await sql`update listing set only_until = ${until} where council_id = ${councilOf(db)} and id = ${listingId}`.execute(
    db,
  );
  await answerAsked(db, listingId, { answer: 'yes' }, by);
}

/** Yes to everything that was asked in the same message: they all hold the address of this one. */
export async function answerTogether(db: CouncilDb, listingId: string, by: string): Promise<number> {
  const listings = await askedTogether(db, listingId);
  for (const one of listings.toSorted((a, b) => a.listingId.localeCompare(b.listingId)))
    await answerAsked(db, one.listingId, { answer: 'yes' }, by);
  return listings.length;
}

/** The listings of the last message this one was in, this one first, as far as they are not resting. */
async function askedTogether(
  db: CouncilDb,
  listingId: string,
): Promise<{ listingId: string; name: string }[]> {
  const council = councilOf(db);
  return readRows(
    db,
    sql`select l.id as "listingId", l.name from asking a
      join listing l on l.council_id = ${council} and l.id = a.listing_id
        and (l.state = 'listed' or l.rested_by in ('silence', 'group') or l.id = ${listingId})
      where a.council_id = ${council} and a.together_id = (select together_id from asking
        where council_id = ${council} and listing_id = ${listingId} order by asked_on desc, nth desc limit 1)
      order by l.id <> ${listingId}, l.name limit 50`,
  );
}

async function settleConcerns(db: CouncilDb, listingId: string): Promise<void> {
  const actor = actorOf(db);
  await sql`update listing_concern set settled_at = ${nowOf(db)}, settled_by = ${actor === nobody ? null : actor.accountId}
    where council_id = ${councilOf(db)} and listing_id = ${listingId} and settled_at is null`.execute(db);
}

/** The listing before what was asked of it, always: two who answer at once wait for each other instead of both failing. */
async function holdListing(db: CouncilDb, listingId: string): Promise<void> {
  await sql`select from listing where council_id = ${councilOf(db)} and id = ${listingId} for update`.execute(
    db,
  );
}
