import pg from 'pg';
import { StartRefused } from '../start-refused.ts';

/** The two logins, the same on every server, because migrations name them. */
export const OWNER = 'alongside_owner';
export const SERVING = 'alongside_app';

const EXTENSIONS = ['pg_trgm', 'unaccent', 'fuzzystrmatch', 'btree_gist', 'btree_gin'];

export interface BootstrapOptions {
  /** The database to make. */
  readonly database: string;
  /** Set when given; a login made without one can only come in where the server asks for none. */
  readonly ownerPassword?: string | undefined;
  readonly servingPassword?: string | undefined;
  /** How the administrator reaches the new database, when it is not the same address with another name. */
  readonly inDatabase?: pg.PoolConfig;
}

export class UnsafeLogin extends StartRefused {
  override name = 'UnsafeLogin';
}

/**
 * Makes the database, its owner, the serving login and what both may do. Each step is skipped when done already,
 * so it can be run again after an interruption or an upgrade.
 * @returns what was made now, in words
 */
export async function bootstrap(administrator: pg.PoolConfig, options: BootstrapOptions): Promise<string[]> {
  const made: string[] = [];
  await within(administrator, async (client) => {
    if (await makeLogin(client, OWNER, options.ownerPassword)) made.push(`login ${OWNER}`);
    if (await makeLogin(client, SERVING, options.servingPassword)) made.push(`login ${SERVING}`);
    if (await makeDatabase(client, options.database)) made.push(`database ${options.database}`);
  });
  await within(options.inDatabase ?? { ...administrator, database: options.database }, grantOnce);
  return made;
}

/** Runs `act` on one connection of its own. */
export async function within<T>(config: pg.PoolConfig, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/**
 * Refuses a serving login that row security would not bind: it would show one council's people to another
 * without any error.
 * @throws UnsafeLogin with one sentence
 */
export async function refuseUnsafeServing(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ login: string; because: string | null }>(WHY_UNSAFE);
  const { login, because } = rows[0] ?? { login: '', because: 'is unknown' };
  if (because === null) return;
  throw new UnsafeLogin(
    `DATABASE_URL names the login ${login}, which ${because}, so row security would not keep councils apart: give the serving login that npm run prepare-database makes.`,
  );
}

/** The session's own login is asked about, not a role it has put on: a role can be taken off again. */
const WHY_UNSAFE = `
with login as (select * from pg_roles where rolname = session_user),
able as (
  select r.* from pg_roles r, login where r.oid = login.oid or pg_has_role(login.oid, r.oid, 'member')
),
owning as (
  select c.relowner as owner, format('owns the table %I.%I', n.nspname, c.relname) as what
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema$)'
  union all
  select datdba, format('owns the database %I', datname) from pg_database where datname = current_database()
)
select login.rolname as login,
  case
    when login.rolsuper then 'is a superuser'
    when login.rolbypassrls then 'passes by row security (bypassrls)'
    when login.rolcreaterole then 'may give itself other roles (createrole)'
    else (
      select case when able.oid = login.oid then found.why
             else format('is a member of %I, which %s', able.rolname, found.why) end
      from able, lateral (
        select 'is a superuser' as why where able.rolsuper
        union all select 'passes by row security (bypassrls)' where able.rolbypassrls
        union all (select what from owning where owner = able.oid order by what desc limit 1)
      ) found
      order by able.oid <> login.oid, able.rolname
      limit 1
    )
  end as because
from login`;

async function makeLogin(client: pg.Client, name: string, password: string | undefined): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  const login = client.escapeIdentifier(name);
  if (!rowCount) await client.query(`create role ${login} login nocreatedb nocreaterole`);
  if (password) await client.query(`alter role ${login} password ${client.escapeLiteral(password)}`);
  return !rowCount;
}

/**
 * Sorted as people in Britain sort names, whatever the server's own habit. An administrator who is not a superuser
 * (as on hosted servers) must belong to the owner to make a database for it.
 */
async function makeDatabase(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean; superuser: boolean }>(
    `select exists(select from pg_database where datname = $1), rolsuper as superuser
     from pg_roles where rolname = current_user`,
    [name],
  );
  if (!rows[0]?.superuser) await client.query(`grant ${OWNER} to current_user`);
  if (rows[0]?.exists) return false;
  await client.query(
    `create database ${client.escapeIdentifier(name)} owner ${OWNER}
     template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-GB'`,
  );
  return true;
}

/**
 * The serving login may read and write rows of every table the owner makes; a migration revokes where less is
 * right. It never truncates, refers, creates or makes temporary tables, and functions are closed to everybody else.
 */
async function grantOnce(client: pg.Client): Promise<void> {
  for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`);
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  const byOwner = `alter default privileges for role ${OWNER}`;
  await client.query(`
    begin;
    revoke all on database ${rows[0]?.name} from public;
    grant connect on database ${rows[0]?.name} to ${SERVING};
    revoke create on schema public from public;
    grant usage, create on schema public to ${OWNER};
    grant usage on schema public to ${SERVING};
    ${byOwner} revoke execute on functions from public;
    ${byOwner} in schema public grant execute on functions to ${SERVING};
    ${byOwner} in schema public grant select, insert, update, delete on tables to ${SERVING};
    ${byOwner} in schema public grant usage on sequences to ${SERVING};
    commit`);
}
