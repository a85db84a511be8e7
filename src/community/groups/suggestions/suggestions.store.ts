import { sql } from 'kysely';
import { makeLink } from '../../../access/links/links.store.ts';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nobody,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { type Waiting, waitingSince } from './suggestion.ts';
import type { SuggestionKind } from './suggestions.forms.ts';

export interface NewSuggestion {
  kind: SuggestionKind;
  listingId: string | null;
  words: string;
  place: string | null;
  when: string | null;
  reach: string | null;
}

export type SuggestionAnswer = 'listed' | 'joined' | 'answered';

export interface Suggestion extends NewSuggestion {
  suggestionId: string;
  /** The listing a change is of. */
  listingName: string | null;
  madeAt: Date;
  answer: SuggestionAnswer | null;
  answerWords: string | null;
  answeredAt: Date | null;
  answerListing: { listingId: string; name: string; short: string; isListed: boolean } | null;
}

/** Keeps a suggestion; sent twice it is one, and each sending gets a short address at which to read the answer. */
export async function makeSuggestion(
  db: CouncilDb,
  suggestion: NewSuggestion,
): Promise<{ suggestionId: string; code: string }> {
  const council = councilOf(db);
  const { kind, listingId, words, place, when, reach } = suggestion;
  const madeBy = actorOf(db) === nobody ? null : actorOf(db).accountId;
  const [same] = await readRows<{ id: string }>(
    db,
    sql`select id from suggestion where council_id = ${council} and kind = ${kind} and words = ${words}
      and place is not distinct from ${place} and when_words is not distinct from ${when}
      and reach is not distinct from ${reach} and listing_id is not distinct from ${listingId} and answered_at is null`,
  );
  const suggestionId = same?.id ?? newId();
  if (!same)
    await sql`insert into suggestion (council_id, id, kind, listing_id, words, place, when_words, reach, made_by, made_at)
      values (${council}, ${suggestionId}, ${kind}, ${listingId}, ${words}, ${place}, ${when}, ${reach}, ${madeBy}, ${nowOf(db)})`.execute(
      db,
    );
  return { suggestionId, code: await makeLink(db, { kind: 'suggestion', subjectId: suggestionId }) };
}

const suggestionRows = (
  council: number,
) => sql`select s.id as "suggestionId", s.kind, s.listing_id as "listingId",
    l.name as "listingName", s.words, s.place, s.when_words as when, s.reach, s.made_at as "madeAt", s.answer,
    s.answer_words as "answerWords", s.answered_at as "answeredAt",
    case when a.id is not null then json_build_object('listingId', a.id, 'name', a.name, 'short', a.short,
      'isListed', a.state = 'listed') end as "answerListing"
  from suggestion s
  left join listing l on l.council_id = ${council} and l.id = s.listing_id
  left join listing a on a.council_id = ${council} and a.id = s.answer_listing_id
  where s.council_id = ${council}`;

/** @throws Unknown when this council has no such suggestion */
export async function readSuggestion(db: CouncilReader, id: string): Promise<Suggestion> {
  const [suggestion] = await readRows<Suggestion>(db, sql`${suggestionRows(councilOf(db))} and s.id = ${id}`);
  if (!suggestion) throw new Unknown();
  return suggestion;
}

/** Those that wait, oldest first; or those answered, newest first. One more than asked says there is more. */
export async function readSuggestions(
  db: CouncilReader,
  wanted: { isAnswered: boolean; offset: number; most: number },
): Promise<Suggestion[]> {
  const which = wanted.isAnswered
    ? sql`s.answered_at is not null order by s.answered_at desc, s.id`
    : sql`s.answered_at is null order by s.made_at, s.id`;
  return readRows<Suggestion>(
    db,
    sql`${suggestionRows(councilOf(db))} and ${which} limit ${wanted.most + 1} offset ${wanted.offset}`,
  );
}

/** How many wait for an answer, and how long. */
export async function suggestionsWaiting(db: CouncilReader): Promise<Waiting> {
  const rows = await readRows<{ day: Day }>(
    db,
    sql`select (made_at at time zone 'Europe/London')::date as day from suggestion
      where council_id = ${councilOf(db)} and answered_at is null`,
  );
  return waitingSince(
    rows.map(({ day }) => day),
    dayOf(nowOf(db)),
  );
}

/** Locks a suggestion while it is answered. */
export async function lockSuggestion(db: CouncilDb, id: string): Promise<Suggestion> {
  await sql`select id from suggestion where council_id = ${councilOf(db)} and id = ${id} for update`.execute(
    db,
  );
  return readSuggestion(db, id);
}

/** Writes the answer its writer will read. @throws Unknown when the listing named is not this council's */
export async function answerSuggestion(
  db: CouncilDb,
  id: string,
  { answer, words, listingId }: { answer: SuggestionAnswer; words: string; listingId: string | null },
): Promise<void> {
  const council = councilOf(db);
  const written = await sql`update suggestion set answer = ${answer}, answer_words = ${words},
      answered_by = ${actorOf(db).accountId}, answered_at = ${nowOf(db)}, answer_listing_id = ${listingId}
    where council_id = ${council} and id = ${id} and answered_at is null
      and (${listingId}::uuid is null or exists (select from listing l where l.council_id = ${council} and l.id = ${listingId}))`.execute(
    db,
  );
  if (!written.numAffectedRows) throw new Unknown();
}

export interface Likely {
  listingId: string;
  name: string;
  town: string | null;
}

/** Listings that may be what is meant, likeliest first: any of the words, those in the name before others. */
export async function likelyListings(db: CouncilReader, words: string, most = 6): Promise<Likely[]> {
  const council = councilOf(db);
  return readRows<Likely>(
    db,
    sql`with asked as (select replace(plainto_tsquery('english', ${words})::text, '&', '|')::tsquery as query)
      select l.id as "listingId", l.name, (select p.town from listing_place p
          where p.council_id = ${council} and p.listing_id = l.id order by p.position limit 1) as town
      from listing l, asked a where l.council_id = ${council} and l.state = 'listed' and l.search @@ a.query
      order by ts_rank(l.search, a.query) desc, l.id limit ${most}`,
  );
}
