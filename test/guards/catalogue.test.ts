import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { SERVING } from '../../src/platform/db/logins.ts';
import { testDatabase } from '../database.ts';
import { templateName } from '../server.ts';
import { fullCouncils } from './full-council.ts';

/** Public matters, which carry no row security, and why. Every query of theirs names the council itself. */
const isPublic: Record<string, string> = {
  listing: 'the directory anybody may read; text search cannot use an index below a policy',
  listing_place: 'where a listing meets, as public as the listing',
  organisation: 'who runs public listings, published as open data',
  organisation_identifier: 'numbers on public registers of charities and companies',
  taxonomy: 'lists of terms public listings carry, published as open data',
  taxonomy_term: 'what public listings are about, joined in the search',
  listing_term: 'which terms a public listing carries, joined in the search',
  listing_change: 'when a public listing last changed here, given away with it',
  listing_word: 'words of public listings, so that a slip of spelling finds its neighbour',
  postcode_point: 'where a postcode is, from a file published for the whole country',
  postcode_district: 'about where a postcode district is; published for the whole country',
};

/** Functions that pass by row security, and what each may reveal. */
const passesBy: Record<string, string> = {
  open_session: 'from the hash of a session token to whose it is; nothing without the token',
  open_calendar_feed:
    'from the hash of a calendar address to whose it is; nothing without the secret, nor once it is ended',
  uploads_to_read: 'which files of which councils wait to be read, as ids; nothing of what is in them',
  open_link: 'from the hash of a short address’s code to what it opens; nothing without the code',
  council_open_to_all: 'names and settings of councils, which are public',
  councils_to_sign_in: 'names of councils, which are public',
  feeds_due: 'which feeds of which councils are to be read now: ids of directories, nothing of anybody',
  settle_listing_search:
    'tidies the index of public listings after an import; a count of pages, nothing of anybody',
  settle_statistics: 'counts rows again after a large load; gives nothing back',
  held_back_here:
    'ids of what is held back from whoever’s own page it is, for policies only; the visit itself sees none of it (W1)',
  look_would_tell:
    'whether one line of who looked would tell that something is held back: yes or no, in a policy (W1)',
  cares_for:
    'at a carer’s own page, first names of those who name them as their carer; nothing else of them (N5)',
  leans_on_me:
    'at a carer’s own page, for which things a standing plan leans on them; never shown, and holds both (N5)',
  tell_of_ground:
    'writes, into the story of somebody whose plan leans on whoever’s page it is, that it has changed',
  lines_shared_with_me:
    'which lines are shared with whoever acts, or with a team they work in, while they are: ids, days and the sharer’s name; words come only by the sharer’s own policies (W2)',
  answer_shared:
    'writes what somebody says back beside a line shared with them, and whose line it is; nothing else (W2)',
  kept_from_walls:
    'whether a story of this person may hang before those who are not on their team: yes or no, never why; repeats the council test',
  own_page_opens: 'whether a way in may open now: yes or no for one page of the pinned council',
  find_people: 'repeats the council and restriction tests; display columns only (F4)',
  ages_and_languages: 'ids, birth dates and languages of the pinned council, only ever counted (4.16)',
  ends_of_lives: 'ids and days of the pinned council, only ever counted (E3)',
};

/** Tables whose rows stay as they were written. */
const asWritten = [
  'audit_entry',
  'entry',
  'measure_registered',
  'tap_change',
  'site_comparison',
  'site_log',
  'site_evidence',
  'equality_fact',
];

/** Foreign keys without an index of their own, and why that is right. */
const unsupported: { key: RegExp; because: string }[] = [
  { key: /^\w+\(council_id\) -> council$/, because: 'a council is never deleted; every key begins with it' },
  {
    key: /-> (account|team)$/,
    because: 'accounts are disabled and teams renamed, never deleted, so nothing looks from them to rows',
  },
  {
    key: /^(crisis_plan|crisis_contact|small_money|copy_sent)\(council_id, person_id\) -> person$/,
    because: 'found through the conversation, plan or decision they belong to; records are never deleted',
  },
  {
    key: /^(gap|draft)\(council_id, person_id\) -> person$/,
    because: 'found by day, or by their one writer; records are never deleted',
  },
  {
    key: /^(entry\(council_id, adds_to\)|fact\(council_id, replaces\)|plan\(council_id, follows\)) -> /,
    because: 'a later one points at an earlier one of the same conversation, and is found with it',
  },
  {
    key: /^(conversation\(council_id, rule_set_id\) -> rule_set|peer_share\(council_id, conversation_id\) -> conversation)$/,
    because: 'found from the team or the person; neither end is ever deleted',
  },
  {
    key: /^(budget_part\(council_id, need_id\) -> plan_need|support\(council_id, plan_id\) -> plan)$/,
    because: 'found from the plan, or from the person; a plan is followed by a later one, never deleted',
  },
];

const test = await testDatabase();
await fullCouncils(test);

