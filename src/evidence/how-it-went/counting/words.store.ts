import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import type { Question } from '../../counting/groups.store.ts';

/** Words somebody said for this site's evidence, or a team's own reflection. */
export interface KeptWords {
  whose: 'people' | 'staff';
  words: string;
  /** The question of the week it answers, in the words it was asked (4.15). */
  asked: string | null;
  byWhom: string;
  on: Day;
}

export interface WordsKept {
  words: KeptWords[];
  page: number;
  pages: number;
}

const A_PAGE = 8;

/**
 * People's and staff's words that were kept as evidence of the site, and what its team wrote when it talked things over: newest
 * first, as they stood on a day. What people said in conversations and catch-ups is theirs, and is never read here.
 */
export async function wordsKept(
  db: CouncilReader,
  { site, asOf }: Question,
  asked: number,
): Promise<WordsKept> {
  const rows = await readRows<KeptWords & { all: number }>(
    db,
    sql`with kept as (
      select whose_voice as whose, words, null as asked, by_whom, on_day, written_at, id from site_evidence
      where council_id = ${councilOf(db)} and site_id = ${site.id} and whose_voice in ('people', 'staff') and kind = 'words'
      union all
      select 'staff', words, prompt, by_whom, on_day, written_at, id from site_log
      where council_id = ${councilOf(db)} and site_id = ${site.id} and kind = 'reflected'
    )
    select whose, words, asked, by_whom as "byWhom", on_day as "on", (count(*) over ())::integer as all from kept
    where on_day <= ${asOf}::date and (written_at at time zone 'Europe/London')::date <= ${asOf}::date
    order by on_day desc, written_at desc, id limit ${A_PAGE} offset ${(asked - 1) * A_PAGE}`,
  );
  if (rows.length === 0 && asked > 1) return wordsKept(db, { site, asOf }, 1);
  const pages = Math.max(1, Math.ceil((rows[0]?.all ?? 0) / A_PAGE));
  return { words: rows.map(({ all, ...one }) => one), page: asked, pages };
}
