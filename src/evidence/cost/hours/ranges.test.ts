import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hoursInWords, mostSaid, rangeOf, sumOfRanges } from './ranges.ts';

describe('Hours that not everybody said', () => {
  it('are between nothing and what nine in ten took, for each who did not say', () => {
    const said = [10, 20, 30, 40, 50, 60, 70, 80, 90, 600];
    assert.equal(mostSaid(said), 90);
    assert.deepEqual(rangeOf({ times: 15, known: 10, minutes: 1_050 }, 90), { low: 1_050, high: 1_500 });
  });

  it('are a point only when everybody said, and nothing when nobody did', () => {
    assert.deepEqual(rangeOf({ times: 2, known: 2, minutes: 70 }, null), { low: 70, high: 70 });
    assert.equal(mostSaid([]), null);
    assert.equal(rangeOf({ times: 2, known: 0, minutes: 0 }, null), null);
  });

  it('hold the truth whenever nobody who did not say took longer than nine in ten', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
        fc.nat(20),
        (said, unsaid) => {
          const most = mostSaid(said) ?? 0;
          const minutes = said.reduce((sum, one) => sum + one, 0);
          const range = rangeOf({ times: said.length + unsaid, known: said.length, minutes }, most);
          const truth = minutes + unsaid * Math.floor(most / 2);
          assert.ok(range && range.low <= truth && truth <= range.high);
        },
      ),
    );
  });

  it('add, and are told in hours', () => {
    assert.deepEqual(
      sumOfRanges([
        { low: 60, high: 60 },
        { low: 10, high: 70 },
      ]),
      { low: 70, high: 130 },
    );
    assert.equal(hoursInWords({ low: 70, high: 130 }), 'between 1.2 and 2.2 hours');
    assert.equal(hoursInWords({ low: 60, high: 60 }), '1 hour');
    assert.equal(hoursInWords({ low: 60_000, high: 90_000 }), 'between 1,000 and 1,500 hours');
  });
});
