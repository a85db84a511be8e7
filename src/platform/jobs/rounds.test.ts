import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import Fastify from 'fastify';
import { testDatabase } from '../../../test/database.ts';
import { machineClock } from '../clock.ts';
import { onOneMachine } from './one-machine.store.ts';
import { goRound, type Round, startRounds } from './rounds.ts';

const { database } = await testDatabase();

/** A server whose log is kept, with the rounds given. */
function serverWith(...rounds: Round[]) {
  const lines: string[] = [];
  const server = Fastify({ logger: { stream: { write: (line: string) => void lines.push(line) } } });
  const parts = { server, database, clock: machineClock };
  startRounds(parts, rounds);
  return { server, parts, lines };
}

/** A round that can be waited for. */
function roundOf(act: Round['act'] = async () => undefined) {
  let came = () => {};
  let times = 0;
  const again = () => new Promise<void>((resolve) => (came = resolve));
  const round: Round = {
    name: `round ${Math.random()}`,
    everySeconds: 0.01,
    act: async (...parts) => {
      times += 1;
      came();
      await act(...parts);
    },
  };
  return { round, again, times: () => times };
}

const closes = (context: TestContext, server: { close(): Promise<unknown> }) =>
  context.after(() => server.close());

describe('rounds', () => {
  it('begin when the server listens, not before, and come again', async (context) => {
    const { round, again, times } = roundOf();
    const { server } = serverWith(round);
    closes(context, server);
    await server.ready();
    assert.equal(times(), 0);
    const first = again();
    await server.listen({ port: 0 });
    await first;
    await again();
    assert.equal(times(), 2);
  });

  it('what goes wrong is logged by its kind, not its words, and the round comes again', async (context) => {
    const { round, again } = roundOf(async () => {
      throw new TypeError('Wilf Garrow is not a function');
    });
    const { server, lines } = serverWith(round);
    closes(context, server);
    const first = again();
    await server.listen({ port: 0 });
    await first;
    await again();
    assert.match(lines.join(''), /A round went wrong; it comes again/);
    assert.match(lines.join(''), /"kind":"TypeError"/);
    assert.doesNotMatch(lines.join(''), /Wilf/);
  });

  it('closing the server tells a round under way to end, and waits for it', async () => {
    let ended = false;
    const { round, again } = roundOf(
      (_database, _clock, stopping) =>
        new Promise<void>((resolve) =>
          stopping.addEventListener('abort', () =>
            setImmediate(() => {
              ended = true;
              resolve();
            }),
          ),
        ),
    );
    const { server } = serverWith(round);
    const first = again();
    await server.listen({ port: 0 });
    await first;
    await server.close();
    assert.equal(ended, true);
  });

  it('one machine at a time: the other goes past, and may when the first has done', async () => {
    const { round, times } = roundOf();
    const { parts } = serverWith();
    const wasOurs = await onOneMachine(database, round.name, async () => {
      await goRound(parts, round);
      assert.equal(times(), 0);
    });
    assert.equal(wasOurs, true);
    await goRound(parts, round);
    assert.equal(times(), 1);
  });
});
