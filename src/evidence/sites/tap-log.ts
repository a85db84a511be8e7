import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { TapTurn } from './kept-site.ts';

type Turn = Pick<TapTurn, 'onDay' | 'isOn'>;

/** Whether the tap was on at the end of a day; the last turn of a day stands for it. False before the first. */
export function isTapOn(tap: readonly Turn[], on: Day): boolean {
  return (
    tap
      .filter(({ onDay }) => onDay <= on)
      .toSorted((one, other) => one.onDay.localeCompare(other.onDay))
      .at(-1)?.isOn ?? false
  );
}

/**
 * E9: whoever comes while the tap is off is followed too, so the log must be true to the day. A turn in the past is
 * written only by saying why it comes late; one to come is not written at all.
 */
export function mayTurnTap(
  site: { startedOn: Day | null; tap: readonly Turn[] },
  turn: { onDay: Day; isOn: boolean; whyLate: string | null },
  today: Day,
): Refusal | null {
  if (!site.startedOn || site.startedOn > today)
    return refuse('E9', 'the site has not begun', 'begin it first: the tap is on from its first day');
  if (turn.onDay < site.startedOn)
    return refuse('E9', `the site began on ${longDate(site.startedOn)}`, 'give a day on or after its first');
  if (turn.onDay > today)
    return refuse('E9', 'that day is still to come', 'write it down on the day the tap is turned');
  if (turn.onDay < today && !turn.whyLate)
    return refuse('E9', 'that day is past', 'write why it is written down only now; both days are shown');
  if (isTapOn(site.tap, turn.onDay) === turn.isOn)
    return refuse(
      'E9',
      `the tap was ${turn.isOn ? 'on' : 'off'} already on ${longDate(turn.onDay)}`,
      'look at the log below for the day it was turned',
    );
  return null;
}
