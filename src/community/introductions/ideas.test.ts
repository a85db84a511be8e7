import assert from 'node:assert/strict';
import { it } from 'node:test';
import { interestsOf, whyShown } from './ideas.ts';

it('C1-3 looks for introductions in what matters to a person and in their gifts, gifts first, and says why', () => {
  const interests = interestsOf('I miss singing with others. I want to stay in my own home.', [
    'mends clocks',
  ]);
  assert.deepEqual(
    interests.map(({ from, words }) => [from, words.includes('repair') || words.includes('choir')]),
    [
      ['a gift', true],
      ['what matters', true],
    ],
  );
  assert.equal(interests.map(whyShown)[0], 'because of a gift: “mends clocks”');
  assert.equal(interests.map(whyShown)[1], 'because of what matters: “I miss singing with others.”');
});

it('nothing written means no ideas, not every idea', () => {
  assert.deepEqual(interestsOf(null, []), []);
  assert.deepEqual(interestsOf('Margaret and the old days.', ['kind']), []);
});
