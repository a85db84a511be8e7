import { sql } from 'kysely';
import { actorOf, type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import type { Problem } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { ListingParticulars } from '../../listing-kept.ts';
import { markChecked } from '../../listings.store.ts';
import { readSayable, type Sayable } from '../../said/sayable.ts';
import { saveSaid } from '../../said.store.ts';
import type { ListingTyped } from './suggestions.forms.ts';

/**
 * A listing nobody's feed knows, made by an editor: it has no source, each field says the editor said it, and it is as
 * fresh as the last time somebody checked it with whoever runs it.
 * @returns its id, or what is wrong with a box and nothing is written
 */
export async function makeListing(db: CouncilDb, typed: ListingTyped): Promise<string | Problem[]> {
  const said = saidOf(typed);
  const read = readSayable(said);
  if (!read.ok) return read.problems.map(({ field, message }) => ({ field: boxOf(field), message }));
  const listingId = newId();
  await sql`insert into listing (council_id, id, name, particulars)
    values (${councilOf(db)}, ${listingId}, ${typed.name}, ${JSON.stringify(nothingSaid)}::jsonb)`.execute(
    db,
  );
  await saveSaid(db, listingId, said, { kind: 'editor', who: actorOf(db).name }, 1);
  if (typed.checkedBy) await markChecked(db, listingId, typed.checkedBy);
  return listingId;
}

function saidOf({ name, summary, description, venue, town, postcode, when }: ListingTyped): Partial<Sayable> {
  const hasPlace = Boolean(venue || town || postcode);
  const place = { name: venue, kind: 'physical' as const, lines: [], town, postcode, district: null };
  const schedule = { freq: null, interval: 1, byday: [], bymonthday: [], dtstart: null, validFrom: null };
  return {
    ...{ name, summary, description },
    places: hasPlace ? [{ ...place, latitude: null, longitude: null }] : [],
    schedules: when ? [{ ...schedule, validTo: null, opensAt: null, closesAt: null, description: when }] : [],
  };
}

const boxOf = (field: string): string => {
  const [top = '', , inner = ''] = field.split('.');
  if (top === 'places') return inner === 'name' ? 'venue' : inner || 'venue';
  return top === 'schedules' ? 'when' : top;
};

const nothingSaid = {
  ...{ otherNames: [], organisation: null, isPlaceWithheld: false, phones: [], email: null, website: null },
  ...{ schedules: [], costs: [], minimumAge: null, maximumAge: null, audiences: [], whoFor: null, ways: [] },
  ...{ howToJoin: [], languages: [], accessibility: [], areas: [], topics: [], alert: null },
} satisfies ListingParticulars;
