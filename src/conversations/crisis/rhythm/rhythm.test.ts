import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf, daysBetween } from '../../../platform/clock.ts';
import { defaultRules } from '../../rule-set.ts';
import { endOfDay, hoursSince } from './days-in-words.ts';
import { contactDueOn, rhythmOf } from './rhythm.ts';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const opened = noon('2026-11-02'); // a Monday
/** The rhythm on day `n`, last in touch on day `last`. */
const onDay = (n: number, last?: number) =>
  rhythmOf(
    opened,
    last ? [{ at: noon(addDays('2026-11-02', last - 1)) }] : [],
    [],
    [],
    defaultRules,
    noon(addDays('2026-11-02', n - 1)),
  );
const dayDue = (last: number): number =>
  daysBetween('2026-11-02', contactDueOn('2026-11-02', addDays('2026-11-02', last - 1), defaultRules)) + 1;

describe('C2-4 the rhythm of contact', () => {
  it('C2-4 begins the same day', () => {
    assert.equal(onDay(1).contact.dueOn, '2026-11-02');
    assert.equal(onDay(1).contact.sentence, 'Be in touch today. Nobody has been in touch yet.');
    assert.equal(onDay(2).contact.sentence, 'Contact was due yesterday. Nobody has been in touch yet.');
  });

  it('C2-4 is daily to day 7, every second day to day 21, then tapers to four days and after day 42 to a week', () => {
    assert.deepEqual([1, 5, 6].map(dayDue), [2, 6, 7]);
    assert.deepEqual([7, 8, 19, 20].map(dayDue), [9, 10, 21, 22]);
    assert.deepEqual([21, 22, 41].map(dayDue), [25, 26, 45]);
    assert.deepEqual([42, 80].map(dayDue), [49, 87]);
  });

  it('C2-4 a contact kept in time is not said to be late until its day has gone', () => {
    assert.equal(onDay(4, 3).contact.isPast, false);
    assert.equal(onDay(5, 3).contact.isPast, true);
    assert.match(
      onDay(9, 3).contact.sentence,
      /^Contact was due on Thursday 5 November, 5 days ago\. The last was on Wednesday 4 November, 6 days ago\.$/,
    );
  });

  it('C2-4 says what it asks at each stage', () => {
    assert.equal(onDay(7).asks, 'Day 7: in touch every day, to day 7.');
    assert.equal(onDay(8).asks, 'Day 8: in touch at least every second day, to day 21.');
    assert.equal(onDay(22).asks, 'Day 22: tapering, in touch at least every fourth day.');
    assert.equal(onDay(43).asks, 'Day 43: tapering, in touch at least every week.');
  });

  it('C2-4 a site with numbers of its own keeps its own', () => {
    const gentler = { ...defaultRules, dailyToDay: 3, everySecondDayToDay: 9 };
    assert.equal(contactDueOn('2026-11-02', '2026-11-04', gentler), '2026-11-06');
  });

  it('C2-4 a contact from before it opened does not count', () => {
    const rhythm = rhythmOf(opened, [{ at: noon('2026-11-01') }], [], [], defaultRules, opened);
    assert.equal(rhythm.contact.dueOn, '2026-11-02');
  });

  it('C2-4 (property) being in touch more lately never makes the next contact due sooner, and none is more than a week off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (last) => {
        assert.ok(dayDue(last + 1) >= dayDue(last));
        assert.ok(dayDue(last) - last >= 1 && dayDue(last) - last <= 7);
      }),
      { verbose: true },
    );
  });
});

