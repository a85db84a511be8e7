import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { Near } from '../finder/asking.ts';
import { kilometresFromHere, whereIs } from '../finder/nearness.store.ts';
import { type ListingShown, listingJson } from '../listings.store.ts';
import type { Interest } from './ideas.ts';

/** A listing that may suit a person, and which of their interests it answers, by number from 0. */
export interface IdeaRow extends ListingShown {
  kilometres: number | null;
  interests: number[];
}

export interface Wanted {
  personId: string;
  interests: readonly Interest[];
  near: Near | null;
  freshSince: Day;
  most: number;
}

/** Freshly checked listings that answer most of a person's interests, the nearest first; none they were offered before. */
export async function findIdeas(db: CouncilReader, wanted: Wanted): Promise<IdeaRow[]> {
  if (wanted.interests.length === 0) return [];
  const council = councilOf(db);
  const words = JSON.stringify(wanted.interests.map((interest) => interest.words));
  const rows = await readRows<{ idea: IdeaRow }>(
    db,
    sql`with interest as materialized (
        select n, string_agg(query::text, ' | ')::tsquery as query from (
          select n, phraseto_tsquery('english', word) as query from jsonb_array_elements(${words}::jsonb) with ordinality t(words, n),
            jsonb_array_elements_text(words) word) q
        where numnode(query) > 0 group by n),
      here as materialized (${whereIs(council, wanted.near)}),
      matched as materialized (
        select l.id, array_agg(i.n - 1 order by ts_rank(l.search, i.query) desc) as interests,
          sum(ts_rank('{0.05, 0.2, 0.5, 1}', l.search, i.query)) as weight
        from interest i join listing l on l.council_id = ${council} and l.state = 'listed' and l.search @@ i.query
        where l.fresh_on >= ${wanted.freshSince}::date and l.status <> 'temporarily closed' and l.room is distinct from 'full'
          and not exists (select from introduction o where o.council_id = ${council} and o.listing_id = l.id
            and o.person_id = ${wanted.personId})
        group by l.id),
      near as (
        select m.*, (${kilometresFromHere(council, sql`m.id`)}) as kilometres from matched m
        order by weight desc, id limit ${wanted.most * 10})
      select ${listingJson}::jsonb || jsonb_build_object('interests', m.interests, 'kilometres', m.kilometres) as idea
      from near m join listing l on l.council_id = ${council} and l.id = m.id
      left join feed e on e.council_id = ${council} and e.id = l.feed_id
      order by m.weight + coalesce(1 / (1 + m.kilometres / 2), 0) desc, m.id limit ${wanted.most}`,
  );
  return rows.map(({ idea }) => idea);
}
