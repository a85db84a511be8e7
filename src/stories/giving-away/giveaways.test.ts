import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { giveawaysIn, givesProtectedAway, type KnownOfThem, nothingKnown } from './giveaways.ts';

const known: KnownOfThem = {
  names: ['Ada Mossley', 'Bert'],
  places: ['Saltbeck'],
  protected: ['4 Hidden Mews', 'ZZ9 9ZZ'],
};
const found = (text: string, of = nothingKnown): string[] =>
  giveawaysIn(text, of).map(({ kind, words }) => `${kind}: ${words}`);

describe('what gives somebody away', () => {
  it('S-6 points at addresses, postcodes, days of birth, exact dates, numbers and ages of ninety and more', () => {
    assert.deepEqual(found('we lived at 12 Mill Lane then.'), ['address: 12 Mill Lane']);
    assert.deepEqual(found('it was sb2 1aa then.'), ['postcode: sb2 1aa']);
    assert.deepEqual(found('he was born in 1941.'), ['born: born in 1941']);
    assert.deepEqual(found('it was 3rd of March 2019.'), ['date: 3rd of March 2019']);
    assert.deepEqual(found('it was 03/04/2019.'), ['date: 03/04/2019']);
    assert.deepEqual(found('he is 94.'), ['age: 94']);
    assert.deepEqual(found('her 101st birthday was loud.'), ['age: 101st birthday']);
    assert.deepEqual(found('she is ninety-four.'), ['age: ninety-four']);
    assert.deepEqual(found('ring 01632 960123.'), ['number: 01632 960123']);
  });

  it('S-6 points at the names of people around, part by part, and at the place they live', () => {
    assert.deepEqual(found('bert and Mrs mossley of saltbeck', known), [
      'address: saltbeck',
      'person: mossley',
      'person: bert',
      'named: Mrs',
    ]);
  });

  it('S-6 points at rare words and at anything with a name in the midst of a sentence', () => {
    assert.deepEqual(found('I have huntingtons and go to the Thursday Lighthouse Choir.'), [
      'rare: huntingtons',
      'named: Thursday Lighthouse Choir',
    ]);
    assert.deepEqual(found('I walked with\nOlwen then.'), ['named: Olwen'], 'a line may end anywhere');
  });

  it('S-6 takes what begins another paragraph for the beginning of a sentence, a heading without a full stop before it', () => {
    assert.deepEqual(found('One nobody can start\n\nThey have an engine\n \nNobody can start it'), []);
  });

  it('S-6 lets a story be that gives nobody away, with its Mondays, its mum and its seventy years', () => {
    assert.deepEqual(
      found('On Monday my Mum and I walked for 20 minutes. I am 71. In May I sang in a T-shirt.'),
      [],
    );
  });

  it('S-5 finds a protected address however it is typed', () => {
    assert.ok(givesProtectedAway('I live at 4, hidden mews now', known));
    assert.ok(givesProtectedAway('zz99zz', known));
    assert.ok(!givesProtectedAway('I live by the sea', known));
    assert.deepEqual(found('near zz9 9zz', known), ['protected: zz9 9zz']);
  });
});
