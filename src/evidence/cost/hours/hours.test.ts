import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '../../../platform/clock.ts';
import { freedTime } from './freed.ts';
import { hoursWritten, knownTimes, weeksTold } from './hours.ts';
import type { Written, WrittenCell } from './written.ts';

const cell = (more: Partial<WrittenCell> = {}): WrittenCell => ({
  ...{ where: 'here', fromOn: '2026-03-02', form: 'entry', times: 10, known: 6, minutes: 300, workers: 3 },
  ...more,
});
const most: Written['most'] = [{ form: 'entry', minutes: 90 }];
const written = (...cells: WrittenCell[]): Written => ({ cells, most, untilOn: '2026-05-24' });

describe('E8 hours from what was written', () => {
  it('are a range, never a point while somebody has not said', () => {
    const found = hoursWritten(written(cell()), 'here');
    assert.deepEqual(found.minutes, { low: 300, high: 660 });
    assert.deepEqual([found.known, found.times, found.untoldTimes], [6, 10, 0]);
  });

  it('are told only where three or more workers are behind them, and no sum holds what is not told', () => {
    const alone = cell({ fromOn: '2026-03-30', workers: 2, times: 5, known: 5, minutes: 500 });
    const found = hoursWritten(written(cell(), alone), 'here');
    assert.deepEqual(found.minutes, { low: 300, high: 660 });
    assert.deepEqual([found.times, found.untoldTimes, found.told.length], [15, 5, 1]);
    assert.ok(!JSON.stringify(found).includes('workers'), 'nor how many workers');
  });

  it('have no most while nobody said how long that form took', () => {
    const visits = cell({ form: 'patch-visit', known: 0, minutes: 0 });
    assert.equal(hoursWritten(written(visits), 'here').minutes, null);
  });

  it('a calendar makes a stretch known only when it covers all of it, and only for three or more workers', () => {
    const found = hoursWritten(written(cell()), 'here');
    const weeks = [0, 7, 14, 21].map((days) => ({
      where: 'here' as const,
      weekOn: addDays('2026-03-02', days),
      workers: 3,
      minutes: { meetings: 60 },
    }));
    assert.equal(knownTimes(found, weeksTold(weeks, 'here')), 10);
    assert.equal(knownTimes(found, weeksTold(weeks.slice(1), 'here')), 6);
    assert.deepEqual(
      weeksTold(
        weeks.map((week) => ({ ...week, workers: 2 })),
        'here',
      ),
      [],
    );
    const twoTeams = weeksTold([...weeks, ...weeks], 'here');
    assert.deepEqual([twoTeams.length, twoTeams[0]?.minutes.meetings], [4, 120]);
  });
});

describe('E9 where freed time went', () => {
  const startedOn = '2026-03-02';
  const week = (at: number, value: number) => ({
    weekOn: addDays(startedOn, at * 7),
    minutes: { 'with-people': value * 60, 'writing-up': (30 + (at % 3)) * 60 },
  });
  const quiet = (at: number): number => 40 + (((at % 5) + 5) % 5) * 2;

  it('is not yet known with fewer than twelve weeks on either side', () => {
    const eleven = Array.from({ length: 35 }, (_, at) => week(at - 24, 40)).slice(0, 35);
    const [found] = freedTime(eleven, startedOn);
    assert.deepEqual([found?.went, found?.phase], ['not-yet-known', null]);
    assert.match(found?.words ?? '', /24 weeks before and 11 since/);
  });

  it('says no change when no rule speaks, and which way when one does', () => {
    const same = Array.from({ length: 48 }, (_, at) => week(at - 24, quiet(at)));
    assert.equal(freedTime(same, startedOn)[0]?.went, 'no-change');
    const more = Array.from({ length: 48 }, (_, at) => week(at - 24, quiet(at) + (at < 24 ? 0 : 20)));
    const [found] = freedTime(more, startedOn);
    assert.equal(found?.went, 'up');
    assert.match(found?.words ?? '', /more than that by the rules of the chart/);
  });

  it('is judged by the weeks before alone: the weeks since move no limit', () => {
    const before = Array.from({ length: 24 }, (_, at) => week(at - 24, quiet(at)));
    const limits = [10, 90].map((value) => {
      const since = Array.from({ length: 24 }, (_, at) => week(at, value));
      return freedTime([...before, ...since], startedOn)[0]?.phase?.limits;
    });
    assert.deepEqual(limits[0], limits[1]);
  });
});
