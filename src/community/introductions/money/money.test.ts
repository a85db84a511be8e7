import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inPounds, limitFrom, mayGive, yearFrom } from './money.ts';

const today = '2026-11-22';
const asked = { given: 0, amount: 1_500, limit: 10_000, on: today, today };

describe('C2-5 small local money for an introduction', () => {
  it('is given within a limit for each person and year, and says what is left', () => {
    assert.equal(mayGive(asked), null);
    assert.equal(mayGive({ ...asked, given: 8_500 }), null);
    const over = mayGive({ ...asked, given: 9_000 });
    assert.match(over?.because ?? '', /£105 since 1 April/);
    assert.match(over?.satisfyBy ?? '', /give £10 or less/);
    assert.equal(mayGive({ ...asked, given: 10_000 })?.satisfyBy, 'find it another way');
  });

  it('is written once it is given, and is something', () => {
    assert.match(mayGive({ ...asked, on: '2026-11-23' })?.because ?? '', /not come yet/);
    assert.ok(mayGive({ ...asked, amount: 0 }));
  });

  it('a year begins on 1 April, and the council sets its own limit', () => {
    assert.equal(yearFrom('2027-03-31'), '2026-04-01');
    assert.equal(yearFrom('2027-04-01'), '2027-04-01');
    assert.equal(limitFrom({ introductionMoneyPence: 2_500 }), 2_500);
    for (const odd of [undefined, -1, '2500', 1.5])
      assert.equal(limitFrom({ introductionMoneyPence: odd }), 10_000);
    assert.equal(inPounds(1_250), '£12.50');
  });
});
