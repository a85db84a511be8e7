import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayIn, instantIn, londonInstant, timeIn } from './feed-dates.ts';
import { newNotes } from './read-outcome.ts';

describe('dates and times of a feed', () => {
  for (const [written, instant] of [
    ['2026-01-15T10:00:00.000', '2026-01-15T10:00:00.000Z'],
    ['2026-03-29T00:59:00.000', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T02:00:00.000', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:30:00.000', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T02:00:00.000', '2026-10-25T02:00:00.000Z'],
  ] as const) {
    it(`reads ${written} on a clock in London as ${instant}`, () => {
      assert.equal(londonInstant(written).toISOString(), instant);
    });
  }

  it('believes a time zone that is given', () => {
    assert.equal(
      instantIn('last_modified', '2026-07-01T12:00:00+0200', newNotes())?.toISOString(),
      '2026-07-01T10:00:00.000Z',
    );
  });

  for (const [source, time] of [
    ['10:00:00', '10:00'],
    ['9:30', '09:30'],
    ['10am', '10:00'],
    ['12 pm', '12:00'],
    ['12am', '00:00'],
    ['7.15pm', '19:15'],
    ['10:00Z', '10:00'],
    ['2026-05-01T10:00:00+01:00', '10:00'],
    ['half past ten', null],
    ['25:00', null],
    ['13pm', null],
  ] as const) {
    it(`reads “${source}” as ${time}`, () => assert.equal(timeIn('opens_at', source, newNotes()), time));
  }

  for (const [source, day] of [
    ['2026-11-21', '2026-11-21'],
    ['2026-11-21T09:00:00Z', '2026-11-21'],
    ['1/2/2026', '2026-02-01'],
    ['2026-02-31', null],
    ['0001-01-01', null],
    ['soon', null],
  ] as const) {
    it(`reads “${source}” as ${day}`, () => assert.equal(dayIn('assured_date', source, newNotes()), day));
  }
});
