import { dayOf } from '../../../platform/clock.ts';
import { type Database, nobody, withinCouncil } from '../../../platform/db/council.ts';
import type { Round } from '../../../platform/jobs/rounds.ts';
import { askToday } from './day-round.store.ts';

/** Once a day, in the morning, every council's groups are asked; a machine that slept goes round when it wakes. */
export function askingRound(
  origin: string,
  councils: (database: Database) => Promise<readonly number[]>,
): Round {
  let wentOn = '';
  return {
    name: 'asking',
    everySeconds: 600,
    act: async (database, clock, stopping) => {
      const now = clock.now();
      const today = dayOf(now);
      if (wentOn === today || londonHour(now) < 9) return;
      for (const councilId of await councils(database)) {
        if (stopping.aborted) return;
        const pin = { councilId, actor: nobody, now, requestId: 'asking' };
        await withinCouncil(database, pin, (db) => askToday(db, origin));
      }
      wentOn = today;
    },
  };
}

const hours = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});
const londonHour = (at: Date): number => Number(hours.format(at));
