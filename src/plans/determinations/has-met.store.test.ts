import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import { openCrisis } from '../../conversations/crisis/crisis.store.ts';
import { logContact } from '../../conversations/crisis/crisis-log.store.ts';
import { saveEntry } from '../../conversations/entries.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { hasMetPerson } from './has-met.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, sam } = council.accounts;

const somebody = () => council.as(rowan, (db) => makePerson(db, { fullName: 'Ada Thorne' }));
const writes = async (db: CouncilDb, personId: string, kind: 1 | 3, isWithPerson: boolean) =>
  saveEntry(db, {
    ...{ personId, kind, isWithPerson, happenedAt: nowOf(db), said: 'I am all right.' },
    conversationId: await openConversation(db, { personId, kind }),
  });

describe('C3-6 whether a decider has met somebody', () => {
  it('C3-6 nobody has, before anybody wrote of a time with them', async () => {
    const personId = await somebody();
    assert.equal(await council.as(rowan, (db) => hasMetPerson(db, rowan.accountId, personId)), false);
  });

  it('C3-6 a time with them counts, in whichever of two open threads; one about them does not, nor a colleague’s', async () => {
    const personId = await somebody();
    const met = (accountId: string) => council.as(rowan, (db) => hasMetPerson(db, accountId, personId));
    await council.as(rowan, (db) => writes(db, personId, 1, true));
    await council.as(priya, (db) => writes(db, personId, 3, false));
    assert.equal(await met(rowan.accountId), true);
    assert.equal(await met(priya.accountId), false);
    assert.equal(await met(sam.accountId), false);
  });

  it('C3-6 a contact in a crisis counts when it was with them, and not when it was about them', async () => {
    const personId = await somebody();
    const crisis = await council.as(rowan, (db) =>
      openCrisis(db, personId, {
        ...{ mustChange: 'Nights.', safetyNote: 'Ring first.', steadyLooksLike: '', todaysOneThing: '' },
        ...{ namedAccountId: rowan.accountId, coverAccountId: sam.accountId, nextContactAt: null },
      }),
    );
    assert.ok(!isRefusal(crisis));
    const contact = (isWithPerson: boolean) =>
      council.as(sam, async (db) =>
        logContact(db, crisis, {
          ...{ line: 'Rang.', isWithPerson, rereadPlan: false, at: nowOf(db), nextContactAt: null },
        }),
      );
    const met = () => council.as(rowan, (db) => hasMetPerson(db, sam.accountId, personId));
    await contact(false);
    assert.equal(await met(), false);
    await contact(true);
    assert.equal(await met(), true);
  });
});
