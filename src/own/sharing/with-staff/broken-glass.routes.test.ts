import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { delegateAccount } from '../../../../test/own.ts';
import { openSharedDoor, ownPageOf } from '../../../access/own-page/own-pages.store.ts';
import { breakGlass } from '../../../people/opening.store.ts';
import { aSharer, shareWith } from '../sharing.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);

it('W5 who broke the glass has an hour: no way in that lasts longer is theirs to make, and shutting one is', async () => {
  const { personId, promise, ...rest } = await aSharer(home, council, 'Mags');
  const { sharingId } = await shareWith(
    council,
    { personId, promise, ...rest },
    await delegateAccount(council, personId, 'June'),
    [],
  );
  const { marsh, rowan } = council.accounts;
  const { ownPageId } = await council.as(rowan, (db) =>
    openSharedDoor(db, {
      ...{ personId, name: 'Beth', number: '730158', talked: 'x', talkedOn: '2026-11-20' },
      ...{ messageBy: null, messageTo: null },
    }),
  );
  await council.as(marsh, (db) =>
    breakGlass(db, personId, { reason: 'Her daughter rang.', isReasonKept: false }),
  );
  const stranger = await home.signIn(council, marsh);
  const at = `/people/${personId}`;
  const page = {
    talked: 'Alone.',
    talkedOn: '20 November 2026',
    messageBy: 'none',
    number: '730158',
    agreed: 'yes',
  };
  const colleague = {
    team: council.teams.harbour,
    name: 'Nia',
    worksIn: 'health',
    organisation: 'GP',
    number: '730158',
  };
  for (const [url, fields] of [
    [`${at}/own-page`, page],
    [`${at}/own-page/number`, { number: '730158' }],
    [`${at}/own-page/letter`, {}],
    [`${at}/sharing/${sharingId}/page`, { account: 'new', number: '730158' }],
    [`${at}/sharing/colleagues`, colleague],
    [`${at}/sharing/doors/${ownPageId}/letter`, {}],
  ] as const) {
    const answer = await stranger.post(url, fields);
    assert.equal(answer.statusCode, 403, `${url}: ${answer.body.slice(0, 200)}`);
    assert.match(answer.body, /ask a colleague who is alongside them/, url);
  }
  assert.equal((await stranger.get(`${at}/own-page`)).statusCode, 200);
  assert.equal((await stranger.post(`${at}/own-page/shut`, { sure: 'yes' })).statusCode, 303);
  assert.equal(await council.as(rowan, (db) => ownPageOf(db, personId)), null);
});
