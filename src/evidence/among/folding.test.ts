import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold, untold } from './folding.ts';

const sizes = (all: Record<string, [number, number]>) =>
  Object.entries(all).map(([line, [here, elsewhere]]) => ({ line, here, elsewhere }));
const people = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 }));

describe('lines too few to stand apart', () => {
  it('E8 reads the small ones together, and takes the next smallest with one that would be alone', () => {
    assert.deepEqual(fold(sizes({ a: [40, 50], b: [9, 8], c: [100, 90] })), []);
    assert.deepEqual(fold(sizes({ a: [40, 50], b: [3, 60], c: [100, 90], d: [7, 7] })), ['b', 'd']);
    assert.deepEqual(fold(sizes({ a: [40, 50], b: [3, 60], c: [100, 90] })), ['b', 'a']);
  });

  it('E8 folds until those together are enough, on each side', () => {
    assert.deepEqual(fold(sizes({ a: [40, 50], b: [1, 0], c: [2, 90], d: [30, 30] })), ['b', 'c', 'd']);
  });

  it('takes nobody at all for nobody, who can be told of', () => {
    assert.deepEqual(fold(sizes({ a: [0, 50], b: [20, 60] })), []);
  });

  it('never lets a team of one stand alone, however many came to it', () => {
    assert.deepEqual(fold(sizes({ One: [0, 90], a: [40, 0], b: [80, 80] }), 8, ['One']), ['One', 'a']);
  });

  it('E8 what is folded is nobody, or at least two lines and enough together, or everybody', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(people, people), { maxLength: 9 }), (all) => {
        const lines = all.map(([here, elsewhere], at) => ({ line: String(at), here, elsewhere }));
        const folded = new Set(fold(lines));
        if (folded.size === 0 || folded.size === lines.length) return;
        assert.ok(folded.size >= 2);
        for (const side of ['here', 'elsewhere'] as const) {
          const sum = lines
            .filter(({ line }) => folded.has(line))
            .reduce((total, one) => total + one[side], 0);
          assert.ok(sum === 0 || sum >= 8, JSON.stringify(lines));
          for (const one of lines) if (!folded.has(one.line)) assert.ok(one[side] === 0 || one[side] >= 8);
        }
      }),
    );
  });

  it('E8 a figure of one to seven people is never told, nor left to be got by taking the others away', () => {
    assert.deepEqual(untold([5, 40, 12]), [true, false, true]);
    assert.deepEqual(untold([3, 5, 40]), [true, true, false]);
    assert.deepEqual(untold([2, 2, 40, 9]), [true, true, false, true]);
    assert.deepEqual(untold([0, 40]), [false, false]);
    fc.assert(
      fc.property(fc.array(people, { maxLength: 9 }), (denominators) => {
        const hidden = denominators.filter((_, at) => untold(denominators)[at]);
        const told = denominators.filter((_, at) => !untold(denominators)[at]);
        assert.ok(told.every((one) => one === 0 || one >= 8));
        if (hidden.length === 0 || told.every((one) => one === 0)) return;
        assert.ok(hidden.length >= 2 && hidden.reduce((sum, one) => sum + one, 0) >= 8);
      }),
    );
  });
});
