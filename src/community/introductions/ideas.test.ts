import assert from 'node:assert/strict';
import { it } from 'node:test';
import { interestsOf, reachOf, whyReached, whyShown } from './ideas.ts';

it('C1-3 looks for introductions in what matters to a person and in their gifts, gifts first, and says why', () => {
  const interests = interestsOf('I miss singing with others. I want to stay in my own home.', [
    'mends clocks',
  ]);
  assert.deepEqual(
    interests.map(({ from, thing }) => [from, thing.same.includes('repair') || thing.same.includes('choir')]),
    [
      ['a gift', true],
      ['what matters', true],
    ],
  );
  assert.equal(interests.map(whyShown)[0], 'because of a gift: “mends clocks”');
  assert.equal(interests.map(whyShown)[1], 'because of what matters: “I miss singing with others.”');
});

it('being useful with his hands, and a diesel, lead to where things are mended', () => {
  const interests = interestsOf('I’d like to be useful with my hands again.', [
    'Hears what is wrong with a diesel',
  ]);
  const same = interests.flatMap(({ thing }) => thing.same);
  for (const word of ['repair', 'engine']) assert.ok(same.includes(word), word);
});

it('nothing written means no ideas, not every idea', () => {
  assert.deepEqual(interestsOf(null, []), []);
  assert.deepEqual(interestsOf('Margaret and the old days.', ['kind']), []);
});

it('what somebody does not want is not looked for, wherever else it is spoken of', () => {
  const said = (text: string, gifts: string[] = []) =>
    interestsOf(text, gifts).map(({ thing }) => thing.said);
  assert.deepEqual(said('I can’t stand bingo. I miss the allotment.'), ['allotment']);
  assert.deepEqual(said('She loves singing but hates walking.', ['knits']), ['knits', 'singing']);
  assert.deepEqual(said('No more gardening for me.', ['growing vegetables']), []);
});

it('what is known of how somebody gets about, hears and speaks is looked out for', () => {
  const reach = reachOf(
    ['Polish', 'English'],
    ['Uses a wheelchair outside', 'hearing aid in the left ear'],
    71,
  );
  assert.deepEqual(reach, { access: ['step-free', 'hearing'], languages: ['Polish'], age: 71 });
  assert.deepEqual(['hearing', 'Polish'].map(whyReached), ['it says: a hearing loop', 'they speak Polish']);
});
