import assert from 'node:assert/strict';
import { createServer as createPlainServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import Fastify from 'fastify';
import { StartRefused } from '../start-refused.ts';
import { listen } from './listen.ts';

const taken = createPlainServer();
await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
const { port } = taken.address() as AddressInfo;
after(() => taken.close());

describe('listening', () => {
  it('takes the next port when the one asked for is taken, and says both', async () => {
    const server = Fastify();
    const said: string[] = [];
    const address = await listen(
      server,
      { host: '127.0.0.1', port },
      async () => {},
      (line) => said.push(line),
    );
    await server.close();
    assert.notEqual(new URL(address).port, String(port));
    assert.equal(said[0], `Port ${port} is taken; trying ${port + 1}.`);
    assert.equal(said.at(-1), `Alongside is at ${address}`);
  });

  it('refuses an address that is not this machine’s in one sentence', async () => {
    const server = Fastify();
    await assert.rejects(
      listen(
        server,
        { host: '203.0.113.7', port },
        async () => {},
        () => {},
      ),
      (error) =>
        error instanceof StartRefused && error.message.startsWith('HOST 203.0.113.7 is not an address'),
    );
    await server.close();
  });
});
