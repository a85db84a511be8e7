import { sql } from 'kysely';
import { openOwnPage, openSharedDoor } from '../src/access/own-page/own-pages.store.ts';
import { keepToOwn } from '../src/access/own-page/own-visit.store.ts';
import { type CouncilDb, councilOf } from '../src/platform/db/council.ts';
import type { TestAccount, TestCouncil } from './council.ts';

/** Opens a person's own page, as a worker would, and gives the account it is opened with. */
export async function ownAccount(
  council: TestCouncil,
  personId: string,
  name = 'Mags',
): Promise<TestAccount> {
  return council.as(council.accounts.rowan, async (db) => {
    await openOwnPage(db, {
      ...{ personId, name, number: '402917', talked: 'Nobody else has her post.', talkedOn: '2026-11-20' },
      ...{ messageBy: null, messageTo: null },
    });
    const { rows } = await sql<{ id: string }>`select id from account
      where council_id = ${councilOf(db)} and person_id = ${personId}`.execute(db);
    return { accountId: rows[0]?.id ?? '', name, role: 'person', teamIds: [] };
  });
}

/** Opens a way in to what this person shares, as a worker would, and gives the account it is opened with. */
export async function delegateAccount(
  council: TestCouncil,
  personId: string,
  name: string,
): Promise<TestAccount> {
  const { accountId } = await council.as(council.accounts.rowan, (db) =>
    openSharedDoor(db, {
      ...{
        personId,
        name,
        number: '518263',
        talked: 'Nobody leans on her to share.',
        talkedOn: '2026-11-20',
      },
      ...{ messageBy: null, messageTo: null },
    }),
  );
  return { accountId, name, role: 'delegate', teamIds: [] };
}

/** Runs `act` as somebody at their own page: the database shows it their own rows and no others. */
export function asOwn<Value>(
  council: TestCouncil,
  account: TestAccount,
  personId: string,
  act: (db: CouncilDb) => Promise<Value>,
  now?: Date,
): Promise<Value> {
  return council.as(
    account,
    async (db) => {
      await keepToOwn(db, personId);
      return act(db);
    },
    now,
  );
}
