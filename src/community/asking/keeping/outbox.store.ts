import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';

export interface OutboxLine {
  mailId: string;
  to: string;
  subject: string;
  words: string | null;
  madeAt: Date;
  sentAt: Date | null;
  givenUpAt: Date | null;
  tries: number;
  problem: string | null;
}

/** What goes to groups: codes for people's own pages, and what tells people something, are nobody's to read here. */
const toGroups = sql`goes_by = 'email' and not_before is null and reference not like 'own %' and reference not like 'message %'`;

/** A page of the outbox, newest first, and how many there are in all. */
export async function readOutbox(
  db: CouncilReader,
  { offset, most }: { offset: number; most: number },
): Promise<{ letters: OutboxLine[]; total: number }> {
  const council = councilOf(db);
  const letters = await readRows<OutboxLine>(
    db,
    sql`select id as "mailId", mail_to as to, subject, words, made_at as "madeAt", sent_at as "sentAt",
      given_up_at as "givenUpAt", tries, last_problem as problem
    from outgoing_mail where council_id = ${council} and ${toGroups} order by made_at desc, id desc limit ${most} offset ${offset}`,
  );
  const [counted] = await readRows<{ total: number }>(
    db,
    sql`select count(*) as total from outgoing_mail where council_id = ${council} and ${toGroups}`,
  );
  return { letters, total: counted?.total ?? 0 };
}
