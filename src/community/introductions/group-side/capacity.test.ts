import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstWelcome, mayBeWelcomed, type Welcome } from './capacity.ts';

const day = '2026-11-22';
const open: Welcome = {
  name: 'Harbour Choir',
  isResting: false,
  isFull: false,
  pausedFrom: null,
  pausedUntil: null,
  onlyUntil: null,
  aMonth: null,
  aMonthUntil: null,
  introducedIn: {},
};
const message = { how: 'message', from: day, hasGroupsYes: false } as const;

describe('Introductions: what a group can welcome', () => {
  it('nothing said, everybody is welcome', () => {
    assert.equal(mayBeWelcomed(open, message), null);
    assert.equal(firstWelcome(open, day), day);
  });

  it('as many as it welcomes this month: says so, and offers the next month, another group or the group’s own yes', () => {
    const two = { ...open, aMonth: 2, introducedIn: { '2026-11': 2 } };
    const refusal = mayBeWelcomed(two, message);
    assert.match(refusal?.because ?? '', /Harbour Choir welcomes 2 people a month/);
    assert.match(refusal?.satisfyBy ?? '', /1 December 2026 or later, offer another group.*own yes/);
    assert.equal(mayBeWelcomed(two, { ...message, from: '2026-12-01' }), null);
    assert.equal(mayBeWelcomed({ ...two, introducedIn: { '2026-11': 1 } }, message), null);
    assert.equal(firstWelcome({ ...two, introducedIn: { '2026-11': 2, '2026-12': 3 } }, day), '2027-01-01');
  });

  it('the number holds for its own time only', () => {
    const until = { ...open, aMonth: 0, aMonthUntil: '2026-12-20' };
    assert.equal(firstWelcome(until, day), '2026-12-21');
    assert.match(mayBeWelcomed(until, message)?.because ?? '', /welcomes nobody new for now/);
    assert.equal(mayBeWelcomed(until, { ...message, from: '2026-12-21' }), null);
    assert.equal(firstWelcome({ ...open, aMonth: 0 }, day), null);
    const soon = { ...open, aMonth: 1, aMonthUntil: '2026-11-25', introducedIn: { '2026-11': 1 } };
    assert.equal(firstWelcome(soon, day), '2026-11-26');
  });

  it('paused, full, resting or only for now is said plainly', () => {
    const paused = { ...open, pausedFrom: '2026-11-01', pausedUntil: '2027-05-01' };
    assert.match(mayBeWelcomed(paused, message)?.satisfyBy ?? '', /1 May 2027/);
    assert.equal(mayBeWelcomed(paused, { ...message, from: '2027-05-01' }), null);
    assert.equal(mayBeWelcomed({ ...paused, pausedFrom: '2026-12-24' }, message), null);
    assert.match(mayBeWelcomed({ ...paused, pausedUntil: null }, message)?.because ?? '', /paused for now/);
    assert.match(mayBeWelcomed({ ...open, isFull: true }, message)?.because ?? '', /says that it is full/);
    assert.match(mayBeWelcomed({ ...open, isResting: true }, message)?.because ?? '', /is resting/);
    const brief = { ...open, onlyUntil: '2026-11-30', aMonth: 1, introducedIn: { '2026-11': 1 } };
    assert.equal(firstWelcome(brief, day), null);
  });

  it('only the group’s own yes goes beyond it, and a slip is always possible', () => {
    for (const shut of [{ isFull: true }, { isResting: true }, { aMonth: 0 }, { pausedFrom: '2026-01-01' }]) {
      assert.ok(mayBeWelcomed({ ...open, ...shut }, message));
      assert.equal(mayBeWelcomed({ ...open, ...shut }, { ...message, hasGroupsYes: true }), null);
      assert.equal(mayBeWelcomed({ ...open, ...shut }, { ...message, how: 'slip' }), null);
    }
  });
});
