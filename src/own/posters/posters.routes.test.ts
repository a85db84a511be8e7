import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { seenOn } from '../../community/public/qr.fixture.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { takeDown } from '../../stories/letting-out/consenting.store.ts';
import { posterChosen } from '../../stories/posters/posters.store.ts';
import { letOut, settle, toldAndApproved } from '../../stories/stories.fixture.ts';
import { storyOf } from '../../stories/stories.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const origin = 'https://alongside.saltbeck.example';
const { house, clock, signIn } = await testHouse(database, { publicUrl: origin });
const { rowan: account, priya } = council.accounts;
const later = new Date(testNow.getTime() + 8 * 86_400_000);
const words =
  'I grow leeks for the whole street.\n\nMrs Amble next door makes the soup, and nobody goes without.';

/** A story everybody may see, and both doors to it; eight days on. */
async function hung(fullName: string, isForEverybody = true) {
  clock.set(testNow.toISOString());
  const [personId, storyId] = await council.as(account, async (db) => {
    const id = await makePerson(db, { fullName });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return [id, await toldAndApproved(db, id, words)] as const;
  });
  const own = await ownAccount(council, personId);
  if (isForEverybody) {
    await council.as(priya, (db) => settle(db, storyId));
    const chosen = { nameShown: 'chosen', nameTold: 'A neighbour in Saltbeck' } as const;
    assert.equal(await council.as(account, (db) => letOut(db, storyId, 'public', chosen)), undefined);
  }
  clock.set(later.toISOString());
  const [mine, rowan] = await Promise.all([signIn(council, own), signIn(council, account)]);
  return {
    personId,
    storyId,
    mine,
    rowan,
    at: `/my/stories/${storyId}/poster`,
    printAt: `/stories/wall/${storyId}/poster`,
  };
}

const sheetOf = (body: string): string => /<article class="app-poster.*?<\/article>/s.exec(body)?.[0] ?? '';

describe('a poster of a story', () => {
  it('is its teller’s to want, and nobody prints one otherwise', async () => {
    const { mine, rowan, at, printAt } = await hung('Wanda Mossley');
    assert.equal((await rowan.get(printAt)).statusCode, 404);
    assert.equal(sheetOf((await mine.get(at)).body), '');
    assert.equal((await mine.post(at, { which: 'whole' })).statusCode, 303);
    assert.match(sheetOf((await mine.get(at)).body), /I grow leeks for the whole street\./);
    assert.match((await rowan.get(printAt)).body, /Mrs Amble next door/);
    await mine.post(`${at}/none`, {});
    assert.equal((await rowan.get(printAt)).statusCode, 404);
    assert.equal(sheetOf((await mine.get(at)).body), '');
  });

  it('has their words, the name they chose, its address twice and its end, and nothing of a record', async () => {
    const { mine, rowan, at, printAt, storyId, personId } = await hung('Wanda Mossley');
    await mine.post(at, { which: 'part', part: 'Mrs Amble next door\n makes the soup' });
    const { body } = await rowan.get(printAt);
    const sheet = sheetOf(body);
    assert.match(sheet, /Mrs Amble next door makes the soup/);
    assert.ok(!sheet.includes('I grow leeks'));
    assert.match(sheet, /A neighbour in Saltbeck/);
    assert.match(sheet, /Printed 29 November 2026\. It was agreed that this hangs until 2[01] November 2027/);
    const [address] = seenOn(body);
    assert.match(
      address ?? '',
      /^https:\/\/alongside\.saltbeck\.example\/at\/saltbeck-test\/s\/[0-9a-z]{4}-[0-9a-z]{4}$/,
    );
    assert.ok(sheet.replace(/<wbr\/?>|<[^>]+>/g, '').includes(String(address).replace('https://', '')));
    for (const secret of [storyId, personId, 'Wanda']) assert.ok(!sheet.includes(secret));
    const read = await house.server.inject({
      url: String(address).replace(origin, ''),
      headers: { accept: 'text/html' },
    });
    assert.equal(read.statusCode, 200);
    assert.match(read.body, /I grow leeks for the whole street/);
  });

  it('S-1 has no words that are not in the story, nor more than can be read from two steps away', async () => {
    const { mine, at } = await hung('Wanda Mossley');
    for (const part of [
      '',
      'I grow onions',
      'I grow leeks for nobody goes without',
      `${'leeks '.repeat(300)}`,
    ]) {
      const answer = await mine.post(at, { which: 'part', part });
      assert.equal(answer.statusCode, 422, part);
      assert.match(answer.body, /Copy words from your story just as they are/);
    }
    assert.equal(sheetOf((await mine.get(at)).body), '');
  });

  it('S-2 waits until everybody may see the story', async () => {
    const { mine, at } = await hung('Wanda Mossley', false);
    assert.match((await mine.get(at)).body, /First let everybody see your story/);
    const answer = await mine.post(at, { which: 'whole' });
    assert.equal(answer.statusCode, 409);
    assert.match(answer.body, /not yet seen by everybody/);
  });

  it('S-8 is not to be had once the story is down', async () => {
    const { mine, rowan, at, printAt, storyId } = await hung('Wanda Mossley');
    await mine.post(at, { which: 'whole' });
    await council.as(account, async (db) => takeDown(db, await storyOf(db, storyId), 'phone'), later);
    assert.equal((await rowan.get(printAt)).statusCode, 404);
    assert.equal(sheetOf((await mine.get(at)).body), '');
    const chosen = await council.as(account, (db) => posterChosen(db, storyId), later);
    assert.equal(chosen, null, 'nor again with the story, without another yes');
  });

  it('W2 is nobody else’s to choose; a worker beside them writes how they said it', async () => {
    const { mine, rowan, storyId, personId } = await hung('Wanda Mossley');
    const { mine: other } = await hung('Ivo Brand');
    assert.equal((await other.get(`/my/stories/${storyId}/poster`)).statusCode, 404);
    assert.equal((await other.post(`/my/stories/${storyId}/poster`, { which: 'whole' })).statusCode, 404);
    const together = `/people/${personId}/together/stories/${storyId}/poster`;
    assert.equal((await rowan.post(together, { which: 'whole', told: 'phone' })).statusCode, 303);
    assert.match(sheetOf((await mine.get(`/my/stories/${storyId}/poster`)).body), /I grow leeks/);
  });
});
