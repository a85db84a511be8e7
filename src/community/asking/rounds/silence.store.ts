import { type RawBuilder, sql } from 'kysely';
import { roundsApart } from '../pace.ts';
import { awayNow, dayFrom, type RoundOf } from './due.store.ts';

/**
 * What follows questions nobody has answered (`afterSilence`), in one statement: a second one, or somebody rings. What
 * rests by now, or is hidden, is left in peace.
 */
export const followSilence = (round: RoundOf): RawBuilder<{ followed: number }> => {
  const { council, today, pace } = round;
  return sql`with
  late as materialized (select a.id, a.listing_id, a.round_id, a.together_id, a.nth, a.way,
      max((select count(distinct s.together_id) from asking s where s.council_id = ${council} and s.listing_id = a.listing_id
        and s.way <> 'phone' and s.asked_on > ${dayFrom(round, -365)})) over (partition by a.together_id) as sent
    from asking a where a.council_id = ${council} and a.answered_on is null
      and ((a.way = 'e-mail' and a.asked_on <= ${dayFrom(round, -pace.waits['e-mail'])})
        or (a.way = 'post' and a.posted_on <= ${dayFrom(round, -pace.waits.post)}))),
  silenced as (update asking a set answer = 'silence', answered_on = ${today}::date, card_code = null
    from late where a.council_id = ${council} and a.id = late.id returning late.*),
  next as (select s.*, s.nth = 1 and s.sent < ${pace.mostAYear}::integer as is_message from silenced s
    join listing l on l.council_id = ${council} and l.id = s.listing_id and l.state = 'listed'),
  asked as (insert into asking (council_id, id, listing_id, round_id, together_id, nth, way, asked_on)
    select ${council}, gen_random_uuid(), listing_id, round_id, md5(together_id || ' again')::uuid,
      case when is_message then 2 else 3 end, case when is_message then way else 'phone' end, ${today}::date from next
    returning listing_id, nth),
  noted as (update listing l set asks_unanswered = a.nth from asked a where l.council_id = ${council} and l.id = a.listing_id returning l.id)
  select count(*) as followed from noted`;
};

/**
 * Hides what is silent (`isSilent`), in one statement. Whoever is asked by e-mail is told once, if the year allows it,
 * for one press brings it back; a steward who has not rung yet may still ring.
 */
export const hideSilent = (round: RoundOf): RawBuilder<{ hidden: number }> => {
  const { council, today, pace } = round;
  return sql`with
    silent as materialized (select l.id from listing l where l.council_id = ${council} and l.state = 'listed' and l.asks_unanswered > 0
      and coalesce(l.fresh_on <= ${dayFrom(round, -pace.hiddenAfter)}, true) and not ${awayNow(round)}
      and l.next_ask_on <= ${dayFrom(round, roundsApart(pace) - pace.chance)}),
    hidden as (update listing l set state = 'hidden', state_since = ${today}::date, rested_by = 'silence', asks_unanswered = 0,
        state_why = 'We asked, and nobody has said for a long time that it is still right.'
      from silent where l.council_id = ${council} and l.id = silent.id returning l.id),
    stopped as (update asking a set answer = 'silence', answered_on = ${today}::date, card_code = null
      from hidden where a.council_id = ${council} and a.listing_id = hidden.id and a.answered_on is null and a.way <> 'phone'),
    told as (select h.id, coalesce(w.way || ' ' || lower(w.ask_to), h.id::text) as recipient from hidden h
      join asking_way w on w.council_id = ${council} and w.listing_id = h.id and w.way = 'e-mail'
      where ${pace.mostAYear}::integer > (select count(distinct s.together_id) from asking s where s.council_id = ${council}
        and s.listing_id = h.id and s.way <> 'phone' and s.asked_on > ${dayFrom(round, -365)})),
    noted as (insert into asking (council_id, id, listing_id, round_id, together_id, nth, way, asked_on, answer, answered_on)
      select ${council}, gen_random_uuid(), id, md5(recipient || ${today}::text)::uuid, md5(recipient || ${today}::text)::uuid, 4, 'e-mail',
        ${today}::date, 'silence', ${today}::date from told)
    select count(*) as hidden from hidden`;
};
