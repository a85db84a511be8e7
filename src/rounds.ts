import { everyCouncil } from './access/councils.store.ts';
import { askingRound } from './community/asking/rounds/asking-round.ts';
import { feedRound } from './community/feeds/upkeep/feed-round.ts';
import { readingRound } from './evidence/brought/reading/reading-round.ts';
import { notifyPost } from './people/messages/notify/notify.ts';
import { readNotifySettings } from './people/messages/notify/notify-settings.ts';
import { tellingRound } from './people/messages/telling-round.ts';
import type { Settings } from './platform/config.ts';
import type { Round } from './platform/jobs/rounds.ts';
import { mailRound } from './platform/mail/mail-round.ts';
import { smtpPost } from './platform/mail/smtp.ts';

/** Everything Alongside does by itself, without anybody pressing a button. */
export function rounds({ mail, publicUrl, host, port }: Settings): readonly Round[] {
  const notify = readNotifySettings(process.env);
  // The first that carries a kind takes it: with a template for e-mail, GOV.UK Notify takes those too.
  const posts = [...(notify ? [notifyPost(notify)] : []), ...(mail ? [smtpPost(mail)] : [])];
  const origin = publicUrl ?? `http://${host}:${port}`;
  return [
    feedRound(),
    readingRound(),
    askingRound(origin, everyCouncil),
    tellingRound(everyCouncil),
    ...(posts.length ? [mailRound(posts, everyCouncil)] : []),
  ];
}
