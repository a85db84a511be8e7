import type { Format } from '../../../conversations/gate/formats.ts';
import { formatInWords } from '../../../conversations/gate/formats.ts';
import type { Day } from '../../../platform/clock.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import type { OwnFormat } from './own-format.ts';

/** A copy somebody says was given or sent. */
export interface Sending {
  sentOn: Day;
  format: Format;
  /** Why not in the format that is theirs. */
  formatBecause: string | null;
  isToPerson: boolean;
}

/** What is known of the thing it is a copy of. */
export interface Sendable {
  /** The day from which it stands as it is; null where nothing stands yet. */
  since: Day | null;
  /** A plan being written, or what is told beforehand: there is nothing yet for anybody else to have. */
  isBeforeItStands: boolean;
  /** When the person was first given it as it stands. */
  personHasItOn: Day | null;
}

/**
 * C3-5: may this copy be kept as given? Nothing goes to a provider or anybody else before the person has theirs
 * (Care Act 2014 ss12, 13, 25: to the adult first), no copy goes on a day that has not come or before the thing was
 * made, and one in another format than theirs says why (Accessible Information Standard, DAPB1605).
 * @returns null, or the first thing that stands in the way
 * @example maySend({ isToPerson: false, … }, { personHasItOn: null, … }, own, today) // refused 'C3-5'
 */
export function maySend(
  { sentOn, format, formatBecause, isToPerson }: Sending,
  { since, isBeforeItStands, personHasItOn }: Sendable,
  own: OwnFormat | null,
  today: Day,
): Refusal | null {
  if (sentOn > today)
    return refuse('C3-5', 'that day has not come yet', 'write it down once the copy has gone');
  if (since && sentOn < since)
    return refuse(
      'C3-5',
      'it was not made by that day',
      'give the day the copy went, on or after the day it was made',
    );
  if (!isToPerson && isBeforeItStands)
    return refuse(
      'C3-5',
      'it does not stand yet, and nobody else has it before it does',
      'wait until it stands and the person has theirs',
    );
  if (!isToPerson && (personHasItOn === null || personHasItOn > sentOn))
    return refuse(
      'C3-5',
      'the person has not been given theirs',
      'give the person their own copy first, then send this one',
    );
  if (isToPerson && own && own.format !== format && !formatBecause?.trim())
    return refuse(
      'C3-5',
      `theirs is ${formatInWords[own.format]}, and this was ${formatInWords[format]}`,
      `give it ${formatInWords[own.format]}, or write why it was another`,
    );
  return null;
}
