import { toNormalised, toOutcode, validOutcode } from 'postcode';
import { z } from 'zod';
import { isDay } from '../../platform/clock.ts';
import { type Read, read } from '../../platform/http/reading.ts';
import { newNotes } from '../feeds/records/read-outcome.ts';
import { emailIn, readableWebAddress } from '../feeds/records/web-address.ts';
import type { ListingCost, ListingPhone, ListingSchedule } from '../listing.ts';
import { type PlaceKept, type Room, rooms } from '../listing-kept.ts';

/** The fields of a listing that its group, an editor or a steward may say. */
export interface Sayable {
  name: string;
  otherNames: readonly string[];
  summary: string | null;
  description: string | null;
  schedules: readonly ListingSchedule[];
  places: PlaceKept[];
  phones: readonly ListingPhone[];
  email: string | null;
  website: string | null;
  costs: readonly ListingCost[];
  ages: { minimumAge: number | null; maximumAge: number | null };
  accessibility: readonly string[];
  languages: readonly string[];
  audiences: readonly string[];
  whoFor: string | null;
  ways: readonly string[];
  howToJoin: readonly string[];
  topics: readonly string[];
  alert: string | null;
  // What no source knows; the group may say it, as staff may.
  whoToAskFor: string | null;
  canGoWith: string | null;
  room: Room | null;
}
export type SayableField = keyof Sayable;
export const unknownToSources = ['whoToAskFor', 'canGoWith', 'room'] as const satisfies SayableField[];

/** What each is called when we say who said it. */
export const fieldInWords: Record<SayableField, string> = {
  name: 'Name',
  otherNames: 'Also called',
  summary: 'In short',
  description: 'What it is',
  schedules: 'When',
  places: 'Where',
  phones: 'Telephone',
  email: 'Email',
  website: 'Website',
  costs: 'Cost',
  ages: 'Ages',
  accessibility: 'Getting in',
  languages: 'Languages',
  audiences: 'For',
  whoFor: 'Who it is for',
  ways: 'How it happens',
  howToJoin: 'Joining',
  topics: 'What it is about',
  alert: 'Notice',
  whoToAskFor: 'Who to ask for',
  canGoWith: 'Somebody to go with',
  room: 'Room',
};

const line = (most = 300) => z.string().trim().min(1, 'Write something here, or leave it out').max(most);
const lineOrNothing = (most = 300) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((text) => text || null);
const lines = z.array(line()).max(30);
const day = z.string().refine(isDay, 'Write the day like 2026-11-21').nullable();
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time like 10:00')
  .nullable();
const weekday = /^(-[1-5]|[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/;

const schedule = z.object({
  freq: z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']).nullable(),
  interval: z.number().int().min(1).max(52),
  byday: z.array(z.string().regex(weekday)).max(14),
  bymonthday: z.array(z.number().int().min(-31).max(31)).max(31),
  ...{ dtstart: day, validFrom: day, validTo: day, opensAt: time, closesAt: time },
  description: lineOrNothing(),
});

const place = z
  .object({
    name: lineOrNothing(),
    kind: z.enum(['physical', 'postal', 'virtual']),
    lines: z.array(line()).max(6),
    town: lineOrNothing(),
    postcode: lineOrNothing(20),
    district: lineOrNothing(6),
    latitude: z.number().min(49).max(61).nullable(),
    longitude: z.number().min(-9).max(2).nullable(),
  })
  .transform((given, context) => {
    const postcode = given.postcode === null ? null : toNormalised(given.postcode);
    if (given.postcode !== null && postcode === null)
      context.addIssue({
        code: 'custom',
        path: ['postcode'],
        message: 'Write the whole postcode, like ZZ1 1ZZ',
      });
    const half = given.district?.toUpperCase() ?? null;
    const district = postcode === null ? (half && validOutcode(half) ? half : null) : toOutcode(postcode);
    const isWhole = given.latitude !== null && given.longitude !== null;
    const [latitude, longitude] = isWhole ? [given.latitude, given.longitude] : [null, null];
    return { ...given, postcode, district, latitude, longitude };
  });

const email = lineOrNothing().transform((text, context) => {
  const address = text === null ? null : emailIn('email', text, newNotes());
  if (text !== null && address === null)
    context.addIssue({ code: 'custom', message: 'Write the whole email address, like name@example.org' });
  return address;
});
const website = lineOrNothing(2_000).transform((text, context) => {
  const address = text === null ? null : readableWebAddress(text);
  if (text !== null && address === null)
    context.addIssue({ code: 'custom', message: 'Write the web address, like www.example.org' });
  return address;
});
const phone = z.object({
  number: line(60).refine((text) => /^\D*(\d\D*){3,15}$/.test(text), 'Write the telephone number'),
  label: lineOrNothing(100),
  mayBePersonal: z.boolean(),
});
const age = z.number().int().min(0, 'Write an age').max(120, 'Write an age').nullable();

const sayable = z.strictObject({
  name: line(),
  otherNames: lines,
  summary: lineOrNothing(),
  description: lineOrNothing(6_000),
  schedules: z.array(schedule).max(30),
  places: z.array(place).max(30),
  phones: z.array(phone).max(10),
  ...{ email, website },
  costs: z.array(z.object({ text: line(), amount: z.number().min(0).max(100_000).nullable() })).max(20),
  ages: z
    .object({ minimumAge: age, maximumAge: age })
    .refine(
      ({ minimumAge, maximumAge }) => (minimumAge ?? 0) <= (maximumAge ?? 120),
      'The lowest age is above the highest',
    ),
  ...{
    accessibility: lines,
    languages: lines,
    audiences: lines,
    ways: lines,
    howToJoin: lines,
    topics: lines,
  },
  whoFor: lineOrNothing(),
  alert: lineOrNothing(),
  ...{ whoToAskFor: lineOrNothing(200), canGoWith: lineOrNothing(200), room: z.enum(rooms).nullable() },
}) satisfies z.ZodType<Sayable>;

/** Reads what somebody says of a listing; what is wrong comes back as one sentence a field. */
export const readSayable = (changes: unknown): Read<Partial<Sayable>> =>
  read(sayable.partial() as z.ZodType<Partial<Sayable>>, changes);
