import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import type { DateByHand } from '../../finder/standing.ts';
import type { ListingSchedule } from '../../listing.ts';
import type { ListingParticulars, OurAdditions, PlaceKept } from '../../listing-kept.ts';
import { describeSchedule } from '../../schedule-words.ts';
import { linesOfDays } from './days-said.ts';
import { type MeetingTime, scheduleOf, splitTimes } from './when-they-meet.ts';

/** Everything a group can change of itself on its page. */
export interface GroupSays extends Pick<OurAdditions, 'whoToAskFor' | 'canGoWith' | 'room'> {
  name: string;
  summary: string | null;
  description: string | null;
  times: MeetingTime[];
  /** Times its page has no words for, kept as they are. */
  keptTimes: ListingSchedule[];
  venue: string | null;
  address: string | null;
  town: string | null;
  postcode: string | null;
  phone: string | null;
  /** Anybody may see the number; otherwise it is for those who introduce people. */
  isPhoneForAll: boolean;
  email: string | null;
  website: string | null;
  cost: string | null;
  access: string[];
  languages: string[];
  /** It is only for now: its last day. */
  onlyUntil: Day | null;
  extraDays: Day[];
  daysOff: Day[];
}

/** A listing as its store reads it. */
export interface GroupRow extends OurAdditions {
  name: string;
  summary: string | null;
  description: string | null;
  particulars: ListingParticulars;
  places: readonly PlaceKept[];
  onlyUntil: Day | null;
}

/** A listing as its group changes it. */
export function saysOf(row: GroupRow, days: readonly DateByHand[]): GroupSays {
  const { name, summary, description, particulars, whoToAskFor, canGoWith, room, onlyUntil } = row;
  const place = whereTheyMeet(row);
  const { times, kept } = splitTimes(particulars.schedules);
  const phone = particulars.phones[0];
  return {
    ...{ name, summary, description, whoToAskFor, canGoWith, room, onlyUntil, times, keptTimes: kept },
    venue: place?.name ?? null,
    address: place?.lines.join(', ') || null,
    town: place?.town ?? null,
    postcode: place?.postcode ?? place?.district ?? null,
    phone: phone?.number ?? null,
    isPhoneForAll: phone ? !phone.mayBePersonal : false,
    email: particulars.email,
    website: particulars.website,
    cost: particulars.costs.map(({ text }) => text).join('; ') || null,
    access: [...particulars.accessibility],
    languages: [...particulars.languages],
    extraDays: days.filter(({ isOn }) => isOn).map(({ heldOn }) => heldOn),
    daysOff: days.filter(({ isOn }) => !isOn).map(({ heldOn }) => heldOn),
  };
}

const whereTheyMeet = ({ places }: GroupRow): PlaceKept | undefined =>
  places.find(({ kind }) => kind === 'physical');

/** All times a group meets, those its page cannot show included. */
export const schedulesOf = ({
  times,
  keptTimes,
}: Pick<GroupSays, 'times' | 'keptTimes'>): ListingSchedule[] => [...times.map(scheduleOf), ...keptTimes];

/** What a line of a change is about: a field, or several that are told as one. */
export type Subject = keyof typeof told;

/** One change, as it is told to whoever reads it. */
export interface Change {
  subject: Subject;
  what: string;
  from: string;
  to: string;
}

const told = {
  name: ['The name', (says: GroupSays) => says.name],
  summary: ['In one sentence', (says: GroupSays) => says.summary],
  description: ['What it is', (says: GroupSays) => says.description],
  when: ['When', (says: GroupSays) => schedulesOf(says).map(describeSchedule).join('; ')],
  where: [
    'Where',
    ({ venue, address, town, postcode }: GroupSays) =>
      [venue, address, town, postcode].filter(Boolean).join(', '),
  ],
  phone: [
    'Telephone',
    ({ phone, isPhoneForAll }: GroupSays) =>
      phone && `${phone} (${isPhoneForAll ? 'anybody may see it' : 'only for those who introduce people'})`,
  ],
  email: ['Email', (says: GroupSays) => says.email],
  website: ['Website', (says: GroupSays) => says.website],
  cost: ['Cost', (says: GroupSays) => says.cost],
  access: ['Getting in', (says: GroupSays) => says.access.join('; ')],
  languages: ['Languages', (says: GroupSays) => says.languages.join(', ')],
  whoToAskFor: ['Who to ask for', (says: GroupSays) => says.whoToAskFor],
  canGoWith: ['Somebody to go with', (says: GroupSays) => says.canGoWith],
  room: ['Room', (says: GroupSays) => says.room],
  onlyUntil: ['Only until', ({ onlyUntil }: GroupSays) => onlyUntil && longDate(onlyUntil)],
  extraDays: ['Also on', (says: GroupSays) => linesOfDays(says.extraDays).join('; ')],
  daysOff: ['Not on', (says: GroupSays) => linesOfDays(says.daysOff).join('; ')],
} as const satisfies Record<string, readonly [string, (says: GroupSays) => string | null]>;

/**
 * What differs, each in words; empty when nothing does.
 * @example changesBetween(was, { ...was, room: 'full' }) // [{ subject: 'room', what: 'Room', from: 'room for more', to: 'full' }]
 */
export function changesBetween(was: GroupSays, now: GroupSays): Change[] {
  return (Object.keys(told) as Subject[]).flatMap((subject) => {
    const [what, words] = told[subject];
    const [from, to] = [words(was) || 'nothing', words(now) || 'nothing'];
    return from === to ? [] : [{ subject, what, from, to }];
  });
}

/** The places with where they meet changed; a place that moved is looked for on the map anew by whoever saves it. */
export function placesWith(
  places: readonly PlaceKept[],
  { venue, address, town, postcode }: Pick<GroupSays, 'venue' | 'address' | 'town' | 'postcode'>,
): PlaceKept[] {
  const was = places.find(({ kind }) => kind === 'physical');
  const others = places.filter((place) => place !== was);
  if (!venue && !address && !town && !postcode) return others;
  const isWhole = postcode !== null && /\s/.test(postcode);
  const point = isWhole && was?.postcode === postcode ? was : null;
  const lines = address?.split(/\s*[,\n]\s*/).filter(Boolean) ?? [];
  const place: PlaceKept = {
    ...{ name: venue, kind: 'physical', lines, town },
    postcode: isWhole ? postcode : null,
    district: postcode === null ? null : (postcode.split(/\s/)[0] ?? null),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
  };
  return [place, ...others];
}

/** What it costs, in its own words; free is an amount too, so that it is found by those who look for free. */
export function costsOf(cost: string | null): ListingParticulars['costs'] {
  if (!cost) return [];
  const isFree = /^(it'?s |it is )?(free|no charge|nothing)\b(?!.*£\s*[1-9])/i.test(cost);
  const only = /^£?\s?(\d{1,4}(?:\.\d{2})?)(?:p?\b[^£\d]*)?$/.exec(cost)?.[1];
  return [{ text: cost, amount: isFree ? 0 : cost.includes('£') && only ? Number(only) : null }];
}
