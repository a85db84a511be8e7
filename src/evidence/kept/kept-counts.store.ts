import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Question } from '../counting/groups.store.ts';
import { isDear, type KeptCount } from './keeping-counts.ts';

/** What was counted, of what: `what` names the count, the question the site, the day and whom it is set beside. */
export interface CountAsked {
  what: string;
  question: Question;
}

/** Goes up when what is counted, or how, is changed, so that nothing counted in another way is shown. */
const COUNTED_AS = 2;

/** Everything but the day that decides the answer: a comparison named this morning is another question. */
function textOf({ what, question: { site } }: CountAsked): string {
  const { teamId, startedOn, compared } = site;
  return [what, COUNTED_AS, startedOn, teamId, compared?.kind ?? '', compared?.teamId ?? ''].join(' ');
}

export async function readKept<Result>(
  db: CouncilReader,
  asked: CountAsked,
): Promise<KeptCount<Result> | null> {
  const { site, asOf } = asked.question;
  const [row] = await readRows<KeptCount<Result>>(
    db,
    sql`select counted_at as "countedAt", took_ms as "tookMs", version, result from kept_count
      where council_id = ${councilOf(db)} and site_id = ${site.id} and as_of = ${asOf} and question = ${textOf(asked)}`,
  );
  return row ?? null;
}

/** Waits until nobody else is counting the same, and keeps them waiting until this transaction ends. */
export async function holdCounting(db: CouncilReader, asked: CountAsked): Promise<void> {
  const { site, asOf } = asked.question;
  const what = `${site.id} ${asOf} ${textOf(asked)}`;
  await readRows(db, sql`select pg_advisory_xact_lock(${councilOf(db)}, hashtext(${what}))`);
}

/** Keeps how long it took and, when that was long, what was counted. Anything counted before yesterday is let go. */
export async function keepCount(
  db: CouncilDb,
  asked: CountAsked,
  counted: { result: unknown; tookMs: number },
): Promise<void> {
  const { site, asOf } = asked.question;
  const tookMs = Math.round(counted.tookMs);
  const result = isDear({ tookMs }) ? JSON.stringify(counted.result) : null;
  const council = councilOf(db);
  await sql`insert into kept_count (council_id, site_id, as_of, question, counted_at, took_ms, result)
    values (${council}, ${site.id}, ${asOf}, ${textOf(asked)}, ${nowOf(db)}, ${tookMs}, ${result}::jsonb)
    on conflict (council_id, site_id, as_of, question) do update set counted_at = excluded.counted_at, took_ms = excluded.took_ms,
      result = excluded.result, version = kept_count.version + 1`.execute(db);
  await sql`delete from kept_count where council_id = ${council} and counted_at < ${nowOf(db)}::timestamptz - interval '1 day'`.execute(
    db,
  );
}
