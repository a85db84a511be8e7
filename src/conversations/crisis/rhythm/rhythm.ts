import { addDays, type Day, dayOf, daysBetween } from '../../../platform/clock.ts';
import type { RuleSet } from '../../rule-set.ts';
import { dayInWords, endOfDay, pastDay } from './days-in-words.ts';
import { addWorkingDays, workingDayOnOrBefore } from './working-days.ts';

/** A contact with the person themselves. Ringing the GP is care, but it is not contact with the person. */
export interface WhenInTouch {
  at: Date;
}

export interface WhenPeersHeard {
  on: Day;
  isTeamTalk: boolean;
}

export type RhythmKind = 'contact' | 'reread' | 'peers' | 'team-talk';

/** One part of the rhythm as a sentence, and the day it asks for next. It never blocks anything. */
export interface RhythmPart {
  kind: RhythmKind;
  /** What it asks, or asked, in a sentence. */
  asks: string;
  /** The same, with how it stands. */
  sentence: string;
  /** The last day on which it keeps the rhythm; null when nothing more is asked. */
  dueOn: Day | null;
  /** The midnight in England that ends that day. */
  dueAt: Date | null;
  isPast: boolean;
}

export interface Rhythm {
  /** Day 1 is the day it opened. */
  dayNumber: number;
  /** What the rhythm asks at this stage, in a sentence. */
  asks: string;
  contact: RhythmPart;
  parts: RhythmPart[];
}

/**
 * C2-4: the rhythm of conversation 2, shown and never blocking (practice-and-law 2.3, after Camden and
 * Worcestershire; the numbers are a site's own).
 *
 * Day 1 is the day it opened, in England's calendar, so summer time and leap days change nothing. Contact is
 * asked for on the opening day, every day to day 7, at least every second day to day 21, then tapering: at
 * least every fourth day to the first team talk (day 42) and every seventh after it. Each step about doubles
 * the one before, and the last is the re-reading's own, which needs the person anyway. Which step holds is read
 * from the day after the last contact.
 *
 * @example rhythmOf(opened, [], [], [], rules, opened).contact.sentence // 'Be in touch today. Nobody has been in touch yet.'
 */
export function rhythmOf(
  opened: Date,
  contacts: readonly WhenInTouch[],
  rereads: readonly WhenInTouch[],
  peerShares: readonly WhenPeersHeard[],
  rules: RuleSet,
  now: Date,
): Rhythm {
  const began = dayOf(opened);
  const today = dayOf(now);
  const day = dayNumberOf(began, today);
  const contact = contactPart(began, latestOf(contacts, began), rules, today);
  return {
    dayNumber: day,
    asks: asksAt(day, rules),
    contact,
    parts: [
      contact,
      rereadPart(began, latestOf(rereads, began), rules, today),
      peersPart(began, peerShares, rules, today),
      teamTalkPart(began, peerShares, rules, today),
    ],
  };
}

/** @example dayNumberOf('2026-11-21', '2026-11-22') // 2 */
function dayNumberOf(began: Day, today: Day): number {
  return daysBetween(began, today) + 1;
}

/** The most days from one contact to the next, on a day of conversation 2. */
function daysApartOn(day: number, rules: RuleSet): number {
  if (day <= rules.dailyToDay) return 1;
  if (day <= rules.everySecondDayToDay) return 2;
  return day <= rules.firstTeamTalkDay ? 4 : 7;
}

/** The last day on which the next contact keeps the rhythm; the opening day itself when there has been none. */
export function contactDueOn(began: Day, last: Day | null, rules: RuleSet): Day {
  if (!last) return began;
  return addDays(last, daysApartOn(dayNumberOf(began, last) + 1, rules));
}

function contactPart(began: Day, last: Day | null, rules: RuleSet, today: Day): RhythmPart {
  const said = {
    late: 'Contact was due',
    ahead: last ? 'Be in touch again' : 'Be in touch',
    since: last ? `The last was ${pastDay(last, today)}.` : 'Nobody has been in touch yet.',
  };
  return partOf('contact', contactDueOn(began, last, rules), today, said);
}

function rereadPart(began: Day, last: Day | null, rules: RuleSet, today: Day): RhythmPart {
  return partOf('reread', addDays(last ?? began, rules.rereadEveryDays), today, {
    late: 'Reading the plan again together was due',
    ahead: 'Read the plan again together',
    since: last
      ? `It was last read together ${pastDay(last, today)}.`
      : 'It has not been read together since it was written.',
  });
}

/** The first within working days of opening; then every so many days, on the working day before when that is a day off. */
function peersPart(began: Day, shares: readonly WhenPeersHeard[], rules: RuleSet, today: Day): RhythmPart {
  const last = latestDay(shares.map(({ on }) => on).filter((on) => on >= began));
  const dueOn = last
    ? workingDayOnOrBefore(addDays(last, rules.peersToldEveryDays))
    : addWorkingDays(began, rules.peersToldWithinWorkingDays);
  return partOf('peers', dueOn, today, {
    late: 'Telling peers was due',
    ahead: 'Tell peers',
    since: last ? `They last heard ${pastDay(last, today)}.` : 'They have not heard yet.',
  });
}

/** A talk counts for a day when it was held in the week before that day, or at any time after. */
function teamTalkPart(began: Day, shares: readonly WhenPeersHeard[], rules: RuleSet, today: Day): RhythmPart {
  const talked = latestDay(
    shares.filter(({ isTeamTalk, on }) => isTeamTalk && on >= began).map(({ on }) => on),
  );
  const day = [rules.firstTeamTalkDay, rules.secondTeamTalkDay]
    .sort((one, other) => one - other)
    .find((each) => !talked || dayNumberOf(began, talked) < each - 6);
  const since = talked ? `The team last talked ${pastDay(talked, today)}.` : '';
  if (day === undefined)
    return {
      kind: 'team-talk',
      asks: 'No further talk is set.',
      sentence: `${since} No further talk is set.`.trim(),
      dueOn: null,
      dueAt: null,
      isPast: false,
    };
  return partOf('team-talk', addDays(began, day - 1), today, {
    late: `The team’s talk at day ${day} was due`,
    ahead: `The team talks at day ${day},`,
    since,
  });
}

interface Said {
  late: string;
  ahead: string;
  since: string;
}

function partOf(kind: RhythmKind, dueOn: Day, today: Day, said: Said): RhythmPart {
  const isPast = dueOn < today;
  const by = dueOn === today ? 'today' : `by ${dayInWords(dueOn, today)}`;
  const asks = isPast ? `${said.late} ${pastDay(dueOn, today)}.` : `${said.ahead} ${by}.`;
  return { kind, asks, sentence: `${asks} ${said.since}`.trim(), dueOn, dueAt: endOfDay(dueOn), isPast };
}

function asksAt(day: number, rules: RuleSet): string {
  const apart = daysApartOn(day, rules);
  if (apart === 1) return `Day ${day}: in touch every day, to day ${rules.dailyToDay}.`;
  if (apart === 2)
    return `Day ${day}: in touch at least every second day, to day ${rules.everySecondDayToDay}.`;
  return `Day ${day}: tapering, in touch at least every ${apart === 4 ? 'fourth day' : 'week'}.`;
}

/** The latest day of those since it opened. */
function latestOf(times: readonly WhenInTouch[], began: Day): Day | null {
  return latestDay(times.map(({ at }) => dayOf(at)).filter((day) => day >= began));
}

const latestDay = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (!last || day > last ? day : last), null);
