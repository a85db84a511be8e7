import type { Day } from '../../platform/clock.ts';
import { LIMITS_FROM, type XmrPhase } from '../statistics/over-time/xmr.ts';
import type { TimeToConversation } from '../time-to-conversation.ts';
import { atElsewhere, isSetBeside } from './compared.ts';
import type { Evidence, GroupEvidence } from './evidence.ts';
import type { Site, SiteLog } from './site.store.ts';

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

/** E8: who came back, at the site and beside it, to stand in the same block as any figure. */
export function againstInWords(site: Site, { site: here, elsewhere }: Evidence): string {
  const beside = isSetBeside(site) ? `; ${besideInWords(atElsewhere(site), elsewhere)}` : '';
  return `${besideInWords(`at ${site.name}`, here)}${beside}`;
}

/** E8: beside how many came back, how many came to draw on support: one may fall because the other rose. */
export function besideReturns(site: Site, { site: here, elsewhere }: Evidence): string {
  const of = (where: string, { returns }: GroupEvidence): string => {
    const counter = returns[0]?.counterMeasure;
    if (!counter || counter.tooFew) return `${where}, too few to say`;
    return `${where}, ${count(counter.numerator)} of ${count(counter.denominator)} people ${counter.what}`;
  };
  const beside = isSetBeside(site) ? `; ${of(atElsewhere(site), elsewhere)}` : '';
  return `${of(`at ${site.name}`, here)}${beside}`;
}

/** E6 in one line. @example 'Half were spoken with the same day at Harbour, and within 7 days at Marsh' */
export function waitsMessage(site: Site, { site: here, elsewhere, tooFewBelow }: Evidence): string {
  const half = ({ waits }: GroupEvidence): string | null =>
    waits.median === null || waits.spokenWith < tooFewBelow ? null : within(waits.median);
  const ours = half(here);
  if (!ours) return 'Too few have been spoken with to say how soon';
  const theirs = isSetBeside(site) ? half(elsewhere) : null;
  return `Half were spoken with ${ours} at ${site.name}${theirs ? `, and ${theirs} ${atElsewhere(site)}` : ''}`;
}

/** E9 in one line: what the rules of the chart see, which is never why. */
export function weeklyMessage(phases: readonly XmrPhase[]): string {
  const weeks = phases.flatMap(({ points }) => points).length;
  if (weeks < LIMITS_FROM) return 'Too few weeks yet to say what is usual';
  return phases.some(({ signals }) => signals.length > 0)
    ? 'A signal in how many began support each week, such as chance alone often gives'
    : 'No signal of change in how many began support each week';
}

/** E7 in one line. */
export function reachedMessage({ reached: { people, one, three } }: GroupEvidence): string {
  const share = (part: number): string => `${Math.round((100 * part) / Math.max(1, people))}%`;
  return `${share(one)} went no further than conversation 1, and ${share(three)} came to conversation 3`;
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
