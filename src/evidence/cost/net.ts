import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Range } from './hours/ranges.ts';
import { WEEKS_A_YEAR } from './money/year.ts';

/** E8: no net figure until the hours of this many in a hundred contacts are known, at the site and where it is set beside. The council may set another. */
const HOURS_KNOWN_FOR_PERCENT = 80;

/** What is known of one side's hours: times contact was written down, and for how many of them, by either way of knowing. */
export interface SideHours {
  times: number;
  /** Somebody said how long. */
  saidTimes: number;
  /** The team's calendar covers it. */
  calendarTimes: number;
  /** Minutes since the site began, from what was said. */
  said: Range | null;
  weeks: number;
  /** Minutes of the calendars, and in how many weeks. */
  calendar: { minutes: number; weeks: number };
  /** People new since the site began: a side that answers more people gives more hours. */
  people: number;
}

export interface NetAsked {
  here: SideHours;
  there: SideHours;
  /** Paid less for the same people, for a whole year, in pence; below nought, more. */
  cashPence: number;
  /** Of the people whose payments these are, how many have some support with no amount written. */
  supported: number;
  unpriced: number;
  penceAnHour: number | null;
  /** So few people are behind some part of the sum that it would tell theirs. */
  wouldTellAFew?: boolean;
  knownForPercent?: number | undefined;
}

/** Paid less, less the hours it took: a range, for a year. Never a point. */
export interface Net {
  by: 'calendars' | 'what was said';
  cashPence: number;
  /** Hours a year more than the comparison would have given as many people; below nought, fewer. */
  moreHours: Range;
  hoursPence: Range;
  netPence: Range;
}

/**
 * E8: what was paid less for the same people, less the hours given beyond those the comparison gives as many new people, for a
 * year. Refused, naming all that is missing, unless the hours of enough contacts are known at both sides in the same
 * way, payments are written for enough people, and the council has said what an hour costs.
 * @example netOf({ here, there, cashPence, supported, unpriced, penceAnHour: 3_900 })
 */
export function netOf(asked: NetAsked): Net | Refusal {
  const { here, there, cashPence, penceAnHour } = asked;
  const percent = asked.knownForPercent ?? HOURS_KNOWN_FOR_PERCENT;
  const by = ways.find((way) => isKnown(here, way, percent) && isKnown(there, way, percent));
  const missing = [
    ...(by ? [] : [hoursMissing(here, 'here', percent), hoursMissing(there, 'in the comparison', percent)]),
    ...(penceAnHour === null ? ['the council has not said what an hour costs'] : []),
    ...(asked.unpriced * 100 > asked.supported * (100 - percent)
      ? [`no weekly amount is written for ${asked.unpriced} of ${asked.supported} people`]
      : []),
    ...(asked.wouldTellAFew ? ['a sum would tell what a few people’s support costs'] : []),
    ...(there.people === 0 || here.people === 0 ? ['nobody new has come to one of the two sides'] : []),
  ];
  if (!by || penceAnHour === null || missing.length > 0)
    return refuse(
      'E8',
      missing.join('; '),
      `say how long for at least ${percent} in a hundred contacts at both, or keep both teams’ calendars; and say what an hour costs, with where that is from`,
    );
  const mine = aYear(here, by);
  const theirs = aYear(there, by);
  const alike = here.people / there.people;
  const moreHours = {
    low: (mine.low - theirs.high * alike) / 60,
    high: (mine.high - theirs.low * alike) / 60,
  };
  const hoursPence = {
    low: Math.round(moreHours.low * penceAnHour),
    high: Math.round(moreHours.high * penceAnHour),
  };
  const netPence = { low: cashPence - hoursPence.high, high: cashPence - hoursPence.low };
  return { by, cashPence, moreHours, hoursPence, netPence };
}

/** What a net figure leaves out, said beside every one. */
export const netLeavesOut = [
  'support that new people began, and increases that may have been avoided',
  'deaths and moves away, which are no saving',
  'what people and their families paid and gave, and what health and others paid',
  'setting the site up, and hours nobody wrote down or put in a calendar',
] as const;

const ways = ['calendars', 'what was said'] as const;

const knownTimes = (side: SideHours, way: Net['by']): number =>
  way === 'calendars' ? side.calendarTimes : side.saidTimes;

function isKnown(side: SideHours, way: Net['by'], percent: number): boolean {
  const hasHours = way === 'calendars' ? side.calendar.weeks > 0 : side.said !== null && side.weeks > 0;
  return hasHours && side.times > 0 && knownTimes(side, way) * 100 >= side.times * percent;
}

function hoursMissing(side: SideHours, where: string, percent: number): string {
  if (side.times === 0) return `no contact is written down ${where}`;
  const known = Math.max(side.saidTimes, side.calendarTimes);
  return `hours are known for ${known} of ${side.times} contacts ${where}, and ${percent} in a hundred are needed in the same way at both`;
}

function aYear({ calendar, said, weeks }: SideHours, by: Net['by']): Range {
  if (by === 'calendars') {
    const minutes = (calendar.minutes / calendar.weeks) * WEEKS_A_YEAR;
    return { low: minutes, high: minutes };
  }
  const of = said ?? { low: 0, high: 0 };
  return { low: (of.low / weeks) * WEEKS_A_YEAR, high: (of.high / weeks) * WEEKS_A_YEAR };
}
