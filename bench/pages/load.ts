import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { type Spread, spreadOf } from '../measured.ts';

/** An address that is asked again and again, as a browser would. */
export interface Target {
  name: string;
  url: string;
  headers: Record<string, string>;
  /** The process that answers, to read its processor time; wall times on a busy machine say more of the machine. */
  pid: number | undefined;
}

export interface Loaded extends Spread {
  name: string;
  connections: number;
  perSecond: number;
  /** Milliseconds of processor the server itself took for one answer; NaN where /proc does not tell. */
  processor: number;
}

/**
 * Asks every target in turn, a few seconds at a time and round after round, so that what else the machine does falls
 * on all of them alike. @throws when an answer is not a 2xx: a fast error is no page
 */
export async function interleaved(
  targets: readonly Target[],
  { connections, rounds, seconds }: { connections: number; rounds: number; seconds: number },
): Promise<Loaded[]> {
  const taken = targets.map(() => ({ times: [] as number[], seconds: 0, processor: 0 }));
  for (let round = 0; round < rounds; round += 1)
    for (const step of targets.keys()) {
      const at = (step + round) % targets.length;
      const target = targets[at];
      const into = taken[at];
      if (!target || !into) continue;
      const before = processorOf(target.pid);
      const { times, duration } = await ask(target, connections, seconds);
      into.processor += processorOf(target.pid) - before;
      into.times.push(...times);
      into.seconds += duration;
    }
  return targets.map(({ name }, at) => {
    const { times, seconds, processor } = taken[at] ?? { times: [], seconds: 1, processor: 0 };
    const n = times.length;
    return { name, connections, ...spreadOf(times), perSecond: n / seconds, processor: processor / n };
  });
}

async function ask({ name, url, headers }: Target, connections: number, seconds: number) {
  const times: number[] = [];
  const running = autocannon({ url, connections, duration: seconds, headers });
  running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { errors, timeouts, non2xx, duration } = await running;
  if (errors + timeouts + non2xx)
    throw new Error(`${name}: ${non2xx} answers were not 2xx, ${errors} errors, ${timeouts} timeouts`);
  return { times, duration };
}

/** Processor time of a process so far, in milliseconds, from the hundredths of a second Linux counts. */
function processorOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
