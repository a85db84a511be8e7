import { resolve } from 'node:path';
import { z } from 'zod';
import { StartRefused } from './start-refused.ts';

export type Settings = z.infer<ReturnType<typeof settingsUnder>> & {
  /** By a council's short name: OIDC_CLIENT_SECRET_NORTHMOOR is northmoor's. */
  oidcClientSecrets: Record<string, string>;
};

export class WrongSetting extends StartRefused {
  override name = 'WrongSetting';
}

/**
 * Every setting, read from environment variables once. An empty variable counts as not set. Addresses that may
 * hold a password are never repeated in a message.
 * @throws WrongSetting with one sentence naming the variable, what is wrong and what to do
 * @example readSettings({ PORT: '8080' }).port // 8080
 */
export function readSettings(
  env: Record<string, string | undefined>,
  currentFolder = process.cwd(),
): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = settingsUnder(currentFolder).safeParse(given);
  if (read.success) return { ...read.data, oidcClientSecrets: secretsByCouncil(given) };
  throw new WrongSetting(read.error.issues[0]?.message);
}

function secretsByCouncil(given: Record<string, string | undefined>): Record<string, string> {
  const named = Object.entries(given).flatMap(([name, secret = '']) => {
    const council = /^OIDC_CLIENT_SECRET_([A-Z0-9_]+)$/.exec(name)?.[1];
    return council ? [[council.toLowerCase().replaceAll('_', '-'), secret]] : [];
  });
  return Object.fromEntries(named);
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

function settingsUnder(currentFolder: string) {
  return z
    .object({
      PORT: z
        .string()
        .default('3000')
        .refine(isPort, says('PORT', 'is not a port', 'give a whole number from 0 to 65535'))
        .transform(Number),
      HOST: z
        .string()
        .trim()
        .default('127.0.0.1')
        .refine(isHost, says('HOST', 'is not a host', 'give a name or an IP address without a port')),
      ALONGSIDE_DATA: z
        .string()
        .default('.alongside')
        .transform((folder) => resolve(currentFolder, folder)),
      DATABASE_URL: address('DATABASE_URL'),
      DATABASE_OWNER_URL: address('DATABASE_OWNER_URL'),
      DATABASE_READ_URL: address('DATABASE_READ_URL'),
      LOG_LEVEL: z
        .enum(LOG_LEVELS, {
          error: says('LOG_LEVEL', 'is not a level', `give one of ${LOG_LEVELS.join(', ')}`).error,
        })
        .default('info'),
      OIDC_CLIENT_SECRET: z.string().optional(),
      PUBLIC_URL: z
        .string()
        .refine(isOrigin, says('PUBLIC_URL', 'is not a web address', `give ${ORIGIN_EXAMPLE}`))
        .transform((text) => new URL(text).origin)
        .optional(),
      ...mailFields,
    })
    .superRefine(databasesFitTogether)
    .superRefine(mailFitsTogether)
    .transform((found) => ({
      port: found.PORT,
      host: found.HOST,
      dataFolder: found.ALONGSIDE_DATA,
      /** The serving login. Without it the built-in PostgreSQL is used. */
      databaseUrl: found.DATABASE_URL,
      /** The owner, used only to migrate at a start. */
      databaseOwnerUrl: found.DATABASE_OWNER_URL,
      /** A streaming replica, for evidence only. */
      databaseReadUrl: found.DATABASE_READ_URL,
      logLevel: found.LOG_LEVEL,
      oidcClientSecret: found.OIDC_CLIENT_SECRET,
      /** The origin people type, without a closing slash. */
      publicUrl: found.PUBLIC_URL,
      /** Where letters by e-mail go out; without it they wait in the outbox. */
      mail: found.SMTP_URL && found.MAIL_FROM ? { smtpUrl: found.SMTP_URL, mailFrom: found.MAIL_FROM } : null,
    }));
}

const ORIGIN_EXAMPLE = 'the address people type, such as https://alongside.example.gov.uk, without a path';
const ADDRESS_EXAMPLE = 'postgres://login:password@host:5432/alongside';

function says(name: string, wrong: string, advice: string) {
  return {
    error: (issue: { readonly input?: unknown }) =>
      `${name} is set to "${String(issue.input)}", which ${wrong}: ${advice}.`,
  };
}

const address = (name: string) =>
  z
    .string()
    .refine(isPostgresAddress, {
      error: `${name} is not a PostgreSQL address: give one such as ${ADDRESS_EXAMPLE}.`,
    })
    .optional();

const mailFields = {
  SMTP_URL: z
    .string()
    .refine(isMailServer, {
      error: 'SMTP_URL is not a mail server: give one such as smtps://login:password@mail.example:465.',
    })
    .optional(),
  MAIL_FROM: z
    .email({
      error: says('MAIL_FROM', 'is not an e-mail address', 'give one such as care@example.gov.uk').error,
    })
    .optional(),
};

const isPort = (text: string) => /^\d{1,5}$/.test(text.trim()) && Number(text) <= 65535;

const isHost = (text: string) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:]*:[0-9a-f:.]+$/i.test(text);

function isPostgresAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}` === '/';
}

function isMailServer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
}

function mailFitsTogether(
  found: { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined; PUBLIC_URL?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (!found.SMTP_URL) return;
  for (const name of ['MAIL_FROM', 'PUBLIC_URL'] as const)
    if (!found[name])
      context.addIssue({
        code: 'custom',
        message: `SMTP_URL is set but ${name} is not: set ${name} as well, for letters say who they are from and where to answer.`,
      });
}

type Addresses = Partial<
  Record<'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DATABASE_READ_URL', string | undefined>
>;

function databasesFitTogether(found: Addresses, context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message });
  for (const name of ['DATABASE_OWNER_URL', 'DATABASE_READ_URL'] as const) {
    if (found[name] && !found.DATABASE_URL) {
      refuse(
        `${name} is set but DATABASE_URL is not: set DATABASE_URL to the serving login's address as well.`,
      );
    }
  }
  const owner = loginOf(found.DATABASE_OWNER_URL);
  if (owner && owner === loginOf(found.DATABASE_URL)) {
    refuse(
      'DATABASE_OWNER_URL names the same login as DATABASE_URL: give the owner there and the serving login in DATABASE_URL, as npm run prepare-database prints them.',
    );
  }
}

const loginOf = (url = '') => URL.parse(url)?.username;