describe('C2-4 clocks and calendars', () => {
  it('C2-4 counts England’s days: half past midnight in summer time is the new day', () => {
    const begun = new Date('2026-06-30T23:30:00Z');
    assert.equal(rhythmOf(begun, [], [], [], defaultRules, begun).contact.dueOn, '2026-07-01');
  });

  it('C2-4 the day the clocks go forward has 23 hours and the day they go back 25, and each is one day', () => {
    assert.equal(endOfDay('2026-03-28').toISOString(), '2026-03-29T00:00:00.000Z');
    assert.equal(endOfDay('2026-03-29').toISOString(), '2026-03-29T23:00:00.000Z');
    assert.equal(endOfDay('2026-10-24').toISOString(), '2026-10-24T23:00:00.000Z');
    assert.equal(endOfDay('2026-10-25').toISOString(), '2026-10-26T00:00:00.000Z');
    const begun = new Date('2026-03-28T22:00:00Z');
    const late = rhythmOf(begun, [{ at: begun }], [], [], defaultRules, new Date('2026-03-29T22:59:00Z'));
    assert.equal(late.contact.isPast, false);
    assert.equal(
      rhythmOf(begun, [{ at: begun }], [], [], defaultRules, new Date('2026-03-29T23:00:00Z')).contact.isPast,
      true,
    );
  });

  it('C2-4 29 February is day 2 of something begun on the 28th', () => {
    const rhythm = rhythmOf(
      noon('2028-02-28'),
      [{ at: noon('2028-02-28') }],
      [],
      [],
      defaultRules,
      noon('2028-02-29'),
    );
    assert.equal(rhythm.dayNumber, 2);
    assert.equal(rhythm.contact.dueOn, '2028-02-29');
  });

  it('C2-4 hours since last contact are true hours, also over a change of clocks', () => {
    assert.equal(
      hoursSince(new Date('2026-10-24T22:00:00Z'), new Date('2026-10-25T10:00:00Z')),
      '12 hours ago',
    );
    assert.equal(hoursSince(opened, opened), 'within the hour');
  });

  it('C2-4 (property) every day ends at midnight in England', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2500 }), (offset) => {
        const day = addDays('2023-01-01', offset);
        assert.equal(dayOf(new Date(endOfDay(day).getTime() - 1)), day);
        assert.equal(dayOf(endOfDay(day)), addDays(day, 1));
      }),
    );
  });
});

describe('C2-4 the plan re-read, peers and team talks', () => {
  const at = (
    kind: string,
    rereads: string[],
    shares: { on: string; isTeamTalk: boolean }[],
    today: string,
  ) => {
    const rhythm = rhythmOf(
      opened,
      [],
      rereads.map((day) => ({ at: noon(day) })),
      shares,
      defaultRules,
      noon(today),
    );
    const found = rhythm.parts.find((part) => part.kind === kind);
    assert.ok(found);
    return found;
  };
  const told = (on: string) => ({ on, isTeamTalk: false });
  const talk = (on: string) => ({ on, isTeamTalk: true });

  it('C2-4 the plan is read again with the person at least every 7 days', () => {
    assert.equal(at('reread', [], [], '2026-11-05').dueOn, '2026-11-09');
    assert.equal(at('reread', ['2026-11-06'], [], '2026-11-07').dueOn, '2026-11-13');
    assert.match(
      at('reread', [], [], '2026-11-12').sentence,
      /was due on Monday 9 November, 3 days ago\. It has not been read/,
    );
  });

  it('C2-4 peers hear within 1 working day, weekends and bank holidays skipped', () => {
    assert.equal(at('peers', [], [], '2026-11-02').dueOn, '2026-11-03');
    const christmas = rhythmOf(noon('2026-12-24'), [], [], [], defaultRules, noon('2026-12-24'));
    assert.equal(christmas.parts.find(({ kind }) => kind === 'peers')?.dueOn, '2026-12-29');
  });

  it('C2-4 and then every 7 days, on the working day before when that is a day off', () => {
    assert.equal(at('peers', [], [told('2026-11-03')], '2026-11-04').dueOn, '2026-11-10');
    assert.equal(at('peers', [], [told('2026-11-07')], '2026-11-08').dueOn, '2026-11-13');
    assert.equal(at('peers', [], [told('2026-10-30')], '2026-11-02').dueOn, '2026-11-03');
  });

  it('C2-4 the team talks at day 42 and day 84; a talk in the week before counts, one earlier does not', () => {
    assert.equal(at('team-talk', [], [], '2026-11-02').dueOn, '2026-12-13');
    assert.equal(at('team-talk', [], [talk('2026-12-06')], '2026-12-08').dueOn, '2026-12-13');
    assert.equal(at('team-talk', [], [talk('2026-12-07')], '2026-12-08').dueOn, '2027-01-24');
    assert.match(
      at('team-talk', [], [], '2026-12-15').sentence,
      /^The team’s talk at day 42 was due on Sunday 13 December, 2 days ago/,
    );
  });

  it('C2-4 a peer sharing is not a team talk, and after both talks none is asked for', () => {
    assert.equal(at('team-talk', [], [told('2026-12-13')], '2026-12-14').isPast, true);
    assert.deepEqual(at('team-talk', [], [talk('2027-01-24')], '2027-02-24').dueOn, null);
  });
});
