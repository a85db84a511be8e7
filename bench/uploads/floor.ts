// The least a server can do with a film: its bytes as they come, a megabyte at a time, into rows of one transaction.
// Started by bench/uploads.ts.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const part = 1_048_576;

process.once('message', async (owner: pg.PoolConfig) => {
  const pool = new pg.Pool({ ...owner, max: 2 });
  await pool.query('create table bare_part (file integer not null, n integer not null, held bytea not null)');
  let file = 0;
  const server = createServer(async (request, response) => {
    file += 1;
    await keep(pool, file, request);
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});

async function keep(pool: pg.Pool, file: number, request: IncomingMessage): Promise<void> {
  const client = await pool.connect();
  let n = 0;
  const write = async (held: Buffer) => {
    await client.query('insert into bare_part (file, n, held) values ($1, $2, $3)', [file, n, held]);
    n += 1;
  };
  try {
    await client.query('begin');
    let held: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      held.push(chunk);
      size += chunk.length;
      if (size < part) continue;
      await write(Buffer.concat(held));
      held = [];
      size = 0;
    }
    if (size > 0) await write(Buffer.concat(held));
    await client.query('commit');
  } finally {
    client.release();
  }
}
