import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { WaitingLetter } from './outbox.store.ts';
import { NotSent, type Post } from './post.ts';

export interface MailSettings {
  smtpUrl: string;
  /** The address letters come from; each goes out under its council's own name. */
  mailFrom: string;
}

/** Letters by a mail server of the council's own. */
export function smtpPost({ smtpUrl, mailFrom }: MailSettings): Post {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };
  const transport = createTransport({ url: smtpUrl, ...patience });
  const send = async (letter: WaitingLetter) => {
    try {
      await transport.sendMail({
        from: { name: letter.council, address: mailFrom },
        to: letter.to,
        subject: letter.subject,
        text: letter.words,
        messageId: messageIdOf(letter, mailFrom),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw new NotSent(problemOf(error), isForGood(error));
    }
  };
  return { name: 'smtp', carries: ['email'], send };
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
