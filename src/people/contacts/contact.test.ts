import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysInWords, waitingSince } from './contact.ts';

describe('somebody who got in touch and has not yet been spoken with', () => {
  it('F2 counts whole days in England from the contact, whatever the hour', () => {
    assert.equal(waitingSince(new Date('2026-11-20T23:59:00Z'), '2026-11-21').days, 1);
    assert.equal(waitingSince(new Date('2026-11-21T00:01:00Z'), '2026-11-21').days, 0);
  });
  it('F2 counts a summer evening on its own day', () => {
    assert.equal(waitingSince(new Date('2026-06-30T23:30:00Z'), '2026-07-01').days, 0);
  });
  it('F2 counts across the night the clocks change and across a leap day', () => {
    assert.equal(waitingSince(new Date('2026-03-28T12:00:00Z'), '2026-03-30').days, 2);
    assert.equal(waitingSince(new Date('2028-02-28T12:00:00Z'), '2028-03-01').days, 2);
  });
  it('F2 is on the site page from day 28 and not before', () => {
    assert.equal(waitingSince(new Date('2026-11-01T12:00:00Z'), '2026-11-28').isOnSitePage, false);
    assert.equal(waitingSince(new Date('2026-11-01T12:00:00Z'), '2026-11-29').isOnSitePage, true);
  });
  it('says days as people do', () => {
    assert.deepEqual([0, 1, 9].map(daysInWords), ['today', '1 day', '9 days']);
  });
});
