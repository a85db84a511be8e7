import { z } from 'zod';
import { StartRefused } from '../../../platform/start-refused.ts';

export interface NotifySettings {
  key: string;
  /** Where GOV.UK Notify is; its own address when left out. */
  url?: string | undefined;
  /** Templates whose whole body is `((message))`; the one for e-mail has the subject `((subject))`. */
  textTemplate: string;
  emailTemplate?: string | undefined;
}

const Fields = z.object({
  NOTIFY_KEY: z.string().regex(/^.+-[0-9a-f-]{36}-[0-9a-f-]{36}$/i),
  NOTIFY_TEXT_TEMPLATE: z.uuid(),
  NOTIFY_EMAIL_TEMPLATE: z.uuid().optional(),
  NOTIFY_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/**
 * GOV.UK Notify's settings; null when no key is set. The key is never repeated in a message.
 * @throws StartRefused with one sentence naming the variable
 */
export function readNotifySettings(env: Record<string, string | undefined>): NotifySettings | null {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  if (!given.NOTIFY_KEY) return null;
  const read = Fields.safeParse(given);
  if (!read.success)
    throw new StartRefused(
      `${String(read.error.issues[0]?.path[0])} is not what GOV.UK Notify gives: copy it from your service there. NOTIFY_KEY needs NOTIFY_TEXT_TEMPLATE as well.`,
    );
  const { NOTIFY_KEY: key, NOTIFY_URL: url } = read.data;
  const { NOTIFY_TEXT_TEMPLATE: textTemplate, NOTIFY_EMAIL_TEMPLATE: emailTemplate } = read.data;
  return { key, url, textTemplate, emailTemplate };
}
