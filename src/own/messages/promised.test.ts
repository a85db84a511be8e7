import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerWithinOf, type Written, waitsSince } from './promised.ts';

const wrote = (day: string, more: Partial<Written> = {}): Written => ({
  ...{ side: 'them', writtenAt: new Date(`${day}T10:00:00Z`), readAt: null, ...more },
});

describe('answering within the days we promise', () => {
  it('counts working days: what came on a Friday is late from Wednesday, and over Christmas later', () => {
    const friday = [wrote('2026-11-20')];
    assert.equal(waitsSince(friday, 2, '2026-11-24'), null);
    assert.equal(waitsSince(friday, 2, '2026-11-25'), '2026-11-20');
    assert.equal(waitsSince(friday, 4, '2026-11-26'), null);
    const eve = [wrote('2026-12-24')];
    assert.equal(waitsSince(eve, 2, '2026-12-30'), null);
    assert.equal(waitsSince(eve, 2, '2026-12-31'), '2026-12-24');
  });

  it('is not late with what somebody answered or read, nor with what we wrote; the first that waits is said', () => {
    const read = wrote('2026-11-02', { readAt: new Date('2026-11-12T10:00:00Z') });
    const ours = wrote('2026-11-02', { side: 'us' });
    assert.equal(waitsSince([ours, read], 2, '2026-11-20'), null);
    assert.equal(waitsSince([wrote('2026-11-12'), ours, wrote('2026-11-10')], 2, '2026-11-20'), '2026-11-10');
  });

  it('is a council’s own number within bounds', () => {
    assert.equal(answerWithinOf({ answerWithinDays: 3 }), 3);
    for (const answerWithinDays of [0, 11, 2.5, '3', null])
      assert.equal(answerWithinOf({ answerWithinDays }), 2);
  });
});
