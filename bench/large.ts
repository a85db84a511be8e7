// Fills a database with 100,000 people in two councils, for the other benches: npm run bench:large
//   -- --folder /var/tmp/bench                       (the built-in PostgreSQL, kept between runs)
//   -- --administrator postgres://postgres@host/postgres   (another one)
import { within } from '../src/platform/db/logins.ts';
import { openLarge, readArguments } from './large/database.ts';
import { machineLine, ms, table, timed } from './measured.ts';

const { value: large, milliseconds } = await timed(() => openLarge(readArguments({}), console.log));
try {
  const rows = await within(large.administrator, async (client) => {
    const { rows } = await client.query<{ name: string; rows: number; size: string }>(
      `select relname as name, n_live_tup::integer as rows, pg_size_pretty(pg_total_relation_size(relid)) as size
       from pg_stat_user_tables where n_live_tup > 1000 order by pg_total_relation_size(relid) desc`,
    );
    return rows;
  });
  console.log(
    table([
      ['table', 'rows', 'with indexes'],
      ...rows.map(({ name, rows, size }) => [name, rows.toLocaleString('en-GB'), size]),
    ]),
  );
  console.log(`Ready after ${ms(milliseconds / 1000)} s. Seed ${large.seed}.`);
  console.log(machineLine());
} finally {
  await large.stop();
}
