import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Conflict, type Problem, Unknown } from '../../platform/http/problems.ts';
import type { Said } from '../said.ts';
import { type Lent, type Loan, loansOf, returnsOf } from './joining.ts';

type PairState = 'found' | 'joined' | 'kept apart';

/** What taking two apart again needs. */
interface Undo {
  other: Pick<Standing, 'state' | 'stateWhy' | 'stateSince' | 'restedBy'>;
  loans: Loan[];
  /** Who had said what of the shown one. */
  marks: Said;
  /** Listings that were joined into the other, and are shown as the shown one now. */
  followed: string[];
}

interface Pair {
  oneId: string;
  otherId: string;
  state: PairState;
  shownId: string | null;
  undo: Undo | null;
}

interface Standing extends Lent {
  listingId: string;
  name: string;
  said: Said;
  state: string;
  stateWhy: string | null;
  stateSince: string | null;
  restedBy: string | null;
  joinedInto: string | null;
}

/**
 * "These are the same": one is shown, the other stands behind it. What hangs on the other (introductions, short
 * addresses) follows by `joined_into`; what we knew of it and not of the shown one is lent. Nothing is lost: `takeApart`.
 * @returns a problem when one of the two is joined elsewhere already
 * @throws Conflict when somebody decided first
 */
export async function joinPair(
  db: CouncilDb,
  pairId: string,
  shownId: string,
  version: number,
): Promise<Problem[]> {
  const pair = await lockPair(db, pairId, version, ['found', 'kept apart']);
  const standing = await lockListings(db, [pair.oneId, pair.otherId]);
  const shown = standing.get(shownId);
  const other = standing.get(shownId === pair.oneId ? pair.otherId : pair.oneId);
  if (!shown || !other) return [{ field: 'shown', message: 'Choose which of the two is shown' }];
  if (shown.joinedInto ?? other.joinedInto)
    return [
      { field: 'shown', message: 'One of the two is joined to another already. Take those apart first' },
    ];
  const loans = loansOf(shown, other);
  const { state, stateWhy, stateSince, restedBy } = other;
  const undo: Undo = {
    other: { state, stateWhy, stateSince, restedBy },
    loans,
    marks: shown.said,
    followed: await follow(db, other.listingId, shownId),
  };
  await standBehind(db, other.listingId, shown);
  await writeLent(db, shown, Object.fromEntries(loans.map(({ field, now }) => [field, now])), other.said);
  await decide(db, pairId, 'joined', shownId, undo);
  return [];
}

/** "Keep apart": not asked again unless something compared changes. */
export async function keepApart(db: CouncilDb, pairId: string, version: number): Promise<void> {
  await lockPair(db, pairId, version, ['found']);
  await decide(db, pairId, 'kept apart', null, null);
}

/** "Take them apart again", or ask again about two kept apart: both stand as they stood before. */
export async function takeApart(db: CouncilDb, pairId: string, version: number): Promise<void> {
  const pair = await lockPair(db, pairId, version, ['joined', 'kept apart']);
  if (pair.undo && pair.shownId) await restore(db, pair, pair.undo, pair.shownId);
  await sql`update listing_pair set state = 'found', decided_by = null, decided_at = null, shown_id = null, undo = null,
      version = version + 1 where council_id = ${councilOf(db)} and id = ${pairId}`.execute(db);
}

async function restore(db: CouncilDb, pair: Pair, undo: Undo, shownId: string): Promise<void> {
  const council = councilOf(db);
  const otherId = shownId === pair.oneId ? pair.otherId : pair.oneId;
  const shown = (await lockListings(db, [pair.oneId, pair.otherId])).get(shownId);
  if (!shown) throw new Unknown();
  const { state, stateWhy, stateSince, restedBy } = undo.other;
  await sql`update listing set state = ${state}, state_why = ${stateWhy}, state_since = ${stateSince},
      rested_by = ${restedBy}, joined_into = null, version = version + 1
    where council_id = ${council} and id = ${otherId} and state = 'joined'`.execute(db);
  await sql`update listing l set joined_into = ${otherId}, version = version + 1
    where l.council_id = ${council} and l.id = any (${undo.followed}::uuid[]) and l.joined_into = ${shownId}
      and exists (select from listing_pair p where p.council_id = ${council} and p.state = 'joined'
        and p.one_id = least(l.id, ${otherId}::uuid) and p.other_id = greatest(l.id, ${otherId}::uuid))`.execute(
    db,
  );
  await writeLent(db, shown, returnsOf(shown, undo.loans), undo.marks);
}

