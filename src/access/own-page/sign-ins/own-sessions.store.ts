import { sql } from 'kysely';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';

/** S6: a browser that is signed in to somebody's own page. */
export interface OwnSession {
  beganAt: Date;
  seenAt: Date;
  isHere: boolean;
}

/** S6: for a key, a joined sign-in or a new number somebody must have come in this lately. */
const FRESH_MINUTES = 15;
/** A browser nobody has used for this long is signed out anyway. */
const IDLE_MINUTES = 30;

/** @param here the form token of the browser that asks */
export const sessionsOf = (db: CouncilReader, accountId: string, here: string): Promise<OwnSession[]> =>
  readRows<OwnSession>(
    db,
    sql`select s.began_at as "beganAt", s.seen_at as "seenAt", s.csrf_token = ${here} as "isHere"
      from session s where s.council_id = ${councilOf(db)} and s.account_id = ${accountId} and s.ended_at is null
        and s.seen_at > ${minutesBefore(nowOf(db), IDLE_MINUTES)}
      order by "isHere" desc, s.seen_at desc limit 50`,
  );

/** Whether whoever asks came in just now, so that it is still them. */
export const isFresh = (sessions: readonly OwnSession[], now: Date): boolean =>
  sessions.some(({ isHere, beganAt }) => isHere && beganAt > minutesBefore(now, FRESH_MINUTES));

/** S6: signs out every browser but this one, at once and on the server. */
export async function endOtherSessions(db: CouncilDb, accountId: string, here: string): Promise<void> {
  await sql`update session set ended_at = ${nowOf(db)}
    where council_id = ${councilOf(db)} and account_id = ${accountId} and csrf_token <> ${here} and ended_at is null`.execute(
    db,
  );
}

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
