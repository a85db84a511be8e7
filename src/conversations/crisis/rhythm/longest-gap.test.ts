import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longestGap } from './longest-gap.ts';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const contacts = (...days: string[]) => days.map((day) => ({ at: noon(day) }));

describe('the longest gap in conversation 2, for the bad-experience meter', () => {
  it('is counted from opening when nobody has been in touch', () => {
    assert.deepEqual(longestGap([], noon('2026-11-02'), noon('2026-11-06')), {
      days: 4,
      from: '2026-11-02',
      to: '2026-11-06',
      isNow: true,
    });
  });

  it('is the longest between any two contacts, in whatever order they were written', () => {
    const gap = longestGap(
      contacts('2026-11-10', '2026-11-03', '2026-11-04'),
      noon('2026-11-02'),
      noon('2026-11-12'),
    );
    assert.deepEqual(gap, { days: 6, from: '2026-11-04', to: '2026-11-10', isNow: false });
  });

  it('may be the one still going on', () => {
    const gap = longestGap(contacts('2026-11-02', '2026-11-03'), noon('2026-11-02'), noon('2026-11-08'));
    assert.deepEqual(gap, { days: 5, from: '2026-11-03', to: '2026-11-08', isNow: true });
  });

  it('is nothing on the day it opens, and contacts before or after do not count', () => {
    assert.equal(longestGap([], noon('2026-11-02'), noon('2026-11-02')).days, 0);
    assert.equal(
      longestGap(contacts('2026-10-30', '2026-11-20'), noon('2026-11-02'), noon('2026-11-05')).days,
      3,
    );
  });

  it('counts days of the calendar, so a change of clocks or a leap day is one day', () => {
    assert.equal(longestGap([], new Date('2026-03-28T23:30:00Z'), new Date('2026-03-29T22:30:00Z')).days, 1);
    assert.equal(longestGap([], noon('2028-02-28'), noon('2028-03-01')).days, 2);
  });
});
