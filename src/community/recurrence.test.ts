import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../platform/clock.ts';
import type { ListingSchedule } from './listing.ts';
import { nextOn } from './recurrence.ts';
import { describeSchedule, describeTime } from './schedule-words.ts';

const tuesdays: ListingSchedule = {
  freq: 'WEEKLY',
  interval: 1,
  byday: ['TU'],
  bymonthday: [],
  dtstart: null,
  validFrom: null,
  validTo: null,
  opensAt: '10:00',
  closesAt: '12:00',
  description: null,
};

describe('when something is next on', () => {
  it('counts days, so a change of the clocks moves nothing', () => {
    const sundays = { ...tuesdays, byday: ['SU'], opensAt: '01:30' };
    assert.deepEqual(nextOn([sundays], '2026-03-22', 3), ['2026-03-22', '2026-03-29', '2026-04-05']);
    assert.deepEqual(nextOn([sundays], '2026-10-19', 3), ['2026-10-25', '2026-11-01', '2026-11-08']);
  });

  it('keeps fortnightly groups in their own week through the change of the clocks', () => {
    const fortnightly = { ...tuesdays, interval: 2, dtstart: '2026-03-03' };
    assert.deepEqual(nextOn([fortnightly], '2026-03-21', 3), ['2026-03-31', '2026-04-14', '2026-04-28']);
  });

  it('does not guess which week a fortnightly group meets when it does not say', () => {
    assert.deepEqual(nextOn([{ ...tuesdays, interval: 2 }], '2026-03-21', 3), []);
  });

  it('knows the second Monday and the last Friday of a month', () => {
    const monthly = { ...tuesdays, freq: 'MONTHLY' as const, byday: ['2MO', '-1FR'] };
    assert.deepEqual(nextOn([monthly], '2026-11-21', 3), ['2026-11-27', '2026-12-14', '2026-12-25']);
  });

  it('knows days of the month, the last included', () => {
    const monthly = { ...tuesdays, freq: 'MONTHLY' as const, byday: [], bymonthday: [-1] };
    assert.deepEqual(nextOn([monthly], '2028-02-01', 2), ['2028-02-29', '2028-03-31']);
  });

  it('takes the day of the week from the first meeting when no day is named', () => {
    const fromStart = { ...tuesdays, byday: [], dtstart: '2026-11-19' };
    assert.deepEqual(nextOn([fromStart], '2026-11-21', 2), ['2026-11-26', '2026-12-03']);
  });

  it('never answers a day before it starts or after it ends', () => {
    const term = { ...tuesdays, validFrom: '2026-12-02', validTo: '2026-12-15' };
    assert.deepEqual(nextOn([term], '2026-11-21', 9), ['2026-12-08', '2026-12-15']);
    assert.deepEqual(nextOn([term], '2026-12-16', 9), []);
  });

  it('knows something that happens once, before it but not after', () => {
    const once = { ...tuesdays, freq: null, byday: [], dtstart: '2026-12-05' };
    assert.deepEqual(nextOn([once], '2026-11-21', 3), ['2026-12-05']);
    assert.deepEqual(nextOn([once], '2026-12-06', 3), []);
  });

  it('joins several schedules, each day once', () => {
    const both = [tuesdays, { ...tuesdays, byday: ['TU', 'TH'], opensAt: '14:00' }];
    assert.deepEqual(nextOn(both, '2026-11-24', 3), ['2026-11-24', '2026-11-26', '2026-12-01']);
  });

  it('answers soonest first, never in the past, and no more than asked for', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days));
    const schedule = fc.record({
      freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const, 'YEARLY' as const, null),
      interval: fc.integer({ min: 1, max: 6 }),
      byday: fc.uniqueArray(fc.constantFrom('MO', 'WE', 'SU'), { maxLength: 3 }),
      bymonthday: fc.constant([]),
      dtstart: fc.option(day),
      validFrom: fc.option(day),
      validTo: fc.option(day),
      opensAt: fc.constant(null),
      closesAt: fc.constant(null),
      description: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(schedule, { maxLength: 3 }), day, (schedules, from) => {
        const days = nextOn(schedules, from, 4);
        assert.ok(days.length <= 4 && days.every((each) => each >= from));
        assert.deepEqual(days, [...new Set(days)].sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe('a schedule in plain words', () => {
  const cases: [Partial<ListingSchedule>, string][] = [
    [{}, 'Tuesdays, 10am to 12 noon'],
    [{ byday: ['TH', 'TU'], opensAt: '13:30', closesAt: null }, 'Tuesdays and Thursdays, from 1.30pm'],
    [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: null, closesAt: null }, 'Monday to Friday'],
    [{ interval: 2 }, 'Every second Tuesday, 10am to 12 noon'],
    [{ freq: 'MONTHLY', byday: ['1MO'] }, 'First Monday of the month, 10am to 12 noon'],
    [{ freq: 'MONTHLY', byday: ['-1FR'], interval: 2 }, 'Last Friday of every second month, 10am to 12 noon'],
    [{ freq: 'MONTHLY', byday: [], bymonthday: [1, 22] }, '1st and 22nd of the month, 10am to 12 noon'],
    [{ freq: 'DAILY', byday: [], opensAt: '00:00', closesAt: '23:59' }, 'Every day, all day'],
    [{ freq: null, byday: [], dtstart: '2026-12-05' }, '5 December 2026, 10am to 12 noon'],
    [
      { validFrom: '2027-01-05', validTo: '2027-03-30' },
      'Tuesdays, 10am to 12 noon, from 5 January 2027 until 30 March 2027',
    ],
    [{ freq: null, byday: [], opensAt: null, closesAt: null, description: 'Ring to ask' }, 'Ring to ask'],
    [{ byday: [], dtstart: '2026-11-19' }, 'Thursdays, 10am to 12 noon'],
  ];
  for (const [fields, words] of cases) {
    it(words, () => assert.equal(describeSchedule({ ...tuesdays, ...fields }), words));
  }

  it('says midnight and noon by name', () => {
    assert.deepEqual(['00:00', '12:00', '12:15', '00:30', '23:05'].map(describeTime), [
      'midnight',
      '12 noon',
      '12.15pm',
      '12.30am',
      '11.05pm',
    ]);
  });
});
