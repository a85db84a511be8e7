import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { breakGlass } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { house, signIn } = await testHouse(database);
const gwen = await signIn(council, council.accounts.governance);

describe('W5 a record opened with a reason', () => {
  it('is read by somebody else, once, and what they found is kept', async () => {
    await council.as(council.accounts.marsh, async (db) =>
      breakGlass(db, await makePerson(db, { fullName: 'Petra Novak' }), {
        reason: 'She rang in tears',
        isReasonKept: true,
      }),
    );
    const list = await gwen.json('/governance');
    const opened = (list.body.opened as { id: string }[])[0];
    assert.equal((await gwen.post(`/governance/${opened?.id}/look-over`, { words: '' })).statusCode, 422);
    assert.equal(
      (await gwen.post(`/governance/${opened?.id}/look-over`, { words: 'A right reason' })).statusCode,
      303,
    );
    const twice = await gwen.json(`/governance/${opened?.id}/look-over`, { words: 'Again' });
    assert.deepEqual([twice.status, twice.body.rule], [409, 'W5']);
    assert.match((await gwen.get('/governance')).body, /A right reason/);
  });
  it('is nobody’s business who is not in information governance', async () => {
    for (const who of ['rowan', 'lead', 'analyst', 'editor', 'administrator'] as const)
      assert.equal((await (await signIn(council, council.accounts[who])).get('/governance')).statusCode, 403);
    assert.equal(
      (await house.server.inject({ url: '/governance', headers: { accept: 'application/json' } })).statusCode,
      401,
    );
  });
});

describe('what gets in somebody’s way', () => {
  it('is answered by the administrator, by name, and seen by whoever said it', async () => {
    const rowan = await signIn(council, council.accounts.rowan);
    const ade = await signIn(council, council.accounts.administrator);
    assert.equal((await rowan.post('/about/in-my-way', { words: 'The search box forgets' })).statusCode, 303);
    const said = ((await ade.json('/about/in-my-way')).body.said as { id: string }[])[0];
    assert.equal((await rowan.post(`/about/in-my-way/${said?.id}/answer`, { answer: 'x' })).statusCode, 403);
    assert.equal(
      (await ade.post(`/about/in-my-way/${said?.id}/answer`, { answer: 'Mended today' })).statusCode,
      303,
    );
    assert.match((await rowan.get('/about/in-my-way')).body, /Ade answered: Mended today/);
  });
});
