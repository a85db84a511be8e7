import assert from 'node:assert/strict';
import { it } from 'node:test';
import { momentIn, readTime } from './moment.ts';

it('a time on a day in England is one instant, summer or winter', () => {
  assert.equal(momentIn('2026-11-20', '14:30').toISOString(), '2026-11-20T14:30:00.000Z');
  assert.equal(momentIn('2026-07-01', '14:30').toISOString(), '2026-07-01T13:30:00.000Z');
  assert.equal(momentIn('2026-07-01', '00:00').toISOString(), '2026-06-30T23:00:00.000Z');
  assert.equal(momentIn('2026-03-29', '00:30').toISOString(), '2026-03-29T00:30:00.000Z');
  assert.equal(momentIn('2026-03-29', '02:30').toISOString(), '2026-03-29T01:30:00.000Z');
  assert.equal(momentIn('2026-10-25', '01:30').toISOString(), '2026-10-25T00:30:00.000Z');
  assert.equal(momentIn('2026-10-25', '02:00').toISOString(), '2026-10-25T02:00:00.000Z');
});

it('a time is read as people write it, and is null when it is none', () => {
  const read = ['9am', '9.15pm', '14:30', '12am', '12:05 pm', '0:05'].map(readTime);
  assert.deepEqual(read, ['09:00', '21:15', '14:30', '00:00', '12:05', '00:05']);
  for (const none of ['25:00', '13pm', '0am', '9:75', 'after lunch', ''])
    assert.equal(readTime(none), null, none);
});
