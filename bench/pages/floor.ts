// The least a server can do: the same statements as a page of ours, with the same pool, row security and line in who
// looked, behind a bare node:http server that answers with the rows as JSON. Started by bench/pages.ts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

/** What the parent sends once: the login, and for each path the statements of one page. */
export interface Floor {
  serving: pg.PoolConfig;
  pages: Record<string, Statement[]>;
}

process.once('message', ({ serving, pages }: Floor) => {
  const pool = new pg.Pool({ ...serving, max: 10, statement_timeout: 15_000 });
  const server = createServer(async (request, response) => {
    const rows = await run(pool, pages[request.url ?? ''] ?? []);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});

async function run(pool: pg.Pool, statements: readonly Statement[]): Promise<unknown[]> {
  const client = await pool.connect();
  try {
    const answers: unknown[] = [];
    for (const { text, values } of statements) answers.push((await client.query(text, values)).rows);
    return answers;
  } finally {
    client.release();
  }
}
