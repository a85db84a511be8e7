import { z } from 'zod';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** What a council's identity provider said of somebody, after every signature and check. */
export interface Proven {
  /** The provider's own unchanging name for this person. */
  subject: string;
  /** An address the provider says is this person's; null when it does not say so. */
  email: string | null;
  /** How they signed in (RFC 8176), such as pwd, otp, mfa. */
  amr: string[];
  /** The levels of sign-in that were met: acr, and Entra ID's acrs. */
  acr: string[];
}

/** How a council's provider says that a second factor was used. `amr` null: by the default rule. */
export interface SecondFactor {
  amr: string[] | null;
  acr: string[];
}

/** An account of this council that the person may be. */
export interface AccountAtDoor {
  accountId: string;
  role: string;
  email: string;
  subject: string | null;
  disabledAt: Date | null;
  enabledAt: Date;
  lastSignedInAt: Date | null;
}

/** S1: an account nobody has used for longer than this is closed until an administrator opens it. */
export const unusedDays = 60;

/** What each word of RFC 8176 is proof of: something known, held, or one's own body. */
const kinds: Record<string, 'known' | 'held' | 'body'> = {
  pwd: 'known',
  pin: 'known',
  kba: 'known',
  otp: 'held',
  sms: 'held',
  tel: 'held',
  hwk: 'held',
  swk: 'held',
  sc: 'held',
  face: 'body',
  fpt: 'body',
  iris: 'body',
  retina: 'body',
  vbm: 'body',
};
/** Words that by themselves say there was more than one factor. `fido` is Entra ID's. */
const enough = ['mfa', 'fido'];

/**
 * S1: whether the provider said that a second factor was used. A council's own list of `amr` words or `acr`
 * levels replaces or adds to the default; silence is no.
 * @example hasSecondFactor({ amr: ['pwd', 'otp'], acr: [] }, { amr: null, acr: [] }) // true
 */
export function hasSecondFactor(proven: Pick<Proven, 'amr' | 'acr'>, wanted: SecondFactor): boolean {
  if (proven.acr.some((level) => wanted.acr.includes(level))) return true;
  const own = wanted.amr;
  if (own) return proven.amr.some((word) => own.includes(word));
  const proofs = new Set(proven.amr.flatMap((word) => kinds[word] ?? []));
  return proofs.size > 1 || proven.amr.some((word) => enough.includes(word));
}

const Words = z.array(z.string().min(1).max(200)).max(50);
const SecondFactorSetting = z.object({ amr: Words.nullish(), acr: Words.nullish() });

/** Reads `secondFactor` from a council's settings; what cannot be read leaves the default, never less. */
export function secondFactorOf(settings: Record<string, unknown>): SecondFactor {
  const read = SecondFactorSetting.safeParse(settings.secondFactor ?? {});
  return read.success ? { amr: read.data.amr ?? null, acr: read.data.acr ?? [] } : { amr: null, acr: [] };
}

/**
 * S1: which of the council's accounts somebody may come in as. By the provider's own name for them; the first
 * time by a verified address, and then only to an account that nobody has come in to.
 */
export function whoComesIn(
  accounts: readonly AccountAtDoor[],
  proven: Proven,
  wanted: SecondFactor,
  now: Date,
): AccountAtDoor | Refusal {
  if (!hasSecondFactor(proven, wanted)) return refusals.oneFactor;
  const known = accounts.find(({ subject }) => subject === proven.subject);
  const account = known ?? firstTime(accounts, proven);
  if ('refused' in account) return account;
  if (account.disabledAt) return refusals.disabled;
  return isUnused(account, now) ? refusals.unused : account;
}

function firstTime(accounts: readonly AccountAtDoor[], { email }: Proven): AccountAtDoor | Refusal {
  if (!email) return refusals.unverified;
  const [account, another] = accounts.filter((one) => plain(one.email) === plain(email));
  if (!account || another) return refusals.noAccount;
  return account.subject === null ? account : refusals.anotherPerson;
}

function isUnused({ lastSignedInAt, enabledAt }: AccountAtDoor, now: Date): boolean {
  const last = Math.max(enabledAt.getTime(), lastSignedInAt?.getTime() ?? 0);
  return now.getTime() - last > unusedDays * 86_400_000;
}

const plain = (email: string): string => email.trim().toLowerCase();

const administrator = 'ask your council’s administrator for Alongside';

/** Why somebody was not let in. S1 is about the person and their account, S2 about this one attempt. */
export const refusals = {
  oneFactor: refuse(
    'S1',
    'your council’s sign-in did not say that a second step was used, such as a code or a key',
    'set up the second step for your council account, then sign in again; if you used one, ask your council’s IT service to let Alongside know of it',
  ),
  unverified: refuse(
    'S1',
    'your council’s sign-in did not confirm your e-mail address, so we cannot tell which account here is yours',
    `${administrator}, or its IT service, to confirm your address`,
  ),
  noAccount: refuse('S1', 'there is no account for you at this council', administrator),
  anotherPerson: refuse(
    'S1',
    'the account with your e-mail address belongs to another sign-in',
    `${administrator} to look at it`,
  ),
  disabled: refuse('S1', 'your account here has been switched off', administrator),
  unused: refuse(
    'S1',
    `your account here has not been used for ${unusedDays} days, so it has been switched off`,
    `${administrator} to open it again`,
  ),
  stopped: refuse(
    'S1',
    'your council’s sign-in stopped before it was finished',
    'sign in again, or ask your council’s IT service if it keeps stopping',
  ),
  stale: refuse(
    'S2',
    'this sign-in was begun too long ago, in another browser, or has been used already',
    'start again here; it takes a moment',
  ),
} satisfies Record<string, Refusal>;
