import type { WaitOf } from './counted.ts';

/** E6 for one line, over contact episodes; half and nine in ten are null while nobody has been spoken with. */
export interface Waited {
  /** How many times somebody got in touch. */
  times: number;
  spokenWith: number;
  /** Days. The median of an even number is halfway between the middle two. */
  median: number | null;
  /** A wait somebody really had (nearest rank). */
  ninetieth: number | null;
  notYetSpokenWith: number;
  /** Died or moved away first. */
  neverReached: number;
}

/** What `timeToConversation` says of the waits one by one, of waits counted by their days. @example waitedOf([{ days: 3, times: 2, ... }]).median // 3 */
export function waitedOf(waits: readonly WaitOf[]): Waited {
  const ended = waits.flatMap(({ days, times }) => (days === null ? [] : [{ days, times }]));
  ended.sort((a, b) => a.days - b.days);
  const spokenWith = total(ended);
  const silent = waits.filter(({ days }) => days === null);
  const upper = dayAt(ended, Math.floor(spokenWith / 2) + 1);
  const lower = dayAt(ended, Math.ceil(spokenWith / 2));
  return {
    times: spokenWith + total(silent),
    spokenWith,
    median: upper === null || lower === null ? null : (lower + upper) / 2,
    ninetieth: dayAt(ended, Math.ceil(spokenWith * 0.9)),
    notYetSpokenWith: total(silent.filter(({ isGone }) => !isGone)),
    neverReached: total(silent.filter(({ isGone }) => isGone)),
  };
}

/** The wait in a place of the row, counted from 1. */
function dayAt(ended: readonly { days: number; times: number }[], place: number): number | null {
  let upTo = 0;
  for (const { days, times } of ended) {
    upTo += times;
    if (upTo >= place) return days;
  }
  return null;
}

const total = (waits: readonly { times: number }[]): number => waits.reduce((sum, one) => sum + one.times, 0);
