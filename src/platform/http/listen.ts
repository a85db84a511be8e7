import type { FastifyInstance } from 'fastify';
import { StartRefused } from '../start-refused.ts';

/** How many ports to try after the one asked for. */
const further = 10;

/**
 * Listens, taking the next free port when the one asked for is taken, and stops in order on a signal: no new
 * requests, the running ones finished, then `close`.
 */
export async function listen(
  server: FastifyInstance,
  settings: { host: string; port: number },
  close: () => Promise<void>,
  say: (line: string) => void,
): Promise<string> {
  const address = await firstFree(server, settings, say);
  const stop = async (): Promise<void> => {
    await server.close();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  say(`Alongside is at ${address}`);
  return address;
}

async function firstFree(
  server: FastifyInstance,
  { host, port }: { host: string; port: number },
  say: (line: string) => void,
): Promise<string> {
  for (let next = port; next <= Math.min(port + further, 65_535); next += 1) {
    try {
      return await server.listen({ host, port: next });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EACCES')
        throw new StartRefused(`PORT ${next} is not open to this login: choose one above 1023.`);
      if (code !== 'EADDRINUSE')
        throw new StartRefused(`HOST ${host} is not an address of this machine: set HOST to one that is.`);
      say(`Port ${next} is taken; trying ${next + 1}.`);
    }
  }
  throw new StartRefused(`Ports ${port} to ${port + further} are all taken: set PORT to a free one.`);
}
