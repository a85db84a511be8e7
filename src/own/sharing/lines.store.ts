import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
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
import { longDate } from '../../platform/ui/dates.ts';
import type { WayToTell } from '../frame/own.ts';
import type { LineAsShared, LineKind } from '../line/line.ts';
import type { Sharing } from './sharing.store.ts';
import { tellWhoever } from './tell.store.ts';

/** A line that is shared now, with the line as it stands. */
export interface SharedLine {
  lineId: string;
  sharingId: string;
  kind: LineKind;
  thingId: string;
  sharedOn: Day;
  untilOn: Day;
  line: LineAsShared;
}

/** The lines this person shares now, the latest first; with one other when `sharingId` is given. */
export function linesShared(
  db: CouncilReader,
  personId: string,
  sharingId: string | null = null,
): Promise<SharedLine[]> {
  const today = dayOf(nowOf(db));
  return readRows<SharedLine>(
    db,
    sql`select l.id as "lineId", l.sharing_id as "sharingId", l.kind, l.thing_id as "thingId", l.shared_on as "sharedOn",
      l.until_on as "untilOn", l.line
    from shown_line l join sharing_with w on w.council_id = l.council_id and w.id = l.sharing_id
    where l.council_id = ${councilOf(db)} and l.person_id = ${personId} and l.until_on >= ${today}
      and w.ended_at is null and w.ends_on >= ${today} and (${sharingId}::uuid is null or l.sharing_id = ${sharingId})
    order by l.shared_on desc, l.id limit 300`,
  );
}

/** Shares one line with somebody until a day (W2). Shared already, it is shared anew until this day. */
export async function shareLine(
  db: CouncilDb,
  sharing: Sharing,
  shared: { kind: LineKind; thingId: string; untilOn: Day; told: WayToTell | null },
): Promise<string> {
  const id = newId();
  const council_id = councilOf(db);
  const now = nowOf(db);
  const { accountId } = actorOf(db);
  const { sharingId, personId, name } = sharing;
  const { kind, thingId, untilOn } = shared;
  // Held to the end, so that what is being stopped just now is not shared into.
  const { rows } =
    await sql`select from sharing_with where council_id = ${council_id} and id = ${sharingId} and ended_at is null
    for update`.execute(db);
  if (!rows.length) throw new Unknown();
  await sql`update shared_line set revoked_at = ${now}, revoked_by = ${accountId} where council_id = ${council_id}
    and sharing_id = ${sharingId} and kind = ${kind} and thing_id = ${thingId} and revoked_at is null`.execute(
    db,
  );
  await db
    .insertInto('shared_line')
    .values({
      ...{ council_id, id, person_id: personId, sharing_id: sharingId, kind, thing_id: thingId },
      ...{
        shared_on: dayOf(now),
        until_on: untilOn,
        shared_by: accountId,
        told: shared.told ?? 'themselves',
      },
    })
    .execute();
  await tellWhoever(db, sharing, { reference: `shared ${id}`, about: 'something-shared', thingId });
  await tellTimeline(db, {
    ...{ personId, at: now, kind: 'sharing', sourceId: thingId },
    title: 'Shared something',
    byLine: `with ${name}, until ${longDate(untilOn)}`,
  });
  return id;
}

/** Takes one line back, at once (W2). Taken back already, nothing changes. `Unknown` when it is no line of theirs. */
export async function takeBack(db: CouncilDb, personId: string, lineId: string): Promise<void> {
  const now = nowOf(db);
  const { rows } = await sql<TakenBack>`with taken as (
      update shared_line set revoked_at = ${now}, revoked_by = ${actorOf(db).accountId}
      where council_id = ${councilOf(db)} and person_id = ${personId} and id = ${lineId} and revoked_at is null
      returning id)
    select l.thing_id as "thingId", w.name, w.team_id as "teamId", w.account_id as "accountId",
      exists (select from taken) as "isNow"
    from shared_line l join sharing_with w on w.council_id = l.council_id and w.id = l.sharing_id
    where l.council_id = ${councilOf(db)} and l.person_id = ${personId} and l.id = ${lineId}`.execute(db);
  const [line] = rows;
  if (!line) throw new Unknown();
  if (!line.isNow) return;
  const { thingId, name } = line;
  await tellWhoever(db, line, { reference: `taken back ${lineId}`, about: 'sharing-changed', thingId });
  await tellTimeline(db, {
    ...{ personId, at: now, kind: 'sharing', sourceId: thingId },
    title: 'Stopped sharing something',
    byLine: `no longer with ${name}`,
  });
}

interface TakenBack {
  thingId: string;
  name: string;
  teamId: string | null;
  accountId: string | null;
  /** By this, and not before. */
  isNow: boolean;
}
