import { comparedOf, type ToCompare } from './comparing.ts';
import type { Compared } from './likely.ts';

/** A listing in a few words: name, and what else is known. Two listings of a pair come from two feeds unless said. */
interface Told {
  also?: string[];
  org?: string;
  ids?: string[];
  tel?: string;
  email?: string;
  web?: string;
  town?: string;
  code?: string;
  at?: [number, number];
  when?: string;
  feed?: string;
}
type Listed = [string, Told?];

/** The same group told twice, as two directories tell it. All invented. */
const same: [Listed, Listed][] = [
  [
    ['Harbour Singers', { code: 'ZZ1 1AA' }],
    ['The Harbour Singers (CIO)', { code: 'ZZ1 1AA' }],
  ],
  [
    ['Harbour Singers', { tel: '01632 960101' }],
    ['Harbour Singers Saltbeck', { tel: '+44 1632 960101', town: 'Saltbeck' }],
  ],
  [
    ['Larkfield Bowls Club', { town: 'Larkfield', when: 'TU 14:00' }],
    ['Larkfield Bowls', { town: 'Larkfield', when: 'TU 14:00' }],
  ],
  [
    ['Knit and Natter', { code: 'ZZ1 1AB', when: 'WE 10:00' }],
    ['Knit & Natter group', { code: 'ZZ1 1AB', when: 'WE 10:30' }],
  ],
  [
    ['Repair café', { web: 'https://www.repair.example.org/saltbeck' }],
    ['Repair Cafe', { web: 'http://repair.example.org/saltbeck/' }],
  ],
  [
    ['Men in Sheds', { code: 'ZZ1 2AA', tel: '01632 960102' }],
    ['Saltbeck Men in Sheds', { town: 'Saltbeck', code: 'ZZ1 2AA' }],
  ],
  [
    ['Saltbeck Carers', { email: 'hello@carers.example.org', town: 'Saltbeck' }],
    ['Saltbeck Carers Ltd', { email: 'Hello@carers.example.org', town: 'Saltbeck' }],
  ],
  [
    ['Memory Lane Café', { code: 'ZZ1 3AA' }],
    ['Memory Lane Cafe', { at: [53.4001, -1.5], code: 'ZZ1 3AB' }],
  ],
  [
    ['Riverside Walk and Talk', { tel: '01632 960103' }],
    ['Riverside Walk & Talks', { tel: '01632960103' }],
  ],
  [
    ['Chandlery Chess', { ids: ['GB-CHC 1098765'], town: 'Saltbeck' }],
    ['Chandlery Chess Club', { ids: ['GB-CHC 1098765'], town: 'Saltbeck' }],
  ],
  [
    ['Tuesday Tea', { code: 'ZZ1 4AA', tel: '01632 960104', when: 'TU 14:00' }],
    ['St Mark’s coffee afternoon', { code: 'ZZ1 4AA', tel: '01632 960104', when: 'TU 14:00' }],
  ],
  [
    ['Saltbeck Ukulele Orchestra', { town: 'Saltbeck', when: 'TH 19:00' }],
    ['Saltbeck Ukelele Orchestra', { town: 'Saltbeck', when: 'TH 19:00' }],
  ],
  [
    ['Marsh Allotments Association', { code: 'ZZ2 1AA' }],
    ['Marsh Allotment Society', { code: 'ZZ2 1AA' }],
  ],
  [
    ['Dementia Friends Lunch', { org: 'Larkfield Neighbours', code: 'ZZ2 1AB' }],
    ['Dementia Friends Lunch', { org: 'Larkfield Neighbours Ltd', code: 'ZZ2 1AB' }],
  ],
  [
    ['Polish Saturday School', { town: 'Saltbeck', web: 'https://polska.example.org' }],
    ['The Polish Saturday School', { web: 'https://www.polska.example.org/' }],
  ],
  [
    ['Walking Football', { also: ['Saltbeck Strollers'], code: 'ZZ1 5AA' }],
    ['Saltbeck Strollers', { code: 'ZZ1 5AA', town: 'Saltbeck' }],
  ],
  [
    ['Boccia at the Leisure Centre', { code: 'ZZ1 5AB', when: 'MO' }],
    ['Boccia Leisure Centre', { code: 'ZZ1 5AB', when: 'MO 10:00' }],
  ],
  [
    ['Quay Writers', { town: 'Saltbeck', tel: '01632 960105' }],
    ['Quay Writers’ Circle', { town: 'Saltbeck', tel: '01632 960105' }],
  ],
  [
    ['Bereavement Café', { code: 'ZZ1 6AA', when: 'FR 10:00', feed: 'one' }],
    ['Bereavement Cafe', { code: 'ZZ1 6AA', when: 'FR 10:00', feed: 'one' }],
  ],
  [
    ['Deaf Club', { code: 'ZZ1 6AB', email: 'deaf@club.example.org' }],
    ['The Deaf Club', { code: 'ZZ1 6AB' }],
  ],
  [
    ['Harbour Lights Stroke Group', { tel: '01632 960106', town: 'Saltbeck' }],
    ['Harbor Lights Stroke Group', { tel: '01632 960106', town: 'Saltbeck' }],
  ],
  [
    ['Green Gym', { at: [53.41, -1.51] }],
    ['Green Gym', { at: [53.4105, -1.5102] }],
  ],
  [
    ['Friday Friends', { town: 'Larkfield', when: 'FR 10:00' }],
    ['Friday Friends', { town: 'Larkfield', tel: '01632 960107' }],
  ],
  // Told so thinly that only somebody who knows could say: missed, and counted as missed.
  [
    ['Saltbeck Sub Aqua', {}],
    ['Saltbeck Sub-Aqua Club', {}],
  ],
];

