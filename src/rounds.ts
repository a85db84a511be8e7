import { everyCouncil } from './access/councils.store.ts';
import { askingRound } from './community/asking/rounds/asking-round.ts';
import { feedRound } from './community/feeds/upkeep/feed-round.ts';
import { readingRound } from './evidence/brought/reading/reading-round.ts';
import type { Settings } from './platform/config.ts';
import type { Round } from './platform/jobs/rounds.ts';
import { mailRound } from './platform/mail/mail-round.ts';

/** Everything Alongside does by itself, without anybody pressing a button. */
export function rounds({ mail, publicUrl, host, port }: Settings): readonly Round[] {
  const origin = publicUrl ?? `http://${host}:${port}`;
  return [
    feedRound(),
    readingRound(),
    askingRound(origin, everyCouncil),
    ...(mail ? [mailRound(mail, everyCouncil)] : []),
  ];
}
