import type { Day } from '../../platform/clock.ts';
import type { ListingSchedule } from '../listing.ts';
import type { ListingParticulars, OurAdditions, PlaceKept } from '../listing-kept.ts';
import { describeDistance } from '../near.ts';
import { nextOn as usualOn } from '../recurrence.ts';
import { describeSchedule } from '../schedule-words.ts';
import { type Checking, describeChecking } from './freshness.ts';
import { nextDays, type Standing, standingInWords } from './standing.ts';

/** What a card is made of: a listing's row, and how far away it is. */
export interface ToShow extends OurAdditions, Checking, Partial<Standing> {
  listingId: string;
  name: string;
  summary: string | null;
  status: 'active' | 'temporarily closed' | 'not said';
  particulars: ListingParticulars;
  places: readonly PlaceKept[];
  kilometres?: number | null;
  /** What its short address ends in. */
  short?: string;
}

/** A listing in the words a person needs to decide to go. */
export interface ListingCard {
  listingId: string;
  name: string;
  /** What it is like, by someone who goes; else what it says of itself. */
  like: string | null;
  likeBy: string | null;
  nextOn: Day[];
  /** The usual time of the day it is next on; null when that day is not a usual one. */
  nextWhen: string | null;
  when: string[];
  where: string | null;
  /** Where that is, for a map on somebody's own telephone: `geo:53.4,-1.5`. */
  geo: string | null;
  howFar: string | null;
  cost: string | null;
  ages: string | null;
  languages: string[];
  access: string[];
  whoToAskFor: string | null;
  canGoWith: string | null;
  room: string | null;
  checking: string;
  phone: string | null;
  notice: string | null;
  sourceName: string | null;
  /** Run by the people it is for. */
  isUserLed: boolean;
  short: string | null;
}

/** How many dates ahead help somebody plan. */
const datesAhead = 3;

/** @example cardOf(row, '2026-11-21').nextOn // ['2026-11-24', '2026-12-01', '2026-12-08'] */
export function cardOf(listing: ToShow, today: Day): ListingCard {
  const { particulars, whatItIsLike, summary, kilometres } = listing;
  const standing = standingOf(listing);
  const isOurs = whatItIsLike !== null;
  const next = nextDays(particulars.schedules, standing, today, datesAhead);
  const when = [...new Set(particulars.schedules.map(describeSchedule).filter((words) => words !== ''))];
  return {
    listingId: listing.listingId,
    name: listing.name,
    like: whatItIsLike ?? summary,
    likeBy: isOurs ? listing.whatItIsLikeBy : null,
    ...{ nextOn: next, nextWhen: whenOn(particulars.schedules, next[0], when.length), when },
    where: whereInWords(listing),
    geo: geoOf(listing),
    howFar: kilometres === null || kilometres === undefined ? null : describeDistance(kilometres),
    cost: particulars.costs.map(({ text }) => text).join('; ') || null,
    ages: agesInWords(particulars),
    languages: [...particulars.languages],
    access: [...particulars.accessibility],
    whoToAskFor: listing.whoToAskFor,
    canGoWith: listing.canGoWith,
    room: listing.room ?? particulars.room ?? null,
    checking: describeChecking(listing, today),
    phone: particulars.phones[0]?.number ?? null,
    notice: noticeOf(listing, standing, today),
    sourceName: listing.sourceName,
    isUserLed: standing.isUserLed === true,
    short: listing.short ?? null,
  };
}

/** @example whenOn([thursdays, sundays], '2026-11-22', 2) // 'Sundays, 6pm to 11pm; also at other times' */
function whenOn(schedules: readonly ListingSchedule[], day: Day | undefined, many: number): string | null {
  const usual = day && schedules.find((schedule) => usualOn([schedule], day, 1)[0] === day);
  const words = usual ? describeSchedule(usual) : '';
  if (words === '') return null;
  return many > 1 ? `${words}; also at other times` : words;
}

const standingOf = (listing: ToShow): Standing => ({
  pausedFrom: listing.pausedFrom ?? null,
  pausedUntil: listing.pausedUntil ?? null,
  pausedWords: listing.pausedWords ?? null,
  onlyUntil: listing.onlyUntil ?? null,
  datesByHand: listing.datesByHand ?? [],
  isUserLed: listing.isUserLed ?? null,
});

const placeOf = ({ particulars, places }: ToShow): PlaceKept | undefined =>
  particulars.isPlaceWithheld ? undefined : places.find(({ kind }) => kind === 'physical');

function whereInWords(listing: ToShow): string | null {
  const { particulars } = listing;
  if (particulars.isPlaceWithheld)
    return `Where it meets is kept quiet, for people’s safety. ${particulars.phones.length ? 'Ring' : 'Ask'} first.`;
  const place = placeOf(listing);
  if (!place) return particulars.ways.length ? particulars.ways.join(', ') : null;
  return (
    [place.name, ...place.lines, place.town, place.postcode ?? place.district].filter(Boolean).join(', ') ||
    null
  );
}

function geoOf(listing: ToShow): string | null {
  const place = placeOf(listing);
  if (!place || place.latitude === null || place.longitude === null) return null;
  return `geo:${place.latitude},${place.longitude}`;
}

/** @example agesInWords({ minimumAge: 50, maximumAge: null }) // '50 and over' */
export function agesInWords(ages: { minimumAge: number | null; maximumAge: number | null }): string | null {
  const { minimumAge, maximumAge } = ages;
  if (maximumAge === null) return minimumAge ? `${minimumAge} and over` : null;
  return minimumAge ? `${minimumAge} to ${maximumAge}` : `up to ${maximumAge}`;
}

function noticeOf({ status, particulars, room }: ToShow, standing: Standing, today: Day): string | null {
  const said = [
    status === 'temporarily closed' ? 'Resting for now.' : '',
    ...standingInWords(standing, today),
    (room ?? particulars.room) === 'full' ? 'Full at the moment: ring before you go.' : '',
    particulars.alert ?? '',
  ];
  return said.filter((words) => words !== '').join(' ') || null;
}

/** A telephone number as a link dials it. @example dialled('01632 960 123 ext 4') // 'tel:01632960123' */
export const dialled = (number: string): string =>
  `tel:${number.replace(/\s*(?:ext|x|extension)\.?\s*\d+.*$/i, '').replace(/[^\d+]/g, '')}`;

export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
