import { sql } from 'kysely';
import { actorOf, type CouncilDb, councilOf, nobody, nowOf, pinOf } from './council.ts';

/** One line for who looked: what was done, through which page, to whose record. */
export interface AuditLine {
  act: 'read' | 'write' | 'break-glass' | 'print' | 'address';
  route: string;
  personIds: readonly string[];
  reason?: string;
}

/**
 * Records in the same transaction who looked at or changed whose record. If this fails, the act fails.
 * An answer that names nobody still leaves one line, except on a page open to all.
 */
export async function writeAudit(db: CouncilDb, line: AuditLine): Promise<void> {
  const people = [...new Set(line.personIds)];
  const pin = pinOf(db);
  if (!people.length && actorOf(db) === nobody) return;
  await sql`insert into audit_entry (council_id, at, account_id, act, route, person_id, reason, request_id)
    select ${councilOf(db)}, ${nowOf(db)}, ${accountOf(db)}::uuid, ${line.act}, ${line.route}, person,
           ${line.reason ?? null}, ${pin.requestId}
    from unnest(${people.length ? people : [null]}::uuid[]) person`.execute(db);
}

/** The account that acts, or null for whoever has none. */
const accountOf = (db: CouncilDb) => (actorOf(db) === nobody ? null : actorOf(db).accountId);

/** What a form answered when it was first sent. */
export interface Receipt {
  location: string;
  said?: string;
  made?: Record<string, unknown>;
}

/**
 * Claims a submitted form's id. The first sender gets null and goes on; a second press (or a retry after a
 * lost answer) waits for the first to finish and gets its receipt.
 */
export async function claimSubmission(db: CouncilDb, id: string, route: string): Promise<Receipt | null> {
  const claimed = await sql`insert into submission (council_id, id, account_id, made_at, route)
    values (${councilOf(db)}, ${id}, ${accountOf(db)}, ${nowOf(db)}, ${route}) on conflict do nothing`.execute(
    db,
  );
  if (claimed.numAffectedRows) {
    if (actorOf(db) === nobody) await forgetOldest(db);
    return null;
  }
  const first = await sql<{ receipt: Receipt }>`select receipt from submission
    where council_id = ${councilOf(db)} and id = ${id} and account_id is not distinct from ${accountOf(db)}`.execute(
    db,
  );
  return first.rows[0]?.receipt ?? { location: '/' };
}

/** Receipts kept for those without an account: everybody of the last minutes, and no more however often a machine presses. */
const mostOfNobody = 2_000;

/** Lets go of the oldest beyond those, a few at a time, past any that another press is letting go of. */
async function forgetOldest(db: CouncilDb): Promise<void> {
  const council = councilOf(db);
  await sql`delete from submission where council_id = ${council} and id in (
    select id from submission where council_id = ${council} and account_id is null and made_at < (
      select made_at from submission where council_id = ${council} and account_id is null
      order by made_at desc offset ${mostOfNobody - 1} limit 1)
    limit 100 for update skip locked)`.execute(db);
}

/** Keeps what the form answered, for anyone who presses again. */
export async function keepReceipt(db: CouncilDb, id: string, receipt: Receipt): Promise<void> {
  await sql`update submission set receipt = ${JSON.stringify(receipt)}::jsonb
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
}

/** A form that was refused may be corrected and sent again. */
export async function releaseSubmission(db: CouncilDb, id: string): Promise<void> {
  await sql`delete from submission where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
}
