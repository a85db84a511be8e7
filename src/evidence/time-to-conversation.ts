import { type Day, daysBetween } from '../platform/clock.ts';
import { TOO_FEW_BELOW } from './figure.ts';

/** One try at speaking. Only a real conversation with the person themselves stops the clock. */
export interface Attempt {
  on: Day;
  how: 'real conversation' | 'voicemail' | 'screening call' | 'talked with somebody else';
}

/** One person's wait: from contact to the first real conversation, if there has been one. */
export interface Wait {
  personId: string;
  contactOn: Day;
  spokenWithOn?: Day | undefined;
  diedOn?: Day | undefined;
  movedOn?: Day | undefined;
}

/** All in calendar days. The three are null while nobody has been spoken with. */
export interface TimeToConversation {
  spokenWith: number;
  median: number | null;
  ninetieth: number | null;
  longest: number | null;
  notYetSpokenWith: number;
  /** How long the longest of those still waiting has waited; null when nobody is. */
  longestStillWaiting: number | null;
  /** Died or moved away before anybody spoke with them: reported beside, never dropped. */
  neverReached: number;
  asOf: Day;
}

/** E6: the day of the first real conversation with the person, on or after the contact. @example firstRealConversation([], '2026-03-02') // undefined */
export function firstRealConversation(attempts: readonly Attempt[], contactOn: Day): Day | undefined {
  return attempts
    .filter((attempt) => attempt.how === 'real conversation' && attempt.on >= contactOn)
    .map((attempt) => attempt.on)
    .sort()[0];
}

/**
 * E6 and F2: how long people waited from contact to the first real conversation with them. Calendar days, so weekends
 * count and the same day is 0. The 90th centile is a wait somebody really had (nearest rank); the median of an
 * even number is halfway between the middle two. People not yet spoken with are not in those figures and are
 * not hidden by them either: while they are many, the median flatters, so the longest wait stands beside it.
 * @example timeToConversation([{ personId: 'a', contactOn: '2026-03-02', spokenWithOn: '2026-03-05' }], '2026-03-31').median // 3
 */
export function timeToConversation(waits: readonly Wait[], asOf: Day): TimeToConversation {
  const here = waits.filter((wait) => wait.contactOn <= asOf);
  const days = here
    .filter((wait) => isSpokenWith(wait, asOf))
    .map((wait) => length(wait, wait.spokenWithOn ?? asOf));
  const silent = here.filter((wait) => !isSpokenWith(wait, asOf));
  const waiting = silent.filter((wait) => !isGone(wait, asOf)).map((wait) => length(wait, asOf));
  days.sort((a, b) => a - b);
  return {
    spokenWith: days.length,
    median: median(days),
    ninetieth: days[Math.ceil(days.length * 0.9) - 1] ?? null,
    longest: days.at(-1) ?? null,
    notYetSpokenWith: waiting.length,
    longestStillWaiting: waiting.length === 0 ? null : waiting.reduce((a, b) => Math.max(a, b)),
    neverReached: silent.length - waiting.length,
    asOf,
  };
}

/** The same as a councillor reads it. @example waitInWords(times) // 'Half of 40 people were spoken with within 3 days ...' */
export function waitInWords(times: TimeToConversation, tooFewBelow = TOO_FEW_BELOW): string {
  const waiting =
    times.longestStillWaiting === null
      ? 'Nobody is waiting to be spoken with.'
      : `Not yet spoken with: ${people(times.notYetSpokenWith)}, the longest for ${inDays(times.longestStillWaiting)}.`;
  const gone =
    times.neverReached === 0
      ? ''
      : ` ${people(times.neverReached)} died or moved away before we spoke with them.`;
  if (times.median === null || times.ninetieth === null || times.spokenWith < tooFewBelow) {
    return `Too few to compare: so few people have been spoken with. ${waiting}${gone}`;
  }
  return (
    `Half of ${people(times.spokenWith)} were spoken with ${within(times.median)}, nine in ten ` +
    `${within(times.ninetieth)}; the longest wait was ${inDays(times.longest ?? 0)}. ${waiting}${gone}`
  );
}

const isSpokenWith = (wait: Wait, asOf: Day): boolean =>
  wait.spokenWithOn !== undefined && wait.spokenWithOn >= wait.contactOn && wait.spokenWithOn <= asOf;

const isGone = (wait: Wait, asOf: Day): boolean =>
  [wait.diedOn, wait.movedOn].some((day) => day && day <= asOf);

const length = (wait: Wait, until: Day): number => daysBetween(wait.contactOn, until);

function median(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

const people = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`;

const within = (days: number): string => (days === 0 ? 'the same day' : `within ${inDays(days)}`);

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`);
