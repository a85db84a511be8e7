import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, nowOf } from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import type { Role } from './roles.ts';

export interface NewAccount {
  name: string;
  email: string;
  role: Role;
  persona?: string;
  teamIds: string[];
}

/** Makes an account and puts it in its teams; returns its id. */
export async function makeAccount(db: CouncilDb, account: NewAccount): Promise<string> {
  const id = newId();
  const council_id = councilOf(db);
  await db
    .insertInto('account')
    .values({
      council_id,
      id,
      name: account.name,
      email: account.email,
      role: account.role,
      persona: account.persona ?? null,
      enabled_at: nowOf(db),
    })
    .execute();
  if (account.teamIds.length)
    await db
      .insertInto('membership')
      .values(account.teamIds.map((team_id) => ({ council_id, team_id, account_id: id })))
      .execute();
  return id;
}

export async function makeTeam(db: CouncilDb, name: string): Promise<string> {
  const id = newId();
  await db
    .insertInto('team')
    .values({ council_id: councilOf(db), id, name })
    .execute();
  return id;
}

export interface Colleague {
  id: string;
  name: string;
  role: string;
  teamNames: string[];
}

/** Colleagues who are alongside people: those who may be asked, named or told. */
export async function colleaguesOf(db: CouncilReader): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`select a.id, a.name, a.role,
      coalesce(array_agg(t.name order by t.name) filter (where t.name is not null), '{}') as "teamNames"
    from account a
    left join membership m on m.council_id = a.council_id and m.account_id = a.id
    left join team t on t.council_id = m.council_id and t.id = m.team_id
    where a.council_id = ${councilOf(db)} and a.role in ('practitioner', 'site-lead') and a.disabled_at is null
    group by a.id, a.name, a.role order by a.name limit 500`.execute(db as CouncilDb);
  return rows;
}
