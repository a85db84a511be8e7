import { sql } from 'kysely';
import { holdPerson } from '../../conversations/conversations.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
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
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import { type FinancialAssessment, mayWorkOutShare, moneyWaits, type NewShare, shareOn } from './share.ts';

/** Every record of what a person pays, the one written last first. */
export async function financialAssessmentsOf(
  db: CouncilReader,
  personId: string,
  most = 50,
): Promise<FinancialAssessment[]> {
  return readRows<FinancialAssessment>(
    db,
    sql`select f.id, f.person_id as "personId", f.conversation_id as "conversationId", f.done_on as "doneOn", f.how,
        f.weekly_pence as "weeklyPence", f.words, f.from_on as "fromOn", a.name as "doneBy",
        coalesce((select json_agg(json_build_object('side', l.side, 'what', l.what, 'weeklyPence', l.weekly_pence)
            order by l.position, l.id)
          from financial_line l where l.council_id = f.council_id and l.financial_assessment_id = f.id), '[]') as lines
      from financial_assessment f join account a on a.council_id = f.council_id and a.id = f.done_by
      where f.council_id = ${councilOf(db)} and f.person_id = ${personId}
      order by f.replaced_by is not null, f.done_on desc, f.id desc limit ${most}`,
  );
}

/** The record that counts for a person on a day (today unless said); null while there is none. */
export async function financialAssessmentOf(
  db: CouncilReader,
  personId: string,
  day: Day = dayOf(nowOf(db)),
): Promise<FinancialAssessment | null> {
  return shareOn(await financialAssessmentsOf(db, personId), day);
}

/** The first day from which the record written last counts, or today: a plan usually begins with it. */
export async function firstDayOfShare(db: CouncilReader, personId: string): Promise<Day> {
  const today = dayOf(nowOf(db));
  const [latest] = await financialAssessmentsOf(db, personId, 1);
  return latest && latest.fromOn > today ? latest.fromOn : today;
}

/** The conversation 3 a share belongs to: the latest to open, and the day the first one did (C3-5). */
export interface Conversation3Begun {
  latestId: string;
  firstOn: Day;
}

export async function conversation3BegunWith(
  db: CouncilReader,
  personId: string,
): Promise<Conversation3Begun | null> {
  const rows = await readRows<{ id: string; openedAt: Date }>(
    db,
    sql`select id, opened_at as "openedAt" from conversation
      where council_id = ${councilOf(db)} and person_id = ${personId} and kind = 3 order by opened_at, id`,
  );
  const [first, latest] = [rows[0], rows.at(-1)];
  return first && latest ? { latestId: latest.id, firstOn: dayOf(first.openedAt) } : null;
}

/**
 * C3-5: keeps the written record of what somebody pays, in place of the one before, which is kept too. Holds the
 * person, so that two written at once come one after the other. Changes no plan. Returns its id.
 */
export async function keepFinancialAssessment(
  db: CouncilDb,
  personId: string,
  asked: NewShare,
): Promise<string | Refusal> {
  await holdPerson(db, personId);
  const begun = await conversation3BegunWith(db, personId);
  if (!begun) return moneyWaits;
  const worked = mayWorkOutShare(asked, begun.firstOn, dayOf(nowOf(db)));
  if (isRefusal(worked)) return worked;
  const id = newId();
  await db
    .insertInto('financial_assessment')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      conversation_id: begun.latestId,
      done_on: asked.doneOn,
      how: asked.how,
      weekly_pence: worked.weeklyPence,
      words: asked.words,
      from_on: asked.fromOn,
      done_by: actorOf(db).accountId,
    })
    .execute();
  await keepLines(db, id, asked);
  await sql`update financial_assessment set replaced_by = ${id}
    where council_id = ${councilOf(db)} and person_id = ${personId} and replaced_by is null and id <> ${id}`.execute(
    db,
  );
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'share-worked-out',
    title: 'What they pay was worked out',
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words: asked.words }],
    link: `/people/${personId}/money`,
    sourceId: id,
  });
  return id;
}

async function keepLines(db: CouncilDb, id: string, { lines }: NewShare): Promise<void> {
  if (!lines.length) return;
  await db
    .insertInto('financial_line')
    .values(
      lines.map(({ side, what, weeklyPence }, position) => ({
        council_id: councilOf(db),
        id: newId(),
        financial_assessment_id: id,
        position,
        side,
        what,
        weekly_pence: weeklyPence,
      })),
    )
    .execute();
}
