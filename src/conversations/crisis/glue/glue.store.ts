import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../../platform/db/council.ts';
import { ruleSetOf } from '../../rule-set.ts';
import type { CrisisState } from '../crisis.ts';
import { type Rhythm, rhythmOf } from '../rhythm/rhythm.ts';

/** Somebody the team is sticking to: one row of the glue board. */
export interface GlueRow {
  conversationId: string;
  personId: string;
  name: string;
  knownAs: string;
  openedAt: Date;
  mustChange: string;
  steadyLooksLike: string;
  safetyNote: string;
  /** Today's one thing; null when nobody has said it today. */
  todaysOneThing: string | null;
  /** Who has it today: whoever said so, or else the named person. */
  whoHasIt: string | null;
  namedPerson: string | null;
  cover: string | null;
  state: CrisisState;
  lastContactAt: Date | null;
  lastContactBy: string | null;
  nextContactAt: Date | null;
  around: { name: string; relation: string; phone: string | null }[];
  peopleAround: number;
  rhythm: Rhythm;
}

export interface GlueBoard {
  rows: GlueRow[];
  page: number;
  pages: number;
  people: number;
}

const perPage = 20;

interface GlueSqlRow extends Omit<GlueRow, 'rhythm' | 'peopleAround'> {
  todayOn: Day | null;
  rules: unknown;
  lastRereadAt: Date | null;
  lastShareOn: Day | null;
  lastTalkOn: Day | null;
  peopleAround: number;
  people: number;
}

/**
 * The glue board in one statement: every open conversation 2 of my teams, or that I am named or cover in,
 * longest since contact with the person first, twenty at a time.
 */
export async function readGlueBoard(db: CouncilReader, page = 1): Promise<GlueBoard> {
  const actor = actorOf(db);
  const rows = await readRows<GlueSqlRow>(
    db,
    sql`select c.id as "conversationId", p.id as "personId", p.full_name as name,
      coalesce(p.known_as, split_part(p.full_name, ' ', 1)) as "knownAs", c.opened_at as "openedAt",
      coalesce(k.must_change, '') as "mustChange", coalesce(k.steady_looks_like, '') as "steadyLooksLike",
      coalesce(k.safety_note, '') as "safetyNote", nullif(k.todays_one_thing, '') as "todaysOneThing", k.today_on as "todayOn",
      holder.name as "whoHasIt", named.name as "namedPerson", cover.name as cover, coalesce(k.state, 'holding') as state,
      k.next_contact_at as "nextContactAt", r.rules, last.at as "lastContactAt", last.by as "lastContactBy",
      (select max(h.at) from crisis_contact h where h.council_id = c.council_id and h.conversation_id = c.id and h.reread_plan) as "lastRereadAt",
      shares.last_share as "lastShareOn", shares.last_talk as "lastTalkOn",
      coalesce((select json_agg(json_build_object('name', a.name, 'relation', a.relation, 'phone', a.phone) order by a.name) from (
          select name, relation, phone from person_around where council_id = c.council_id and person_id = p.id and ended_on is null order by name limit 3) a), '[]') as around,
      (select count(*)::integer from person_around a where a.council_id = c.council_id and a.person_id = p.id and a.ended_on is null) as "peopleAround",
      count(*) over ()::integer as people
    from conversation c
    join person p on p.council_id = c.council_id and p.id = c.person_id
    left join crisis_plan k on k.council_id = c.council_id and k.conversation_id = c.id
    left join rule_set r on r.council_id = c.council_id and r.id = c.rule_set_id
    left join account holder on holder.council_id = c.council_id and holder.id = k.today_account_id
    left join account named on named.council_id = c.council_id and named.id = c.named_account_id
    left join account cover on cover.council_id = c.council_id and cover.id = c.cover_account_id
    left join lateral (select h.at, w.name as by from crisis_contact h
        left join account w on w.council_id = h.council_id and w.id = h.account_id
      where h.council_id = c.council_id and h.conversation_id = c.id and h.is_with_person order by h.at desc limit 1) last on true
    left join lateral (select max(s.shared_on) as last_share, max(s.shared_on) filter (where s.purpose = 'team-talk') as last_talk
      from peer_share s where s.council_id = c.council_id and s.person_id = p.id and s.shared_at >= c.opened_at) shares on true
    where c.council_id = ${councilOf(db)} and c.kind = 2 and c.resting_on is null
      and (c.team_id = any (${actor.teamIds}::uuid[]) or ${actor.accountId} in (c.named_account_id, c.cover_account_id))
    order by coalesce(last.at, c.opened_at), c.id
    limit ${perPage} offset ${(page - 1) * perPage}`,
  );
  const people = rows[0]?.people ?? 0;
  return { rows: rows.map((row) => asRow(row, nowOf(db))), page, pages: Math.ceil(people / perPage), people };
}

/** What was said for another day no longer holds: then nobody has said today's one thing, and the named person has it. */
function asRow(
  { rules, people: _, todayOn, lastRereadAt, lastShareOn, lastTalkOn, ...row }: GlueSqlRow,
  now: Date,
): GlueRow {
  const isToday = todayOn === dayOf(now);
  const shares = [
    ...(lastShareOn ? [{ on: lastShareOn, isTeamTalk: false }] : []),
    ...(lastTalkOn ? [{ on: lastTalkOn, isTeamTalk: true }] : []),
  ];
  return {
    ...row,
    todaysOneThing: isToday ? row.todaysOneThing : null,
    whoHasIt: (isToday ? row.whoHasIt : null) ?? row.namedPerson,
    rhythm: rhythmOf(
      row.openedAt,
      row.lastContactAt ? [{ at: row.lastContactAt }] : [],
      lastRereadAt ? [{ at: lastRereadAt }] : [],
      shares,
      ruleSetOf(rules ? { rules } : null),
      now,
    ),
  };
}
