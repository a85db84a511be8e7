import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Day } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';

/** A copy that went out, of a plan or a decision. */
export interface CopySent {
  sentOn: Day;
  /** As it ends a sentence: 'in large print'. */
  format: string;
  toWhom: string;
  sentBy: string;
}

export type CopyOf = { planId: string } | { determinationId: string };

/** Keeps that a copy was sent, to whom and in what format, and tells the story (Care Act 2014 s12, s13, s25). */
export async function saveCopySent(
  db: CouncilDb,
  of: CopyOf,
  sent: { personId: string; sentOn: Day; format: string; toWhom: string },
): Promise<void> {
  const planId = 'planId' in of ? of.planId : null;
  const determinationId = 'determinationId' in of ? of.determinationId : null;
  await db
    .insertInto('copy_sent')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: sent.personId,
      of: planId ? 'plan' : 'determination',
      plan_id: planId,
      determination_id: determinationId,
      sent_on: sent.sentOn,
      format: sent.format,
      to_whom: sent.toWhom,
      sent_by: actorOf(db).accountId,
    })
    .execute();
  await tellTimeline(db, {
    personId: sent.personId,
    at: nowOf(db),
    kind: 'copy-sent',
    title: planId ? 'A copy of the plan was sent' : 'A copy of the decision was sent',
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words: `To ${sent.toWhom}, ${sent.format}.` }],
    link: planId ? `/plans/${planId}` : `/determinations/${determinationId}`,
  });
}

/** The copies of one plan or decision that went out, latest first. */
export async function copiesOf(db: CouncilReader, of: CopyOf): Promise<CopySent[]> {
  const planId = 'planId' in of ? of.planId : null;
  const determinationId = 'determinationId' in of ? of.determinationId : null;
  return readRows<CopySent>(
    db,
    sql`select s.sent_on as "sentOn", s.format, s.to_whom as "toWhom", a.name as "sentBy"
    from copy_sent s join account a on a.council_id = s.council_id and a.id = s.sent_by
    where s.council_id = ${councilOf(db)} and (s.plan_id = ${planId}::uuid or s.determination_id = ${determinationId}::uuid)
    order by s.sent_on desc, s.id desc limit 50`,
  );
}
