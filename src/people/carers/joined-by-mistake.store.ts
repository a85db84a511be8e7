import { sql } from 'kysely';
import { actorOf, type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import { saidBy } from './statements.store.ts';

/**
 * W2: two records joined by mistake come apart again, while nothing has been said on the strength of it. A team that
 * came alongside the carer by the mistake alone, with no conversation there, is alongside them no longer.
 */
export async function takeApart(
  db: CouncilDb,
  personId: string,
  around: { id: string; carerPersonId: string | null },
): Promise<Refusal | null> {
  const carerId = around.carerPersonId;
  if (!carerId) return refuse('N5', 'these two records are not joined', 'nothing is needed');
  await readRows(
    db,
    sql`select id from person where council_id = ${councilOf(db)} and id = ${carerId} for update`,
  );
  if ((await saidBy(db, carerId)).some(({ forPersonId }) => forPersonId === personId))
    return refuse(
      'N5',
      'they have said what they are willing and able to do for this person',
      'look at that together first: it stays on their record',
    );
  await sql`update person_around set carer_person_id = null
    where council_id = ${councilOf(db)} and id = ${around.id}`.execute(db);
  await leaveAgain(db, carerId);
  await tellTimeline(db, {
    personId: carerId,
    at: nowOf(db),
    kind: 'own-record',
    title: 'They do not look out for somebody after all',
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words: 'Two records were joined by mistake, and are apart again.' }],
  });
  return null;
}

/** Ends what began with the joining itself, unless a conversation is open there or began since. */
async function leaveAgain(db: CouncilDb, carerId: string): Promise<void> {
  const { teamIds, accountId } = actorOf(db);
  await sql`update relationship r set ends_at = ${nowOf(db)}
    where r.council_id = ${councilOf(db)} and r.person_id = ${carerId} and r.why = 'conversation' and r.ends_at is null
      and (r.team_id = any (${teamIds}::uuid[]) or r.account_id = ${accountId})
      and exists (select from timeline_event t where t.council_id = r.council_id and t.person_id = r.person_id
        and t.kind = 'own-record' and t.at = r.began_at)
      and not exists (select from person_now c where c.council_id = r.council_id and c.person_id = r.person_id)
      and not exists (select from timeline_event t where t.council_id = r.council_id and t.person_id = r.person_id
        and t.kind = 'conversation-opened' and t.at >= r.began_at)`.execute(db);
}
