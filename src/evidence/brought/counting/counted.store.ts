import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf, readRows } from '../../../platform/db/council.ts';
import { currentLoad, type Load } from '../reading/load.store.ts';
import { type Counted, DEFINITIONS_VERSION } from './counted.ts';
import { countLoad } from './counting.store.ts';

/** A history as it was counted. */
export interface CountedLoad {
  load: Load;
  asOf: Day;
  team: string | null;
  counted: Counted;
}

/** Counts a history as at its last day and keeps the answer, so that its page reads one row. */
export async function countAndKeep(db: CouncilDb, historyId: string): Promise<Counted | null> {
  const load = await currentLoad(db, historyId);
  if (!load?.firstOn || !load.takenOn) return null;
  const counted = await countLoad(db, { load: load.load, from: load.firstOn, asOf: load.takenOn });
  await sql`insert into brought_result (council_id, load, definitions, as_at, counted, counted_at)
    values (${councilOf(db)}, ${load.load}, ${DEFINITIONS_VERSION}, ${load.takenOn}, ${JSON.stringify(counted)}, ${nowOf(db)})
    on conflict (council_id, load, definitions, as_at) do update set counted = excluded.counted, counted_at = excluded.counted_at`.execute(
    db,
  );
  return counted;
}

/**
 * What is known of a history: as at its last day from what was kept, as at another day or of one team counted now. Null when
 * there is no such history, or nothing of it was ever read to its end.
 */
export async function readCounted(
  db: CouncilDb,
  historyId: string,
  asked: { asOf?: Day | undefined; team?: string | undefined },
): Promise<CountedLoad | null> {
  const load = await currentLoad(db, historyId);
  if (!load?.firstOn || !load.takenOn) return null;
  const asOf = asked.asOf && asked.asOf < load.takenOn ? asked.asOf : load.takenOn;
  const place = asked.team ? load.words.team.indexOf(asked.team) : -1;
  const team = place < 0 ? null : (asked.team ?? null);
  if (team === null && asOf === load.takenOn) {
    const counted = (await keptResult(db, load.load, asOf)) ?? (await countAndKeep(db, historyId));
    return counted && { load, asOf, team, counted };
  }
  const question = { load: load.load, from: load.firstOn, asOf, ...(team === null ? {} : { team: place }) };
  return { load, asOf, team, counted: await countLoad(db, question) };
}

async function keptResult(db: CouncilDb, load: number, asOf: Day): Promise<Counted | undefined> {
  const [kept] = await readRows<{ counted: Counted }>(
    db,
    sql`select counted from brought_result
      where council_id = ${councilOf(db)} and load = ${load} and definitions = ${DEFINITIONS_VERSION} and as_at = ${asOf}`,
  );
  return kept?.counted;
}
