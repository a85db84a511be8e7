import { addDays, type Day } from '../../../platform/clock.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { rule, type Way } from '../introduction.ts';

/** Whom a group can welcome, as far as it has said. */
export interface Welcome {
  name: string;
  isResting: boolean;
  /** The group said that it is full. */
  isFull: boolean;
  pausedFrom: Day | null;
  /** On again by itself from this day; null: until the group says so. */
  pausedUntil: Day | null;
  onlyUntil: Day | null;
  /** Null: the group set no number. */
  aMonth: number | null;
  /** The last day for which the number holds. */
  aMonthUntil: Day | null;
  /** How many were introduced who come in a month, by month: { '2026-11': 2 }. Those offered and not yet introduced do not count. */
  introducedIn: Readonly<Record<string, number>>;
}

/** How far ahead it is worth looking for a day. */
const monthsAhead = 24;

interface NotThen {
  because: string;
  /** The first later day on which this would no longer stand in the way; null when nobody can say. */
  until: Day | null;
}

/**
 * The first day from `from` on which the group can welcome somebody more; null when nobody can say.
 * @example firstWelcome({ …, aMonth: 2, introducedIn: { '2026-11': 2 } }, '2026-11-22') // '2026-12-01'
 */
export function firstWelcome(welcome: Welcome, from: Day): Day | null {
  let day: Day | null = from;
  for (let tries = 0; day !== null && tries < monthsAhead; tries++) {
    const inTheWay: NotThen | null = notThen(welcome, day);
    if (!inTheWay) return day;
    day = inTheWay.until;
  }
  return null;
}

/**
 * May somebody be introduced to this group, coming from a day on? Only the group's own yes goes beyond what it welcomes.
 * A slip is always possible: they take it from there, and no place is kept for them.
 * @returns null when they may
 */
export function mayBeWelcomed(
  welcome: Welcome,
  asked: { how: Way; from: Day; hasGroupsYes: boolean },
): Refusal | null {
  const inTheWay = notThen(welcome, asked.from);
  if (!inTheWay || asked.how === 'slip' || asked.hasGroupsYes) return null;
  const day = firstWelcome(welcome, asked.from);
  return refuse(
    rule,
    `${welcome.name} ${inTheWay.because}`,
    [
      day ? `offer it for ${longDate(day)} or later` : null,
      'offer another group, take a slip along',
      'or write down the group’s own yes',
    ]
      .filter(Boolean)
      .join(', '),
  );
}

function notThen(welcome: Welcome, day: Day): NotThen | null {
  const { isResting, isFull, pausedFrom, pausedUntil, onlyUntil } = welcome;
  if (isResting) return { because: 'is resting', until: null };
  if (onlyUntil !== null && day > onlyUntil)
    return { because: `is on only until ${longDate(onlyUntil)}`, until: null };
  if (isFull) return { because: 'says that it is full', until: null };
  if (pausedFrom !== null && day >= pausedFrom && (pausedUntil === null || day < pausedUntil))
    return {
      because: pausedUntil ? `is paused until ${longDate(pausedUntil)}` : 'is paused for now',
      until: pausedUntil,
    };
  return monthIsFull(welcome, day);
}

function monthIsFull({ aMonth, aMonthUntil, introducedIn }: Welcome, day: Day): NotThen | null {
  if (aMonth === null || (aMonthUntil !== null && day > aMonthUntil)) return null;
  const came = introducedIn[day.slice(0, 7)] ?? 0;
  if (came < aMonth) return null;
  const next = firstOfNextMonth(day);
  if (aMonth === 0)
    return { because: 'welcomes nobody new for now', until: aMonthUntil && addDays(aMonthUntil, 1) };
  return {
    because: `welcomes ${peopleInWords(aMonth)} a month, and as many have been introduced for that month`,
    until: aMonthUntil !== null && aMonthUntil < next ? addDays(aMonthUntil, 1) : next,
  };
}

const peopleInWords = (count: number): string => (count === 1 ? 'one person' : `${count} people`);

function firstOfNextMonth(day: Day): Day {
  const later = addDays(`${day.slice(0, 7)}-01`, 32);
  return `${later.slice(0, 7)}-01`;
}
