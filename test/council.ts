import { makeAccount, makeTeam } from '../src/access/accounts.store.ts';
import { makeCouncil } from '../src/access/councils.store.ts';
import type { Role } from '../src/access/roles.ts';
import { beforeSignIn } from '../src/access/signing-in/sessions.store.ts';
import { type CouncilDb, type Database, type Pin, withinCouncil } from '../src/platform/db/council.ts';

/** An invented council for a test: two teams and one account of each kind of role. */
export interface TestCouncil {
  councilId: number;
  teams: { harbour: string; marsh: string };
  accounts: Record<
    'rowan' | 'priya' | 'sam' | 'marsh' | 'lead' | 'analyst' | 'editor' | 'administrator' | 'governance',
    TestAccount
  >;
  /** Runs `act` as one of the accounts, at an instant. */
  as<Value>(who: TestAccount, act: (db: CouncilDb) => Promise<Value>, now?: Date): Promise<Value>;
}

export interface TestAccount {
  accountId: string;
  name: string;
  role: string;
  teamIds: string[];
}

export const testNow = new Date('2026-11-21T09:32:00Z');

/** @example const council = await testCouncil(database); await council.as(council.accounts.rowan, (db) => …) */
export async function testCouncil(
  database: Database,
  slug = 'saltbeck-test',
  isDemo = true,
): Promise<TestCouncil> {
  const councilId = await makeCouncil(database, { name: `${slug} Council`, slug, isDemo });
  const parts = await beforeSignIn(database, councilId, testNow, async (db) => {
    const harbour = await makeTeam(db, 'Harbour team');
    const marsh = await makeTeam(db, 'Marsh team');
    const account = async (name: string, role: Role, teamIds: string[]): Promise<TestAccount> => ({
      accountId: await makeAccount(db, {
        name,
        email: `${name.toLowerCase()}@${slug}.example.org`,
        role,
        persona: `${name}, for tests`,
        teamIds,
      }),
      name,
      role,
      teamIds,
    });
    const accounts = {
      rowan: await account('Rowan', 'practitioner', [harbour]),
      priya: await account('Priya', 'practitioner', [harbour]),
      sam: await account('Sam', 'practitioner', [harbour]),
      marsh: await account('Marlow', 'practitioner', [marsh]),
      lead: await account('Lena', 'site-lead', [harbour]),
      analyst: await account('Anil', 'analyst', []),
      editor: await account('Edie', 'directory-editor', []),
      administrator: await account('Ade', 'administrator', []),
      governance: await account('Gwen', 'governance', []),
    };
    return { teams: { harbour, marsh }, accounts };
  });
  return {
    councilId,
    ...parts,
    as: (who, act, now = testNow) => withinCouncil(database, pinFor(councilId, who, now), act),
  };
}

export function pinFor(councilId: number, actor: TestAccount, now = testNow): Pin {
  return { councilId, actor, now, requestId: 'test' };
}
