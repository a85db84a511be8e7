import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { sendMail, sendText } from '../../platform/mail/outbox.store.ts';
import { howToTell } from './how-to-tell.ts';
import { tellPerson } from './messages.store.ts';
import { neutralName, subject, wordsOfMove } from './news.ts';
import { recipientOf } from './telling.store.ts';

/** Somebody's messages go elsewhere now, and the place they went to before has still to be told. */
export interface Move {
  changeId: string;
  personId: string;
}

const most = 100;

export async function movesToTell(db: CouncilReader): Promise<Move[]> {
  return readRows<Move>(
    db,
    sql`select c.id as "changeId", coalesce(p.merged_into, p.id) as "personId" from own_way_changed c
      join person p on p.council_id = c.council_id and p.id = c.person_id
      where c.council_id = ${councilOf(db)} and c.was_to is not null order by c.changed_at limit ${most}`,
  );
}

/**
 * Tells the place that messages went to before, once and in their hours, that they go elsewhere: whoever did not ask for
 * it hears of it there. As with every message not in a way they said no to, nor where one could be read by whoever they
 * are kept safe from; one of us tells them instead. The address is not kept after.
 */
export async function tellMoved(db: CouncilDb, { changeId, personId }: Move): Promise<void> {
  const { rows } = await sql<{
    by: 'text' | 'email';
    to: string;
  }>`select was_by as by, was_to as to from own_way_changed
    where council_id = ${councilOf(db)} and id = ${changeId} and was_to is not null for update skip locked`.execute(
    db,
  );
  const [was] = rows;
  if (!was) return;
  const { recipient, wishes, settings } = await recipientOf(db, { personId, accountId: null });
  const before = { ...recipient, hasPage: true, messageBy: was.by, messageTo: was.to, lastDay: null };
  const telling = howToTell(before, wishes, false, nowOf(db));
  const reference = `moved ${changeId}`;
  if ('to' in telling) {
    const from = neutralName(settings);
    const letter = {
      reference,
      to: was.to,
      words: wordsOfMove(from),
      hours: telling.hours,
      from: from ?? subject,
    };
    await (was.by === 'text' ? sendText(db, letter) : sendMail(db, { ...letter, subject }));
  } else await tellPerson(db, { personId, reference, about: 'way-in-changed' });
  await sql`update own_way_changed set was_by = null, was_to = null
    where council_id = ${councilOf(db)} and id = ${changeId}`.execute(db);
}
