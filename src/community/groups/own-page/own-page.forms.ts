import { toNormalised, validOutcode } from 'postcode';
import { z } from 'zod';
import { dayOrNothing, readDay, tick, ticks, words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { newNotes } from '../../feeds/records/read-outcome.ts';
import { emailIn, readableWebAddress } from '../../feeds/records/web-address.ts';
import { rooms } from '../../listing-kept.ts';
import { weekdays } from '../../weekdays.ts';
import { readDays } from './days-said.ts';
import { needKinds } from './need-kinds.ts';
import { type MeetingTime, mostTimes, ordinals, readTime, rhythms } from './when-they-meet.ts';

/** A short address, however it was typed; access says what it opens. */
export const CodePath = z.object({ code: z.string().max(60) });

/** The numbers of the times on the page: 0, 1 and 2. */
const timeNumbers = Array.from({ length: mostTimes }, (_, number) => number);

const mayBeText = z.string().trim().max(100).nullish();

/** Lines as a list, without the empty ones. */
const lineList = (most: number) =>
  wordsOrNothing(2_000).transform((text, context) => {
    const lines = (text ?? '').split('\n').flatMap((line) => line.trim() || []);
    if (lines.length > most || lines.some((line) => line.length > 300))
      context.addIssue({ code: 'custom', message: `Write no more than ${most} short lines` });
    return lines;
  });

const dayList = wordsOrNothing(2_000).transform((text, context) => {
  const read = readDays(text ?? '');
  if ('days' in read) return read.days;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});

const phone = wordsOrNothing(60).refine(
  (text) => text === null || /^\D*(\d\D*){3,15}$/.test(text),
  'Write the telephone number in figures',
);
const email = wordsOrNothing(300).transform((text, context) => {
  const read = text === null ? null : emailIn('email', text, newNotes());
  if (text !== null && read === null)
    context.addIssue({ code: 'custom', message: 'Write the whole email address, like name@example.org' });
  return read;
});
const website = wordsOrNothing(2_000).transform((text, context) => {
  const read = text === null ? null : readableWebAddress(text);
  if (text !== null && read === null)
    context.addIssue({ code: 'custom', message: 'Write the web address, like www.example.org' });
  return read;
});
const postcode = wordsOrNothing(20).transform((text, context) => {
  if (text === null) return null;
  const half = text.replace(/\s/g, '').toUpperCase();
  const read = toNormalised(text) ?? (validOutcode(half) ? half : null);
  if (read === null)
    context.addIssue({ code: 'custom', message: 'Write the postcode like ZZ1 1ZZ, or its first half' });
  return read;
});

/** What the group says of itself, but for when it meets. */
const SaysFields = z.object({
  name: words('Write the name people know you by', 300),
  summary: wordsOrNothing(300),
  description: wordsOrNothing(6_000),
  venue: wordsOrNothing(300),
  address: wordsOrNothing(600),
  town: wordsOrNothing(100),
  ...{ postcode, phone, email, website },
  isPhoneForAll: tick(),
  cost: wordsOrNothing(300),
  access: lineList(30),
  languages: wordsOrNothing(600).transform((text) => [
    ...new Set((text ?? '').split(/[,\n]/).flatMap((one) => one.trim() || [])),
  ]),
  whoToAskFor: wordsOrNothing(200),
  canGoWith: wordsOrNothing(200),
  room: z
    .union([z.enum(rooms), z.literal('')], { error: 'Choose whether there is room, or leave it unsaid' })
    .nullish()
    .transform((room) => room || null),
  onlyUntil: dayOrNothing(),
  extraDays: dayList,
  daysOff: dayList,
  dropKept: tick(),
  version: z.coerce.number().int().positive(),
});

const timeFields = (number: number) => ({
  [`days${number}`]: ticks(weekdays),
  [`from${number}`]: mayBeText,
  [`to${number}`]: mayBeText,
  [`rhythm${number}`]: z.enum(rhythms).or(z.literal('')).nullish(),
  [`ordinal${number}`]: z.enum(ordinals).or(z.literal('')).nullish(),
  [`starts${number}`]: mayBeText,
  [`until${number}`]: mayBeText,
});

/** The times, read apart so that a slip in one shows together with any other slip on the page. */
const TimesFields = z
  .object(Object.assign({}, ...timeNumbers.map(timeFields)) as ReturnType<typeof timeFields>)
  .transform((raw, context) => ({
    times: timeNumbers.flatMap((number) => timeOf(raw as Record<string, unknown>, number, context) ?? []),
  }));

export const GroupForm = z.intersection(SaysFields, TimesFields);
export type GroupTyped = z.output<typeof GroupForm>;

/** One time as typed, with what is wrong with it beside its own fields; null when nothing was typed. */
function timeOf(
  raw: Record<string, unknown>,
  number: number,
  context: z.RefinementCtx<unknown>,
): MeetingTime | null {
  const text = (field: string) => (raw[`${field}${number}`] as string | null | undefined) || null;
  const wrong = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [`${field}${number}`], message });
  const days = (raw[`days${number}`] as MeetingTime['days'] | undefined) ?? [];
  if (days.length === 0 && !['from', 'to', 'starts', 'until'].some(text)) return null;
  const rhythm = (text('rhythm') as MeetingTime['rhythm'] | null) ?? 'weekly';
  const [starts, until] = (['starts', 'until'] as const).map((field) => {
    const typed = text(field);
    const read = typed === null ? null : readDay(typed);
    if (typed !== null && read === null) wrong(field, 'Write the day like 21 November 2026 or 21/11/2026');
    return read;
  }) as [string | null, string | null];
  const [from, to] = (['from', 'to'] as const).map((field) => {
    const typed = text(field);
    const read = typed === null ? null : readTime(typed);
    if (typed !== null && read === null) wrong(field, 'Write the time like 10am or 2.30pm');
    return read;
  }) as [string | null, string | null];
  if (from && to && to !== '00:00' && to <= from) wrong('to', 'It ends before it begins: write am or pm');
  if (rhythm !== 'once' && days.length === 0) wrong('days', 'Choose the day, or more than one');
  if (rhythm === 'once' && !text('starts')) wrong('starts', 'Write the day it is on');
  if (rhythm === 'fortnightly' && !text('starts'))
    wrong('starts', 'Write a day that it is on, so that nobody comes in the wrong week');
  const isMonthly = rhythm === 'monthly';
  const ordinal = isMonthly ? ((text('ordinal') as MeetingTime['ordinal']) ?? '1') : null;
  const isOnce = rhythm === 'once';
  const begins = isOnce || rhythm === 'fortnightly' ? starts : null;
  return {
    days: isOnce ? [] : days,
    from,
    to,
    rhythm,
    ordinal,
    starts: begins,
    until: isOnce ? null : until,
  };
}

export const NeedForm = z.object({
  kind: z.enum(needKinds, { error: 'Choose what kind of thing it is' }),
  need: words('Write what you need, in a sentence', 300),
});
export const NeedPath = CodePath.extend({ need: z.uuid() });
export const ChangePath = CodePath.extend({ change: z.uuid() });
export const NeedMetForm = z.object({ how: wordsOrNothing(300) });

export const StoryForm = z.object({ story: words('Write your story, without anybody’s name', 2_000) });

export const ThanksForm = z.object({ thanks: words('Write the thank-you, without anybody’s name', 1_000) });

/** Cards already printed stop working, so it is said on purpose. */
export const EndForm = z.object({
  isSure: z.literal('yes', { error: 'Tick that the cards already printed may stop working' }),
});
