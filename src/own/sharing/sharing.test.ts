import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastDay, mayHavePage, mayLastUntil } from './sharing.ts';

const today = '2026-11-21';

describe('sharing with an end', () => {
  it('W2 lasts a week, a month, three months, or until a day of their own', () => {
    assert.equal(lastDay('week', null, today), '2026-11-28');
    assert.equal(lastDay('month', null, today), '2026-12-21');
    assert.equal(lastDay('three-months', null, '2026-11-30'), '2027-02-28');
    assert.equal(lastDay('own', '2027-01-09', today), '2027-01-09');
    assert.equal(lastDay('own', null, today), null);
  });

  it('W2 never ends before it begins, and never later than a year on', () => {
    assert.equal(mayLastUntil('2026-11-20', today)?.refused, 'W2');
    assert.equal(mayLastUntil('2026-11-21', today), null);
    assert.equal(mayLastUntil('2027-11-21', today), null);
    assert.equal(mayLastUntil('2027-11-22', today)?.refused, 'W2');
  });

  it('W2 nobody has a page of their own before pressure was talked about, or after that was to be had again', () => {
    assert.equal(mayHavePage(null, today)?.refused, 'W2');
    const talk = { talkedOn: '2025-11-20', lookAgainOn: '2026-11-20' };
    assert.equal(mayHavePage(talk, today)?.refused, 'W2');
    assert.equal(mayHavePage({ ...talk, lookAgainOn: today }, today), null);
  });
});
