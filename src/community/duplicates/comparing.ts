import type { ListingParticulars, PlaceKept } from '../listing-kept.ts';
import type { Compared } from './likely.ts';
import { wordsIn } from './names.ts';

/** A listing as it is read to be compared. */
export interface ToCompare {
  listingId: string;
  feedId: string | null;
  name: string;
  organisation: string | null;
  identifiers: string[];
  particulars: Pick<
    ListingParticulars,
    'otherNames' | 'phones' | 'email' | 'website' | 'schedules' | 'organisation'
  >;
  places: Pick<PlaceKept, 'town' | 'postcode' | 'latitude' | 'longitude' | 'kind'>[];
}

/** Brings each thing into a form in which the same is the same. */
export function comparedOf({ particulars, places, ...listing }: ToCompare): Compared {
  const towns = present(places.map(({ town }) => town?.toLowerCase() ?? null));
  const organisation = listing.organisation ?? particulars.organisation?.name ?? null;
  const met = places.filter(({ kind }) => kind === 'physical');
  return {
    feedId: listing.feedId,
    names: [listing.name, ...particulars.otherNames].map(wordsIn),
    towns,
    townWords: towns.flatMap(wordsIn),
    identifiers: listing.identifiers,
    organisation: organisation === null ? null : wordsIn(organisation),
    phones: present(particulars.phones.map(({ number }) => digitsOf(number))),
    emails: particulars.email === null ? [] : [particulars.email.toLowerCase()],
    website: particulars.website === null ? null : bareAddress(particulars.website),
    postcodes: present(met.map(({ postcode }) => postcode)),
    points: met.flatMap(({ latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ latitude, longitude }],
    ),
    when: [...new Set(particulars.schedules.flatMap(timesOf))],
  };
}

/** @example digitsOf('+44 (0)1632 960123 ext 4') // '1632960123' */
export function digitsOf(number: string): string | null {
  const digits = number
    .replace(/\s*(?:ext|x|extension)\.?\s*\d+.*$/i, '')
    .replace(/^(?:\+|00)44\s*(?:\(0\))?/, '')
    .replace(/\D/g, '')
    .replace(/^0/, '');
  return digits.length < 7 ? null : digits.slice(0, 10);
}

/** @example bareAddress('https://www.singers.example.org/home/?from=x') // 'singers.example.org/home' */
export function bareAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`.toLowerCase();
}

const timesOf = ({ byday, opensAt }: ToCompare['particulars']['schedules'][number]): string[] =>
  byday.map((day) => `${day.slice(-2)} ${opensAt ?? ''}`.trim());

const present = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.filter((text) => text !== null)),
];
