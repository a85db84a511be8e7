import type { WaitingLetter } from './outbox.store.ts';

/** Whoever carries messages out of the outbox. */
export interface Post {
  name: 'smtp' | 'notify';
  carries: readonly WaitingLetter['by'][];
  /** @throws NotSent */
  send(letter: WaitingLetter): Promise<void>;
  /** What became of what was sent, where that can be known: null while nobody can say yet. @throws NotSent */
  becameOf?(letter: WaitingLetter): Promise<Arrival | null>;
}

export interface Arrival {
  hasArrived: boolean;
  problem: string;
}

/** It did not go: why, without the address, and whether trying again could help. */
export class NotSent extends Error {
  readonly isForGood: boolean;
  constructor(problem: string, isForGood: boolean) {
    super(problem);
    this.isForGood = isForGood;
  }
}
