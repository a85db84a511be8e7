import { sql } from 'kysely';
import { ownOf } from '../access/own-page/own-visit.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  pinOf,
  readRows,
} from '../platform/db/council.ts';
import { Forbidden, Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import { keptReason } from './kept-reason.ts';

/** Breaking the glass opens a record for this many minutes (W5). */
const breakGlassMinutes = 60;

export interface Opened {
  personId: string;
  /** Set when the record is open only because the glass was broken. */
  reason: string | null;
}

interface OpeningRow {
  merged_into: string | null;
  is_alongside: boolean;
  broken_reason: string | null;
}

/**
 * Opens a person's record for the acting worker, or says why not (W5): `Unknown` when there is no such person
 * here (or none this worker may know of), `Forbidden` with a way on when there is no relationship. Every route
 * about one person goes through here first.
 */
export async function openPerson(db: CouncilReader, personId: string): Promise<Opened> {
  const actor = actorOf(db);
  const [row] = await readRows<OpeningRow>(
    db,
    sql`select p.merged_into,
      exists (select from relationship r where r.council_id = p.council_id and r.person_id = p.id and r.why <> 'break-glass'
        and (r.account_id = ${actor.accountId} or r.team_id = any (${actor.teamIds}::uuid[]))
        and (r.ends_at is null or r.ends_at > ${nowOf(db)})) as is_alongside,
      (select case when r.is_reason_kept then ${keptReason} else r.reason end from relationship r where r.council_id = p.council_id and r.person_id = p.id and r.why = 'break-glass'
        and r.account_id = ${actor.accountId} and r.ends_at > ${nowOf(db)} order by r.ends_at desc limit 1) as broken_reason
      from person p where p.council_id = ${councilOf(db)} and p.id = ${personId}`,
  );
  if (!row) throw new Unknown();
  if (row.merged_into) return openPerson(db, row.merged_into);
  if (!row.is_alongside && row.broken_reason === null)
    throw new Forbidden(
      'Your team is not alongside this person. If you need to open their record now, you can, with a reason that somebody else will read.',
      {
        href: `/people/${personId}/break-glass`,
        text: 'Open this record with a reason',
      },
    );
  pinOf(db).opened?.push(personId);
  return { personId, reason: row.is_alongside ? null : row.broken_reason };
}

/**
 * The same for what goes on longer than the hour a broken glass gives, as a way in to somebody's page does: for those
 * alongside them alone (W5).
 */
export async function openAlongside(db: CouncilReader, personId: string): Promise<Opened> {
  const opened = await openPerson(db, personId);
  if (opened.reason !== null)
    throw new Forbidden(
      'You have this record open for an hour. A way in to a page lasts longer: ask a colleague who is alongside them.',
      { href: `/people/${opened.personId}`, text: 'Back to their record' },
    );
  return opened;
}

/** Opens the acting person's own record (W1): the only one there is for them. */
export async function openOwn(db: CouncilReader): Promise<string> {
  const own = await ownOf(db);
  pinOf(db).opened?.push(own);
  return own;
}

export type WhyAlongside = 'contact' | 'conversation' | 'cover' | 'colleague-asked';

/** Puts a team (or one worker, as cover) alongside a person, so that they may open the record. Twice is once. */
export async function comeAlongside(
  db: CouncilDb,
  personId: string,
  who: { teamId: string } | { accountId: string },
  why: WhyAlongside,
): Promise<void> {
  const team = 'teamId' in who ? who.teamId : null;
  const account = 'accountId' in who ? who.accountId : null;
  await sql`insert into relationship (council_id, id, person_id, team_id, account_id, why, began_at)
    select ${councilOf(db)}, ${newId()}, ${personId}, ${team}::uuid, ${account}::uuid, ${why}, ${nowOf(db)}
    where not exists (select from relationship where council_id = ${councilOf(db)} and person_id = ${personId}
      and team_id is not distinct from ${team}::uuid and account_id is not distinct from ${account}::uuid
      and why <> 'break-glass' and ends_at is null)
    on conflict do nothing`.execute(db);
}

/**
 * Opens a record to the acting worker for an hour, for a reason somebody else will read.
 * @param why `isReasonKept` when reading the reason could harm somebody: it is then in no list of who looked
 */
export async function breakGlass(
  db: CouncilDb,
  personId: string,
  { reason, isReasonKept }: { reason: string; isReasonKept: boolean },
): Promise<void> {
  const ends = new Date(nowOf(db).getTime() + breakGlassMinutes * 60_000);
  await db
    .insertInto('relationship')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: personId,
      account_id: actorOf(db).accountId,
      why: 'break-glass',
      began_at: nowOf(db),
      ends_at: ends,
      reason,
      is_reason_kept: isReasonKept,
    })
    .execute();
}
