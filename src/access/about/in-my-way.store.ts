import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';

export interface InMyWay {
  id: string;
  who: string;
  saidAt: Date;
  words: string;
  answer: string | null;
  answeredBy: string | null;
}

/** What was said to get in the way: everybody's for an administrator, one's own for everyone else. */
export async function saidInMyWay(db: CouncilReader, most = 50): Promise<InMyWay[]> {
  const actor = actorOf(db);
  return readRows<InMyWay>(
    db,
    sql`select w.id, a.name as who, w.said_at as "saidAt", w.words, w.answer, b.name as "answeredBy"
    from in_my_way w join account a on a.council_id = w.council_id and a.id = w.account_id
    left join account b on b.council_id = w.council_id and b.id = w.answered_by
    where w.council_id = ${councilOf(db)} and (${actor.role} = 'administrator' or w.account_id = ${actor.accountId})
    order by w.answer is not null, w.said_at desc limit ${most}`,
  );
}

export async function sayInMyWay(db: CouncilDb, words: string): Promise<void> {
  await db
    .insertInto('in_my_way')
    .values({
      council_id: councilOf(db),
      id: newId(),
      account_id: actorOf(db).accountId,
      said_at: nowOf(db),
      words,
    })
    .execute();
}

export async function answerInMyWay(db: CouncilDb, id: string, answer: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('in_my_way')
    .set({ answer, answered_by: actorOf(db).accountId, answered_at: nowOf(db) })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!numUpdatedRows) throw new Unknown();
}
