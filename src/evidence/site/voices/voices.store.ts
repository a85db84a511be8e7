import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { placedStories } from './site-stories.store.ts';
import { type Block, type KeptWords, type ToldStory, type Voice, voicesBeside } from './voices.ts';

/**
 * The words that stand beside a site's figures: stories that their tellers let the council see, those that everybody is told now,
 * and what the site itself kept by that day as people's or staff's words. A story that was taken down is gone from here too.
 */
export async function voicesOf(
  db: CouncilReader,
  site: { id: string },
  asOf: Day,
): Promise<Partial<Record<Block, Voice>>> {
  const council = councilOf(db);
  const [row] = await readRows<{ told: ToldStory[]; kept: KeptWords[] }>(
    db,
    sql`select
      coalesce((select json_agg(json_build_object('beside', s.beside, 'words', s.words, 'byWhom', s.told_by) order by s.written_at desc, s.id)
        from publication p join publication_story s on s.council_id = p.council_id and s.publication_id = p.id
        where p.council_id = ${council} and p.site_id = ${site.id} and p.agreed_at is not null and p.ended_at is null
          and not exists (select from publication later where later.council_id = p.council_id and later.site_id = p.site_id
            and later.agreed_at is not null and later.as_at > p.as_at)), '[]') as told,
      coalesce((select json_agg(json_build_object('whose', e.whose_voice, 'words', e.words, 'byWhom', e.by_whom) order by e.on_day desc, e.id)
        from site_evidence e where e.council_id = ${council} and e.site_id = ${site.id} and e.kind = 'words'
          and e.whose_voice in ('people', 'staff') and e.on_day <= ${asOf}), '[]') as kept`,
  );
  const letOut = await placedStories(db, 'council', site.id);
  return voicesBeside([...letOut, ...(row?.told ?? [])], row?.kept ?? []);
}
