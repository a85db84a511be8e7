import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOf, wordsToBeginWith } from '../hours/kinds.ts';
import { MOST_EVENTS } from './event-texts.ts';
import { type CalendarRead, mondayOf, readCalendar, wholeWeeks } from './read-calendar.ts';

const how = { fromOn: '2026-11-02', toOn: '2026-11-15', words: wordsToBeginWith, addresses: [] as string[] };
const event = (start: string, end: string, summary: string, ...more: string[]): string[] => [
  'BEGIN:VEVENT',
  ...(more.some((line) => line.startsWith('UID')) ? [] : [`UID:${start}-${summary}`]),
  `DTSTART:${start}`,
  `DTEND:${end}`,
  `SUMMARY:${summary}`,
  ...more,
  'END:VEVENT',
];
const calendar = (...events: string[][]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
function read(file: string, more: Partial<typeof how> = {}): CalendarRead {
  const found = readCalendar(file, { ...how, ...more });
  assert.ok(typeof found !== 'string', String(found));
  return found;
}
const refused = (file: string): string => {
  const found = readCalendar(file, how);
  assert.equal(typeof found, 'string');
  return String(found);
};

describe('A team’s calendar as hours', () => {
  it('becomes minutes by week and kind, and keeps no word of a title', () => {
    const found = read(
      calendar(
        event('20261103T100000', '20261103T111500', 'Visit Mrs Quillfeather'),
        event('20261104T090000', '20261104T093000', 'Travel to Quay Street'),
        event('20261110T140000', '20261110T150000', 'Out', 'CATEGORIES:Team meeting'),
        event('20261111T140000', '20261111T143000', 'Dentist letter'),
      ),
    );
    assert.deepEqual(found.minutes, [
      { weekOn: '2026-11-02', kind: 'with-people', minutes: 75 },
      { weekOn: '2026-11-02', kind: 'travelling', minutes: 30 },
      { weekOn: '2026-11-09', kind: 'meetings', minutes: 60 },
      { weekOn: '2026-11-09', kind: 'other', minutes: 30 },
    ]);
    assert.ok(!JSON.stringify(found).includes('Quillfeather'));
  });

  it('leaves out and counts what is private, free, cancelled or lasts all day', () => {
    const found = read(
      calendar(
        event('20261103T100000', '20261103T110000', 'Doctor', 'CLASS:PRIVATE'),
        event('20261103T120000', '20261103T130000', 'Lunch', 'TRANSP:TRANSPARENT'),
        event('20261103T120000', '20261103T130000', 'Leave', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'),
        event('20261103T150000', '20261103T160000', 'Visit', 'STATUS:CANCELLED'),
        ['BEGIN:VEVENT', 'UID:d', 'DTSTART;VALUE=DATE:20261104', 'SUMMARY:Training', 'END:VEVENT'],
      ),
    );
    assert.deepEqual(found.leftOut, { private: 1, free: 2, allDay: 1, cancelled: 1 });
    assert.deepEqual([found.events, found.minutes], [0, []]);
  });

  it('follows what repeats, within the weeks asked for, and what was moved or taken out of it', () => {
    const weekly = event(
      ...([
        '20250106T093000',
        '20250106T100000',
        'Huddle',
        'UID:h',
        'RRULE:FREQ=WEEKLY;BYDAY=MO,WE',
        'EXDATE:20261104T093000',
      ] as const),
    );
    const moved = event(
      ...([
        '20261111T093000',
        '20261111T103000',
        'Huddle',
        'UID:h',
        'RECURRENCE-ID:20261111T093000',
      ] as const),
    );
    assert.deepEqual(read(calendar(weekly, moved)).minutes, [
      { weekOn: '2026-11-02', kind: 'meetings', minutes: 30 },
      { weekOn: '2026-11-09', kind: 'meetings', minutes: 90 },
    ]);
  });

  it('counts an event once for each of the team on it, and once in two diaries', () => {
    const meeting = event(
      ...([
        '20261103T100000',
        '20261103T110000',
        'Team',
        'UID:t',
        'ATTENDEE:mailto:Rowan@saltbeck.example',
        'ATTENDEE:mailto:wilf@home.example',
        'ORGANIZER:mailto:priya@saltbeck.example',
      ] as const),
    );
    const found = read(calendar(meeting, meeting), {
      addresses: ['rowan@saltbeck.example', 'priya@saltbeck.example'],
    });
    assert.deepEqual(found.minutes, [{ weekOn: '2026-11-02', kind: 'meetings', minutes: 120 }]);
    assert.equal(found.events, 1);
  });

  it('puts a universal time on its English day, which may be another week', () => {
    const late = event('20260705T230000Z', '20260706T003000Z', 'Visit');
    const found = read(calendar(late), { fromOn: '2026-06-29', toOn: '2026-07-12' });
    assert.deepEqual(found.minutes, [{ weekOn: '2026-07-06', kind: 'with-people', minutes: 90 }]);
  });

  it('refuses a hostile file in a sentence that says where, and soon', () => {
    const began = Date.now();
    assert.match(refused('<html>'), /not a calendar file/);
    assert.match(refused(calendar(['BEGIN:VEVENT', 'UID:x'])), /Line 5 ends a part/);
    assert.match(refused('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'), /cut short/);
    assert.match(
      refused(calendar(['BEGIN:VEVENT', 'SUMMARY:Visit', 'END:VEVENT'])),
      /line 3 does not say when/,
    );
    assert.match(refused(calendar(event('20261399T999999', '20261103T110000', 'Visit'))), /line 3/);
    assert.match(
      refused(calendar(event('20261103T110000', '20261103T100000', 'Visit'))),
      /line 3 ends before it starts/,
    );
    const bomb = (rule: string) =>
      refused(calendar(event('20261103T100000', '20261103T110000', 'Visit', `RRULE:${rule}`)));
    assert.match(bomb('FREQ=SECONDLY'), /line 3 repeats every hour or more often/);
    assert.match(bomb('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), /line 3 takes too long/);
    assert.match(
      refused(calendar(event('18000101T100000', '18000101T110000', 'Visit', 'RRULE:FREQ=DAILY'))),
      /line 3 repeats more often|line 3 takes too long/,
    );
    assert.match(
      refused(calendar(...Array.from({ length: MOST_EVENTS + 1 }, () => ['BEGIN:VEVENT', 'END:VEVENT']))),
      /20,000 events/,
    );
    assert.match(
      refused(`BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(5_000)}`),
      /Line 4 opens a part inside too many/,
    );
    assert.match(refused(`BEGIN:VCALENDAR\r\nX:${'a'.repeat(30_000)}`), /Line 2 is longer/);
    assert.match(refused(' '.repeat(3_000_001)), /longer than 3,000,000 characters/);
    assert.ok(Date.now() - began < 8_000);
  });

  it('asks the categories before the title, and takes words whole', () => {
    assert.equal(kindOf(['Travel'], 'Visit', wordsToBeginWith), 'travelling');
    assert.equal(kindOf([], 'Write up visit', wordsToBeginWith), 'writing-up');
    assert.equal(kindOf([], 'Seeds and bulbs', wordsToBeginWith), 'other');
    assert.equal(kindOf([], 'Visit', { ...wordsToBeginWith, 'with-people': [''] }), 'other');
  });

  it('takes whole weeks inside two days', () => {
    assert.equal(mondayOf('2026-11-22'), '2026-11-16');
    assert.deepEqual(wholeWeeks('2026-11-01', '2026-11-22'), { fromOn: '2026-11-02', toOn: '2026-11-22' });
    assert.deepEqual(wholeWeeks('2026-11-03', '2026-11-21'), { fromOn: '2026-11-09', toOn: '2026-11-15' });
    assert.equal(wholeWeeks('2026-11-17', '2026-11-21'), null);
  });
});
