import { type Figure, shareInWords } from '../figure.ts';
import type { Waited } from './waited.ts';

export const TOO_FEW = 'Too few to compare';

/** One figure as it is read in a table. @example '31 of 412: 7.5%, between 5.4% and 10.5%. Not yet known for 20' */
export function figureInWords(figure: Figure | null): string {
  if (!figure) return TOO_FEW;
  const { numerator, denominator, interval, notYetKnown } = figure;
  if (denominator + notYetKnown === 0) return 'Nobody';
  const unknown = `ot yet known for ${count(notYetKnown)}`;
  if (denominator === 0) return `N${unknown}`;
  const share = `${count(numerator)} of ${count(denominator)}: ${shareInWords(numerator, denominator, interval)}`;
  return notYetKnown === 0 ? share : `${share}. N${unknown}`;
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
