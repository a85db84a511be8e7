import { z } from 'zod';
import type { Problem } from '../../platform/http/problems.ts';
import { ticks, wordsOrNothing } from '../../platform/http/reading.ts';
import type { Words } from '../words/english.ts';
import { formats as everyFormat, lackingInWishes, readTime, type Wishes } from './wishes.ts';

/** What is wrong is said in the person's own language, so that nothing here is required. */
export const WishesForm = z.object({
  ways: ticks(['ring', 'text', 'email', 'post']),
  phone: wordsOrNothing(40),
  email: wordsOrNothing(200),
  bestTimes: wordsOrNothing(300),
  notBefore: wordsOrNothing(20),
  notAfter: wordsOrNothing(20),
  notDays: ticks(['1', '2', '3', '4', '5', '6', '7']),
  pleaseDoNot: wordsOrNothing(500),
  sayNothingOf: wordsOrNothing(500),
  notToBeTold: wordsOrNothing(300),
  formats: ticks(everyFormat),
  version: z.coerce.number().int().min(0),
});

/** What they wish, or what is wrong and with which field. */
export function wishesIn(
  form: z.infer<typeof WishesForm>,
  { wishes: words }: Pick<Words, 'wishes'>,
): Wishes | Problem[] {
  const { ways, notDays, phone, email, bestTimes, pleaseDoNot, sayNothingOf, notToBeTold, formats } = form;
  const times = { notBefore: timeIn(form.notBefore), notAfter: timeIn(form.notAfter) };
  const unread = (['notBefore', 'notAfter'] as const).filter((field) => times[field] === undefined);
  const problems: Problem[] = [
    ...unread.map((field) => ({ field, message: words.lacks.time })),
    ...(phone && phone.replace(/\D/g, '').length < 6 ? [{ field: 'phone', message: words.lacks.phone }] : []),
    ...(email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
      ? [{ field: 'email', message: words.lacks.email }]
      : []),
  ];
  const may = (way: 'ring' | 'text' | 'email' | 'post') => ways.includes(way);
  const wishes: Wishes = {
    ...{ phone, email, bestTimes, pleaseDoNot, sayNothingOf, notToBeTold, formats },
    ...{ mayRing: may('ring'), mayText: may('text'), mayEmail: may('email'), mayPost: may('post') },
    ...{ notBefore: times.notBefore ?? null, notAfter: times.notAfter ?? null },
    notDays: notDays.map(Number),
  };
  if (!problems.length)
    problems.push(
      ...lackingInWishes(wishes).map(({ field, lacks }) => ({ field, message: words.lacks[lacks] })),
    );
  return problems.length ? problems : wishes;
}

/** Undefined when it is no time; null when none was written. */
const timeIn = (text: string | null): string | null | undefined =>
  text === null ? null : (readTime(text) ?? undefined);
