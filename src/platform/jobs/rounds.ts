import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/council.ts';
import { onOneMachine } from './one-machine.store.ts';

/** Something looked to again and again: what is due stands in our own tables, never in a queue (decision 0032). */
export interface Round {
  name: string;
  everySeconds: number;
  /** Does what is due. Long work ends early when `stopping` says so, and goes on next time. */
  act: (database: Database, clock: Clock, stopping: AbortSignal) => Promise<void>;
}

export interface RoundParts {
  server: FastifyInstance;
  database: Database;
  clock: Clock;
}

/** Starts the rounds once the server listens and ends them, and whatever they are at, before it has closed. */
export function startRounds(parts: RoundParts, rounds: readonly Round[]): void {
  const stopping = new AbortController();
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const next = (round: Round) => {
    if (stopping.signal.aborted) return;
    timers.set(
      round.name,
      setTimeout(() => {
        const going = goRound(parts, round, stopping.signal).finally(() => running.delete(going));
        running.add(going);
        void going.then(() => next(round));
      }, round.everySeconds * 1000).unref(),
    );
  };
  parts.server.addHook('onListen', async () => rounds.forEach(next));
  parts.server.addHook('preClose', async () => {
    stopping.abort();
    for (const timer of timers.values()) clearTimeout(timer);
    await Promise.all(running);
  });
}

/** One round, on one machine at a time. What goes wrong is logged by its kind, never its words: they may hold a name. */
export async function goRound(
  { server, database, clock }: RoundParts,
  round: Round,
  stopping: AbortSignal = new AbortController().signal,
): Promise<void> {
  try {
    await onOneMachine(database, round.name, () => round.act(database, clock, stopping));
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    server.log.error({ round: round.name, kind, code }, 'A round went wrong; it comes again');
  }
}
