import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { makePerson } from '../../people/people.store.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { knock } from './getting-in.store.ts';
import { closeOwnPage, makeLetter, openOwnPage, openSharedDoor, ownPageOf } from './own-pages.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'shared-doors');
const staff = council.accounts.rowan;

describe('a way in for somebody a person shares with', () => {
  it('S2 opens to its own code and number, as a delegate and never as the person', async () => {
    const { own, shared } = await edieAndHerSister();
    const letter = await council.as(staff, (db) => makeLetter(db, shared.ownPageId));
    assert.equal(await knocking(letter.code, '402917'), null, 'Edie’s number');
    assert.deepEqual(await knocking(letter.code, '730158'), {
      accountId: shared.accountId,
      role: 'delegate',
    });
    const hers = await council.as(staff, (db) => makeLetter(db, own));
    assert.equal((await knocking(hers.code, '402917'))?.role, 'person');
  });

  it('is not taken for the person’s own page', async () => {
    const { personId, own } = await edieAndHerSister();
    assert.equal((await council.as(staff, (db) => ownPageOf(db, personId)))?.ownPageId, own);
    await council.as(staff, (db) => closeOwnPage(db, own));
    assert.equal(await council.as(staff, (db) => ownPageOf(db, personId)), null);
  });

  it('S6 closes at once, leaves the person’s own page open, and may be opened again for the same account', async () => {
    const { own, shared, personId } = await edieAndHerSister();
    const letter = await council.as(staff, (db) => makeLetter(db, shared.ownPageId));
    await council.as(staff, (db) => closeOwnPage(db, shared.ownPageId));
    assert.equal(await knocking(letter.code, '730158'), null);
    const hers = await council.as(staff, (db) => makeLetter(db, own));
    assert.ok(await knocking(hers.code, '402917'));
    const again = await council.as(staff, (db) =>
      openSharedDoor(db, { ...sister, personId, accountId: shared.accountId }),
    );
    assert.equal(again.accountId, shared.accountId);
    const next = await council.as(staff, (db) => makeLetter(db, again.ownPageId));
    assert.ok(await knocking(next.code, '730158'));
  });

  it('S1 never makes a member of staff, or a person, into one', async () => {
    const { personId } = await edieAndHerSister();
    for (const accountId of [staff.accountId, council.accounts.lead.accountId])
      await assert.rejects(
        council.as(staff, (db) => openSharedDoor(db, { ...sister, personId, accountId })),
        Unknown,
      );
  });
});

const said = { talked: 'They talked about it alone.', talkedOn: '2026-11-20' } as const;
const sister = { ...said, name: 'June Marsh', messageBy: null, messageTo: null, number: '730158' };

const knocking = (typed: string, number: string) =>
  council.as(staff, (db) => knock(db, { typed, number, browser: null }));

async function edieAndHerSister() {
  return council.as(staff, async (db) => {
    const personId = await makePerson(db, { fullName: `Edie Marsh ${newId().slice(-6)}` });
    const edie = { personId, name: 'Edie', messageBy: null, messageTo: null, number: '402917' };
    const own = await openOwnPage(db, { ...said, ...edie });
    return { personId, own, shared: await openSharedDoor(db, { ...sister, personId }) };
  });
}
