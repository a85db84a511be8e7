import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { asOwn, ownAccount } from '../../../test/own.ts';
import { Conflict } from '../../platform/http/problems.ts';
import { makePerson } from '../people.store.ts';
import { aboutLines, headingsHere, sayAboutMe } from './about-me.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const [important, people] = await council.as(rowan, headingsHere);
assert.ok(important && people);

const somebody = () => council.as(rowan, (db) => makePerson(db, { fullName: 'Wilfred Acheson' }));
const linesOf = (personId: string) => council.as(rowan, (db) => aboutLines(db, personId));
const says = (personId: string, words: string | null, instead: string | null = null) =>
  council.as(rowan, (db) => sayAboutMe(db, personId, { heading: important, words, told: 'phone', instead }));

describe('About me, kept', () => {
  it('stands under its heading with the day, and who wrote it down for them', async () => {
    const personId = await somebody();
    await says(personId, 'The sea.');
    const [line] = await linesOf(personId);
    assert.equal(line?.words, 'The sea.');
    assert.equal(line?.saidOn, '2026-11-21');
    assert.equal(line?.writtenBy, 'Rowan');
  });

  it('W1 new words stand in the place of the old, which are kept; taken away, none stands', async () => {
    const personId = await somebody();
    await says(personId, 'The sea.');
    const [first] = await linesOf(personId);
    await says(personId, 'My boat.', first?.id);
    const [second] = await linesOf(personId);
    assert.deepEqual(
      (await linesOf(personId)).map(({ words, isCurrent }) => [words, isCurrent]),
      [
        ['My boat.', true],
        ['The sea.', false],
      ],
    );
    await says(personId, null, second?.id);
    assert.ok((await linesOf(personId)).every(({ isCurrent }) => !isCurrent));
    await says(personId, 'The sea again.');
    assert.equal((await linesOf(personId)).filter(({ isCurrent }) => isCurrent).length, 1);
  });

  it('two at once: the second is shown what the first wrote, and nothing is lost', async () => {
    const personId = await somebody();
    await says(personId, 'The sea.');
    await assert.rejects(says(personId, 'My boat.'), (error) => {
      assert.ok(error instanceof Conflict);
      assert.deepEqual([error.theirs.words, error.yours], ['The sea.', 'My boat.']);
      return true;
    });
    assert.equal((await linesOf(personId)).length, 1);
  });

  it('the same words again, as of somebody pressing twice, are one line', async () => {
    const personId = await somebody();
    await says(personId, 'The sea.');
    await says(personId, 'The sea.');
    assert.equal((await linesOf(personId)).length, 1);
  });

  it('W1 they write it at their own page, and meet nobody else’s', async () => {
    const [mine, other] = [await somebody(), await somebody()];
    await says(other, 'Not yours.');
    const account = await ownAccount(council, mine);
    const lines = await asOwn(council, account, mine, async (db) => {
      await sayAboutMe(db, mine, { heading: people, words: 'Carol.', told: null, instead: null });
      return [...(await aboutLines(db, mine)), ...(await aboutLines(db, other))];
    });
    assert.deepEqual(
      lines.map(({ words, writtenBy }) => [words, writtenBy]),
      [['Carol.', null]],
    );
    await assert.rejects(
      asOwn(council, account, mine, (db) =>
        sayAboutMe(db, other, { heading: people, words: 'x', told: null, instead: null }),
      ),
    );
  });
});
