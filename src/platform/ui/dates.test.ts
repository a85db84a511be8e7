import assert from 'node:assert/strict';
import { it } from 'node:test';
import { agoInWords, clockTime, daysInWords, longDate, momentOf, nearDate, weekdayDate } from './dates.ts';

it('a day is written as people say it', () => {
  assert.equal(longDate('2026-11-21'), '21 November 2026');
  assert.equal(weekdayDate('2026-11-17'), 'Tuesday 17 November 2026');
  assert.equal(longDate('2026-02-01'), '1 February 2026');
});

it('a day close to today goes without its year, and one in another year keeps it', () => {
  assert.equal(nearDate('2026-11-20', '2026-11-21'), 'Friday 20 November');
  assert.equal(nearDate('2027-01-04', '2026-11-21'), 'Monday 4 January 2027');
});

it('a time is written as 9:32am, and the two twelves by name', () => {
  assert.equal(clockTime(new Date('2026-11-21T09:32:00Z')), '9:32am');
  assert.equal(clockTime(new Date('2026-11-21T14:00:00Z')), '2pm');
  assert.equal(clockTime(new Date('2026-11-21T00:05:00Z')), '12:05am');
  assert.equal(clockTime(new Date('2026-11-21T12:05:00Z')), '12:05pm');
  assert.equal(clockTime(new Date('2026-11-21T12:00:00Z')), 'midday');
  assert.equal(clockTime(new Date('2026-11-21T00:00:00Z')), 'midnight');
});

it('an instant is told in London, summer time included', () => {
  assert.equal(momentOf(new Date('2026-11-17T14:30:00Z')), 'Tuesday 17 November 2026, 2:30pm');
  assert.equal(momentOf(new Date('2026-06-30T23:30:00Z')), 'Wednesday 1 July 2026, 12:30am');
});

it('how long ago is counted in days', () => {
  assert.equal(agoInWords('2026-11-21', '2026-11-21'), 'today');
  assert.equal(agoInWords('2026-11-20', '2026-11-21'), 'yesterday');
  assert.equal(agoInWords('2026-11-09', '2026-11-21'), '12 days ago');
  assert.equal(agoInWords('2026-11-22', '2026-11-21'), 'tomorrow');
  assert.equal(agoInWords('2026-11-26', '2026-11-21'), 'in 5 days');
  assert.equal(daysInWords(1), '1 day');
});
