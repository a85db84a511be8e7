import type { Day } from '../platform/clock.ts';
import type { Listing } from './listing.ts';
import { weekdaysOf } from './weekdays.ts';

/** What is shown of a listing and never searched by column. */
export type ListingParticulars = Pick<
  Listing,
  | 'otherNames'
  | 'organisation'
  | 'isPlaceWithheld'
  | 'phones'
  | 'email'
  | 'website'
  | 'schedules'
  | 'costs'
  | 'minimumAge'
  | 'maximumAge'
  | 'audiences'
  | 'whoFor'
  | 'ways'
  | 'howToJoin'
  | 'languages'
  | 'accessibility'
  | 'areas'
  | 'topics'
  | 'alert'
> & {
  /** How full its source says it is; what we know of it ourselves stands in a column of its own. */
  room?: Room | null;
};

/** How full a group is. */
export type Room = 'room for more' | 'nearly full' | 'full';
export const rooms = ['room for more', 'nearly full', 'full'] as const;

/** What we add to a listing, which no source knows and no import touches. */
export interface OurAdditions {
  whatItIsLike: string | null;
  whatItIsLikeBy: string | null;
  whoToAskFor: string | null;
  canGoWith: string | null;
  room: Room | null;
}

/** One place, ready for its row. */
export interface PlaceKept {
  name: string | null;
  kind: 'physical' | 'postal' | 'virtual';
  lines: string[];
  town: string | null;
  postcode: string | null;
  district: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** A listing as its source gives it, ready for its row: what an import writes and writes again. */
export interface ListingKept {
  sourceId: string;
  name: string;
  summary: string | null;
  description: string | null;
  otherWords: string;
  particulars: ListingParticulars;
  days: string[];
  status: Listing['status'];
  assuredOn: Day | null;
  modifiedAt: Date | null;
  places: PlaceKept[];
}

/** @example keptFrom(listing).days // ['TU'] */
export function keptFrom(listing: Listing): ListingKept {
  const { sourceId, name, summary, description, status, assuredOn, modifiedAt } = listing;
  const particulars = particularsOf(listing);
  return {
    ...{ sourceId, name, summary, description, status, assuredOn, modifiedAt },
    otherWords: otherWordsOf(particulars, listing.places),
    particulars,
    days: weekdaysOf(listing.schedules),
    places: listing.places.map(({ addressLines, coordinates, ...place }) => ({
      ...place,
      lines: [...addressLines],
      latitude: coordinates?.latitude ?? null,
      longitude: coordinates?.longitude ?? null,
    })),
  };
}

/** Far more than any directory says of one thing, and less than a tsvector can hold. */
const mostOtherWords = 8_000;

/** What is searched and never shown. @example otherWordsOf(particulars, [hall]) // 'Lunch clubs · Carers · Larkfield Hall · Larkfield' */
export function otherWordsOf(
  particulars: ListingParticulars,
  places: readonly Pick<PlaceKept, 'name' | 'town'>[],
): string {
  const placeWords = places.flatMap(({ name, town }) => [name, town]);
  const { otherNames, organisation, topics, audiences, areas, whoFor } = particulars;
  return [...otherNames, organisation?.name, ...topics, ...audiences, ...areas, whoFor, ...placeWords]
    .filter(Boolean)
    .join(' · ')
    .slice(0, mostOtherWords);
}

function particularsOf(listing: Listing): ListingParticulars {
  const { otherNames, organisation, isPlaceWithheld, phones, email, website, schedules, costs } = listing;
  const { minimumAge, maximumAge, audiences, whoFor, ways, howToJoin, languages, accessibility } = listing;
  const { areas, topics, alert, room } = listing;
  return {
    ...{ otherNames, organisation, isPlaceWithheld, phones, email, website, schedules, costs },
    ...{ minimumAge, maximumAge, audiences, whoFor, ways, howToJoin, languages, accessibility },
    ...{ areas, topics, alert },
    ...(room ? { room } : {}),
  };
}
