import { sql } from 'kysely';
import { type Day, dayOf } from '../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../platform/db/council.ts';
import { Conflict, Unknown } from '../platform/http/problems.ts';
import type { Standing } from './finder/standing.ts';
import type { ListingParticulars, OurAdditions, PlaceKept } from './listing-kept.ts';
import type { Said } from './said.ts';

export interface Concern {
  words: string;
  toldBy: string;
  toldAt: Date;
}

/** A listing as it is kept, for any page that shows one. */
export interface ListingRow extends OurAdditions {
  listingId: string;
  name: string;
  summary: string | null;
  status: 'active' | 'temporarily closed' | 'not said';
  particulars: ListingParticulars;
  places: PlaceKept[];
  assuredOn: Day | null;
  checkedOn: Day | null;
  checkedBy: string | null;
  sourceName: string | null;
}

/** The same with all that says how it stands and what of it anybody may see: what `listingJson` gives. */
export interface ListingShown extends ListingRow, Standing {
  description: string | null;
  state: 'listed' | 'resting' | 'hidden' | 'joined';
  said: Said;
  /** What its short address ends in. */
  short: string;
}

/** A `ListingShown` as JSON, in a statement that calls the listing `l` and its feed `e`. */
export const listingJson = sql`json_build_object('listingId', l.id, 'name', l.name, 'summary', l.summary,
  'status', l.status, 'particulars', l.particulars,
  'places', (select coalesce(json_agg(json_build_object('name', p.name, 'kind', p.kind, 'lines', p.address_lines,
      'town', p.town, 'postcode', p.postcode, 'district', p.district, 'latitude', p.latitude, 'longitude', p.longitude)
      order by p.position), '[]') from listing_place p where p.council_id = l.council_id and p.listing_id = l.id),
  'assuredOn', l.assured_on, 'checkedOn', l.checked_on, 'checkedBy', l.checked_by, 'sourceName', e.name,
  'whatItIsLike', l.what_it_is_like, 'whatItIsLikeBy', l.what_it_is_like_by, 'whoToAskFor', l.who_to_ask_for,
  'canGoWith', l.can_go_with, 'room', l.room, 'description', l.description, 'state', l.state, 'said', l.said,
  'short', l.short, 'pausedFrom', l.paused_from, 'pausedUntil', l.paused_until, 'pausedWords', l.paused_words,
  'onlyUntil', l.only_until,
  'isUserLed', (select o.is_user_led from organisation o where o.council_id = l.council_id and o.id = l.organisation_id),
  'datesByHand', (select coalesce(json_agg(json_build_object('heldOn', d.held_on, 'isOn', d.is_on, 'words', d.words)
      order by d.held_on), '[]') from group_date d where d.council_id = l.council_id and d.listing_id = l.id))`;

/** One listing with everything we know of it. */
export interface ListingPage extends ListingShown {
  stateWhy: string | null;
  stateSince: Day | null;
  version: number;
  /** What people told us is wrong, since it was last checked. */
  concerns: Concern[];
}

/** @throws Unknown when this council has no such listing */
export async function readListing(db: CouncilReader, listingId: string): Promise<ListingPage> {
  const council = councilOf(db);
  const [listing] = await readRows<ListingPage & { listing: ListingShown }>(
    db,
    sql`select ${listingJson} as listing, l.state_why as "stateWhy", l.state_since as "stateSince",
        l.version, coalesce((select json_agg(json_build_object('words', c.words, 'toldBy', coalesce(a.name, c.told_by_words), 'toldAt', c.told_at)
            order by c.told_at)
          from listing_concern c left join account a on a.council_id = c.council_id and a.id = c.told_by
          where c.council_id = ${council} and c.listing_id = l.id and c.settled_at is null), '[]') as concerns
      from listing l left join feed e on e.council_id = ${council} and e.id = l.feed_id
      where l.council_id = ${council} and l.id = ${listingId}`,
  );
  if (!listing) throw new Unknown();
  const { listing: row, ...more } = listing;
  return {
    ...more,
    ...row,
    concerns: more.concerns.map((one) => ({ ...one, toldAt: new Date(one.toldAt) })),
  };
}

/** Somebody asked whoever runs it, and it is right. What was told to be wrong is settled by that. */
export async function markChecked(
  db: CouncilDb,
  listingId: string,
  checkedBy: string,
  checkedOn: Day = dayOf(nowOf(db)),
): Promise<void> {
  const council = councilOf(db);
  const changed =
    await sql`update listing set checked_on = ${checkedOn}, checked_by = ${checkedBy}, version = version + 1
    where council_id = ${council} and id = ${listingId}`.execute(db);
  if (!changed.numAffectedRows) throw new Unknown();
  await sql`update listing_concern set settled_by = ${actorOf(db).accountId}, settled_at = ${nowOf(db)}
    where council_id = ${council} and listing_id = ${listingId} and settled_at is null`.execute(db);
}

/** Writes what we know of a group and no directory does; a version keeps two people from writing over each other. */
export async function saveAdditions(
  db: CouncilDb,
  listingId: string,
  additions: OurAdditions,
  version: number,
): Promise<void> {
  const { whatItIsLike, whatItIsLikeBy, whoToAskFor, canGoWith, room } = additions;
  const saved =
    await sql`update listing set what_it_is_like = ${whatItIsLike}, what_it_is_like_by = ${whatItIsLikeBy},
      who_to_ask_for = ${whoToAskFor}, can_go_with = ${canGoWith}, room = ${room},
      said = said - case when who_to_ask_for is distinct from ${whoToAskFor} then 'whoToAskFor' else '' end
        - case when can_go_with is distinct from ${canGoWith} then 'canGoWith' else '' end
        - case when room is distinct from ${room} then 'room' else '' end, version = version + 1
    where council_id = ${councilOf(db)} and id = ${listingId} and version = ${version}`.execute(db);
  if (saved.numAffectedRows) return;
  const now = await readListing(db, listingId);
  const theirs = [now.whatItIsLike, now.whoToAskFor, now.canGoWith, now.room].filter(Boolean).join('. ');
  const yours = [whatItIsLike, whoToAskFor, canGoWith, room].filter(Boolean).join('. ');
  throw new Conflict(
    'Somebody else wrote about this group while you did.',
    { who: 'What is there now', words: theirs },
    yours,
  );
}

/** Rests a listing, hides it, or brings it back, with why; nothing is ever deleted. */
export async function setState(
  db: CouncilDb,
  listingId: string,
  state: 'listed' | 'resting' | 'hidden',
  why: string | null,
): Promise<void> {
  const isListed = state === 'listed';
  const changed = await sql`update listing set state = ${state}, state_why = ${isListed ? null : why},
      state_since = ${isListed ? null : dayOf(nowOf(db))}, rested_by = ${isListed ? null : 'editor'}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${listingId} and state <> 'joined'`.execute(db);
  if (!changed.numAffectedRows) throw new Unknown();
}
