import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict } from '../../platform/http/problems.ts';

/** P5: the person's own side: what home would be for them. */
export interface HopedHome {
  whatHomeWouldBe: string;
  wouldNotWork: string;
  saidOn: Day;
  version: number;
}

export async function hopedHomeOf(db: CouncilReader, personId: string): Promise<HopedHome | null> {
  const [found] = await readRows<HopedHome>(
    db,
    sql`select what_home_would_be as "whatHomeWouldBe", would_not_work as "wouldNotWork", said_on as "saidOn", version
      from hoped_home where council_id = ${councilOf(db)} and person_id = ${personId}`,
  );
  return found ?? null;
}

/** Keeps what home would be for them; `version` is 0 when nothing was written before. */
export async function saveHopedHome(
  db: CouncilDb,
  personId: string,
  said: { whatHomeWouldBe: string; wouldNotWork: string; version: number },
): Promise<void> {
  const saved =
    await sql`insert into hoped_home (council_id, person_id, what_home_would_be, would_not_work, said_on)
    values (${councilOf(db)}, ${personId}, ${said.whatHomeWouldBe}, ${said.wouldNotWork}, ${dayOf(nowOf(db))})
    on conflict (council_id, person_id) do update set what_home_would_be = excluded.what_home_would_be,
      would_not_work = excluded.would_not_work, said_on = excluded.said_on, version = hoped_home.version + 1
    where hoped_home.version = ${said.version}`.execute(db);
  if (!saved.numAffectedRows) {
    const now = await hopedHomeOf(db, personId);
    throw new Conflict(
      'Somebody else wrote about home while you did.',
      { who: 'What is there now', words: [now?.whatHomeWouldBe, now?.wouldNotWork].join('\n') },
      `${said.whatHomeWouldBe}\n${said.wouldNotWork}`,
    );
  }
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'shared-lives',
    title: 'What home would be',
    byLine: actorOf(db).name,
    voices: [{ voice: 'said', words: said.whatHomeWouldBe }],
    link: `/people/${personId}/shared-lives`,
  });
}
