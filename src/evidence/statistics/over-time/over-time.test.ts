import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReference, same } from '../../../../test/reference/reference.ts';
import { addDays } from '../../../platform/clock.ts';
import { fourRules, type Signal } from './four-rules.ts';
import { interruptedSeries } from './interrupted-series.ts';
import { leastSquares } from './least-squares.ts';
import { runChart } from './run-chart.ts';
import { xmr } from './xmr.ts';

interface OverTimeSet {
  values: number[];
  limits: [number, number, number, number];
  rules: Record<'outside' | 'side' | 'trend' | 'near' | 'many' | 'few', number[]>;
  y: number[];
  before: [number];
  lag: [number];
  coefficients: number[];
  se: number[];
  low: number[];
  high: number[];
  end: [number, number];
  neighbours: [number];
  alike: [number];
  alike_coefficients: number[];
  alike_se: number[];
  alike_low: number[];
  alike_high: number[];
}

const sets = readReference<OverTimeSet>('over-time');
const monday = (week: number): string => addDays('2025-01-06', 7 * week);
const weekly = (values: readonly number[]) => values.map((value, week) => ({ on: monday(week), value }));

const rowOf = {
  outside: 'outside-limits',
  side: 'seven-on-one-side',
  trend: 'seven-rising-or-falling',
  near: 'two-of-three-near-a-limit',
  many: 'too-many-in-middle-third',
  few: 'too-few-in-middle-third',
} as const;

const marked = (length: number, signals: readonly Signal[]): number[] =>
  Array.from({ length }, (_, at) => (signals.some(({ from, to }) => from <= at && at <= to) ? 1 : 0));

describe('a measure over time, held to R on 220 made-up series', () => {
  it('E9 the middle line and limits are 2.66 mean steps apart, held from the 24th point on', () => {
    assert.ok(sets.length >= 200);
    for (const { values, limits } of sets) {
      const [phase] = xmr({ points: weekly(values) });
      for (const [at, ours] of [
        phase?.middle,
        phase?.limits?.low,
        phase?.limits?.high,
        phase?.steps?.mean,
      ].entries())
        same(ours, limits[at], `of ${values.length} points`);
    }
  });

  it('E9 each of the four rules marks the points that the same rule written apart from ours marks', () => {
    const seen = new Set<string>();
    for (const { values, rules } of sets) {
      const [phase] = xmr({ points: weekly(values) });
      for (const [theirs, rule] of Object.entries(rowOf)) {
        const mine = phase?.signals.filter((signal) => signal.rule === rule) ?? [];
        if (mine.length) seen.add(rule);
        assert.deepEqual(
          marked(values.length, mine),
          rules[theirs as keyof typeof rowOf],
          `${rule}: ${values}`,
        );
      }
    }
    assert.deepEqual([...seen].sort(), Object.values(rowOf).sort());
  });

  it('E9 an interrupted series has the coefficients of lm and the errors of sandwich’s NeweyWest', () => {
    for (const [at, set] of sets.entries()) {
      const ours = interruptedSeries({
        points: weekly(set.y),
        changedOn: monday(set.before[0]),
        errors: 'newey-west',
        lag: set.lag[0],
      });
      assert.ok(ours);
      for (const [which, estimate] of [
        ours.level,
        ours.trend,
        ours.levelChange,
        ours.trendChange,
      ].entries()) {
        const where = `series ${at}, coefficient ${which}`;
        same(estimate.value, set.coefficients[which], where);
        same(estimate.standardError, set.se[which], `${where} error`);
        same(estimate.interval.low, set.low[which], `${where} low`);
        same(estimate.interval.high, set.high[which], `${where} high`);
      }
      same(ours.changeByTheEnd.value, set.end[0], `series ${at} by the end`);
      same(ours.changeByTheEnd.standardError, set.end[1], `series ${at} by the end, error`);
      same(ours.alike, set.neighbours[0], `series ${at} neighbours`);
    }
  });
});

describe('neighbouring weeks that are alike, held to R on the same series', () => {
  it('E9 an interrupted series has the coefficients and errors of nlme’s gls at the most likely likeness', () => {
    let unlike = 0;
    for (const [at, set] of sets.entries()) {
      const ours = interruptedSeries({ points: weekly(set.y), changedOn: monday(set.before[0]) });
      assert.ok(ours);
      if (ours.alike === 0) unlike += 1;
      same(ours.alike, set.alike[0], `series ${at} likeness`);
      for (const [which, estimate] of [
        ours.level,
        ours.trend,
        ours.levelChange,
        ours.trendChange,
      ].entries()) {
        const where = `series ${at}, coefficient ${which}`;
        same(estimate.value, set.alike_coefficients[which], where);
        same(estimate.standardError, set.alike_se[which], `${where} error`);
        same(estimate.interval.low, set.alike_low[which], `${where} low`);
        same(estimate.interval.high, set.alike_high[which], `${where} high`);
      }
    }
    assert.ok(unlike > 0 && unlike < sets.length, `${unlike} series with neighbours unlike`);
  });
});

