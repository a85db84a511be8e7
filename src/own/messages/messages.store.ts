import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Own, WayToTell } from '../frame/own.ts';
import { byLineOf } from '../say/say.store.ts';
import { getInTouch } from './in-touch.store.ts';
import { answerWithinOf } from './promised.ts';

/** Something the person or the team wrote to the other, as it was written. */
export interface Message {
  id: string;
  side: 'them' | 'us';
  words: string;
  writtenAt: Date;
  byName: string;
  told: 'themselves' | WayToTell | null;
  /** Who of us read it, and when; they said so, or answered. */
  readBy: string | null;
  readAt: Date | null;
}

/** What both wrote, the latest first. */
export async function messagesOf(db: CouncilReader, personId: string, most = 50): Promise<Message[]> {
  const rows = await readRows<
    Omit<Message, 'writtenAt' | 'readAt'> & { writtenAt: Date; readAt: Date | null }
  >(
    db,
    sql`select m.id, m.side, m.words, m.written_at as "writtenAt", a.name as "byName", m.told,
        seen.name as "readBy", seen.at as "readAt"
      from own_message m join account a on a.council_id = m.council_id and a.id = m.by_account
      left join lateral (
        select r.name, r.at from (
          select b.name, s.seen_at as at from own_seen s join account b on b.council_id = s.council_id and b.id = s.seen_by
            where s.council_id = m.council_id and s.thing_id = m.id
          union all
          select b.name, u.written_at from own_message u join account b on b.council_id = u.council_id and b.id = u.by_account
            where u.council_id = m.council_id and u.person_id = m.person_id and u.side = 'us' and u.written_at >= m.written_at
        ) r order by r.at limit 1) seen on m.side = 'them'
      where m.council_id = ${councilOf(db)} and m.person_id = ${personId} order by m.written_at desc, m.id desc limit ${most}`,
  );
  return rows;
}

/** Keeps what they wrote to us; the team finds it on Today. While nothing is open with them, they got in touch. */
export async function writeToUs(
  db: CouncilDb,
  own: Own,
  words: string,
  told: WayToTell | null,
): Promise<string> {
  await getInTouch(db, own, words, told);
  const id = await keep(db, own.personId, words, { side: 'them', told: told ?? 'themselves' });
  await tellTimeline(db, {
    ...{ personId: own.personId, at: nowOf(db), kind: 'message', title: `${own.name} wrote to us` },
    ...{ byLine: byLineOf(db, own, told), voices: [{ voice: 'said' as const, who: own.name, words }] },
    ...{ link: `/people/${own.personId}/messages`, sourceId: id },
  });
  return id;
}

/** Keeps what one of us answers; whatever they wrote before is answered by it. */
export async function answerThem(
  db: CouncilDb,
  { personId, name }: { personId: string; name: string },
  words: string,
): Promise<string> {
  const id = await keep(db, personId, words, { side: 'us', told: null });
  await tellTimeline(db, {
    ...{ personId, at: nowOf(db), kind: 'message', title: `We wrote to ${name}`, byLine: actorOf(db).name },
    ...{ voices: [{ voice: 'note' as const, words }], link: `/people/${personId}/messages`, sourceId: id },
  });
  return id;
}

async function keep(
  db: CouncilDb,
  personId: string,
  words: string,
  from: { side: 'them' | 'us'; told: 'themselves' | WayToTell | null },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('own_message')
    .values({
      ...{ council_id: councilOf(db), id, person_id: personId, words, ...from },
      ...{ written_at: nowOf(db), by_account: actorOf(db).accountId },
    })
    .execute();
  return id;
}

/** What a place or a group nearby is called, for a message about it; null when there is no such listing. */
export async function listingCalled(db: CouncilReader, listingId: string): Promise<string | null> {
  const [row] = await readRows<{ name: string }>(
    db,
    sql`select name from listing where council_id = ${councilOf(db)} and id = ${listingId}`,
  );
  return row?.name ?? null;
}

/** Working days within which this council answers what people write. */
export async function answerWithinHere(db: CouncilReader): Promise<number> {
  const [row] = await readRows<{ settings: Record<string, unknown> }>(
    db,
    sql`select settings from council where council_id = ${councilOf(db)}`,
  );
  return answerWithinOf(row?.settings ?? {});
}
