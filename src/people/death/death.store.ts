import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import { mayWriteDeath } from './death.ts';

interface Life {
  bornOn: Day | null;
  diedOn: Day | null;
}

const lives = sql`select born_on as "bornOn", died_on as "diedOn" from person`;

/** The day somebody died, when it is written down. */
export async function diedOn(db: CouncilReader, personId: string): Promise<Day | null> {
  const [life] = await readRows<Life>(
    db,
    sql`${lives} where council_id = ${councilOf(db)} and id = ${personId}`,
  );
  return life?.diedOn ?? null;
}

async function holdLife(db: CouncilDb, personId: string): Promise<Life> {
  const [life] = await readRows<Life>(
    db,
    sql`${lives} where council_id = ${councilOf(db)} and id = ${personId} for update`,
  );
  if (!life) throw new Unknown();
  return life;
}

/** Writes down that somebody died, and tells the story. Nothing else ends by it: support is ended where it stands. */
export async function writeDeath(
  db: CouncilDb,
  personId: string,
  death: { on: Day; toldBy: string; words: string | null },
): Promise<Refusal | null> {
  const refusal = mayWriteDeath(await holdLife(db, personId), death.on, dayOf(nowOf(db)));
  if (refusal) return refusal;
  await keep(db, personId, death.on);
  const words = [`We were told by ${death.toldBy}.`, death.words].filter(Boolean).join(' ');
  await tell(db, personId, `Died on ${longDate(death.on)}`, words);
  return null;
}

/** Takes a death back that was written by mistake. Both stay in the story. */
export async function takeBackDeath(db: CouncilDb, personId: string, why: string): Promise<Refusal | null> {
  const { diedOn: written } = await holdLife(db, personId);
  if (!written) return refuse('W1', 'no death is written down here', 'there is nothing to take back');
  await keep(db, personId, null);
  await tell(db, personId, `They did not die on ${longDate(written)}: that was a mistake`, why);
  return null;
}

async function keep(db: CouncilDb, personId: string, on: Day | null): Promise<void> {
  await db
    .updateTable('person')
    .set({ died_on: on })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', personId)
    .execute();
}

async function tell(db: CouncilDb, personId: string, title: string, words: string): Promise<void> {
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'death',
    title,
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words }],
    link: `/people/${personId}/death`,
  });
}
