import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { difference } from './difference.ts';
import { wilson } from './wilson.ts';

const toFour = (value: number): number => Math.round(value * 10_000) / 10_000;

describe('the Wilson interval', () => {
  const newcombeTableOne: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [numerator, denominator, low, high] of newcombeTableOne) {
    it(`E8 gives the published limits for ${numerator} of ${denominator} (Newcombe 1998, table I, method 3)`, () => {
      const interval = wilson(numerator, denominator);
      assert.ok(interval);
      assert.deepEqual([toFour(interval.low), toFour(interval.high)], [low, high]);
    });
  }

  it('E8 nobody followed gives no interval, and counts that are not a share are refused', () => {
    assert.equal(wilson(0, 0), null);
    for (const [numerator, denominator] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
    ] as const) {
      assert.throws(() => wilson(numerator, denominator), RangeError);
    }
  });

  it('E8 holds the share, stays within 0 and 1, and mirrors when the question is turned round', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        const here = wilson(numerator, denominator);
        const turned = wilson(denominator - numerator, denominator);
        assert.ok(here && turned);
        const share = numerator / denominator;
        assert.ok(0 <= here.low && here.low <= share + 1e-12 && share - 1e-12 <= here.high && here.high <= 1);
        assert.ok(Math.abs(here.low - (1 - turned.high)) < 1e-9);
      }),
    );
  });
});

describe('the difference between two groups', () => {
  it('E9 gives the published limits for 56 of 70 and 48 of 80 (Newcombe 1998, table II, method 10)', () => {
    const apart = difference({ numerator: 56, denominator: 70 }, { numerator: 48, denominator: 80 });
    assert.ok(apart);
    assert.deepEqual(
      [toFour(apart.difference), toFour(apart.low), toFour(apart.high)],
      [0.2, 0.0524, 0.3339],
    );
  });

  it('E9 says nothing when a group is empty', () => {
    assert.equal(difference({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 9 }), null);
  });
});
