import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addDays, dayOf } from '../../platform/clock.ts';
import { lastMomentOf } from './last-moment.ts';

it('a day ends at midnight in England, on every day of a year with both changes of the clocks', () => {
  for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
    const last = lastMomentOf(day);
    assert.equal(dayOf(last), day);
    assert.equal(dayOf(new Date(last.getTime() + 1)), addDays(day, 1));
  }
});
