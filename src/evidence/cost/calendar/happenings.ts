import ICAL from 'ical.js';
import { addDays, type Day, dayOf, isDay } from '../../../platform/clock.ts';
import { type EventText, eventTexts, Unreadable } from './event-texts.ts';

/** One time an event took place. Its words live only as long as they are being sorted. */
export interface Happening {
  /** The same in two diaries of one meeting. */
  key: string;
  on: Day;
  minutes: number;
  title: string;
  categories: string[];
  /** Addresses on it, in small letters. */
  addresses: string[];
  leftOut: 'private' | 'free' | 'allDay' | 'cancelled' | null;
}

/** The most times one repeating event is followed: every day for fifty years. */
const MOST_TIMES = 20_000;
/** From this long on it is leave or a conference, not an hour of anything. */
const ALL_DAY_MINUTES = 16 * 60;
/** Nobody's work repeats by the hour; only a file made to be endless does. */
const tooOften = /FREQ=(SECONDLY|MINUTELY|HOURLY)/i;

/**
 * Every time an event of a calendar file takes place from one day to another, both included; what repeats is followed by
 * the library's own expansion. `at` hears which line is being read, for whoever must stop it. Throws `Unreadable`, by line.
 */
export function happeningsIn(file: string, from: Day, to: Day, at: (line: number) => void): Happening[] {
  const read = eventTexts(file).map((event) => {
    at(event.line);
    return { line: event.line, part: partOf(event) };
  });
  const byUid = Map.groupBy(read, ({ part, line }) =>
    String(part.getFirstPropertyValue('uid') ?? `line ${line}`),
  );
  return [...byUid.values()].flatMap((same) => {
    const moved = same.filter(({ part }) => part.hasProperty('recurrence-id'));
    const masters = same.filter(({ part }) => !part.hasProperty('recurrence-id'));
    const whole = masters.length > 0 ? masters : moved;
    return whole.flatMap(({ line, part }) => {
      at(line);
      const exceptions = masters.length > 0 ? moved.map((one) => one.part) : [];
      return timesOf(new ICAL.Event(part, { exceptions }), line, from, to);
    });
  });
}

function partOf({ line, text }: EventText): ICAL.Component {
  if (tooOften.test(text.replace(/\r\n[ \t]/g, '')))
    throw new Unreadable(`The event on line ${line} repeats every hour or more often, which no diary does`);
  try {
    const [found] = new ICAL.Component(
      ICAL.parse(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`),
    ).getAllSubcomponents('vevent');
    if (found?.getFirstPropertyValue('dtstart')) return found;
  } catch {
    throw new Unreadable(`The event on line ${line} cannot be read as a calendar event`);
  }
  throw new Unreadable(`The event on line ${line} does not say when it starts`);
}

function timesOf(event: ICAL.Event, line: number, from: Day, to: Day): Happening[] {
  const within = (one: Happening) => one.on >= from && one.on <= to;
  if (!event.isRecurring()) return [happeningOf(event, event.startDate, event.endDate, line)].filter(within);
  const found: Happening[] = [];
  const times = event.iterator();
  // The library types these as a list; they are kept by the day and time they were moved from.
  const movedFrom = event.exceptions as unknown as Record<string, ICAL.Event | undefined>;
  const near = { first: addDays(from, -7), last: addDays(to, 7) };
  for (let count = 0, next = times.next(); next; next = times.next(), count += 1) {
    if (count >= MOST_TIMES)
      throw new Unreadable(`The event on line ${line} repeats more often than can be followed`);
    const on = dayOfTime(next, line);
    if (on > near.last) break;
    if (on < near.first && !movedFrom[next.toString()]) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(happeningOf(item, startDate, endDate, line));
  }
  return found.filter(within);
}

function happeningOf(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time, line: number): Happening {
  const part = event.component;
  const minutes = Math.round(end.subtractDate(start).toSeconds() / 60);
  if (!Number.isFinite(minutes) || minutes < 0)
    throw new Unreadable(`The event on line ${line} ends before it starts`);
  const said = (name: string) => String(part.getFirstPropertyValue(name) ?? '').toUpperCase();
  const isAway = ['FREE', 'OOF'].includes(said('x-microsoft-cdo-busystatus'));
  return {
    key: `${event.uid ?? `line ${line}`} ${start.toString()}`,
    on: dayOfTime(start, line),
    minutes,
    title: event.summary ?? '',
    categories: part.getAllProperties('categories').flatMap((one) => one.getValues().map(String)),
    addresses: [...part.getAllProperties('attendee'), ...part.getAllProperties('organizer')].map((one) =>
      String(one.getFirstValue())
        .toLowerCase()
        .replace(/^mailto:/, ''),
    ),
    leftOut:
      said('status') === 'CANCELLED'
        ? 'cancelled'
        : ['PRIVATE', 'CONFIDENTIAL'].includes(said('class'))
          ? 'private'
          : isAway || said('transp') === 'TRANSPARENT'
            ? 'free'
            : start.isDate || minutes >= ALL_DAY_MINUTES || minutes === 0
              ? 'allDay'
              : null,
  };
}

/** The day in England of a time that says it is universal; any other is taken as it is written on the wall. */
function dayOfTime(time: ICAL.Time, line: number): Day {
  const day =
    time.zone === ICAL.Timezone.utcTimezone && !time.isDate
      ? dayOf(time.toJSDate())
      : time.toString().slice(0, 10);
  if (!isDay(day)) throw new Unreadable(`The event on line ${line} has a day that is not in any calendar`);
  return day;
}
