import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { estimateInWords } from '../avoided-section.tsx';
import { avoided } from './avoided.ts';

const usual = { people: 40, meanPence: 1_500_000, spreadPence: 600_000 };

describe('E7 increases avoided: an estimate, never cash', () => {
  it('is the difference in how often times what one usually costs, with a range wider than either', () => {
    const found = avoided({
      here: { numerator: 20, denominator: 200 },
      there: { numerator: 48, denominator: 240 },
      usual,
    });
    assert.ok(found);
    assert.equal(found.people.estimate.toFixed(1), '20.0');
    assert.equal(found.pence.estimate, Math.round(found.people.estimate * 1_500_000));
    assert.ok(
      found.pence.low < found.people.low * 1_500_000 && found.pence.high > found.people.high * 1_500_000,
    );
    assert.equal(found.couldBeNothing, false);
  });

  it('says when it could be nothing, and when there are more and not fewer', () => {
    const same = avoided({
      here: { numerator: 40, denominator: 200 },
      there: { numerator: 40, denominator: 200 },
      usual,
    });
    assert.deepEqual([same?.pence.estimate, same?.couldBeNothing], [0, true]);
    const more = avoided({
      here: { numerator: 90, denominator: 200 },
      there: { numerator: 20, denominator: 200 },
      usual,
    });
    assert.ok(more && more.pence.high < 0 && !more.couldBeNothing);
  });

  it('E8 too few on either side, or behind the usual cost, is no estimate', () => {
    const there = { numerator: 48, denominator: 240 };
    assert.equal(avoided({ here: { numerator: 1, denominator: 7 }, there, usual }), null);
    assert.equal(avoided({ here: there, there: { numerator: 0, denominator: 0 }, usual }), null);
    assert.equal(avoided({ here: there, there, usual: { ...usual, people: 7 } }), null);
    assert.equal(avoided({ here: there, there, usual, tooFewBelow: 41 }), null);
  });

  it('is told as fewer or more in words, and says when it could be nothing', () => {
    const told = (numerator: number) => {
      const found = avoided({
        here: { numerator, denominator: 200 },
        there: { numerator: 40, denominator: 200 },
        usual,
      });
      assert.ok(found);
      return estimateInWords(found);
    };
    assert.match(
      told(10),
      /^Between [\d.]+ and [\d.]+ fewer people; between £[\d,]+ and £[\d,]+ less\. One usually costs £15,000/,
    );
    assert.match(told(90), /^Between [\d.]+ and [\d.]+ more people; between £[\d,]+ and £[\d,]+ more\./);
    assert.match(
      told(40),
      /^Between [\d.]+ more and [\d.]+ fewer people; .* more and £[\d,]+ less\. No difference we can be sure of\./,
    );
  });
});
