import { toNormalised, toOutcode } from 'postcode';
import { z } from 'zod';
import { type Weekday, weekdayInWords, weekdays } from '../weekdays.ts';

/** Records on a page when nobody says, and the most there are whatever is said. */
const usualPage = 50;
const longestPage = 500;
/** In metres: further than this is not near anything. */
const furthest = 200_000;

/** A parameter that may be left out; empty is the same. */
function optional<Value>(readAs: (text: string) => Value | null, message: string) {
  return z
    .string({ error: message })
    .trim()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const value = readAs(text);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

const whole = (least: number, most: number) => (text: string) =>
  /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
const uuidOf = (text: string) => (z.uuid().safeParse(text).success ? text.toLowerCase() : null);
const age = (text: string) => (/^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : null);

const paging = {
  page: optional(whole(1, 1_000_000), 'Give the page as a whole number from 1').transform(
    (page) => page ?? 1,
  ),
  per_page: optional(whole(1, 999_999_999), 'Give how many to a page as a whole number from 1').transform(
    (size) => Math.min(size ?? usualPage, longestPage),
  ),
};

const narrowing = {
  search: optional((text) => text.slice(0, 200), 'Give the words once'),
  taxonomy_term_id: optional(uuidOf, 'Give the id of a term, as /taxonomy_terms lists it'),
  taxonomy_id: optional(uuidOf, 'Give the id of a taxonomy, as /taxonomies lists it'),
  minimum_age: optional(age, 'Give the age as a number of years'),
  maximum_age: optional(age, 'Give the age as a number of years'),
  start_time: optional(clockIn, 'Give the time like 10:00'),
  end_time: optional(clockIn, 'Give the time like 16:30'),
  day: optional(weekdayIn, 'Give the day like TU, Tue or Tuesday'),
  modified_after: optional(instantIn, 'Give the moment like 2026-11-21T09:30:00Z'),
};

export const PagesAsked = z.object(paging);
export const ServicesAsked = z.object({ ...narrowing, ...paging });
export const PlacesAsked = z
  .object({
    ...narrowing,
    postcode: optional(postcodeIn, 'Give a whole postcode, like ZZ1 1ZZ'),
    proximity: optional(whole(1, furthest), `Give the distance in whole metres, up to ${furthest}`),
    ...paging,
  })
  .refine(({ postcode, proximity }) => postcode !== null || proximity === null, {
    path: ['postcode'],
    message: 'Give the postcode to measure from',
  });
export const OneAsked = z.object({ id: z.uuid() });

export type Paging = z.output<typeof PagesAsked>;
export type Narrowing = Omit<z.output<typeof ServicesAsked>, keyof Paging>;

function postcodeIn(text: string): { postcode: string; district: string } | null {
  const postcode = toNormalised(text);
  const district = toOutcode(text);
  return postcode && district ? { postcode, district } : null;
}

function clockIn(text: string): string | null {
  const [, hours = '', minutes] = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?Z?$/.exec(text) ?? [];
  return minutes !== undefined && Number(hours) < 24 ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

function weekdayIn(text: string): Weekday | null {
  const asked = text.toLowerCase();
  const names = (day: Weekday) => [day, weekdayInWords[day].slice(0, 3), weekdayInWords[day]];
  return weekdays.find((day) => names(day).some((name) => name.toLowerCase() === asked)) ?? null;
}

/** Without a time zone it is UTC, as every `last_modified` of ours is. A plus sign in an address arrives as a space. */
function instantIn(text: string): Date | null {
  const written =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?(Z|[+ -]\d{2}:\d{2})?)?$/i.exec(text);
  if (!written) return null;
  const [, day, clock = '00:00', seconds = ':00', zone = 'Z'] = written;
  const instant = new Date(`${day}T${clock}${seconds}${zone.replace(' ', '+')}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
