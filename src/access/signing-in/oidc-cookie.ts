import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** One sign-in on its way: kept in the browser that began it and nowhere else. */
export interface Attempt {
  slug: string;
  state: string;
  nonce: string;
  verifier: string;
  /** The page to go on to, already checked to be ours. */
  next: string | null;
  /** When it runs out, in milliseconds. */
  until: number;
}

const Sealed = z.object({
  slug: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().nullable(),
  until: z.number(),
});

/** S2: a sign-in that is not finished within ten minutes is begun again. */
export const attemptLasts = 10 * 60_000;

/** `__Host-` wants https; on a plain address of this machine the name goes without. */
export const attemptCookie = (isSecure: boolean): string =>
  isSecure ? '__Host-alongside-sign-in' : 'alongside-sign-in';

/**
 * The key for attempts. From the client secret, so that every process of an installation has the same one
 * and a restart spoils nobody's sign-in; without a secret, this process's own.
 */
export function attemptKey(secret: string | undefined): Buffer {
  return Buffer.from(hkdfSync('sha256', secret ?? randomBytes(32), 'alongside', 'sign-in attempt', 32));
}

/** Seals an attempt for a cookie: AES-256-GCM, so that it can be neither read nor changed. */
export function seal(key: Buffer, attempt: Attempt): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(attempt), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** Opens what `seal` made; null when it was changed, was sealed with another key or has run out. */
export function unseal(key: Buffer, sealed: string | undefined, now: Date): Attempt | null {
  if (!sealed || sealed.length > 4_000) return null;
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 29) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    cipher.setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
    const attempt = Sealed.parse(JSON.parse(text));
    return now.getTime() < attempt.until ? attempt : null;
  } catch {
    return null;
  }
}
