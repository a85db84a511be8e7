import type { WayChanged } from '../../access/own-page/way-changed.store.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Words } from '../words/english.ts';

/** Days that a change in how they come in stands on their first page. A judgement*. */
export const shownForDays = 28;

/** @example wayChangedIn(words, change) // 'Your number was changed on 21 November 2026 by Rowan, with you.' */
export function wayChangedIn({ codes, dates }: Words, { what, at, told, byName }: WayChanged): string {
  return codes.changed[what][told](dates.day(dayOf(at)), byName);
}

/** What to do when that was not so: nobody is sent back to whoever did it. */
export const whenNotSo = ({ codes }: Words, { told, byName }: WayChanged): string =>
  told === 'themselves' ? codes.notYou : codes.notSo(byName);
