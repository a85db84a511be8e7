import { sql } from 'kysely';
import { holdPerson, openConversationOf } from '../../conversations/conversations.store.ts';
import { openConversation3 } from '../../conversations/gate/opening.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { type Move, type MoveNeed, movingDay } from './move.ts';
import { tellMove } from './moves.store.ts';
import { moveNeedsOf } from './needs/move-needs.store.ts';
import { type DoneHere, gapInWords, mayMeetSameNeeds } from './no-gap.ts';

/**
 * What has been done here since we were told of a move. A plan from before counts too, unless they had moved away: what
 * another council met never takes the place of a plan that runs here (P1).
 */
export async function doneHere(db: CouncilReader, move: Move): Promise<DoneHere> {
  const [row] = await readRows<DoneHere>(
    db,
    sql`select
      exists (select from conversation c where c.council_id = ${councilOf(db)} and c.person_id = ${move.personId}
        and c.kind = 3 and c.resting_on is null) as "isConversation3Open",
      exists (select from plan p where p.council_id = ${councilOf(db)} and p.person_id = ${move.personId}
        and p.state = 'standing' and p.id is distinct from ${move.planId}::uuid
        and (p.starts_on >= ${move.toldOn} or exists (select from person w where w.council_id = p.council_id
          and w.id = p.person_id and w.moved_away_on is null))) as "hasPlanSince",
      coalesce((select not d.is_eligible from determination d where d.council_id = ${councilOf(db)}
        and d.person_id = ${move.personId} and d.decided_on >= ${move.toldOn}
        order by d.decided_on desc, d.id desc limit 1), false) as "isDecidedNo"`,
  );
  if (!row) throw new Error('one statement returns one row');
  return row;
}

/**
 * P4, Care Act 2014 s38(1): meets the same needs from the moving day, however late it is pressed: a plan that
 * stands by duty and not by agreement (decision 0030), and ongoing support from that day for each need. The move
 * is held by the caller; the person's row is held here. Returns the plan's id, or the rule that says not yet.
 */
export async function meetSameNeeds(db: CouncilDb, move: Move): Promise<string | Refusal> {
  await holdPerson(db, move.personId);
  const needs = await moveNeedsOf(db, move.id);
  const today = dayOf(nowOf(db));
  const refusal = mayMeetSameNeeds(move, needs, await doneHere(db, move), today);
  if (refusal) return refusal;
  const conversationId = await conversationForMove(db, move);
  if (isRefusal(conversationId)) return conversationId;
  const from = movingDay(move) ?? today;
  const planId = await carryOver(db, move, conversationId, from);
  await keepLines(db, move, planId, needs, from);
  await sql`update move set same_needs_from = ${from}, plan_id = ${planId}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${move.id}`.execute(db);
  await sql`update person set moved_away_on = null
    where council_id = ${councilOf(db)} and id = ${move.personId} and moved_away_on is not null`.execute(db);
  const gap = gapInWords(from, today);
  await tellMove(
    db,
    move,
    `The same needs are met here from ${longDate(from)}`,
    ['As they were met there, until a decision is given here.', gap].filter(Boolean).join(' '),
  );
  return planId;
}

/** C3-2: the open conversation 3, or one that opens at once because they moved here with support. */
export async function conversationForMove(db: CouncilDb, move: Move): Promise<string | Refusal> {
  if (move.didNotHappenOn) return refuse('P4', 'this move did not happen', 'write down a new one if it does');
  await holdPerson(db, move.personId);
  const open = await openConversationOf(db, move.personId, 3);
  if (open) return open.id;
  const day = movingDay(move);
  const when = day ? `, on ${longDate(day)}` : '';
  return openConversation3(db, move.personId, {
    kind: 'moved-in-with-support',
    reason: `Moving here from ${move.otherCouncil}${when}, with support already.`,
  });
}

/** A plan of an earlier time here, if one still says that it stands, is followed by what is carried over. */
async function carryOver(db: CouncilDb, move: Move, conversationId: string, from: Day): Promise<string> {
  const id = newId();
  const council = councilOf(db);
  const [earlier] = await readRows<{ id: string }>(
    db,
    sql`update plan set state = 'followed-by-a-later-one' where council_id = ${council} and person_id = ${move.personId}
      and state = 'standing' returning id`,
  );
  await sql`insert into plan (council_id, id, person_id, conversation_id, number, state, starts_on, written_by, follows)
    select ${council}, ${id}, ${move.personId}, ${conversationId}, coalesce(max(number), 0) + 1, 'standing', ${from},
      ${actorOf(db).accountId}, ${earlier?.id ?? null}
    from plan where council_id = ${council} and person_id = ${move.personId}`.execute(db);
  return id;
}

async function keepLines(
  db: CouncilDb,
  move: Move,
  planId: string,
  needs: readonly MoveNeed[],
  from: Day,
): Promise<void> {
  const council_id = councilOf(db);
  const lines = needs.map((line, position) => ({
    ...line,
    position,
    id: newId(),
    how: line.metHere ?? line.metThere,
  }));
  await db
    .insertInto('plan_need')
    .values(
      lines.map(({ id, position, need, how }) => ({
        ...{ council_id, id, position, need, how },
        plan_id: planId,
        is_eligible: true,
        met_by: 'paid',
        who: `As ${move.otherCouncil} arranged it`,
      })),
    )
    .execute();
  await db
    .insertInto('budget_part')
    .values(
      lines.map(({ id, position, how, weeklyPence }) => ({
        ...{ council_id, position },
        id: newId(),
        plan_id: planId,
        need_id: id,
        what: how,
        how_often: 'weekly',
        council_pence: weeklyPence,
        person_pence: 0,
      })),
    )
    .execute();
  await db
    .insertInto('support')
    .values(
      lines.map(({ how, weeklyPence }) => ({
        council_id,
        id: newId(),
        person_id: move.personId,
        plan_id: planId,
        kind: 'ongoing',
        what: how,
        started_on: from,
        weekly_pence: weeklyPence,
      })),
    )
    .execute();
}
