import type { Day } from '../../../../platform/clock.ts';
import { addDays } from '../../../../platform/clock.ts';
import type { Room } from '../../../listing-kept.ts';
import { dayIn } from '../feed-dates.ts';
import { type JsonObject, numberIn, objectsIn, textIn } from '../json-values.ts';
import type { Notes } from '../read-outcome.ts';

/** How full somewhere is changes by the week: told longer ago than this, nobody should rely on it. */
const daysItHolds = 90;
/** A tenth of the places left, or the last one, is nearly full. */
const nearlyFull = 0.1;

/**
 * How full it is, from HSDS 3.1's `capacities`, in the words we use; null when it does not say, or said it long ago.
 * @example roomIn({ capacities: [{ available: 0 }] }, '2026-11-21', notes) // 'full'
 */
export function roomIn(record: JsonObject, today: Day, notes: Notes): Room | null {
  const told = objectsIn(record, 'capacities', 'service_capacities', 'service_capacity').flatMap((source) =>
    capacityIn(source, today, notes),
  );
  if (told.length === 0) return null;
  if (told.every((room) => room === 'full')) return 'full';
  return told.includes('room for more') ? 'room for more' : 'nearly full';
}

function capacityIn(source: JsonObject, today: Day, notes: Notes): Room[] {
  const available = numberIn(source, 'available');
  if (available === null) return [];
  if (available < 0) {
    notes.mended('capacities.available', 'Is not a number of places', `Left out ${available}.`);
    return [];
  }
  const updatedOn = dayIn('capacities.updated', textIn(source, 'updated'), notes);
  if (updatedOn !== null && updatedOn < addDays(today, -daysItHolds)) {
    notes.tidied('capacities.updated', 'Said how full it is long ago', 'Left it out.');
    return [];
  }
  const maximum = numberIn(source, 'maximum');
  if (available === 0) return ['full'];
  return available <= 1 || (maximum !== null && available <= maximum * nearlyFull)
    ? ['nearly full']
    : ['room for more'];
}