async function lockPair(
  db: CouncilDb,
  pairId: string,
  version: number,
  from: readonly PairState[],
): Promise<Pair> {
  const [pair] = await readRows<Pair & { version: number }>(
    db,
    sql`select one_id as "oneId", other_id as "otherId", state, shown_id as "shownId", undo, version from listing_pair
      where council_id = ${councilOf(db)} and id = ${pairId} for update`,
  );
  if (!pair) throw new Unknown();
  if (pair.version !== version || !from.includes(pair.state))
    throw new Conflict(
      'Somebody decided about these two while you looked.',
      { who: 'What it says now', words: inWords[pair.state] },
      'Look at the two again.',
    );
  return pair;
}

const inWords = { found: 'Nobody has decided', joined: 'They are the same', 'kept apart': 'Kept apart' };

/** In one order always, so that two who join at once wait and never block each other. */
async function lockListings(db: CouncilDb, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await readRows<Standing>(
    db,
    sql`select id as "listingId", name, said, state, state_why as "stateWhy", state_since as "stateSince",
        rested_by as "restedBy", joined_into as "joinedInto", what_it_is_like as "whatItIsLike",
        what_it_is_like_by as "whatItIsLikeBy", who_to_ask_for as "whoToAskFor", can_go_with as "canGoWith", room,
        checked_on as "checkedOn", checked_by as "checkedBy"
      from listing where council_id = ${councilOf(db)} and id = any (${ids}::uuid[]) order by id for update`,
  );
  return new Map(rows.map((row) => [row.listingId, row]));
}

/** Whatever is shown as the other already is shown as this one: a listing shown in another's place is never joined itself. */
async function follow(db: CouncilDb, otherId: string, shownId: string): Promise<string[]> {
  const moved = await readRows<{ id: string }>(
    db,
    sql`update listing set joined_into = ${shownId}, version = version + 1
      where council_id = ${councilOf(db)} and joined_into = ${otherId} returning id`,
  );
  return moved.map(({ id }) => id);
}

async function standBehind(db: CouncilDb, otherId: string, shown: Standing): Promise<void> {
  await sql`update listing set state = 'joined', joined_into = ${shown.listingId}, rested_by = 'joined',
      state_why = ${`The same as ${shown.name}, which is shown`}, state_since = ${dayOf(nowOf(db))}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${otherId}`.execute(db);
}

/** Writes what was lent or goes back; the rest stays as it stands. */
async function writeLent(db: CouncilDb, shown: Standing, lent: Partial<Lent>, marks: Said): Promise<void> {
  const now = { ...shown, ...lent };
  const said = saidWith(shown.said, Object.keys(lent), marks);
  await sql`update listing set what_it_is_like = ${now.whatItIsLike}, what_it_is_like_by = ${now.whatItIsLikeBy},
      who_to_ask_for = ${now.whoToAskFor}, can_go_with = ${now.canGoWith}, room = ${now.room},
      checked_on = ${now.checkedOn}, checked_by = ${now.checkedBy}, said = ${JSON.stringify(said)}::jsonb,
      version = version + 1
    where council_id = ${councilOf(db)} and id = ${shown.listingId}`.execute(db);
}

/** Who said each, with these fields as `marks` has them. */
function saidWith(said: Said, fields: readonly string[], marks: Said): Said {
  const others = Object.entries(said).filter(([field]) => !fields.includes(field));
  const theirs = Object.entries(marks).filter(([field]) => fields.includes(field));
  return Object.fromEntries([...others, ...theirs]);
}

async function decide(
  db: CouncilDb,
  pairId: string,
  state: PairState,
  shownId: string | null,
  undo: Undo | null,
): Promise<void> {
  await sql`update listing_pair set state = ${state}, shown_id = ${shownId},
      undo = ${undo === null ? null : JSON.stringify(undo)}::jsonb, decided_by = ${actorOf(db).accountId},
      decided_at = ${nowOf(db)}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${pairId}`.execute(db);
}