/** Two things, however alike they look. */
const different: [Listed, Listed][] = [
  [
    ['Yoga for beginners', { code: 'ZZ1 1AA', tel: '01632 960101' }],
    ['Yoga for improvers', { code: 'ZZ1 1AA', tel: '01632 960101' }],
  ],
  [
    ['Over 50s swim', { code: 'ZZ1 1AA' }],
    ['Over 60s swim', { code: 'ZZ1 1AA' }],
  ],
  [
    ['Slim and Fit', { town: 'Saltbeck', tel: '01632 960108', at: [53.4, -1.5] }],
    ['Slim and Fit', { town: 'Larkfield', tel: '01632 960108', at: [53.5, -1.7] }],
  ],
  [
    ['Saltbeck Library', { town: 'Saltbeck', code: 'ZZ1 1AC' }],
    ['Saltbeck Library rhyme time', { town: 'Saltbeck', code: 'ZZ1 1AC', tel: '01632 960109' }],
  ],
  [
    ['Chair yoga', { code: 'ZZ1 1AD', tel: '01632 960110' }],
    ['Gentle yoga', { code: 'ZZ1 1AD', tel: '01632 960110' }],
  ],
  [
    ['Carers Lunch', { code: 'ZZ1 1AE', org: 'Saltbeck Carers' }],
    ['Carers Choir', { code: 'ZZ1 1AE', org: 'Saltbeck Carers' }],
  ],
  [
    ['Harbour Singers', { town: 'Saltbeck' }],
    ['Harbour Swimmers', { town: 'Saltbeck' }],
  ],
  [
    ['Stay and Play', { at: [53.4, -1.5] }],
    ['Stay and Play', { at: [53.45, -1.6] }],
  ],
  [
    ['Coffee morning', { town: 'Saltbeck', code: 'ZZ1 1AF' }],
    ['Coffee morning', { town: 'Saltbeck', code: 'ZZ1 9AA' }],
  ],
  [
    ['Friends of the Park', { ids: ['GB-CHC 1098761'], town: 'Saltbeck' }],
    ['Friends of the Park', { ids: ['GB-CHC 1098762'], town: 'Saltbeck' }],
  ],
  [
    ['Age Well', { web: 'https://agewell.example.org', org: 'Age Well' }],
    ['Age Well befriending', { web: 'https://agewell.example.org', org: 'Age Well' }],
  ],
  [
    ['Table tennis', { code: 'ZZ1 2AB', when: 'MO 10:00', feed: 'one' }],
    ['Table football', { code: 'ZZ1 2AB', when: 'MO 10:00', feed: 'one' }],
  ],
  [
    ['1st Saltbeck Scouts', { town: 'Saltbeck' }],
    ['2nd Saltbeck Scouts', { town: 'Saltbeck' }],
  ],
  [
    ['Bowls Club', { town: 'Saltbeck' }],
    ['Bowls Club', { town: 'Larkfield' }],
  ],
  [
    ['Art class', { code: 'ZZ1 3AC', when: 'MO 10:00' }],
    ['Art therapy', { code: 'ZZ1 3AC', when: 'WE 14:00' }],
  ],
  [
    ['Warm space', { code: 'ZZ1 3AD' }],
    ['Food bank', { code: 'ZZ1 3AD', tel: '01632 960111' }],
  ],
  [
    ['Advice line', { tel: '01632 960112', web: 'https://advice.example.org' }],
    ['Debt advice', { tel: '01632 960112', web: 'https://advice.example.org' }],
  ],
  [
    ['Walking group', { town: 'Saltbeck', when: 'MO 10:00' }],
    ['Walking group', { town: 'Saltbeck', when: 'TH 14:00' }],
  ],
  [
    ['Parkinson’s Support Group', { town: 'Saltbeck' }],
    ['Stroke Support Group', { town: 'Saltbeck', code: 'ZZ1 4AB' }],
  ],
  [
    ['Community Centre', { town: 'Saltbeck', code: 'ZZ1 5AC' }],
    ['Community Café', { town: 'Saltbeck', code: 'ZZ1 5AC' }],
  ],
  [
    ['Mums’ Circle', { tel: '01632 960113' }],
    ['Dads’ Circle', { tel: '01632 960113' }],
  ],
  [
    ['Tai Chi', { at: [53.4, -1.5], when: 'TU 10:00' }],
    ['Tai Chi', { at: [53.42, -1.53], when: 'TU 10:00' }],
  ],
  [
    ['Saltbeck Pride', { town: 'Saltbeck', email: 'a@pride.example.org' }],
    ['Saltbeck Bride fair', { town: 'Saltbeck' }],
  ],
  [
    ['Tots Music', { code: 'ZZ1 6AC', when: 'TU 10:00', tel: '01632 960114' }],
    ['Tots Swimming', { code: 'ZZ1 6AC', when: 'TU 13:00', tel: '01632 960114' }],
  ],
  [
    ['Youth Club juniors', { code: 'ZZ1 6AD', when: 'FR 17:00' }],
    ['Youth Club seniors', { code: 'ZZ1 6AD', when: 'FR 19:00' }],
  ],
  // Two sessions of one name at one place: only somebody who knows could say they are two.
  [
    ['Aqua fit', { code: 'ZZ1 6AE', when: 'MO 10:00', tel: '01632 960115' }],
    ['Aqua fit', { code: 'ZZ1 6AE', when: 'FR 10:00', tel: '01632 960115' }],
  ],
];

