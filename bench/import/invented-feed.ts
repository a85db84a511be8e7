import { type Chance, chance } from '../../demo/random.ts';

const things = [
  'Choir',
  'Allotment',
  'Walking',
  'Chess',
  'Knitting',
  'Repair',
  'Swimming',
  'Lunch',
  'Memory',
  'Gardening',
] as const;
const towns = [
  'Saltbeck',
  'Marram',
  'Ferrybank',
  'Oldquay',
  'Northmere',
  'Thornwick',
  'Eastholm',
  'Gullrock',
] as const;
const sentences = [
  'We meet every week, there is always a pot of tea, and nobody minds if you only come to listen.',
  'Beginners are welcome and everything you need is here; somebody will meet you at the door the first time.',
  'A small and friendly group run by the people who come. There is a step at the front and a ramp at the side.',
  'Outdoors whatever the weather, at the pace of the slowest, ending with soup in the church hall.',
  'You can bring a friend, a dog or nobody. Hearing loop, large print and a quiet room next door.',
  'It costs two pounds, or nothing if two pounds is difficult this week, and nobody will ask which.',
] as const;

/**
 * A version 3 feed of invented services, about as long and as untidy as a real directory: half of the descriptions are
 * web pages, one record in fifty has no name.
 */
export function inventedFeed(records: number, seed: number): string {
  const luck = chance(seed);
  const contents = Array.from({ length: records }, (_, number) => service(number, luck));
  return JSON.stringify({ total_items: records, total_pages: 1, page_number: 1, last_page: true, contents });
}

function service(number: number, luck: Chance) {
  const one = luck.pick;
  const town = one(towns);
  const name = luck.happens(0.02) ? '' : `${town} ${one(things)} Group ${number}`;
  const told = Array.from({ length: 6 }, () => one(sentences));
  const isPage = luck.happens(0.5);
  const description = isPage
    ? told.map((line) => `<p>${line} <a href="https://example.org">More</a></p>`)
    : told;
  return {
    id: `service-${number}`,
    name,
    status: 'active',
    description: description.join('\n'),
    url: `https://group-${number}.example.org`,
    email: `hello@group-${number}.example.org`,
    assured_date: '2026-10-31',
    last_modified: '2026-10-31T12:00:00Z',
    organization: {
      id: `org-${number % 900}`,
      name: `${town} Neighbours ${number % 900}`,
      description: one(sentences),
    },
    phones: [{ id: `p-${number}`, number: '01632 960001' }],
    cost_options: [{ id: `c-${number}`, option: 'A visit', amount: luck.between(0, 5), currency: 'GBP' }],
    schedules: [
      {
        id: `s-${number}`,
        freq: 'WEEKLY',
        byday: one(['MO', 'TU', 'WE', 'TH', 'FR']),
        opens_at: '10:00',
        closes_at: '12:00',
      },
    ],
    attributes: [one(things), one(things)].map((term) => ({
      id: `a-${number}-${term}`,
      taxonomy_term: { id: term, name: term },
    })),
    service_at_locations: [{ id: `l-${number}`, location: placeIn(town, number, luck) }],
  };
}

function placeIn(town: string, number: number, luck: Chance) {
  const district = `ZZ${1 + luck.between(0, 20)}`;
  return {
    id: `place-${number}`,
    name: `${town} Hall`,
    location_type: 'physical',
    latitude: 53.5 + luck.between(0, 999) / 2000,
    longitude: -0.4 + luck.between(0, 999) / 2000,
    addresses: [
      {
        id: `ad-${number}`,
        address_1: `${number % 200} Quay Road`,
        city: town,
        postal_code: `${district} ${luck.between(0, 9)}AA`,
        address_type: 'physical',
      },
    ],
  };
}
