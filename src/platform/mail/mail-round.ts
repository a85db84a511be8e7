import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { type CouncilDb, type Database, nobody, nowOf, withinCouncil } from '../db/council.ts';
import type { Round } from '../jobs/rounds.ts';
import { markNotSent, markSent, takeLetter, type WaitingLetter } from './outbox.store.ts';

export interface MailSettings {
  smtpUrl: string;
  /** The address letters come from; each goes out under its council's own name. */
  mailFrom: string;
}

/** Minutes until the next try, longer each time; past the last it is given up and says so in the outbox. */
const waits = [1, 5, 30, 120, 360, 720, 1_440];

/** Sends what waits in every council's outbox, one letter a transaction, each once. */
export function mailRound(
  { smtpUrl, mailFrom }: MailSettings,
  councils: (database: Database) => Promise<readonly number[]>,
): Round {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };
  const post = createTransport({ url: smtpUrl, ...patience });
  const send = async (letter: WaitingLetter) => {
    await post.sendMail({
      from: { name: letter.council, address: mailFrom },
      to: letter.to,
      subject: letter.subject,
      text: letter.words,
      messageId: messageIdOf(letter, mailFrom),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
  return {
    name: 'mail',
    everySeconds: 20,
    act: async (database, clock, stopping) => {
      for (const councilId of await councils(database)) {
        const pin = { councilId, actor: nobody, requestId: 'mail' };
        const sendOne = () =>
          withinCouncil(database, { ...pin, now: clock.now() }, (db) => sendNext(db, send));
        while (!stopping.aborted && (await sendOne()));
      }
    },
  };
}

/** True when there was a letter to send, whatever became of it. */
async function sendNext(db: CouncilDb, send: (letter: WaitingLetter) => Promise<void>): Promise<boolean> {
  const letter = await takeLetter(db);
  if (!letter) return false;
  try {
    await send(letter);
  } catch (error) {
    const wait = isForGood(error) ? undefined : waits[letter.tries];
    const again = wait === undefined ? null : new Date(nowOf(db).getTime() + wait * 60_000);
    await markNotSent(db, letter, problemOf(error), again);
    return true;
  }
  await markSent(db, letter);
  return true;
}

/** The same for one letter however often it is tried, so that a mail server which took it twice can tell. */
function messageIdOf({ mailId, reference }: WaitingLetter, mailFrom: string): string {
  const hash = createHash('sha256').update(`${mailId} ${reference}`).digest('hex').slice(0, 32);
  return `<${hash}@${mailFrom.split('@').at(-1)}>`;
}

/** What went wrong by its codes: the server's own sentence may repeat the address. */
function problemOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (responseCode) return `The mail server answered ${responseCode}`;
  return `The mail server could not be reached (${code ?? 'no reason given'})`;
}

/** A 5xx is the server's last word. */
const isForGood = (error: unknown): boolean =>
  ((error as { responseCode?: number }).responseCode ?? 0) >= 500 &&
  (error as { code?: string }).code !== 'EAUTH';
