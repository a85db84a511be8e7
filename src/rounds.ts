import { feedRound } from './community/feeds/upkeep/feed-round.ts';
import type { Round } from './platform/jobs/rounds.ts';

/** Everything Alongside does by itself, without anybody pressing a button. */
export const rounds: readonly Round[] = [feedRound()];
