import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maySend, type Sendable, type Sending } from './may-send.ts';

const today = '2026-11-21';
const toThem: Sending = { sentOn: today, format: 'standard', formatBecause: null, isToPerson: true };
const toOthers: Sending = { ...toThem, isToPerson: false };
const stands: Sendable = { since: '2026-11-20', isBeforeItStands: false, personHasItOn: null };
const theyHaveIt: Sendable = { ...stands, personHasItOn: '2026-11-21' };
const large = { format: 'large-print', becauseOf: 'Large print' } as const;

describe('C3-5 what may be given, to whom and when', () => {
  it('C3-5 the person may have theirs on the day it was made, and today', () => {
    assert.equal(maySend({ ...toThem, sentOn: '2026-11-20' }, stands, null, today), null);
    assert.equal(maySend(toThem, stands, null, today), null);
  });

  it('C3-5 not on a day that has not come', () => {
    const refusal = maySend({ ...toThem, sentOn: '2026-11-22' }, stands, null, today);
    assert.partialDeepStrictEqual(refusal, { refused: 'C3-5', because: 'that day has not come yet' });
  });

  it('C3-5 not before it was made, a leap day included', () => {
    const leap = { ...stands, since: '2028-02-29' };
    assert.equal(maySend({ ...toThem, sentOn: '2028-02-28' }, leap, null, '2028-03-01')?.refused, 'C3-5');
    assert.equal(maySend({ ...toThem, sentOn: '2028-02-29' }, leap, null, '2028-03-01'), null);
  });

  it('C3-5 nobody else has it before the person does; on the same day they may', () => {
    assert.match(maySend(toOthers, stands, null, today)?.because ?? '', /has not been given theirs/);
    assert.equal(maySend({ ...toOthers, sentOn: '2026-11-20' }, theyHaveIt, null, today)?.refused, 'C3-5');
    assert.equal(maySend(toOthers, theyHaveIt, null, today), null);
  });

  it('C3-5 nobody else has a plan that is still being written; the person may', () => {
    const writing: Sendable = { since: null, isBeforeItStands: true, personHasItOn: today };
    assert.match(maySend(toOthers, writing, null, today)?.because ?? '', /does not stand yet/);
    assert.equal(maySend(toThem, writing, null, today), null);
  });

  it('C3-5 another format than theirs wants a reason; theirs, or nothing known, wants none', () => {
    assert.match(maySend(toThem, stands, large, today)?.because ?? '', /theirs is in large print/);
    assert.equal(maySend({ ...toThem, formatBecause: ' ' }, stands, large, today)?.refused, 'C3-5');
    assert.equal(maySend({ ...toThem, formatBecause: 'She asked for both' }, stands, large, today), null);
    assert.equal(maySend({ ...toThem, format: 'large-print' }, stands, large, today), null);
    assert.equal(maySend({ ...toThem, format: 'bsl' }, stands, null, today), null);
  });

  it('C3-5 somebody else’s copy need not be in the person’s format', () => {
    assert.equal(maySend(toOthers, theyHaveIt, large, today), null);
  });
});
