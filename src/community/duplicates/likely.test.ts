import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bareAddress, digitsOf } from './comparing.ts';
import { likeness } from './likely.ts';
import { nameLikeness, tellingWords, wordsIn } from './names.ts';
import { labelledPairs } from './pairs.fixture.ts';

const wordsOfName = (name: string, places: readonly string[] = []) =>
  tellingWords(wordsIn(name), places.flatMap(wordsIn));

describe('what a name says, without Ltd, The, CIO and the place', () => {
  for (const [name, places, words] of [
    ['The Saltbeck Harbour Singers (CIO)', ['Saltbeck'], ['harbour', 'singer']],
    ['Larkfield Bowls Club', ['Larkfield'], ['bowl']],
    ['Saltbeck Community Association', ['Saltbeck'], ['community', 'association']],
    ['Saltbeck', ['Saltbeck'], ['saltbeck']],
    ['Café for All', [], ['cafe', 'all']],
    ['The', [], ['the']],
  ] as const)
    it(name, () => assert.deepEqual(wordsOfName(name, places), words));

  it('one slip of spelling is a slip; a number never is', () => {
    const alike = (one: string, other: string) => nameLikeness(wordsOfName(one), wordsOfName(other)).points;
    assert.equal(alike('Ukulele orchestra', 'Ukelele orchestra'), 35);
    assert.equal(alike('Harbour lights', 'Habrour lights'), 35);
    assert.equal(alike('Sub-aqua', 'Subaqua'), 35);
    assert.equal(alike('Scouts 10001', 'Scouts 10002'), 0);
  });
});

it('telephone numbers and web addresses are the same however they are written', () => {
  assert.equal(digitsOf('+44 (0)1632 960123'), digitsOf('01632 960 123 ext 4'));
  assert.equal(digitsOf('0044 1632 960123'), digitsOf('01632960123'));
  assert.equal(digitsOf('999'), null);
  assert.equal(bareAddress('https://www.singers.example.org/home/?x=1'), 'singers.example.org/home');
});

describe('which two listings are the same group told twice', () => {
  it('of fifty labelled pairs, nearly all that are the same are found and few others', () => {
    const judged = labelledPairs.map((each) => ({ ...each, ...likeness(each.one, each.other) }));
    const found = judged.filter(({ isLikely }) => isLikely);
    const right = found.filter(({ areSame }) => areSame).length;
    const precision = right / found.length;
    const recall = right / judged.filter(({ areSame }) => areSame).length;
    const wrong = judged.filter(({ isLikely, areSame }) => isLikely !== areSame);
    const told = wrong.map(
      ({ called, points, areSame }) => `${areSame ? 'missed' : 'found wrongly'}: ${called} (${points})`,
    );
    console.log(
      `# duplicates: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}. ${told.join('; ')}`,
    );
    assert.ok(precision >= 0.9 && recall >= 0.9, told.join('\n'));
  });

  it('says the same whichever way round, and what is the same in words', () => {
    const first = labelledPairs[0] ?? assert.fail('there are pairs');
    const { evidence } = likeness(first.one, first.other);
    assert.deepEqual(
      evidence.map(({ words }) => words),
      ['The same name', 'The same postcode'],
    );
    fc.assert(
      fc.property(fc.constantFrom(...labelledPairs), fc.constantFrom(...labelledPairs), (a, b) => {
        const [there, back] = [likeness(a.one, b.other), likeness(b.other, a.one)];
        assert.deepEqual([there.points, there.isLikely], [back.points, back.isLikely]);
      }),
    );
  });
});
