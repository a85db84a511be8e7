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
import { Unknown } from '../../platform/http/problems.ts';
import type { SharerKind } from './sharing.ts';

/** What somebody said back, before the person has chosen whether it joins their story. */
export interface Answer {
  answerId: string;
  fromName: string;
  fromKind: Exclude<SharerKind, 'team'>;
  organisation: string | null;
  words: string;
  saidAt: Date;
  /** Beside which line; null for a line of their own. */
  lineId: string | null;
}

/** What is still to be chosen about, the earliest first. */
export function answersWaiting(db: CouncilReader, personId: string): Promise<Answer[]> {
  return readRows<Answer>(
    db,
    sql`select s.id as "answerId", s.from_name as "fromName", s.from_kind as "fromKind", s.organisation, s.words,
      s.said_at as "saidAt", s.line_id as "lineId"
    from shared_answer s where s.council_id = ${councilOf(db)} and s.person_id = ${personId} and s.settled is null
    order by s.said_at, s.id limit 50`,
  );
}

/** The person's choice (W1, W2): it joins their story, said by whoever said it, or it does not. Chosen once. */
export async function settleAnswer(
  db: CouncilDb,
  personId: string,
  answerId: string,
  settled: 'joined' | 'not-joined',
): Promise<void> {
  const now = nowOf(db);
  const { rows } = await sql<Answer>`update shared_answer set settled = ${settled}, settled_at = ${now},
      settled_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and person_id = ${personId} and id = ${answerId} and settled is null
    returning id as "answerId", from_name as "fromName", from_kind as "fromKind", organisation, words,
      said_at as "saidAt", line_id as "lineId"`.execute(db);
  const [answer] = rows;
  if (!answer) throw new Unknown();
  if (settled === 'not-joined') return;
  const { fromName, fromKind, organisation, words, saidAt, lineId } = answer;
  await tellTimeline(db, {
    ...{ personId, at: saidAt, kind: `told-by-${fromKind}`, sourceId: answerId },
    title: lineId ? `${fromName} said something back` : `${fromName} told us something`,
    byLine: organisation ? `${fromName}, ${organisation}` : fromName,
    voices: [{ voice: 'said', who: fromName, words }],
  });
}
