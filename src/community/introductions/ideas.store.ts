import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { wordsAskedFor } from '../finder/asked-words.store.ts';
import type { Near } from '../finder/asking.ts';
import { kilometresFromHere, whereIs } from '../finder/nearness.store.ts';
import { closeness, isForOthers } from '../finder/ranking.store.ts';
import { isAccessMet } from '../finder/wishes.store.ts';
import { accessNeeds } from '../finder/wishes.ts';
import { type ListingShown, listingJson } from '../listings.store.ts';
import type { Interest, Reach } from './ideas.ts';

/** A listing that may suit a person, and which of their interests it answers, by number from 0. */
export interface IdeaRow extends ListingShown {
  kilometres: number | null;
  interests: number[];
  /** Needs and languages it says it meets: 'step-free', 'Polish'. */
  meets: string[];
}

export interface Wanted {
  personId: string;
  interests: readonly Interest[];
  near: Near | null;
  freshSince: Day;
  most: number;
  reach?: Reach;
}

const anywhere: Reach = { access: [], languages: [], age: null };
/** How many are read closely. */
const candidates = 200;
/** What an interest counts for once something like it turned out not to be for them. */
const afterNotForMe = 0.4;
/** Beside the best, what only mentions something in passing is no idea. A judgement. */
const leastOfBest = 0.3;
/** What each further interest it answers, each need it meets, and being next door add. Judgements. */
const adds = { more: 0.3, meets: 0.15, near: 0.5 };

/**
 * Freshly checked listings that answer a person's interests, the nearest first and those that say they meet a need
 * before others; none that they were offered before or are too old or young for, and fewer of the kind that turned out
 * not to be for them.
 */
export async function findIdeas(db: CouncilReader, wanted: Wanted): Promise<IdeaRow[]> {
  if (wanted.interests.length === 0) return [];
  const rows = await readRows<{ idea: IdeaRow }>(db, ideasStatement(councilOf(db), wanted));
  return rows.map(({ idea }) => idea);
}

function ideasStatement(council: number, wanted: Wanted) {
  const { personId, interests, near, most, reach = anywhere } = wanted;
  return sql<{ idea: IdeaRow }>`with
      ${wordsAskedFor(
        council,
        interests.map(({ thing }) => thing),
      )},
      here as materialized (${whereIs(council, near)}),
      tried as materialized (select distinct a.n from asked a, introduction o join listing l on l.council_id = o.council_id and l.id = o.listing_id
        where o.council_id = ${council} and o.person_id = ${personId} and o.stage = 'not-for-me' and not a.is_near and l.search @@ a.query),
      matched as materialized (${matching(council, wanted)}),
      weighed as materialized (
        select m.id, array_agg(i.n order by i.best desc) as interests,
          max(i.best) + ${adds.more}::real * (sum(i.best) - max(i.best)) as weight
        from matched m cross join lateral (select l.search || '' as search from listing l where l.council_id = ${council} and l.id = m.id) l
        cross join lateral (select q.n, max(${closeness}) * case when q.n in (select n from tried) then ${afterNotForMe}::real else 1 end as best
          from said q where l.search @@ q.query group by q.n) i
        group by m.id),
      placed as materialized (select w.*, (${kilometresFromHere(council, sql`w.id`)}) as kilometres,
          (${meeting(council, reach)}) as meets from weighed w)
      select ${listingJson}::jsonb || jsonb_build_object('interests', p.interests, 'kilometres', p.kilometres, 'meets', p.meets) as idea
      from placed p join listing l on l.council_id = ${council} and l.id = p.id
      left join feed e on e.council_id = ${council} and e.id = l.feed_id
      where p.weight >= ${leastOfBest}::real * (select max(weight) from placed)
      order by p.weight + ${adds.meets}::real * cardinality(p.meets) + coalesce(${adds.near}::real / (1 + p.kilometres / 3), 0) desc, p.id limit ${most}`;
}

/** What can be offered at all, most interests first. */
function matching(council: number, { personId, freshSince, reach = anywhere }: Wanted) {
  const { age } = reach;
  const fits =
    age === null
      ? sql``
      : sql`and ${age} between coalesce(l.minimum_age, 0) and coalesce(l.maximum_age, 200)
        ${age >= 18 ? sql`and not ${isForOthers('children')}` : sql``}`;
  return sql`select l.id from asked a join listing l on l.council_id = ${council} and l.state = 'listed' and l.search @@ a.query
    where not a.is_near and l.fresh_on >= ${freshSince}::date and l.status <> 'temporarily closed' and l.room is distinct from 'full' ${fits}
      and not exists (select from introduction o where o.council_id = ${council} and o.listing_id = l.id and o.person_id = ${personId})
    group by l.id order by count(*) filter (where a.n not in (select n from tried)) desc, l.id limit ${candidates}`;
}

/** The needs and languages that listing `w.id` says it meets. */
function meeting(council: number, { access, languages }: Reach) {
  const met = [
    ...access.map((need) => ({ met: need, isMet: isAccessMet(accessNeeds[need].words) })),
    ...languages.map((met) => ({ met, isMet: sql`l.languages @@ plainto_tsquery('simple', ${met})` })),
  ];
  if (met.length === 0) return sql`'{}'::text[]`;
  const each = met.map(({ met, isMet }) => sql`select ${met}::text as met where ${isMet}`);
  return sql`select coalesce(array_agg(m.met), '{}') from listing l cross join lateral (${sql.join(each, sql` union all `)}) m
    where l.council_id = ${council} and l.id = w.id`;
}
