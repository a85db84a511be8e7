import type { Day } from '../../platform/clock.ts';
import type { ListingParticulars, OurAdditions, PlaceKept } from '../listing-kept.ts';
import { describeDistance } from '../near.ts';
import { nextOn } from '../recurrence.ts';
import { describeSchedule } from '../schedule-words.ts';
import { type Checking, describeChecking } from './freshness.ts';

/** What a card is made of: a listing's row, and how far away it is. */
export interface ToShow extends OurAdditions, Checking {
  listingId: string;
  name: string;
  summary: string | null;
  status: 'active' | 'temporarily closed' | 'not said';
  particulars: ListingParticulars;
  places: readonly PlaceKept[];
  kilometres?: number | null;
}

/** A listing in the words a person needs to decide to go. */
export interface ListingCard {
  listingId: string;
  name: string;
  /** What it is like, by someone who goes; else what it says of itself. */
  like: string | null;
  likeBy: string | null;
  nextOn: Day[];
  when: string[];
  where: string | null;
  howFar: string | null;
  cost: string | null;
  access: string[];
  whoToAskFor: string | null;
  canGoWith: string | null;
  room: string | null;
  checking: string;
  phone: string | null;
  notice: string | null;
  sourceName: string | null;
}

/** How many dates ahead help somebody plan. */
const datesAhead = 3;

/** @example cardOf(row, '2026-11-21').nextOn // ['2026-11-24', '2026-12-01', '2026-12-08'] */
export function cardOf(listing: ToShow, today: Day): ListingCard {
  const { particulars, whatItIsLike, summary, kilometres } = listing;
  const isOurs = whatItIsLike !== null;
  return {
    listingId: listing.listingId,
    name: listing.name,
    like: whatItIsLike ?? summary,
    likeBy: isOurs ? listing.whatItIsLikeBy : null,
    nextOn: nextOn(particulars.schedules, today, datesAhead),
    when: [...new Set(particulars.schedules.map(describeSchedule).filter((words) => words !== ''))],
    where: whereInWords(listing),
    howFar: kilometres === null || kilometres === undefined ? null : describeDistance(kilometres),
    cost: particulars.costs.map(({ text }) => text).join('; ') || null,
    access: [...particulars.accessibility],
    whoToAskFor: listing.whoToAskFor,
    canGoWith: listing.canGoWith,
    room: listing.room,
    checking: describeChecking(listing, today),
    phone: particulars.phones[0]?.number ?? null,
    notice: noticeOf(listing),
    sourceName: listing.sourceName,
  };
}

function whereInWords({ particulars, places }: ToShow): string | null {
  if (particulars.isPlaceWithheld) return 'Where it meets is kept quiet, for people’s safety. Ring first.';
  const place = places.find(({ kind }) => kind === 'physical');
  if (!place) return particulars.ways.length ? particulars.ways.join(', ') : null;
  return (
    [place.name, ...place.lines, place.town, place.postcode ?? place.district].filter(Boolean).join(', ') ||
    null
  );
}

function noticeOf({ status, particulars }: ToShow): string | null {
  if (status === 'temporarily closed')
    return ['Resting for now.', particulars.alert].filter(Boolean).join(' ');
  return particulars.alert;
}

/** A telephone number as a link dials it. @example dialled('01632 960 123 ext 4') // 'tel:01632960123' */
export const dialled = (number: string): string =>
  `tel:${number.replace(/\s*(?:ext|x|extension)\.?\s*\d+.*$/i, '').replace(/[^\d+]/g, '')}`;

export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