const compared = ([name, told = {}]: Listed, side: string): Compared => {
  const [day = '', opensAt = null] = told.when?.split(' ') ?? [];
  const schedule = {
    ...{ freq: 'WEEKLY' as const, interval: 1, byday: [day], bymonthday: [], dtstart: null, validFrom: null },
    ...{ validTo: null, opensAt, closesAt: null, description: null },
  };
  const place = {
    ...{ kind: 'physical' as const, town: told.town ?? null, postcode: told.code ?? null },
    ...{ latitude: told.at?.[0] ?? null, longitude: told.at?.[1] ?? null },
  };
  const listing: ToCompare = {
    ...{
      listingId: name,
      feedId: told.feed ?? side,
      name,
      organisation: told.org ?? null,
      identifiers: told.ids ?? [],
    },
    places: [place],
    particulars: {
      ...{
        otherNames: told.also ?? [],
        organisation: null,
        email: told.email ?? null,
        website: told.web ?? null,
      },
      phones: told.tel ? [{ number: told.tel, label: null, mayBePersonal: false }] : [],
      schedules: told.when ? [schedule] : [],
    },
  };
  return comparedOf(listing);
};

/** Fifty invented pairs, each with what a person who knows them says. */
export const labelledPairs = [
  ...same.map((pair) => ({ pair, areSame: true })),
  ...different.map((pair) => ({ pair, areSame: false })),
].map(({ pair: [one, other], areSame }) => ({
  called: `${one[0]} / ${other[0]}`,
  one: compared(one, 'one'),
  other: compared(other, 'other'),
  areSame,
}));
