import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { storiesLetOut } from '../../stories/letting-out/let-out.store.ts';
import { letOut, toldAndApproved } from '../../stories/stories.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan } = council.accounts;
const later = new Date(testNow.getTime() + 8 * 86_400_000);

describe('a story that something held back keeps down', () => {
  it('W1 reads the same to its teller, page and JSON, as one that is up', async () => {
    const personId = await council.as(rowan, async (db) => {
      const id = await makePerson(db, { fullName: 'Bea Kersh' });
      await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
      return id;
    });
    const storyId = await council.as(rowan, async (db) => {
      const id = await toldAndApproved(db, personId);
      assert.equal(await letOut(db, id, 'council'), undefined);
      return id;
    });
    const account = await ownAccount(council, personId, 'Bea');
    home.clock.set(later.toISOString());
    const bea = await home.signIn(council, account);
    const isUp = async () =>
      (await council.as(rowan, (db) => storiesLetOut(db, { audience: 'council', storyId }), later)).length >
      0;
    const read = async () => {
      const read: unknown[] = [];
      for (const url of ['/my/stories', `/my/stories/${storyId}`, `/my/stories/${storyId}/seen-by`])
        read.push((await bea.json(url)).body, plain((await bea.get(url)).body));
      return read;
    };
    assert.ok(await isUp());
    const before = await read();
    await heldBackEnquiry(personId);
    assert.ok(!(await isUp()), 'it is down');
    assert.deepEqual(await read(), before);
    assert.match(JSON.stringify(before), /Sometimes we take one down for a while/);
  });
});

const plain = (body: string): string =>
  body.replaceAll(/nonce="[^"]*"|name="(csrf|submission)" value="[^"]*"/g, '');

/** An enquiry under section 42 that is open, and that she may not read. */
const heldBackEnquiry = (personId: string) =>
  council.as(rowan, async (db) => {
    const id = newId();
    await sql`insert into enquiry (council_id, id, person_id, has_needs, at_risk, cannot_protect, words, told_by, answered_by,
        answered_at, opened_at, lead_id)
      values (${councilOf(db)}, ${id}, ${personId}, 'yes', 'yes', 'yes', 'She is afraid.', 'Her niece', ${rowan.accountId},
        ${testNow}, ${testNow}, ${rowan.accountId})`.execute(db);
    await sql`insert into held_back (council_id, id, person_id, kind, thing_id, law, reason, asked_by, asked_at, look_again_on)
      values (${councilOf(db)}, ${newId()}, ${personId}, 'enquiry', ${id}, 'serious-harm', 'He reads her telephone.',
        ${rowan.accountId}, ${testNow}, '2027-02-20')`.execute(db);
  });
