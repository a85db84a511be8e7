import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { makePerson } from '../../people/people.store.ts';

const { database } = await testDatabase();
const { signIn, clock } = await testHouse(database);
const council = await testCouncil(database, 'ways-in');
/** As `ownAccount` gives it. */
const number = '402917';
const at = '/my/ways-in';

describe('the ways in to one’s own page', () => {
  it('S6 shows where it is open, and signs out everywhere else at once', async () => {
    const account = await somebody();
    const here = await signIn(council, account);
    const library = await signIn(council, account);
    assert.match((await here.get(at)).body, /Another browser, last used/);
    assert.equal((await here.post(`${at}/others`, {})).statusCode, 303);
    assert.equal((await library.get('/my')).headers.location, '/sign-in?next=%2Fmy');
    assert.match((await here.get(at)).body, /open here and nowhere else/);
  });

  it('S6 shows nobody else’s', async () => {
    await signIn(council, await somebody());
    const here = await signIn(council, await somebody());
    assert.doesNotMatch((await here.get(at)).body, /Another browser/);
  });

  it('S6 leaves out a browser nobody used for half an hour: it is signed out anyway', async () => {
    const account = await somebody();
    const now = clock.now();
    clock.set(new Date(now.getTime() - 31 * 60_000).toISOString());
    const library = await signIn(council, account);
    clock.set(now.toISOString());
    const here = await signIn(council, account);
    assert.doesNotMatch((await here.get(at)).body, /Another browser/);
    assert.equal((await library.get('/my')).statusCode, 303);
  });

  it('S2 takes a new number only with the old one, and signs out every other browser', async () => {
    const account = await somebody();
    const here = await signIn(council, account);
    const library = await signIn(council, account);
    const wrong = await here.post(`${at}/number`, { old: '555554', number: '730158' });
    assert.equal(wrong.statusCode, 422);
    assert.match(wrong.body, /That is not your number/);
    assert.doesNotMatch(wrong.body, /555554|730158/);
    const weak = await here.post(`${at}/number`, { old: number, number: '111111' });
    assert.match(weak.body, /repeat themselves/);
    assert.equal((await here.post(`${at}/number`, { old: number, number: '730158' })).statusCode, 303);
    assert.equal((await here.get('/my')).statusCode, 200);
    assert.equal((await library.get('/my')).statusCode, 303);
    assert.equal((await here.post(`${at}/number`, { old: number, number: '910274' })).statusCode, 422);
  });

  it('S5 waits a quarter of an hour after five wrong numbers here too', async () => {
    const here = await signIn(council, await somebody());
    const change = (old: string) => here.post(`${at}/number`, { old, number: '730158' });
    for (let tried = 0; tried < 5; tried += 1) assert.equal((await change('555554')).statusCode, 422);
    assert.equal((await change(number)).statusCode, 422);
    const now = clock.now();
    clock.set(new Date(now.getTime() + 15 * 60_000 + 1).toISOString());
    assert.equal((await change(number)).statusCode, 303);
    clock.set(now.toISOString());
  });

  it('is for the person alone: a worker beside them cannot, nor does it show a key’s inside', async () => {
    const account = await somebody();
    const rowan = await signIn(council, council.accounts.rowan);
    assert.equal((await rowan.get(at)).statusCode, 403);
    const here = await signIn(council, account);
    const { body } = await here.json(at);
    assert.deepEqual(Object.keys(body).sort(), ['keys', 'sessions', 'signIn']);
    const page = await here.get(at);
    assert.ok(page.body.length < 100_000);
    assert.match(page.body, /Exit this page/);
  });

  it('asks a browser for a key that names nobody, and takes no answer it did not ask for', async () => {
    const here = await signIn(council, await somebody());
    const { body } = await here.json(`${at}/keys/asked`, {});
    const { options } = body as { options: { user: { name: string }; authenticatorSelection: unknown } };
    assert.equal(options.user.name, 'My page');
    assert.deepEqual(options.authenticatorSelection, {
      ...{ residentKey: 'required', userVerification: 'required', requireResidentKey: true },
    });
    for (const answer of ['', '{}', '{"id":"a"}', 'nothing', '{"id":"a","response":{}}'])
      assert.equal((await here.post(`${at}/keys`, { name: 'My phone', answer })).statusCode, 422, answer);
    assert.match((await here.get(at)).body, /You have none/);
  });
});

async function somebody() {
  const personId = await council.as(
    council.accounts.rowan,
    (db) => makePerson(db, { fullName: 'Edie Marsh' }),
    clock.now(),
  );
  return ownAccount(council, personId, 'Edie');
}
