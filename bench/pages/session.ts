import { beforeSignIn, beginSession } from '../../src/access/signing-in/sessions.store.ts';
import type { Database } from '../../src/platform/db/council.ts';
import { cookieName } from '../../src/platform/http/visits.ts';

/** Signs somebody in without a sign-in page, and gives the cookie their browser would send. */
export async function cookieOf(database: Database, councilId: number, accountId: string): Promise<string> {
  const token = await beforeSignIn(database, councilId, new Date(), (db) => beginSession(db, accountId));
  return `${cookieName(false)}=${token}`;
}
