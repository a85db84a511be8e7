import { sql } from 'kysely';
import { wantedNumberProblem } from '../../../access/own-page/choosing-number.store.ts';
import { openSharedDoor } from '../../../access/own-page/own-pages.store.ts';
import { dayOf } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { type Problem, Unknown } from '../../../platform/http/problems.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { closeDoor, type Sharing } from '../sharing.store.ts';
import { mayHavePage } from '../sharing.ts';
import type { ColleagueAsked } from './staff.forms.ts';
import { type Door, doorFrom, doorOf, type StaffSharing } from './staff.store.ts';

/** What was said about pressure is kept with the sharing, where only staff read it. */
const keptElsewhere = 'Kept with what is shared.';

/** Somebody who has a page already, where what this person shares with them alone can be shown too. */
export interface WithPageAlready {
  accountId: string;
  name: string;
  /** Where a colleague in health or education works; null for a carer with a page of their own. */
  organisation: string | null;
}

/** Carers of this person, and colleagues elsewhere in a team alongside them, who have a page. */
export function withPageAlready(db: CouncilReader, personId: string): Promise<WithPageAlready[]> {
  return readRows<WithPageAlready>(
    db,
    sql`select distinct a.id as "accountId", k.name, k.organisation
    from (select r.council_id, c.id as account_id, r.name, null as organisation from person_around r
        join account c on c.council_id = r.council_id and c.person_id = r.carer_person_id
        where r.council_id = ${councilOf(db)} and r.person_id = ${personId}
      union all select e.council_id, e.account_id, e.name, e.organisation from team_colleague e
        join team_alongside t on t.council_id = e.council_id and t.team_id = e.team_id and t.person_id = ${personId}
        where e.council_id = ${councilOf(db)} and e.ended_at is null) k
    join account a on a.council_id = k.council_id and a.id = k.account_id and a.disabled_at is null
    join own_page o on o.council_id = a.council_id and o.account_id = a.id and o.ended_at is null
    order by k.name, a.id limit 40`,
  );
}

/** Lets whoever is shared with see it on a page (W2), once pressure was talked about with the person alone. */
export async function openPage(
  db: CouncilDb,
  sharing: StaffSharing,
  { account, number, email }: { account: string; number: string; email: string | null },
): Promise<Refusal | Problem[] | null> {
  const refused = mayHavePage(sharing.talk, dayOf(nowOf(db)));
  if (refused) return refused;
  if (sharing.hasPage) return [{ field: 'number', message: 'They have a page already. Nothing was changed' }];
  const { personId, name } = sharing;
  if (account !== 'new') {
    const known = (await withPageAlready(db, personId)).find(({ accountId }) => accountId === account);
    if (!known) throw new Unknown();
    await seesAt(db, sharing, known.accountId);
    return null;
  }
  const wanted = { number, bornOn: null, messageTo: email, ownPageId: null };
  const message = await wantedNumberProblem(db, wanted);
  if (message) return [{ field: 'number', message }];
  const { accountId } = await openSharedDoor(db, {
    ...{ personId, name, number, talked: keptElsewhere, talkedOn: dayOf(nowOf(db)) },
    ...{ messageBy: email ? 'email' : null, messageTo: email },
  });
  await seesAt(db, sharing, accountId);
  return null;
}

async function seesAt(db: CouncilDb, { sharingId }: Sharing, accountId: string): Promise<void> {
  await sql`update sharing_with set account_id = ${accountId}
    where council_id = ${councilOf(db)} and id = ${sharingId} and account_id is null and ended_at is null`.execute(
    db,
  );
}

/** A health or education colleague of a team of all ages. */
export interface ColleagueElsewhere {
  accountId: string;
  teamId: string;
  teamName: string;
  name: string;
  worksIn: 'health' | 'education';
  organisation: string;
  door: Door | null;
}

