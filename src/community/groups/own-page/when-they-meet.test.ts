import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextOn } from '../../recurrence.ts';
import { describeSchedule } from '../../schedule-words.ts';
import { type MeetingTime, meetingTimeOf, readTime, scheduleOf, splitTimes } from './when-they-meet.ts';

const tuesdays: MeetingTime = {
  ...{ days: ['TU'], from: '10:00', to: '12:00', rhythm: 'weekly', ordinal: null, starts: null, until: null },
};

describe('when a group meets, as it says it itself', () => {
  it('every week, every second week from a day, the first Tuesday of the month, or once', () => {
    const said = (time: Partial<MeetingTime>) => describeSchedule(scheduleOf({ ...tuesdays, ...time }));
    assert.equal(said({}), 'Tuesdays, 10am to 12 noon');
    assert.equal(
      said({ days: ['TH', 'TU'], until: '2026-12-17' }),
      'Tuesdays and Thursdays, 10am to 12 noon, until 17 December 2026',
    );
    assert.equal(said({ rhythm: 'monthly', ordinal: '1' }), 'First Tuesday of the month, 10am to 12 noon');
    assert.equal(said({ rhythm: 'monthly', ordinal: '-1' }), 'Last Tuesday of the month, 10am to 12 noon');
    const fortnightly = scheduleOf({ ...tuesdays, rhythm: 'fortnightly', starts: '2026-11-17' });
    assert.deepEqual(nextOn([fortnightly], '2026-11-21', 2), ['2026-12-01', '2026-12-15']);
    assert.deepEqual(
      nextOn([scheduleOf({ ...tuesdays, rhythm: 'once', starts: '2026-12-05' })], '2026-11-21', 3),
      ['2026-12-05'],
    );
  });

  it('comes back as it was said', () => {
    for (const time of [
      tuesdays,
      { ...tuesdays, days: ['TU', 'TH'] as const, until: '2026-12-17' },
      { ...tuesdays, rhythm: 'fortnightly', starts: '2026-11-17' } as const,
      { ...tuesdays, rhythm: 'monthly', ordinal: '-1' } as const,
      { ...tuesdays, days: [], rhythm: 'once', starts: '2026-12-05' } as const,
    ])
      assert.deepEqual(meetingTimeOf(scheduleOf(time)), time);
  });

  it('what this page has no words for is kept as it is', () => {
    const daily = { ...scheduleOf(tuesdays), freq: 'DAILY' as const, byday: [] };
    const byDate = { ...scheduleOf(tuesdays), freq: 'MONTHLY' as const, byday: [], bymonthday: [15] };
    const words = {
      ...scheduleOf(tuesdays),
      freq: null,
      byday: [],
      dtstart: null,
      description: 'Ring for dates',
    };
    const mixed = { ...scheduleOf(tuesdays), freq: 'MONTHLY' as const, byday: ['1TU', '2TH'] };
    const all = [daily, scheduleOf(tuesdays), byDate, words, mixed];
    assert.deepEqual(splitTimes(all), { times: [tuesdays], kept: [daily, byDate, words, mixed] });
    const four = Array.from({ length: 4 }, () => scheduleOf(tuesdays));
    assert.equal(splitTimes(four).kept.length, 1, 'a fourth time is kept and not shown to be changed');
  });

  it('a time is read as it is written', () => {
    const read = {
      '10': '10:00',
      '10am': '10:00',
      '2': '14:00',
      '2.15pm': '14:15',
      '6:30': '18:30',
      '7': '07:00',
    };
    const more = {
      noon: '12:00',
      '12pm': '12:00',
      '12am': '00:00',
      '14:00': '14:00',
      '02:00': '02:00',
      midnight: '00:00',
    };
    for (const [typed, time] of Object.entries({ ...read, ...more }))
      assert.equal(readTime(typed), time, typed);
    for (const typed of ['', 'after lunch', '25', '13pm', '10.75', '0pm'])
      assert.equal(readTime(typed), null, typed);
  });
});
