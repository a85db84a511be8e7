import type { Day } from '../../platform/clock.ts';
import type { TimeToConversation } from '../time-to-conversation.ts';
import type { GroupEvidence } from './evidence.ts';
import type { SiteLog } from './site.store.ts';

/** E1 as a sentence. @example '2,204 contacts, which were 2,105 contact episodes; 61 of them from people …' */
export function cameInWords({ came }: GroupEvidence): string {
  const { contacts, episodes, alreadySupportedEpisodes } = came;
  if (contacts === 0) return 'no contacts.';
  const drawing =
    alreadySupportedEpisodes === 0
      ? ''
      : `; ${count(alreadySupportedEpisodes)} of them from people who drew on ongoing support already, who are left out of the shares`;
  return `${count(contacts)} contacts, which were ${count(episodes)} contact episodes${drawing}.`;
}

/** E6 over contact episodes: each time somebody got in touch is a wait. */
export function waitsInWords(waits: TimeToConversation, tooFewBelow: number): string {
  const { spokenWith, median, ninetieth, longest, notYetSpokenWith, longestStillWaiting, neverReached } =
    waits;
  const answered =
    median === null || ninetieth === null || spokenWith < tooFewBelow
      ? 'Too few to compare: so few have been spoken with.'
      : `Of ${count(spokenWith)} times somebody got in touch and has been spoken with, half were ${within(median)} and nine in ten ${within(ninetieth)}; the longest wait was ${inDays(longest ?? 0)}.`;
  const waiting =
    longestStillWaiting === null
      ? 'Nobody is waiting to be spoken with.'
      : `Not yet spoken with: ${count(notYetSpokenWith)}, the longest for ${inDays(longestStillWaiting)}.`;
  const gone =
    neverReached === 0 ? '' : ` ${count(neverReached)} died or moved away before we spoke with them.`;
  return `${answered} ${waiting}${gone}`;
}

/** E7: how far new people's conversations went, and, apart from that, how many draw on ongoing support. */
export function reachedInWords({ reached }: GroupEvidence): string {
  const { people, none, one, two, three, ongoing, alreadySupported } = reached;
  const before =
    alreadySupported === 0 ? '' : ` Beside them, ${count(alreadySupported)} drew on ongoing support already.`;
  const silent = none === 0 ? '' : `; with ${count(none)} no conversation has begun`;
  return (
    `Of ${count(people)} new people, ${count(one)} reached conversation 1 and no further, ${count(two)} conversation 2 and ` +
    `${count(three)} conversation 3${silent}. ${count(ongoing)} have begun ongoing support so far, however long they have been followed.${before}`
  );
}

/** E8: the counter-measure of a group, to stand under its figures. @example 'at Harbour 158 of 938 people (16.8%) came back …' */
export function besideInWords(where: string, { people }: GroupEvidence): string {
  const counter = people[0]?.counterMeasure;
  if (!counter || counter.tooFew) return `${where}, too few to say`;
  const share = ((counter.numerator / counter.denominator) * 100).toFixed(1);
  return `${where}, ${count(counter.numerator)} of ${count(counter.denominator)} people (${share}%) ${counter.what}`;
}

/** The tap as days off. */
export function tapInWords(change: SiteLog['tap'][number]): string {
  return change.isOn ? 'On' : 'Off';
}

/** Whether a measure was registered before the site began (E11). */
export function registeredInWords(registeredOn: Day, startedOn: Day): string {
  return registeredOn < startedOn ? 'before the site began' : 'after the site began';
}

/** Why conversation 3 opened without the first two having been tried (C3-2). */
export const exceptionInWords: Record<string, string> = {
  'moved-in-with-support': 'moved here with support already',
  'long-term-support-in-place': 'ongoing support was in place',
  'end-of-life': 'near the end of life',
  s117: 'aftercare under section 117',
  'court-order': 'a court order',
  'asked-for-a-determination': 'asked what the law entitles them to',
};

const count = (number: number): string => number.toLocaleString('en-GB');

const within = (days: number): string => (days === 0 ? 'the same day' : `within ${inDays(days)}`);

const inDays = (days: number): string => (days === 1 ? '1 day' : `${count(days)} days`);
