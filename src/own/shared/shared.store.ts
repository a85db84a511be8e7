import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
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
import type { LineAsShared, LineKind } from '../line/line.ts';

/** A line that somebody shares with whoever acts, as it stands now. */
export interface LineForMe {
  lineId: string;
  sharingId: string;
  /** Whoever shares it: for who looked, never shown. */
  personId: string;
  sharer: string;
  teamId: string | null;
  kind: LineKind;
  sinceOn: Day;
  untilOn: Day;
  line: LineAsShared;
  /** What whoever acts has said beside it. */
  mine: { words: string; saidAt: string }[];
}

/** Everything shared with whoever acts, at this moment (W2): the only way any of it comes to them. */
export function sharedWithMe(db: CouncilReader): Promise<LineForMe[]> {
  return readRows<LineForMe>(
    db,
    sql`select line_id as "lineId", sharing_id as "sharingId", person_id as "personId", sharer, team_id as "teamId", kind,
      since_on as "sinceOn", until_on as "untilOn", line, mine
    from shared_with_me(${nowOf(db)})`,
  );
}

/** A team of which whoever acts is a colleague from health or education. */
export interface MyTeam {
  teamId: string;
  name: string;
}

/** The teams whoever acts works in; for somebody a person shares with, and for nobody else. */
export function myTeams(db: CouncilReader): Promise<MyTeam[]> {
  return readRows<MyTeam>(
    db,
    sql`select t.id as "teamId", t.name from team t
    where t.council_id = ${councilOf(db)} and t.id = any (${actorOf(db).teamIds}::uuid[]) order by t.name limit 20`,
  );
}

/**
 * Says something back to whoever shares a line: beside it, or as a line of one's own. They have it first, and choose.
 * @returns whoever it goes to
 */
export async function sayBack(
  db: CouncilDb,
  lineId: string,
  words: string,
  isBeside: boolean,
): Promise<{ personId: string; answerId: string }> {
  const answerId = newId();
  const { rows } = await sql<{
    person_id: string | null;
  }>`select answer_shared(${nowOf(db)}, ${answerId}, ${lineId},
    ${words}, ${isBeside}) as person_id`.execute(db);
  const personId = rows[0]?.person_id;
  if (!personId) throw new Unknown();
  return { personId, answerId };
}
