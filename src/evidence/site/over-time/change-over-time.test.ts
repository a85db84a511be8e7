import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '../../../platform/clock.ts';
import { changeOverTime, inFigures, isClear, levelInWords } from './change-over-time.ts';

const startedOn = '2026-03-22';
const said = { startedOn, startSaidOn: '2026-03-21', registeredOn: '2026-03-08' };

/** Weeks from a Monday, with a jump on the first day. */
const weeks = (before: number, after: number, jump = 0) =>
  Array.from({ length: before + after }, (_, at) => ({
    on: addDays('2026-03-23', 7 * (at - before)),
    value: 40 + ((at * 7) % 5) + (at >= before ? jump : 0),
  }));

const whyNot = (points: ReturnType<typeof weeks>, beforehand = said): string => {
  const change = changeOverTime(points, beforehand);
  return 'notYet' in change ? change.notYet : '';
};

describe('change at the first day', () => {
  it('E9 is not reckoned with fewer than twelve weeks before or eight since', () => {
    assert.match(whyNot(weeks(11, 8)), /12 weeks .* and 8 since, and there are 11 and 8/);
    assert.match(whyNot(weeks(12, 7)), /there are 12 and 7/);
    assert.equal(whyNot(weeks(12, 8)), '');
  });

  it('E11 is never reckoned for a measure or a day that was said afterwards', () => {
    const enough = weeks(30, 20);
    assert.match(whyNot(enough, { ...said, registeredOn: startedOn }), /after the first day/);
    assert.match(whyNot(enough, { ...said, startSaidOn: startedOn }), /only on 22 March 2026/);
    const never = changeOverTime(enough, { ...said, registeredOn: null });
    assert.ok('notYet' in never && never.notYet.includes('never registered'));
  });

  it('gives level and slope with their ranges, and a fall as a fall', () => {
    const rise = changeOverTime(weeks(40, 30, 50), said);
    const fall = changeOverTime(weeks(40, 30, -20), said);
    assert.ok('series' in rise && 'series' in fall);
    assert.match(levelInWords(rise.series), /^rose by \d+\.\d, with a 95% range of \d+\.\d to \d+\.\d$/);
    assert.match(levelInWords(fall.series), /^fell by \d+\.\d, with a 95% range of \d+\.\d to \d+\.\d$/);
    assert.ok(isClear(rise.series.levelChange));
    assert.ok(!isClear(rise.series.trendChange));
    assert.match(inFigures(rise.series.trendChange), /^−?0\.\d \(−0\.\d to 0\.\d\)$/);
  });
});
