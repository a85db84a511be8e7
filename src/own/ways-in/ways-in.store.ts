import { keysOf, type OwnKey } from '../../access/own-page/passkeys/keys.store.ts';
import { isJoined, ownProviderOf } from '../../access/own-page/sign-ins/own-identity.store.ts';
import { isFresh, type OwnSession, sessionsOf } from '../../access/own-page/sign-ins/own-sessions.store.ts';
import { actorOf, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { openMine } from '../frame/own.store.ts';
import type { Own } from '../frame/own.ts';

export interface WaysIn {
  own: Own;
  keys: OwnKey[];
  sessions: OwnSession[];
  /** Whether they came in just now; only then may they make a new way in. */
  isFresh: boolean;
  /** The council's own sign-in for residents, when it has one. */
  signIn: { council: string; isJoined: boolean } | null;
}

/** How somebody comes in to their own page, and where it is open now. */
export async function waysInOf(db: CouncilReader, visit: Visit): Promise<WaysIn> {
  const own = await openMine(db);
  const { accountId } = actorOf(db);
  const sessions = await sessionsOf(db, accountId, visit.csrf);
  const provider = await ownProviderOf(db);
  return {
    own,
    sessions,
    keys: await keysOf(db, accountId),
    isFresh: isFresh(sessions, nowOf(db)),
    signIn: provider && { council: visit.councilName, isJoined: await isJoined(db, accountId) },
  };
}
