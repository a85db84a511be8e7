import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { learntFrom, pageAfter } from './learned.ts';

const page = {
  whatItIsLike: 'Warm',
  whatItIsLikeBy: 'Nell',
  whoToAskFor: 'Sandra',
  canGoWith: null,
  room: null,
};
const nothing = { whatItIsLike: null, whoToAskFor: null, canGoWith: null, room: null };

describe('what a visit teaches goes straight to the group’s page', () => {
  it('only what was said, and only where it is new', () => {
    const learnt = learntFrom(page, { ...nothing, whoToAskFor: 'Sandra', room: 'full' });
    assert.deepEqual(learnt, [{ about: 'room', field: 'room', before: null, now: 'full' }]);
  });

  it('an empty box takes nothing away', () => {
    assert.deepEqual(pageAfter(page, learntFrom(page, nothing), 'Ama'), page);
  });

  it('what it is like is by whoever was there', () => {
    const after = pageAfter(page, learntFrom(page, { ...nothing, whatItIsLike: 'Loud and kind' }), 'Ama');
    assert.deepEqual([after.whatItIsLike, after.whatItIsLikeBy], ['Loud and kind', 'Ama']);
    assert.equal(after.whoToAskFor, 'Sandra');
  });
});
