import { createHash } from 'node:crypto';
import { NotifyClient } from 'notifications-node-client';
import type { WaitingLetter } from '../../../platform/mail/outbox.store.ts';
import { type Arrival, NotSent, type Post } from '../../../platform/mail/post.ts';
import type { NotifySettings } from './notify-settings.ts';

/** How long an answer is waited for, in milliseconds. */
const patience = 15_000;

/**
 * Texts, and e-mails when there is a template for them, by GOV.UK Notify. It is asked by our reference before anything is
 * sent: what it took, and lost the answer of, is not sent again.
 */
export function notifyPost(settings: NotifySettings): Post {
  const { url, key, textTemplate, emailTemplate } = settings;
  const client = patient(url ? new NotifyClient(url, key) : new NotifyClient(key));
  const find = async (letter: WaitingLetter) => {
    const found = await client.getNotifications(undefined, undefined, referenceOf(letter));
    return found.data.notifications[0] ?? null;
  };
  const send = async (letter: WaitingLetter) => {
    if (await find(letter)) return;
    const { by, to, subject, words } = letter;
    const reference = referenceOf(letter);
    if (by === 'text')
      await client.sendSms(textTemplate, to, { personalisation: { message: words }, reference });
    else
      await client.sendEmail(emailTemplate ?? '', to, {
        personalisation: { subject, message: words },
        reference,
      });
  };
  return {
    name: 'notify',
    carries: emailTemplate ? ['text', 'email'] : ['text'],
    send: (letter) => orNotSent(letter, () => send(letter)),
    becameOf: async (letter) => arrivalOf((await orNotSent(letter, () => find(letter)))?.status),
  };
}

/** The client waits for ever by itself. */
function patient(client: NotifyClient): NotifyClient {
  const { apiClient } = client as unknown as {
    apiClient: { restClient: (options: object) => Promise<unknown>; setClient(rest: unknown): void };
  };
  const { restClient } = apiClient;
  apiClient.setClient((options: object) => restClient({ ...options, timeout: patience }));
  return client;
}

/** The same for one message however often it is tried, and nobody's id. */
const referenceOf = ({ mailId, reference }: WaitingLetter): string =>
  createHash('sha256').update(`${mailId} ${reference}`).digest('hex').slice(0, 32);

/** Notify's words for it, as its documentation lists them; any other is still on its way. */
function arrivalOf(status: string | undefined): Arrival | null {
  if (status === 'delivered') return { hasArrived: true, problem: '' };
  const problem = {
    'permanent-failure': 'There is no such number or address',
    'temporary-failure': 'It could not be delivered for three days: the phone may be off or the box full',
    'technical-failure': 'GOV.UK Notify could not send it',
  }[status ?? ''];
  return problem ? { hasArrived: false, problem } : null;
}

interface NotifyAnswer {
  response?: { status: number; data?: { errors?: { message?: string }[] } };
  code?: string;
}

/** A 400 is the last word. Any other answer, or none, may be different in a while. */
async function orNotSent<Value>({ to }: WaitingLetter, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    const { response, code } = error as NotifyAnswer;
    if (!response)
      throw new NotSent(`GOV.UK Notify could not be reached (${code ?? 'no reason given'})`, false);
    const why = response.data?.errors?.[0]?.message ?? '';
    const said = withoutAddress(why, to);
    throw new NotSent(
      `GOV.UK Notify answered ${response.status}${said ? `: ${said}` : ''}`,
      response.status === 400,
    );
  }
}

/** What was wrong, without the address that it was wrong with. */
const withoutAddress = (said: string, to: string): string =>
  said
    .replaceAll(to, '…')
    .replaceAll(/\S+@\S+|\+?\d[\d ]{4,}\d/g, '…')
    .slice(0, 200);
