import pg from 'pg';

/** What changes when somebody only looks: who looked, and when a session was last seen. */
export const changedByLooking = [
  'audit_entry',
  'session',
  // What was dear to count, kept so that the next reader need not wait: counting again gives the same.
  'kept_count',
  'brought_result',
  // How each count of a history stood when its file was first given away, so that the next file gives nobody away.
  'brought_told',
];

/** One checksum for each table of a database, to see what has changed between two moments. */
export async function checksums(administrator: pg.PoolConfig): Promise<Map<string, string>> {
  const client = new pg.Client(administrator);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    );
    const sums = new Map<string, string>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ sum: string }>(
        `select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as sum from ${name} t`,
      );
      sums.set(name, rows[0]?.sum ?? '');
    }
    return sums;
  } finally {
    await client.end();
  }
}

/** Tables that differ, but for those that may. */
export function changed(
  before: Map<string, string>,
  after: Map<string, string>,
  may: readonly string[] = changedByLooking,
): string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name) && !may.includes(name));
}
