import { sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';

/** One call to make: a number, and every listing it is about. */
export interface Call {
  /** Of the question that waits; listings asked about together have one. */
  togetherId: string;
  listings: { listingId: string; name: string; checkedOn: Day | null; isHidden: boolean }[];
  numbers: string[];
  who: string | null;
  /** 3 when two messages went unanswered; else nobody knows a way to ask, or they asked to be rung. */
  nth: number;
  askedOn: Day;
  tries: number;
  triedOn: Day | null;
  steward: string | null;
}

export interface CallsAsked {
  /** Only those this account looks after, and those nobody does when it is an editor's. */
  stewardId: string | null;
  isEditor: boolean;
  offset: number;
  most: number;
}

/** A day between two tries, so that one evening's engaged tone is not three silences. */
const daysBetweenTries = 2;
/** Rung so often without an answer, it is silent. */
const mostTries = 3;

/** Who looks after a listing `l` with its way `w`: named for it, else for the district it meets in. */
const stewardHere = (council: number) => sql`coalesce(w.steward_id, (select s.account_id from steward s
  join listing_place p on p.council_id = ${council} and p.listing_id = l.id and s.district = coalesce(p.district, split_part(p.postcode, ' ', 1))
  where s.council_id = ${council} order by p.position limit 1))`;

const waiting = (council: number, today: Day) => sql`
  select a.id, a.together_id, a.nth, a.asked_on, a.tries, a.tried_on, l.id as listing_id, l.name, l.fresh_on, l.state, w.who,
    w.way, w.ask_to, l.particulars, ${stewardHere(council)} as steward_id
  from asking a join listing l on l.council_id = ${council} and l.id = a.listing_id and l.state in ('listed', 'hidden')
  left join asking_way w on w.council_id = ${council} and w.listing_id = l.id
  where a.council_id = ${council} and a.way = 'phone' and a.answered_on is null
    and (a.tried_on is null or a.tried_on <= ${addDays(today, -daysBetweenTries)}::date)`;

/** Whom to ring today: those longest unchecked first, what is hidden already after them, a page of them, and how many there are. */
export async function readCalls(
  db: CouncilReader,
  { stewardId, isEditor, offset, most }: CallsAsked,
): Promise<{ calls: Call[]; total: number }> {
  const council = councilOf(db);
  const mine = stewardId
    ? sql`where steward_id = ${stewardId} ${isEditor ? sql`or steward_id is null` : sql``}`
    : sql``;
  const [row] = await readRows<{ calls: Call[]; total: number }>(
    db,
    sql`with waiting as materialized (select * from (${waiting(council, dayOf(nowOf(db)))}) x ${mine}),
      calls as (select together_id, min(asked_on) as asked_on, bool_and(state = 'hidden') as is_hidden, min(coalesce(fresh_on, 'infinity'::date)) as oldest
        from waiting group by together_id),
      page as (select * from calls order by is_hidden, oldest, asked_on, together_id limit ${most} offset ${offset})
    select coalesce((select json_agg(c.call order by p.is_hidden, p.oldest, p.asked_on, p.together_id) from page p, lateral (
        select json_build_object('togetherId', p.together_id, 'askedOn', p.asked_on, 'nth', max(w.nth), 'tries', max(w.tries),
          'triedOn', max(w.tried_on), 'who', max(w.who), 'steward', max(s.name),
          'listings', json_agg(json_build_object('listingId', w.listing_id, 'name', w.name, 'checkedOn', w.fresh_on,
            'isHidden', w.state = 'hidden') order by w.name),
          'numbers', (select coalesce(json_agg(distinct n.number), '[]') from waiting o, lateral (
              select o.ask_to as number where o.way = 'phone' union select f ->> 'number' from jsonb_array_elements(
                coalesce(o.particulars -> 'phones', '[]')) f) n where o.together_id = p.together_id)) as call
        from waiting w left join account s on s.council_id = ${council} and s.id = w.steward_id
        where w.together_id = p.together_id) c), '[]') as calls,
      (select count(*) from calls) as total`,
  );
  return row ?? { calls: [], total: 0 };
}

/** The listings a call is about, locked until it is written down. @throws Unknown when somebody has answered it meanwhile */
export async function openCall(
  db: CouncilDb,
  togetherId: string,
): Promise<{ listingId: string; nth: number }[]> {
  const { rows } = await sql<{
    listingId: string;
    nth: number;
  }>`select listing_id as "listingId", nth from asking
    where council_id = ${councilOf(db)} and together_id = ${togetherId} and way = 'phone' and answered_on is null
    order by id for update`.execute(db);
  if (!rows.length) throw new Unknown();
  return rows;
}

/** Nobody answered the telephone. After the third time it is silent, and hidden when its days are up. */
export async function noteNoAnswer(db: CouncilDb, togetherId: string): Promise<void> {
  const today = dayOf(nowOf(db));
  await sql`update asking set tries = tries + 1, tried_on = ${today}::date,
      answer = case when tries + 1 >= ${mostTries}::integer then 'silence' end,
      answered_on = case when tries + 1 >= ${mostTries}::integer then ${today}::date end
    where council_id = ${councilOf(db)} and together_id = ${togetherId} and way = 'phone' and answered_on is null
      and tried_on is distinct from ${today}::date`.execute(db);
}

/** Whoever answered the telephone and no message is rung from now on. */
export async function ringFromNowOn(db: CouncilDb, listingId: string, number: string): Promise<void> {
  await sql`insert into asking_way (council_id, listing_id, way, ask_to) values (${councilOf(db)}, ${listingId}, 'phone', ${number})
    on conflict (council_id, listing_id) do update set way = 'phone', ask_to = excluded.ask_to, version = asking_way.version + 1`.execute(
    db,
  );
}
