import type { About } from './news.ts';
import { newsKinds } from './news.ts';

/** A message to somebody, as those alongside them read of it: never its words, which say nothing. */
export interface Told {
  messageId: string;
  personId: string;
  name: string;
  /** Set when it was for somebody they share with. */
  toName: string | null;
  madeAt: Date;
  how: 'text' | 'email' | 'letter' | 'somebody' | 'nobody';
  why: string;
  /** What was kept about communicating with them, and how they may be reached. */
  needs: string[];
  mayRing: boolean | null;
  sayNothingOf: string | null;
  news: About[];
  sentAt: Date | null;
  wentBy: 'smtp' | 'notify' | null;
  arrivedAt: Date | null;
  givenUpAt: Date | null;
  problem: string | null;
  settledAt: Date | null;
  settledBy: string | null;
  settledHow: 'told' | 'posted' | 'not-now' | null;
}

/** The lists that somebody who tells people works down. */
export const toldOn = ['messages', 'today'] as const;
export type ToldOn = (typeof toldOn)[number];

/** What was just done, for whoever goes on with the list: no name, for it stands on a page of many. */
export const settledInWords = {
  told: 'Written down: they were told.',
  posted: 'Written down: the letter was posted.',
  'not-now': 'Written down: let be.',
};
/** The same when somebody else had done it, or it was pressed on a page that was open before. */
export const settledBefore = 'That was done already. The list is as it is now.';

const whyInWords: Record<string, string> = {
  died: 'they died',
  moved: 'they moved away',
  'by-hand': 'nothing is sent while their record is kept to one team or their safety is looked into',
  format: 'a message would not be in their format',
  language: 'our messages are not in their language',
  'no-way': 'they have no page with an address for messages, or do not want any',
  'finds-it': 'they find it when they next look',
};

/** @example newsInWords(['answer-to-your-message']) // 'an answer to what they wrote' */
export function newsInWords(news: readonly About[]): string {
  const words = [...new Set(news)].map((about) => newsKinds[about]?.inWords ?? 'something new');
  return words.length > 1
    ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
    : (words[0] ?? 'something');
}

const sent = { text: 'A text', email: 'An e-mail' };

/** How they were told, as one sentence. */
export function howInWords(told: Told): string {
  const to = told.toName ? ` to ${told.toName}` : '';
  if (told.how === 'nobody') return `Nothing was sent${to}: ${whyInWords[told.why] ?? told.why}.`;
  if (told.how === 'letter') return `A letter${to}, to be posted.`;
  if (told.how === 'somebody') return `One of us tells them: ${whyInWords[told.why] ?? told.why}.`;
  return `${sent[told.how]}${to}. ${whatBecame(told)}`;
}

function whatBecame({ sentAt, wentBy, arrivedAt, givenUpAt, problem }: Told): string {
  if (arrivedAt) return 'It arrived.';
  if (givenUpAt) return `It did not arrive. ${problem ?? ''}`.trim();
  if (!sentAt) return problem ? `Not sent yet: ${problem}. It is tried again.` : 'It waits to go.';
  return wentBy === 'notify' ? 'It went; whether it arrived is not known yet.' : 'It went.';
}

/** Whether one of us still has something to do. */
export const waitsForUs = ({ how, givenUpAt, settledAt }: Told): boolean =>
  settledAt === null && (how === 'somebody' || how === 'letter' || givenUpAt !== null);

/** What one of us has to do, as a sentence after their name. @example 'by phone or in person: an answer to what they wrote.' */
export function askedOfUs(told: Told): string {
  const news = newsInWords(told.news);
  if (told.how === 'letter') return `post a letter that there is ${news}.`;
  const how = told.mayRing === false ? 'when you next see them' : 'by phone or in person';
  if (told.givenUpAt) return `${sent[told.how as 'text']} did not arrive. Tell them ${how}: ${news}.`;
  const format = told.why === 'format' && told.needs[0] ? ` Their way: ${told.needs.join('; ')}.` : '';
  const care = told.sayNothingOf ? ` Say nothing of: ${told.sayNothingOf}.` : '';
  const safely = told.why === 'by-hand' ? ', alone and when it is safe' : '';
  return `tell them ${how}${safely}: ${news}.${format}${care}`;
}
