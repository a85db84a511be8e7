import type { ListingSchedule } from '../../listing.ts';
import { weekdays } from '../../weekdays.ts';
import { type Entity, entity } from './entity.ts';
import { steadyId } from './steady-id.ts';

/** When it is on, as iCalendar parts. Times are on the clock in London all year, which an offset could not say. */
export function scheduleRecords(listingId: string, schedules: readonly ListingSchedule[]): Entity[] {
  return schedules.map((schedule, position) =>
    entity({
      id: steadyId(`${listingId}/schedule/${position}`),
      service_id: listingId,
      ...{ valid_from: schedule.validFrom, valid_to: schedule.validTo, dtstart: schedule.dtstart },
      ...recurrenceOf(schedule),
      ...{ opens_at: clockOf(schedule.opensAt), closes_at: clockOf(schedule.closesAt) },
    }),
  );
}

/** How one may take part, one record for each: the standard hangs it on a schedule. */
export function wayRecords(listingId: string, ways: readonly string[]): Entity[] {
  return ways.map((way) =>
    entity({ id: steadyId(`${listingId}/way/${way}`), service_id: listingId, attending_type: way }),
  );
}

/** The standard knows weekly and monthly. Every day is every weekday; what else there is stands in words. */
function recurrenceOf({ freq, interval, byday, bymonthday, description }: ListingSchedule) {
  const everyDay = freq === 'DAILY' && interval === 1;
  const days = byday.length > 0 || !everyDay ? byday : [...weekdays];
  if (freq === null || (freq === 'DAILY' && !everyDay) || freq === 'YEARLY')
    return { description: [description, inWords(freq, interval)].filter(Boolean).join('. ') };
  return {
    ...{ description, freq: freq === 'MONTHLY' ? 'MONTHLY' : 'WEEKLY', interval },
    byday: days.join(','),
    bymonthday: freq === 'MONTHLY' ? bymonthday.join(',') : '',
  };
}

function inWords(freq: ListingSchedule['freq'], interval: number): string | null {
  if (freq === 'DAILY') return `Every ${interval} days`;
  return freq === 'YEARLY' ? (interval === 1 ? 'Once a year' : `Every ${interval} years`) : null;
}

const clockOf = (time: string | null): string | null => (time === null ? null : `${time.slice(0, 5)}:00`);
