import { sql } from 'kysely';
import { closeOwnPage } from '../../access/own-page/own-pages.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { addMonths, type Day, dayOf } from '../../platform/clock.ts';
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
import type { WayToTell } from '../frame/own.ts';
import { isSameName, mostMonths, type SharerKind } from './sharing.ts';
import { tellWhoever } from './tell.store.ts';

/** Somebody a person shares with, while it lasts. */
export interface Sharing {
  sharingId: string;
  personId: string;
  name: string;
  kind: SharerKind;
  relation: string | null;
  organisation: string | null;
  teamId: string | null;
  accountId: string | null;
  /** Whether they see it on a page of their own; otherwise they are told, or given it on paper. */
  hasPage: boolean;
  beganOn: Day;
  endsOn: Day;
}

export interface NewSharing {
  personId: string;
  name: string;
  kind: SharerKind;
  relation: string | null;
  organisation: string | null;
  teamId: string | null;
  told: WayToTell | null;
}

const columns = sql`w.id as "sharingId", w.person_id as "personId", w.name, w.kind, w.relation, w.organisation,
  w.team_id as "teamId", w.account_id as "accountId", w.began_on as "beganOn", w.ends_on as "endsOn",
  w.team_id is not null or w.account_id is not null as "hasPage"`;

/** Everybody this person shares with now, the longest first. */
export function sharingsOf(db: CouncilReader, personId: string): Promise<Sharing[]> {
  return readRows<Sharing>(
    db,
    sql`select ${columns} from sharing_with w
    where w.council_id = ${councilOf(db)} and w.person_id = ${personId} and w.ended_at is null and w.ends_on >= ${dayOf(nowOf(db))}
    order by w.began_on, w.name, w.id limit 100`,
  );
}

/** One of them. `Unknown` when it has ended, or is not this person's. */
export async function sharingOf(db: CouncilReader, personId: string, sharingId: string): Promise<Sharing> {
  const found = await sharingEver(db, personId, sharingId);
  if (!found.isLive) throw new Unknown();
  return found;
}

/** The same, whether or not it has ended since. `Unknown` when it is not this person's. */
export async function sharingEver(
  db: CouncilReader,
  personId: string,
  sharingId: string,
): Promise<Sharing & { isLive: boolean }> {
  const [found] = await readRows<Sharing & { isLive: boolean }>(
    db,
    sql`select ${columns}, w.ended_at is null and w.ends_on >= ${dayOf(nowOf(db))} as "isLive" from sharing_with w
    where w.council_id = ${councilOf(db)} and w.person_id = ${personId} and w.id = ${sharingId}`,
  );
  if (!found) throw new Unknown();
  return found;
}

/** Somebody around a person, with whom nothing is shared yet. */
export interface AroundToShareWith {
  aroundId: string;
  name: string;
  relation: string;
}

/** People around them that they share nothing with yet. */
export async function aroundToShareWith(db: CouncilReader, personId: string): Promise<AroundToShareWith[]> {
  const around = await readRows<AroundToShareWith>(
    db,
    sql`select a.id as "aroundId", a.name, a.relation from person_around a
    where a.council_id = ${councilOf(db)} and a.person_id = ${personId} and a.ended_on is null
    order by a.name, a.id limit 20`,
  );
  const sharings = await sharingsOf(db, personId);
  return around.filter(({ name }) => !sharings.some((one) => isSameName(one.name, name)));
}

/** A team of all ages that is alongside this person, with everybody from elsewhere who would see. */
export interface TeamToShareWith {
  teamId: string;
  name: string;
  colleagues: { name: string; worksIn: 'health' | 'education'; organisation: string }[];
}

