import type { Day } from '../../../platform/clock.ts';
import type { ListingStatus } from '../../listing.ts';
import { assuredDayIn, instantIn } from './feed-dates.ts';
import { type JsonObject, objectIn, textIn } from './json-values.ts';
import { type Notes, quoted } from './read-outcome.ts';
import type { FeedVersion } from './read-record.ts';

/** Whether it is running. */
export function statusIn(record: JsonObject, notes: Notes): ListingStatus {
  const status = textIn(record, 'status');
  if (status === null) {
    notes.tidied('status', 'Does not say whether it is running', 'Listed it as not said.');
    return 'not said';
  }
  const known = status.toLowerCase().replace(/[_-]+/g, ' ');
  if (known === 'active') return 'active';
  if (known === 'temporarily closed') return 'temporarily closed';
  notes.mended('status', 'Is not a status the standard knows', `Listed ${quoted(status)} as not said.`);
  return 'not said';
}

/** When somebody last checked it, and when its source last changed it. */
export function freshnessIn(version: FeedVersion, record: JsonObject, today: Day, notes: Notes) {
  const local = objectIn(record.pc_metadata);
  const assured = textIn(record, 'assured_date') ?? textIn(local, 'date_assured');
  const modified = textIn(record, 'last_modified') ?? textIn(local, 'date_modified');
  if (assured === null)
    notes.tidied('assured_date', 'Does not say when it was last checked', 'Listed it as unchecked.');
  const field = version === 1 ? 'pc_metadata.date_modified' : 'last_modified';
  return {
    assuredOn: assuredDayIn('assured_date', assured, today, notes),
    modifiedAt: instantIn(field, modified, notes),
  };
}
