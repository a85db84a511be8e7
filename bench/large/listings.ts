import type { ListingParticulars } from '../../src/community/listing-kept.ts';
import { textArray } from './invented-words.ts';
import { idKinds, type Step } from './people.ts';

export const listingCount = 50_000;

const doing =
  'Choir,Allotment,Walking,Chess,Knitting,Quilting,Repair,Swimming,Dancing,Lunch,Tea,Carers,Memory,Reading,Gardening,Bowls,Pottery,Painting,Computer,Befriending,Stroke,Men’s Shed,Book,Film,Cycling,Yoga,Bingo,Cooking,Language,History'.split(
    ',',
  );
const places =
  'Saltbeck,Marram,Ferrybank,Oldquay,Northmere,Thornwick,Eastholm,Gullrock,Whinfield,Hartsea,Millgate,Sandhaven,Crowle,Fenside,Ravenby,Westry,Kirkholm,Lowmoor,Upton Staithe,Beaconhill'.split(
    ',',
  );
const about = [
  'We meet every week, there is always a pot of tea, and nobody minds if you only come to listen.',
  'Beginners are welcome and everything you need is here; somebody will meet you at the door the first time.',
  'A small and friendly group run by the people who come. There is a step at the front and a ramp at the side.',
  'For anybody looking after somebody else: an hour to talk, to laugh, and to be asked how you are.',
  'Outdoors whatever the weather, at the pace of the slowest, ending with soup in the church hall.',
  'You can bring a friend, a dog or nobody. Hearing loop, large print and a quiet room next door.',
] as const;

/** What a listing shows and nobody searches: as much as a short one has. */
const particulars = JSON.stringify({
  ...{
    otherNames: [],
    organisation: null,
    isPlaceWithheld: false,
    email: null,
    website: null,
    schedules: [],
    costs: [],
  },
  ...{
    minimumAge: null,
    maximumAge: null,
    audiences: [],
    whoFor: null,
    ways: [],
    howToJoin: [],
    languages: [],
    areas: [],
  },
  ...{ phones: [], accessibility: ['A ramp at the side'], topics: [], alert: null },
} satisfies ListingParticulars);

/** Two invented directories: nine listings in ten are the large council's. */
export const listings: readonly Step[] = [
  {
    what: `${listingCount.toLocaleString('en-GB')} listings`,
    fills: ['listing', 'listing_place'],
    sql: `create temporary table one as
        select l, case when l % 10 = 0 then (select council_id from council where slug = 'bench-small') else (select council_id from council where slug = 'bench-large') end as council_id,
          pg_temp.id(${idKinds.listing}, l) as id, doing[1 + pg_temp.deal(l, 201, ${doing.length})] as doing, also[1 + pg_temp.deal(l, 202, ${doing.length})] as also,
          places[1 + pg_temp.deal(l, 203, ${places.length})] as place, pg_temp.deal(l, 203, ${places.length}) as p,
          about[1 + pg_temp.deal(l, 204, ${about.length})] || ' ' || about[1 + pg_temp.deal(l, 205, ${about.length})] || ' ' || about[1 + pg_temp.deal(l, 206, ${about.length})] as about
        from generate_series(1, ${listingCount}) l, (select ${textArray(doing)} as doing, ${textArray(doing)} as also, ${textArray(places)} as places, ${textArray(about)} as about) w;
      insert into listing (council_id, id, name, summary, description, other_words, particulars, days, status, assured_on)
        select council_id, id, place || ' ' || doing || ' Group ' || l, left(about, 90), about || ' ' || also || ' on some days.', lower(also || ' ' || place), '${particulars}',
          array[(array['MO','TU','WE','TH','FR','SA','SU'])[1 + pg_temp.deal(l, 207, 7)]], 'active', current_date - pg_temp.deal(l, 208, 700) from one;
      insert into listing_place (council_id, listing_id, position, name, kind, town, postcode, district, latitude, longitude)
        select council_id, id, 0, place || ' Hall', 'physical', place, 'ZZ' || (1 + p * 2) || ' ' || pg_temp.deal(l, 209, 10) || 'AA', 'ZZ' || (1 + p * 2),
          53.5 + p % 5 * 0.06 + pg_temp.deal(l, 210, 1000) * 0.00005, -0.4 + p / 5 * 0.09 + pg_temp.deal(l, 211, 1000) * 0.00008 from one`,
  },
  {
    what: 'the words and districts they use',
    fills: ['listing_word'],
    sql: `insert into listing_word (council_id, word)
        select distinct council_id, word from one, regexp_split_to_table(lower(about || ' ' || doing || ' ' || also || ' ' || place), '[^a-z]+') word where length(word) > 3;
      insert into postcode_district (council_id, code, latitude, longitude, is_from_listings)
        select council_id, 'ZZ' || (1 + p * 2), avg(53.5 + p % 5 * 0.06), avg(-0.4 + p / 5 * 0.09), true from one group by council_id, p`,
  },
  {
    what: 'introductions',
    fills: ['introduction'],
    sql: `insert into introduction (council_id, id, person_id, listing_id, stage, how, why, permission_words, offered_by, offered_on)
      select w.council_id, pg_temp.id(19, w.n), pg_temp.id(${idKinds.person}, w.n), o.id, 'introduced', 'going-along', 'She used to sing.', 'Yes, go on then.',
        pg_temp.id(${idKinds.account}, w.team * 10 + 1), current_date - pg_temp.deal(w.n, 220, 300)
      from who w join one o on o.council_id = w.council_id and o.l = case when w.n <= 90000 then 1 + (w.n / 10 % 5000) * 10 else 10 + (w.n % 5000) * 10 end
      where w.n % 3 = 1`,
  },
];