/** The teams whoever acts works in that are alongside this person, and their colleagues elsewhere. */
export async function teamsAlongside(
  db: CouncilReader,
  personId: string,
): Promise<{ teams: { teamId: string; name: string }[]; colleagues: ColleagueElsewhere[] }> {
  const teams = await readRows<{ teamId: string; name: string }>(
    db,
    sql`select t.id as "teamId", t.name from team t
    where t.council_id = ${councilOf(db)} and t.id = any (${actorOf(db).teamIds}::uuid[])
      and exists (select from relationship r where r.council_id = t.council_id and r.person_id = ${personId} and r.team_id = t.id
        and (r.ends_at is null or r.ends_at > ${nowOf(db)}))
    order by t.name limit 20`,
  );
  const colleagues = await readRows<
    Omit<ColleagueElsewhere, 'door'> & { door: Parameters<typeof doorFrom>[0] }
  >(
    db,
    sql`select c.account_id as "accountId", t.id as "teamId", t.name as "teamName", c.name, c.works_in as "worksIn", c.organisation,
      ${doorOf(sql`c.account_id`)} as door
    from team_colleague c join team t on t.council_id = c.council_id and t.id = c.team_id
    where c.council_id = ${councilOf(db)} and c.team_id = any (${teams.map(({ teamId }) => teamId)}::uuid[]) and c.ended_at is null
    order by c.works_in, c.name limit 100`,
  );
  return { teams, colleagues: colleagues.map((one) => ({ ...one, door: doorFrom(one.door) })) };
}

/** A colleague elsewhere joins the team: they see what people share with it, and nothing else. */
export async function joinTeam(
  db: CouncilDb,
  personId: string,
  { team, name, worksIn, organisation, number, email }: ColleagueAsked,
): Promise<Problem[] | { accountId: string; ownPageId: string }> {
  const { teams } = await teamsAlongside(db, personId);
  if (!teams.some(({ teamId }) => teamId === team))
    return [{ field: 'team', message: 'Choose your own team' }];
  const message = await wantedNumberProblem(db, { number, bornOn: null, messageTo: email, ownPageId: null });
  if (message) return [{ field: 'number', message }];
  const door = await openSharedDoor(db, {
    ...{ personId, name, number, talked: keptElsewhere, talkedOn: dayOf(nowOf(db)) },
    ...{ messageBy: email ? 'email' : null, messageTo: email },
  });
  const { accountId } = door;
  const council_id = councilOf(db);
  await db.insertInto('membership').values({ council_id, team_id: team, account_id: accountId }).execute();
  await db
    .insertInto('team_colleague')
    .values({
      ...{ council_id, team_id: team, account_id: accountId, name, works_in: worksIn, organisation },
      ...{ began_on: dayOf(nowOf(db)), made_by: actorOf(db).accountId },
    })
    .execute();
  return door;
}

/**
 * A colleague elsewhere leaves the team: their next page shows nothing of it, and their way in closes, unless somebody
 * still shares with them alone.
 */
export async function leaveTeam(db: CouncilDb, colleague: ColleagueElsewhere): Promise<void> {
  const { teamId, accountId } = colleague;
  await sql`update team_colleague set ended_at = ${nowOf(db)} where council_id = ${councilOf(db)} and team_id = ${teamId}
    and account_id = ${accountId} and ended_at is null`.execute(db);
  await sql`delete from membership where council_id = ${councilOf(db)} and team_id = ${teamId} and account_id = ${accountId}`.execute(
    db,
  );
  await closeDoor(db, accountId);
}

/** A way in that was opened for this person's sharing, still open. */
export async function doorFor(
  db: CouncilReader,
  personId: string,
  ownPageId: string,
): Promise<{ ownPageId: string; name: string }> {
  const [door] = await readRows<{ ownPageId: string; name: string }>(
    db,
    sql`select o.id as "ownPageId", a.name from own_page o join account a on a.council_id = o.council_id and a.id = o.account_id
    where o.council_id = ${councilOf(db)} and o.id = ${ownPageId} and o.person_id = ${personId} and o.opens = 'shared' and o.ended_at is null`,
  );
  if (!door) throw new Unknown();
  return door;
}
