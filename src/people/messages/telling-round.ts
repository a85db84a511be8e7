import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type Database, nobody, withinCouncil } from '../../platform/db/council.ts';
import type { Round } from '../../platform/jobs/rounds.ts';
import { londonTime } from './hours.ts';
import { movesToTell, tellMoved } from './moved.store.ts';
import { nudgeToday } from './nudges.store.ts';
import { everyTeam } from './teams.store.ts';
import { tell, whomToTell } from './telling.store.ts';

/** From when in the morning what is due is looked for. */
const morning = '07:00';

/** Tells people that there is something for them, each in a transaction of their own; once a day also of what is due. */
export function tellingRound(councils: (database: Database) => Promise<readonly number[]>): Round {
  const nudgedOn = new Map<number, Day>();
  return {
    name: 'telling',
    everySeconds: 60,
    act: async (database, clock, stopping) => {
      for (const councilId of await councils(database)) {
        const now = clock.now();
        const plain = { councilId, actor: nobody, now, requestId: 'telling' };
        // Somebody whose record is kept to one team is told too, by that team.
        const teamIds = await withinCouncil(database, plain, everyTeam);
        const act = <Value>(one: (db: CouncilDb) => Promise<Value>) =>
          withinCouncil(database, { ...plain, actor: { ...nobody, teamIds } }, one);
        if (nudgedOn.get(councilId) !== dayOf(now) && londonTime(now) >= morning) {
          await act(nudgeToday);
          nudgedOn.set(councilId, dayOf(now));
        }
        for (const move of await act(movesToTell)) {
          if (stopping.aborted) return;
          await act((db) => tellMoved(db, move));
        }
        for (const whom of await act(whomToTell)) {
          if (stopping.aborted) return;
          await act((db) => tell(db, whom));
        }
      }
    },
  };
}