describe('limits are earned and never move by themselves', () => {
  const eleven = [4, 6, 5, 7, 4, 5, 6, 5, 4, 6, 5];

  it('E9 eleven points have a line and no limits, the twelfth brings them', () => {
    const [without] = xmr({ points: weekly(eleven) });
    assert.deepEqual([without?.limits, without?.steps, without?.computedFrom], [null, null, 11]);
    const [limits] = xmr({ points: weekly([...eleven, 6]) });
    assert.ok(limits?.limits && limits.limits.high > limits.middle);
  });

  it('E9 after 24 points a new level is a signal, not a new middle line', () => {
    const usual = Array.from({ length: 24 }, (_, at) => 10 + (at % 2));
    const [before] = xmr({ points: weekly(usual) });
    const [after] = xmr({ points: weekly([...usual, ...Array<number>(10).fill(9)]) });
    assert.deepEqual([after?.middle, after?.limits], [before?.middle, before?.limits]);
    assert.ok(after?.signals.some((signal) => signal.rule === 'seven-on-one-side'));
  });

  it('E9 a chart begins again only by a dated decision, which stays on it', () => {
    const points = weekly([...eleven, 5, 12, 14, 13, 12]);
    const rebase = { from: monday(12), decidedOn: '2025-05-01', why: 'The postcode was widened' };
    const phases = xmr({ points, rebases: [rebase] });
    assert.deepEqual(
      phases.map((phase) => [phase.points.length, phase.rebase]),
      [
        [12, null],
        [4, rebase],
      ],
    );
    assert.equal(phases[1]?.limits, null);
    assert.equal(xmr({ points }).length, 1);
  });

  it('E9 limits of a share stay within what a share can be', () => {
    const points = weekly([...eleven, 5].map((value) => (value - 4) / 6));
    const [phase] = xmr({ points, within: { least: 0, most: 1 } });
    assert.equal(phase?.limits?.low, 0);
    assert.ok((phase?.limits?.high ?? 2) <= 1);
  });

  it('E9 points come in any order, and a week told twice is refused', () => {
    const points = weekly(eleven);
    assert.deepEqual(xmr({ points: points.toReversed() }), xmr({ points }));
    assert.throws(() => xmr({ points: [...points, ...points.slice(0, 1)] }), RangeError);
    assert.throws(() => runChart([{ on: '2025-01-06', value: Number.NaN }]), RangeError);
  });
});

describe('a run chart, for fewer points', () => {
  it('E9 has the median and only the rule that needs no limits', () => {
    const chart = runChart(weekly([3, 4, 5, 6, 7, 8, 99]));
    assert.deepEqual(
      [chart.middle, chart.signals],
      [6, [{ rule: 'seven-rising-or-falling', from: 0, to: 6, direction: 'up' }]],
    );
    assert.deepEqual(runChart([]), { points: [], middle: null, signals: [] });
  });

  it('E9 six rising is not seven, and an equal neighbour neither rises nor falls', () => {
    const flat = { middle: 4.5, low: null, high: null };
    assert.deepEqual(fourRules([1, 2, 3, 4, 5, 6], flat), []);
    assert.deepEqual(fourRules([1, 2, 3, 4, 4, 5, 6, 7], flat), []);
  });
});

describe('a change on a day fixed beforehand', () => {
  it('E9 says nothing with fewer than twelve points before it or eight after', () => {
    const points = weekly(Array.from({ length: 20 }, (_, at) => at % 3));
    assert.ok(interruptedSeries({ points, changedOn: monday(12) }));
    assert.equal(interruptedSeries({ points, changedOn: monday(11) }), null);
    assert.equal(interruptedSeries({ points, changedOn: monday(13) }), null);
  });

  it('E9 finds a planted jump exactly, and carries the earlier line on beside it', () => {
    const points = weekly(Array.from({ length: 30 }, (_, at) => 5 + 0.5 * at - (at >= 15 ? 4 : 0)));
    const found = interruptedSeries({ points, changedOn: monday(15) });
    assert.ok(found && Math.abs(found.levelChange.value + 4) < 1e-9);
    assert.equal(found.carriedOn[14], null);
    assert.ok(Math.abs((found.carriedOn[29] ?? 0) - 19.5) < 1e-9);
    assert.ok(Math.abs((found.fitted[29] ?? 0) - 15.5) < 1e-9);
  });

  it('E9 lines that cannot be told apart are refused, not guessed', () => {
    assert.throws(
      () =>
        leastSquares(
          [
            [1, 2],
            [1, 2],
            [1, 2],
          ],
          [1, 2, 3],
        ),
      RangeError,
    );
    assert.throws(() => leastSquares([[1, 2]], [1]), RangeError);
  });
});
