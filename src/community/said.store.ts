import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../platform/db/council.ts';
import { Conflict, type Problem, Unknown } from '../platform/http/problems.ts';
import { keepPlaces } from './feeds/keeping/places.store.ts';
import { keepPlaceQuiet, mayNeedToStayHidden } from './feeds/records/withheld-place.ts';
import type { ListingParticulars, PlaceKept } from './listing-kept.ts';
import { fieldsSay } from './said/in-words.ts';
import { readSayable, type Sayable } from './said/sayable.ts';
import { type KeptFields, type Said, type Sayer, sayableOf, sayFields } from './said.ts';

/** A listing as it stands, and who said what of it. */
export interface KeptListing extends KeptFields {
  listingId: string;
  particulars: ListingParticulars;
  said: Said;
  hasSource: boolean;
  version: number;
}

/** Listings as they stand, by id; only those of this council that exist. */
export async function readKept(
  db: CouncilReader,
  listingIds: readonly string[],
): Promise<Map<string, KeptListing>> {
  const council = councilOf(db);
  const rows = await readRows<KeptListing & { places: PlaceKept[] }>(
    db,
    sql`select l.id as "listingId", l.name, l.summary, l.description, l.other_words as "otherWords", l.particulars, l.days,
        l.who_to_ask_for as "whoToAskFor", l.can_go_with as "canGoWith", l.room, l.said, l.feed_id is not null as "hasSource", l.version,
        coalesce((select json_agg(json_build_object('name', p.name, 'kind', p.kind, 'lines', p.address_lines, 'town', p.town,
            'postcode', p.postcode, 'district', p.district, 'latitude', p.latitude, 'longitude', p.longitude) order by p.position)
          from listing_place p where p.council_id = ${council} and p.listing_id = l.id), '[]') as places
      from listing l where l.council_id = ${council} and l.id = any (${listingIds}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.listingId, row]));
}

/**
 * Writes fields of a listing with who said each: its columns, places, days and the words it is found by, together. An
 * import never writes over them; where the source says otherwise, that is kept beside. Needs no account.
 * @returns what is wrong with a field, and nothing is written; empty when saved
 * @throws Conflict when somebody changed the listing after `version` was read, Unknown when there is none
 * @example await saveSaid(db, listingId, { email: 'hello@singers.example.org' }, { kind: 'group', who: 'Sandra' }, 3)
 */
export async function saveSaid(
  db: CouncilDb,
  listingId: string,
  changes: Partial<Sayable>,
  by: { kind: Exclude<Sayer, 'source'>; who: string },
  version: number,
): Promise<Problem[]> {
  const read = readSayable(changes);
  if (!read.ok) return read.problems;
  const held = (await readKept(db, [listingId])).get(listingId);
  if (!held) throw new Unknown();
  const wanted = await withPositions(db, held, read.value);
  const speaking = { by: by.kind, who: by.who, on: dayOf(nowOf(db)), hasSource: held.hasSource };
  const { kept, said, changed } = sayFields(held, held.said, wanted, speaking);
  if (changed.length === 0 && held.version === version) return [];
  const mustBeQuiet =
    kept.particulars.isPlaceWithheld || mayNeedToStayHidden({ ...kept, ...kept.particulars });
  const quiet = mustBeQuiet ? keepPlaceQuiet(kept) : kept;
  if (mustBeQuiet) delete said.places;
  if (!(await wrote(db, quiet, said, version)))
    throw new Conflict(
      'Somebody else changed this while you did.',
      { who: 'What is there now', words: fieldsSay(pick(sayableOf(held), wanted)) },
      fieldsSay(wanted),
    );
  if (changed.includes('places') || quiet !== kept)
    await keepPlaces(db, [{ id: listingId, isHeld: true, places: quiet.places, version: version + 1 }]);
  await keepWords(db, listingId);
  return [];
}

async function wrote(db: CouncilDb, kept: KeptListing, said: Said, version: number): Promise<boolean> {
  const saved = await sql`update listing set name = ${kept.name}, summary = ${kept.summary},
      description = ${kept.description}, other_words = ${kept.otherWords},
      particulars = ${JSON.stringify(kept.particulars)}::jsonb, days = ${kept.days},
      who_to_ask_for = ${kept.whoToAskFor ?? null}, can_go_with = ${kept.canGoWith ?? null}, room = ${kept.room ?? null},
      said = ${JSON.stringify(said)}::jsonb, version = version + 1
    where council_id = ${councilOf(db)} and id = ${kept.listingId} and version = ${version}`.execute(db);
  return Boolean(saved.numAffectedRows);
}

const pick = (all: Sayable, asked: Partial<Sayable>): Partial<Sayable> =>
  Object.fromEntries(Object.keys(asked).map((field) => [field, all[field as keyof Sayable]]));

/** About where each place is, for those said without: where the same postcode is known to be. */
async function withPositions(
  db: CouncilDb,
  held: KeptListing,
  changes: Partial<Sayable>,
): Promise<Partial<Sayable>> {
  const { places } = changes;
  const codes = (places ?? []).flatMap(({ latitude, postcode }) =>
    latitude === null && postcode ? [postcode] : [],
  );
  if (!places || codes.length === 0) return changes;
  const known = await readRows<{ postcode: string; latitude: number; longitude: number }>(
    db,
    sql`select postcode, avg(latitude) as latitude, avg(longitude) as longitude from listing_place
      where council_id = ${councilOf(db)} and postcode = any (${codes}) and latitude is not null group by postcode`,
  );
  const positions = [...held.places, ...known];
  return {
    ...changes,
    places: places.map((place) => {
      const at = positions.find(({ postcode, latitude }) => postcode === place.postcode && latitude !== null);
      return place.latitude === null && place.postcode && at
        ? { ...place, latitude: at.latitude, longitude: at.longitude }
        : place;
    }),
  };
}

/** The words it uses, so that a slip of spelling finds them before the next import gathers them all anew. */
async function keepWords(db: CouncilDb, listingId: string): Promise<void> {
  const council = councilOf(db);
  await sql`insert into listing_word (council_id, word)
    select ${council}, word from listing l,
      unnest(tsvector_to_array(to_tsvector('simple', l.name || ' ' || l.other_words || ' ' || coalesce(l.summary, '')))) word
    where l.council_id = ${council} and l.id = ${listingId} and l.state = 'listed' and word ~ '^[a-z]{3,30}$'
    on conflict do nothing`.execute(db);
}
