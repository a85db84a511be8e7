import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../../platform/clock.ts';
import { mostSpread } from '../cycle.ts';
import { type AskingPace, roundsApart } from '../pace.ts';

/** What these statements are about: whose, on which day, at what pace. */
export interface RoundOf {
  council: number;
  today: Day;
  pace: AskingPace;
}

/** So many days after today; before it when negative. */
export const dayFrom = ({ today }: RoundOf, days: number) => sql`${addDays(today, days)}::date`;

/** More listings than this are not a message but a talk: somebody rings. */
const mostInOneMessage = 20;

/** `isAway` in SQL, of a listing called `l`. */
export const awayNow = (round: RoundOf) =>
  sql`coalesce(l.paused_from <= ${dayFrom(round, 0)} and l.paused_until > ${dayFrom(round, round.pace.ahead)}, false)`;

/** `isDue` in SQL, of a listing called `l` with `next_on`, the latest day of all asked at its address, and its `spread`. */
const dueNow = (round: RoundOf) => {
  const { cycle, ahead, quiet } = round.pace;
  const [today, soon] = [dayFrom(round, 0), dayFrom(round, ahead)];
  return sql`(l.only_until is null or l.only_until >= ${today}) and not ${awayNow(round)} and (
    (coalesce(l.fresh_on - case when l.next_on is null then l.spread else 0 end <= ${dayFrom(round, ahead - cycle)}, true)
      and coalesce(l.next_on <= ${today}, true))
    or ((l.paused_until between ${today} and ${soon} or l.only_until between ${today} and ${soon}
        or exists (select from jsonb_array_elements_text(l.term_ends) e where e between ${round.today} and ${addDays(round.today, ahead)}))
      and coalesce(l.fresh_on <= ${dayFrom(round, -quiet)}, true)
      and coalesce(l.next_on <= ${dayFrom(round, roundsApart(round.pace) - quiet)}, true)))`;
};

/** Every listing with who is asked about it: listings with one address are asked about together. */
const everyone = (council: number) => sql`
  select l.*, max(l.next_ask_on) over (partition by l.recipient) as next_on
  from (select l.id, l.state, l.fresh_on, l.next_ask_on, l.paused_from, l.paused_until, l.only_until, l.term_ends, l.asks_unanswered,
      w.way, coalesce(w.way || ' ' || lower(w.ask_to), l.id::text) collate "C" as recipient,
      get_byte(uuid_send(l.id), 15) % ${mostSpread}::integer as spread
    from listing l left join asking_way w on w.council_id = ${council} and w.listing_id = l.id
    where l.council_id = ${council} and l.state in ('listed', 'hidden')) l`;

/** Each of them, whether it may be asked about at all, and whether it is due. */
const marked = (round: RoundOf) => sql`select l.*, (${dueNow(round)}) as is_due,
    l.state = 'listed' and l.asks_unanswered = 0 and coalesce(l.only_until >= ${dayFrom(round, 0)}, true) and not ${awayNow(round)} as is_askable
  from (${everyone(round.council)}) l`;

/** The listings that are due, one by one: so that a test can hold the statement to the rule. */
export const dueListings = (round: RoundOf): RawBuilder<{ id: string }> =>
  sql`select id from (${marked(round)}) l where is_askable and is_due`;

/** The most that are asked for the first time today: a little over an even day's share of all that is listed. */
const firstToday = ({
  council,
  pace,
}: RoundOf) => sql`(select ceil(count(*) * ${pace.haste / 100 / roundsApart(pace)}::float)
  from listing where council_id = ${council} and state = 'listed')`;

/**
 * Begins a round with every group that is due today, in one statement: all listings of one address together. Those never
 * asked before begin little by little, longest unchecked first. A group without a way, and one that was written to as
 * often as a year allows, goes on the stewards' list.
 */
export const beginRounds = (round: RoundOf): RawBuilder<{ asked: number }> => {
  const { council, pace } = round;
  return sql`with
    marked as materialized (${marked(round)}),
    due as materialized (select recipient, min(way) as way, bool_and(next_on is null) as is_first,
        min(coalesce(fresh_on, '-infinity'::date)) filter (where is_due) as oldest,
        min(way) in ('e-mail', 'post') is true and count(*) <= ${mostInOneMessage}::integer as is_message,
        gen_random_uuid() as round_id, gen_random_uuid() as together_id
      from marked where is_askable group by recipient having bool_or(is_due)),
    placed as (select d.*, row_number() over (partition by is_message, is_first order by oldest, recipient) as place from due d),
    chosen as materialized (select m.id, p.* from placed p join marked m using (recipient)
      where m.is_askable and case when not p.is_message then p.place <= ${pace.callsADay}::integer
        else not p.is_first or p.place <= ${firstToday(round)} end
      and not exists (select from asking a where a.council_id = ${council} and a.listing_id = m.id and a.answered_on is null)),
    sent as materialized (select c.recipient, count(distinct a.together_id) as messages from chosen c
      join asking a on a.council_id = ${council} and a.listing_id = c.id and a.way <> 'phone' and a.asked_on > ${dayFrom(round, -365)}
      where c.is_message group by c.recipient),
    asked as (insert into asking (council_id, id, listing_id, round_id, together_id, nth, way, asked_on)
      select ${council}, gen_random_uuid(), c.id, c.round_id, c.together_id, 1,
        case when c.is_message and coalesce(s.messages, 0) < ${pace.mostAYear}::integer then c.way else 'phone' end, ${dayFrom(round, 0)}
      from chosen c left join sent s using (recipient) returning listing_id),
    noted as (update listing l set asks_unanswered = 1, next_ask_on = ${dayFrom(round, roundsApart(pace))}
      from asked a where l.council_id = ${council} and l.id = a.listing_id returning l.id)
    select count(*) as asked from noted`;
};
