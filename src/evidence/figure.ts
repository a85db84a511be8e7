import type { Day } from '../platform/clock.ts';
import { TOO_FEW_BELOW, tooFewToCompare } from './statistics/too-few.ts';
import type { Interval } from './statistics/wilson.ts';
import type { WithinWindow } from './within-window.ts';

/** What must stand beside a figure so that it cannot be read alone: people who came back, complaints, harm (E8). */
export interface CounterMeasure {
  /** What those counted did, to follow "x of y people": `came back within 90 days of resting`. */
  what: string;
  numerator: number;
  denominator: number;
  notYetKnown: number;
  tooFew: boolean;
}

/** E8: everything a figure must carry before anybody may see it. No field may be left out. */
export interface Figure {
  /** What those counted did, to follow "x of y people": `began ongoing support`. */
  what: string;
  /** How it is counted, in words and in full. */
  definition: string;
  of: 'people' | 'contact episodes';
  numerator: number;
  denominator: number;
  windowDays: number;
  followUp: { to: Day; known: number; everybody: number };
  interval: Interval | null;
  notYetKnown: number;
  died: number;
  moved: number;
  tooFew: boolean;
  counterMeasure: CounterMeasure;
}

export { TOO_FEW_BELOW };

/**
 * Makes a figure of what was counted. The words are the caller's; the honesty is not.
 * @example figure({ what: 'began ongoing support', definition, counted, of: 'people', counterMeasure }).tooFew
 */
export function figure(parts: {
  what: string;
  definition: string;
  of: Figure['of'];
  counted: WithinWindow;
  counterMeasure: CounterMeasure;
  tooFewBelow?: number;
}): Figure {
  const { what, definition, of, counted, counterMeasure } = parts;
  const { numerator, denominator, windowDays, interval, notYetKnown, died, moved } = counted;
  return {
    what,
    definition,
    of,
    numerator,
    denominator,
    windowDays,
    followUp: { to: counted.followUpTo, known: denominator, everybody: denominator + notYetKnown },
    interval,
    notYetKnown,
    died,
    moved,
    tooFew: tooFewToCompare([counted], parts.tooFewBelow),
    counterMeasure,
  };
}

/** The counter-measure side of something counted. @example counterMeasure('came back within 90 days', returned) */
export function counterMeasure(
  what: string,
  counted: WithinWindow,
  tooFewBelow = TOO_FEW_BELOW,
): CounterMeasure {
  const { numerator, denominator, notYetKnown } = counted;
  return { what, numerator, denominator, notYetKnown, tooFew: tooFewToCompare([counted], tooFewBelow) };
}

/**
 * E8: a figure as a councillor reads it, with the counter-measure in the same breath.
 * @example inWords(figure)
 * // '31 of 412 people (7.5%, between 5.4% and 10.5%) began ongoing support within 90 days, followed to 21 November 2026. ...'
 */
export function inWords(figure: Figure): string {
  return [mainSentence(figure), notYetKnown(figure), diedOrMoved(figure), beside(figure.counterMeasure)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** A share and its interval in words. @example shareInWords(31, 412, interval) // '7.5%, between 5.4% and 10.5%' */
export function shareInWords(numerator: number, denominator: number, interval: Interval | null): string {
  const share = percent(numerator / denominator);
  return interval ? `${share}, between ${percent(interval.low)} and ${percent(interval.high)}` : share;
}

/** A day in words. @example dayInWords('2026-11-21') // '21 November 2026' */
export function dayInWords(day: Day): string {
  return longDate.format(new Date(`${day}T12:00:00Z`));
}

function mainSentence(figure: Figure): string {
  const until = `followed to ${dayInWords(figure.followUp.to)}`;
  if (figure.tooFew) {
    return `Too few to compare: so few ${figure.of} have been followed for ${figure.windowDays} days, ${until}.`;
  }
  const share = shareInWords(figure.numerator, figure.denominator, figure.interval);
  return `${outOf(figure, figure.of)} (${share}) ${figure.what} within ${figure.windowDays} days, ${until}.`;
}

function notYetKnown(figure: Figure): string {
  if (figure.notYetKnown === 0) return '';
  return `Not yet known for ${count(figure.notYetKnown)} more, who have not been followed for ${figure.windowDays} days.`;
}

function diedOrMoved(figure: Figure): string {
  if (figure.tooFew || figure.died + figure.moved === 0) return '';
  const both = `${count(figure.died)} died and ${count(figure.moved)} moved away`;
  return `Of the ${count(figure.denominator)}, ${both} within that time before it could happen.`;
}

function beside(counter: CounterMeasure): string {
  if (counter.tooFew) return `Beside it: too few to say how many ${counter.what}.`;
  const share = percent(counter.numerator / counter.denominator);
  const later = counter.notYetKnown === 0 ? '' : `; not yet known for ${count(counter.notYetKnown)} more`;
  return `Beside it: ${outOf(counter, 'people')} (${share}) ${counter.what}${later}.`;
}

const outOf = (share: { numerator: number; denominator: number }, of: string): string =>
  `${count(share.numerator)} of ${count(share.denominator)} ${of}`;

const count = (number: number): string => number.toLocaleString('en-GB');

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
