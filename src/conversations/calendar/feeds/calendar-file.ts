import { createHash } from 'node:crypto';
import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { addDays, type Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { type CalendarItem, shownOn } from '../calendar.ts';

/** At most so many events: a phone is not asked to hold more. */
const mostEvents = 1_000;

/**
 * The calendar as a phone keeps it (RFC 5545), which says what kind of thing is due and names nobody: it is read
 * outside our house (docs/decisions/0031). All-day events, each under the same id for as long as it is due; what is
 * past stands on today, and what may be done on several days stands on today until its last.
 */
export function calendarFile(
  items: readonly CalendarItem[],
  about: { name: string; origin: string; today: Day; now: Date },
): string {
  const calendar = new ICalCalendar({
    name: about.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Alongside', product: 'Calendar', language: 'EN' },
    ttl: 3_600,
  });
  for (const item of items.slice(0, mostEvents)) {
    const day = item.by < about.today ? about.today : shownOn(item, about.today);
    calendar.createEvent({
      id: eventId(item),
      stamp: about.now,
      start: midday(day),
      end: midday(addDays(day, 1)),
      allDay: true,
      summary: item.kindInWords,
      description: untilInWords(item, about.today),
      url: `${about.origin}${item.link}`,
    });
  }
  return calendar.toString();
}

/** Changes when, and only when, something a phone would show does. */
export function tagOf(items: readonly CalendarItem[], today: Day): string {
  const told = items
    .slice(0, mostEvents)
    .map((item) => [eventId(item), item.from, item.by, item.kindInWords, item.link]);
  return `"${createHash('sha256')
    .update(JSON.stringify([today, told]))
    .digest('base64url')}"`;
}

const eventId = ({ kind, part, sourceId }: CalendarItem): string =>
  `${[kind, part, sourceId].filter(Boolean).join('-')}@alongside`;

function untilInWords({ from, by }: CalendarItem, today: Day): string {
  if (by < today) return `It was due by ${longDate(by)}. Open it in Alongside.`;
  return from === by ? 'Open it in Alongside.' : `Any day until ${longDate(by)}. Open it in Alongside.`;
}

/** An all-day event has no clock time; midday is the same day wherever the server stands. */
const midday = (day: Day): Date => new Date(`${day}T12:00:00Z`);