/** Teams alongside this person that have colleagues in health or education. */
export function teamsToShareWith(db: CouncilReader, personId: string): Promise<TeamToShareWith[]> {
  return readRows<TeamToShareWith>(
    db,
    sql`select t.id as "teamId", t.name, json_agg(json_build_object('name', c.name, 'worksIn', c.works_in,
        'organisation', c.organisation) order by c.works_in, c.name) as colleagues
    from team t join team_colleague c on c.council_id = t.council_id and c.team_id = t.id and c.ended_at is null
    where t.council_id = ${councilOf(db)} and exists (select from relationship r where r.council_id = t.council_id
      and r.person_id = ${personId} and r.team_id = t.id and (r.ends_at is null or r.ends_at > ${nowOf(db)}))
    group by t.id, t.name order by t.name limit 20`,
  );
}

/** Begins to share with somebody, for a year at most. Nothing is shared by it: each line is shared by itself. */
export async function startSharing(db: CouncilDb, sharing: NewSharing): Promise<string> {
  const id = newId();
  const today = dayOf(nowOf(db));
  const { accountId } = actorOf(db);
  const { personId, name, kind, relation, organisation, teamId, told } = sharing;
  await endWhatIsOver(db, personId, today);
  await db
    .insertInto('sharing_with')
    .values({
      ...{ council_id: councilOf(db), id, person_id: personId, name, kind, relation, organisation },
      ...{ team_id: teamId, began_on: today, ends_on: addMonths(today, mostMonths), made_by: accountId },
      told: told ?? 'themselves',
    })
    .execute();
  return id;
}

/** What lasted its year gives its place to what begins now, and its way in closes. */
async function endWhatIsOver(db: CouncilDb, personId: string, today: Day): Promise<void> {
  const over = await sql<{
    accountId: string | null;
  }>`update sharing_with set ended_at = ${nowOf(db)}, ended_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and person_id = ${personId} and ended_at is null and ends_on < ${today}
    returning account_id as "accountId"`.execute(db);
  for (const { accountId } of over.rows) if (accountId) await closeDoor(db, accountId);
}

/**
 * Stops sharing with somebody, all of it at once (W2): their next page shows nothing, and their way in is closed.
 * @param told false where telling them could bring harm
 */
export async function endSharing(db: CouncilDb, sharing: Sharing, told = true): Promise<void> {
  const council = councilOf(db);
  const now = nowOf(db);
  const { accountId } = actorOf(db);
  const { sharingId, personId } = sharing;
  await sql`update sharing_with set ended_at = ${now}, ended_by = ${accountId}
    where council_id = ${council} and id = ${sharingId} and ended_at is null`.execute(db);
  await sql`update shared_line set revoked_at = ${now}, revoked_by = ${accountId}
    where council_id = ${council} and sharing_id = ${sharingId} and revoked_at is null`.execute(db);
  if (told)
    await tellWhoever(db, sharing, {
      reference: `ended ${sharingId}`,
      about: 'sharing-ended',
      thingId: sharingId,
    });
  if (sharing.accountId) await closeDoor(db, sharing.accountId);
  await tellTimeline(db, {
    ...{ personId, at: now, kind: 'sharing', sourceId: sharingId },
    title: 'Stopped sharing',
    byLine: `no longer with ${sharing.name}`,
  });
}

/**
 * A way in that was opened for sharing closes with the last sharing, or the last team, it was for. A person's own page
 * never does.
 */
export async function closeDoor(db: CouncilDb, accountId: string): Promise<void> {
  const [door] = await readRows<{ id: string }>(
    db,
    sql`select o.id from own_page o where o.council_id = ${councilOf(db)} and o.account_id = ${accountId}
      and o.opens = 'shared' and o.ended_at is null
      and not exists (select from sharing_with w where w.council_id = o.council_id and w.account_id = o.account_id
        and w.ended_at is null and w.ends_on >= ${dayOf(nowOf(db))})
      and not exists (select from team_colleague c where c.council_id = o.council_id and c.account_id = o.account_id
        and c.ended_at is null)`,
  );
  if (door) await closeOwnPage(db, door.id);
}
