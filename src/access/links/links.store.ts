import { sql } from 'kysely';
import { actorOf, type CouncilDb, councilOf, nobody, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { hashOfCode, newCode } from './code.ts';

/** What a short address may open. */
export type LinkKind = 'listing' | 'suggestion' | 'claim';

/**
 * Gives somebody without an account a short address that opens one thing only. The code is returned this once and
 * kept nowhere: what is kept is its hash. Earlier addresses to the same thing go on working until `endLinks`.
 * @example const code = await makeLink(db, { kind: 'listing', subjectId: listingId }) // then /g/k7m2-pq9x-4tvw
 */
export async function makeLink(
  db: CouncilDb,
  link: { kind: LinkKind; subjectId: string; endsAt?: Date },
): Promise<string> {
  const code = newCode();
  const { accountId } = actorOf(db);
  await sql`insert into link (council_id, id, code_hash, kind, subject_id, made_by, made_at, ends_at)
    values (${councilOf(db)}, ${newId()}, ${hashOfCode(code)}, ${link.kind}, ${link.subjectId},
      ${accountId === nobody.accountId ? null : accountId}, ${nowOf(db)}, ${link.endsAt ?? null})`.execute(
    db,
  );
  return code;
}

/** Every short address to this stops working at once. */
export async function endLinks(db: CouncilDb, kind: LinkKind, subjectId: string): Promise<void> {
  await sql`update link set ended_at = ${nowOf(db)}
    where council_id = ${councilOf(db)} and kind = ${kind} and subject_id = ${subjectId} and ended_at is null`.execute(
    db,
  );
}
