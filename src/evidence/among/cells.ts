import { type Figure, shareInWords } from '../figure.ts';
import type { Waited } from './waited.ts';

export const TOO_FEW = 'Too few to compare';

/** One figure, a line for each thing to read. @example ['7.5%, between 5.4% and 10.5%', '31 of 412', 'Not yet known of 20'] */
export function figureInLines(figure: Figure | null): string[] {
  if (!figure) return [TOO_FEW];
  const { numerator, denominator, interval, notYetKnown } = figure;
  if (denominator + notYetKnown === 0) return ['Nobody'];
  const unknown = notYetKnown === 0 ? [] : [`Not yet known of ${count(notYetKnown)}`];
  if (denominator === 0) return unknown;
  return [
    shareInWords(numerator, denominator, interval),
    `${count(numerator)} of ${count(denominator)}`,
    ...unknown,
  ];
}

/** E6 as it is read. @example 'Half within 3 days, nine in ten within 9, of 210 times. Not yet spoken with: 4' */
export function waitInWords(waited: Waited | null): string {
  if (!waited) return TOO_FEW;
  const { times, spokenWith, median, ninetieth, notYetSpokenWith, neverReached } = waited;
  if (times === 0) return 'Nobody';
  const waiting = notYetSpokenWith === 0 ? '' : `Not yet spoken with: ${count(notYetSpokenWith)}`;
  const gone = neverReached === 0 ? '' : `Died or moved away first: ${count(neverReached)}`;
  const answered =
    median === null || ninetieth === null
      ? ''
      : `Half within ${inDays(median)}, nine in ten within ${inDays(ninetieth)}, of ${count(spokenWith)} times`;
  return [answered, waiting, gone].filter(Boolean).join('. ');
}

export const count = (number: number): string => number.toLocaleString('en-GB');

const inDays = (days: number): string => (days === 1 ? '1 day' : `${count(days)} days`);
