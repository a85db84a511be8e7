import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { curveOf } from './curve.ts';
import type { EndCount } from './measured.ts';

const end = (day: number, became: EndCount['became'], people: number): EndCount => ({
  group: 'site',
  day,
  became,
  people,
});

describe('the curve of ongoing support', () => {
  it('E3 with everybody followed is the plain share, deaths kept in', () => {
    const ends = [end(5, 'converted', 10), end(9, 'died', 10), end(100, 'lookedNoFurther', 80)];
    const curve = curveOf(ends, [28, 90, 180], 8);
    assert.deepEqual(
      curve.readings.map(({ share }) => (share === null ? null : Math.round(share * 1000) / 1000)),
      [0.1, 0.1, null],
    );
    assert.equal(curve.readings[0]?.stillFollowed, 80);
  });

  it('ends where too few are still followed, and says not yet known beyond', () => {
    const ends = [end(30, 'lookedNoFurther', 90), end(60, 'converted', 2), end(200, 'lookedNoFurther', 5)];
    const curve = curveOf(ends, [28, 90], 8);
    assert.equal(curve.followedTo, 30);
    assert.equal(curve.steps.length, 0);
    assert.deepEqual(
      curve.readings.map(({ share }) => share),
      [0, null],
    );
  });

  it('is nothing at all when nobody came', () => {
    assert.deepEqual(curveOf([], [28], 8), {
      steps: [],
      followedTo: 0,
      readings: [{ day: 28, share: null, interval: null, stillFollowed: 0 }],
    });
  });
});
