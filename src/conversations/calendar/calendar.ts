import { addDays, type Day, dayOf, daysBetween } from '../../platform/clock.ts';
import { agoInWords, nearDate } from '../../platform/ui/dates.ts';
import type { RuleSet } from '../rule-set.ts';
import type { ClockStart, Due } from './clock.ts';
import { dueFrom } from './clocks.ts';

/** A fact a day follows from, with whose name it stands under and which rules it began under. */
export interface NamedStart extends ClockStart {
  name: string;
  ruleSetId: string | null;
}

/** One line of the calendar. */
export interface CalendarItem extends Due {
  kind: string;
  sourceId: string;
  personId: string;
  name: string;
}

/** A week with something in it. */
export interface CalendarWeek {
  /** Its Monday. */
  startsOn: Day;
  items: CalendarItem[];
}

/** A council's rules by the day they begin; a conversation keeps the set it opened under. */
export interface DatedRules {
  id: string;
  startsOn: Day;
  rules: RuleSet;
}

/** The rules a clock runs by: the set its conversation keeps, otherwise the one in force on the day it began. */
export function rulesFor(
  { ruleSetId, startedOn }: Pick<NamedStart, 'ruleSetId' | 'startedOn'>,
  sets: readonly DatedRules[],
  otherwise: RuleSet,
): RuleSet {
  if (ruleSetId) return sets.find(({ id }) => id === ruleSetId)?.rules ?? otherwise;
  const begun = sets.filter(({ startsOn }) => startsOn <= startedOn);
  return (
    begun.reduce<DatedRules | null>((last, one) => (last && last.startsOn > one.startsOn ? last : one), null)
      ?.rules ?? otherwise
  );
}

/** Everything that follows from the facts, by the day it is looked for; F2 has one line a person, the longest waiting. */
export function itemsFrom(
  starts: readonly NamedStart[],
  sets: readonly DatedRules[],
  otherwise: RuleSet,
  now: Date,
): CalendarItem[] {
  const today = dayOf(now);
  const others = starts.filter(({ kind }) => kind !== 'not-spoken');
  const items = [...longestWaiting(starts), ...others].flatMap((start) =>
    dueFrom(start, rulesFor(start, sets, otherwise), now).map((due) => ({
      ...due,
      kind: start.kind,
      sourceId: start.sourceId,
      personId: start.personId,
      name: start.name,
    })),
  );
  return items.sort((one, other) => orderOf(one, today).localeCompare(orderOf(other, today)));
}

/** F2: of the contacts somebody waits on, the one that has waited longest. */
function longestWaiting(starts: readonly NamedStart[]): NamedStart[] {
  const first = new Map<string, NamedStart>();
  for (const start of starts.filter(({ kind }) => kind === 'not-spoken')) {
    const known = first.get(start.personId);
    if (!known || waitedSince(start) < waitedSince(known)) first.set(start.personId, start);
  }
  return [...first.values()];
}

const waitedSince = ({ startedOn, sourceId }: NamedStart): string => `${startedOn} ${sourceId}`;

const orderOf = (item: CalendarItem, today: Day): string =>
  `${shownOn(item, today)} ${item.by} ${item.name} ${item.kind} ${item.part} ${item.sourceId}`;

/** Where it stands on the calendar: on its first day, today while its days run, on its last day once they are gone. */
export function shownOn({ from, by }: Pick<Due, 'from' | 'by'>, today: Day): Day {
  if (by < today) return by;
  return from > today ? from : today;
}

/** When, as a sentence. @example whenInWords({ from: '2026-11-20', by: '2026-12-01' }, '2026-11-21') // 'Any day until Tuesday 1 December.' */
export function whenInWords({ from, by }: Pick<Due, 'from' | 'by'>, today: Day): string {
  if (by < today) return `Due ${agoInWords(by, today)}.`;
  if (by === today) return 'Due today.';
  if (from === by) return by === addDays(today, 1) ? 'Due tomorrow.' : `Due ${nearDate(by, today)}.`;
  return from <= today
    ? `Any day until ${nearDate(by, today)}.`
    : `Any day from ${nearDate(from, today)} to ${nearDate(by, today)}.`;
}

/** The Monday of a day's week. @example mondayOf('2026-11-22') // '2026-11-16' */
export function mondayOf(day: Day): Day {
  const known = '2026-11-16'; // a Monday
  return addDays(day, -(((daysBetween(known, day) % 7) + 7) % 7));
}

/** The items by week, weeks with nothing left out. */
export function byWeek(items: readonly CalendarItem[], today: Day): CalendarWeek[] {
  const weeks = new Map<Day, CalendarItem[]>();
  for (const item of items) {
    const monday = mondayOf(shownOn(item, today));
    weeks.set(monday, [...(weeks.get(monday) ?? []), item]);
  }
  return [...weeks].map(([startsOn, inWeek]) => ({ startsOn, items: inWeek }));
}