describe('the catalogue of a migrated database', () => {
  it('A5 every table of a council has row security, enabled and forced, or is public for a reason', async () => {
    await nothing(
      `
      select c.relname as found from pg_class c
      where ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and ${hasCouncil} and c.relname <> all ($1)`,
      [Object.keys(isPublic)],
    );
    await nothing(
      `
      select name as found from unnest($1::text[]) name
      where not exists (select from pg_class c where ${ours} and c.relname = name and not c.relrowsecurity)`,
      [Object.keys(isPublic)],
    );
  });

  it('A5 every table belongs to a council', async () => {
    await nothing(`select c.relname as found from pg_class c
      where ${ours} and c.relkind in ('r', 'p') and not ${hasCouncil}`);
  });

  it('A5 every policy for the serving login names the council, for reading and for writing', async () => {
    await nothing(`
      select format('%s: %s', tablename, policyname) as found from pg_policies
      where schemaname = 'public' and roles <> array['alongside_owner']::name[]
        and (cmd <> 'ALL' or permissive <> 'PERMISSIVE'
          or qual !~ 'council_id = \\( SELECT current_council\\(\\)'
          or with_check is not null and with_check !~ 'council_id = \\( SELECT current_council\\(\\)')
        and policyname not in ('own_only', 'looks_held_back')`);
    await nothing(`
      select c.relname as found from pg_class c
      where ${ours} and c.relrowsecurity and 1 <> (select count(*) from pg_policies p
        where p.schemaname = 'public' and p.tablename = c.relname and p.policyname not in ('own_only', 'looks_held_back')
          and p.roles <> array['alongside_owner']::name[])`);
  });

  it('W1 every table about people is kept to whoever’s own page it is, or is about nobody in particular', async () => {
    await nothing(`
      select format('%s: %s', tablename, policyname) as found from pg_policies
      where schemaname = 'public' and policyname = 'own_only' and (permissive <> 'RESTRICTIVE' or qual !~ 'is_for_staff' or roles <> array['alongside_app']::name[]
        or cmd <> case tablename when 'audit_entry' then 'SELECT' else 'ALL' end)
      union all
      select c.relname from pg_class c where ${ours} and c.relrowsecurity and not exists (
          select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_only')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id') and c.relname <> 'account'
      union all
      select format('%s hangs on %s', k.conrelid::regclass, k.confrelid::regclass) from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid <> 'account'::regclass
        and exists (select from pg_policy p where p.polrelid = k.confrelid and p.polname = 'own_only')
        and not exists (select from pg_policy p where p.polrelid = k.conrelid and p.polname = 'own_only')
        and k.conrelid <> 'account'::regclass`);
  });

  it('A5 the serving login owns nothing, is no superuser, passes by nothing and belongs to nobody', async () => {
    await nothing(
      `
      select rolname as found from pg_roles where rolname = $1
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
      union all select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
        where m.member = (select oid from pg_roles where rolname = $1)
      union all select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1
      union all select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = $1
      union all select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname = $1`,
      [SERVING],
    );
  });

  it('A5 the serving login may not truncate, refer to, or hang triggers on a table, nor make one', async () => {
    await nothing(
      `
      select format('%s %s', table_name, privilege_type) as found from information_schema.table_privileges
      where table_schema = 'public' and grantee in ($1, 'PUBLIC')
        and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
      union all select 'create in public' where has_schema_privilege($1, 'public', 'create')
      union all select 'temporary tables' where has_database_privilege($1, $2, 'temporary')`,
      [SERVING, templateName],
    );
  });

  it('U5 who looked, and what was written, cannot be changed or deleted by the serving login', async () => {
    await nothing(
      `
      select format('%s %s', name, may) as found from unnest($1::text[]) name, unnest('{update,delete,truncate}'::text[]) may
      where has_table_privilege($2, name, may) or (may = 'update' and has_any_column_privilege($2, name, may))`,
      [asWritten, SERVING],
    );
  });

  it('A5 every view sees only what its reader may see', async () => {
    await nothing(`
      select c.relname as found from pg_class c where ${ours} and (c.relkind = 'm' or c.relkind = 'v'
        and coalesce(array_to_string(c.reloptions, ' '), '') !~ 'security_invoker=(true|on)')`);
  });

  it('A5 functions that pass by row security are listed with what they reveal, and fix where they look names up', async () => {
    await nothing(
      `
      select p.proname as found from pg_proc p where ${ourFunctions} and p.prosecdef
        and (p.proname <> all ($1) or not coalesce(p.proconfig, '{}') && array['search_path=public, pg_temp']
          or has_function_privilege('public', p.oid, 'execute'))
      union all select name from unnest($1::text[]) name
        where not exists (select from pg_proc p where ${ourFunctions} and p.proname = name and p.prosecdef)`,
      [Object.keys(passesBy)],
    );
  });

  it('A5 every primary key, unique key and index begins with the council', async () => {
    await nothing(`
      select i.indexrelid::regclass::text as found from pg_index i join pg_class c on c.oid = i.indrelid
      where ${ours} and ${hasCouncil}
        and i.indkey[0] <> (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id')
        and not (c.relname = 'council' and pg_get_indexdef(i.indexrelid) ~ '\\(slug\\)$')
        and not (c.relname in ('session', 'calendar_feed') and pg_get_indexdef(i.indexrelid) ~ 'USING hash \\(token_hash\\)$')
        and not (c.relname = 'link' and pg_get_indexdef(i.indexrelid) ~ 'USING hash \\(code_hash\\)$')`);
  });

  it('A5 every foreign key carries the council to the council', async () => {
    await nothing(`
      select format('%s %s', k.conrelid::regclass, pg_get_constraintdef(k.oid)) as found from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
        select from unnest(k.conkey, k.confkey) as pair (from_column, to_column)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.from_column
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.to_column
        where a.attname = 'council_id' and b.attname = 'council_id')`);
  });

  it('Citus: every table could be spread by council, so primary and unique keys, and keys between tables, hold it', async () => {
    await nothing(`
      select format('%s has no primary key', c.relname) as found from pg_class c
      where ${ours} and c.relkind in ('r', 'p') and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
      union all
      select format('%s %s', k.conrelid::regclass, k.conname) from pg_constraint k
      where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'x') and k.conname <> 'council_slug_key'
        and not exists (select from pg_attribute a
          where a.attrelid = k.conrelid and a.attname = 'council_id' and a.attnum = any (k.conkey))
      union all
      select format('%s council_id is %s', c.relname, format_type(a.atttypid, null)) from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'council_id'
      where ${ours} and c.relkind in ('r', 'p') and (a.atttypid <> 'integer'::regtype or not a.attnotnull)`);
  });

  it('every foreign key can be followed back through an index, or has a reason not to be', async () => {
    const keys = await found(`
      select format('%s(%s) -> %s', k.conrelid::regclass,
        (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)),
        k.confrelid::regclass) as found
      from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = k.conrelid
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`);
    const bare = keys.filter((key) => !unsupported.some(({ key: pattern }) => pattern.test(key)));
    assert.deepEqual(bare, [], `\nno index leads back along:\n${bare.join('\n')}\n`);
  });

  it('every table, view and function says what it is', async () => {
    await nothing(`
      select c.relname as found from pg_class c
      where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and obj_description(c.oid, 'pg_class') is null
      union all
      select p.proname from pg_proc p where ${ourFunctions} and obj_description(p.oid, 'pg_proc') is null`);
  });

  it('A5 outside a council, nothing is visible in any table or view, although every one has rows', async () => {
    const relations = await found(
      `select c.relname as found from pg_class c
      where ${ours} and c.relkind in ('r', 'p', 'v') and c.relname <> all ($1)`,
      [[...Object.keys(isPublic), 'session', 'submission', 'audit_entry']],
    );
    const empty = await as(test.administrator, (client) => withRows(client, relations, false));
    assert.deepEqual(empty, [], 'the fixture fills everything');
    const seen = await as(test.serving, (client) => withRows(client, relations, true));
    assert.deepEqual(seen, [], `visible to the serving login outside a council:\n${seen.join('\n')}`);
    console.log(`no context: 0 rows from ${relations.length} of ${relations.length} tables and views`);
  });

  it('A5 pinned to one council, no row of another is visible or can be written', async () => {
    const tables = await found(`select c.relname as found from pg_class c
      where ${ours} and c.relkind in ('r', 'p') and c.relrowsecurity`);
    const councils = await found('select council_id::text as found from council order by council_id');
    const seen = await as(test.serving, async (client) => {
      await client.query('begin');
      await client.query(`select set_config('alongside.council', $1, true)`, [councils[0]]);
      const others: string[] = [];
      for (const table of tables) {
        const { rows } = await client.query(`select from ${table} where council_id <> $1 limit 1`, [
          councils[0],
        ]);
        if (rows.length) others.push(table);
        await client.query('savepoint one');
        const moved = await client.query(`update ${table} set council_id = $1`, [councils[1]]).then(
          ({ rowCount }) => (rowCount ?? 0) > 0,
          () => false,
        );
        if (moved) others.push(`${table} could be given away`);
        await client.query('rollback to savepoint one');
      }
      await client.query('rollback');
      return others;
    });
    assert.deepEqual(seen, []);
  });
});

const ours = `c.relnamespace = 'public'::regnamespace and c.relname not like 'migration%'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;
const hasCouncil = `exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id' and a.attnum > 0)`;
const ourFunctions = `p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

/** Fails with every line that a question about the catalogue finds. */
async function nothing(question: string, values: unknown[] = []): Promise<void> {
  const lines = await found(question, values);
  assert.deepEqual(lines, [], `\n${lines.join('\n')}\n`);
}

function found(question: string, values: unknown[] = []): Promise<string[]> {
  return as(test.administrator, async (client) => {
    const { rows } = await client.query<{ found: string }>(question, values);
    return rows.map(({ found }) => found);
  });
}

/** Those of the relations in which this login sees a row (`true`), or sees none (`false`). */
async function withRows(client: pg.Client, relations: string[], isSeen: boolean): Promise<string[]> {
  const such: string[] = [];
  for (const relation of relations) {
    const { rows } = await client.query(`select from ${relation} limit 1`);
    if (rows.length > 0 === isSeen) such.push(relation);
  }
  return such;
}

async function as<Value>(login: pg.PoolConfig, act: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client(login);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
