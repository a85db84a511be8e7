import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../platform/clock.ts';
import { changesOf, type LifeEnd, type SupportLine, sumsOf, wasUndone } from './changes.ts';
import { fullYear, inYear, lastOfYear, WEEKS_A_YEAR } from './year.ts';

const alive: LifeEnd = { diedOn: null, movedAwayOn: null };
const start = '2026-04-01';
const line = (more: Partial<SupportLine> & { pence?: number } = {}): SupportLine => {
  const { pence = 20_000, ...rest } = more;
  const startedOn = rest.startedOn ?? start;
  return {
    ...{ personId: 'one', what: 'Help at home', startedOn, endedOn: null, endedBecause: null },
    rates: [{ from: startedOn, weeklyPence: pence }],
    ...rest,
  };
};
const kinds = (lines: SupportLine[], life = alive) =>
  changesOf(lines, life).map(({ on, kind, weeklyPence }) => [on, kind, weeklyPence]);

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-04-01', days));
const lines = fc.array(
  fc.record({
    what: fc.constantFrom('Help at home', 'Day centre', ' help at home'),
    startedOn: day,
    long: fc.option(fc.integer({ min: 0, max: 300 })),
    pence: fc.integer({ min: 0, max: 90_000 }),
    later: fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 300 }), pence: fc.integer({ min: 0, max: 90_000 }) }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 5 },
);
const made = (all: Parameters<typeof one>[0][]): SupportLine[] => all.map(one);
function one(of: {
  what: string;
  startedOn: string;
  long: number | null;
  pence: number;
  later: { after: number; pence: number }[];
}): SupportLine {
  const later = [...new Map(of.later.map(({ after, pence }) => [after, pence]))].toSorted(
    ([a], [b]) => a - b,
  );
  return {
    ...{ personId: 'one', what: of.what, startedOn: of.startedOn, endedBecause: null },
    endedOn: of.long === null ? null : addDays(of.startedOn, of.long),
    rates: [
      { from: of.startedOn, weeklyPence: of.pence },
      ...later.map(([after, weeklyPence]) => ({ from: addDays(of.startedOn, after), weeklyPence })),
    ],
  };
}
const paidOn = (all: SupportLine[], on: string): number =>
  all
    .filter(({ startedOn, endedOn }) => startedOn <= on && (endedOn === null || endedOn >= on))
    .reduce((sum, { rates }) => sum + (rates.filter(({ from }) => from <= on).at(-1)?.weeklyPence ?? 0), 0);

describe('E7, E8 what changed in the cost of one person’s support', () => {
  it('begins when there was none, ends when none is left, and is paid on its last day', () => {
    assert.deepEqual(kinds([line({ endedOn: '2026-06-30' })]), [
      ['2026-04-01', 'begun', 20_000],
      ['2026-07-01', 'ended', -20_000],
    ]);
  });

  it('never hides a rise and a fall of one person in one net, even on one day', () => {
    const both = [
      line({ endedOn: '2026-05-31' }),
      line({ what: 'Day centre', startedOn: '2026-06-01', pence: 15_000 }),
      line({ what: 'Garden', pence: 1_000 }),
    ];
    assert.deepEqual(kinds(both), [
      ['2026-04-01', 'begun', 21_000],
      ['2026-06-01', 'increased', 15_000],
      ['2026-06-01', 'reduced', -20_000],
    ]);
  });

  it('takes lines of the same words as one line, so a later plan at the same price is no change', () => {
    const same = [
      line({ endedOn: '2026-05-31', endedBecause: 'a-later-plan' }),
      line({ what: 'HELP at home ', startedOn: '2026-06-01' }),
    ];
    assert.deepEqual(kinds(same), [['2026-04-01', 'begun', 20_000]]);
    const dearer = [...same.slice(0, 1), line({ startedOn: '2026-06-01', pence: 26_000 })];
    assert.deepEqual(kinds(dearer)[1], ['2026-06-01', 'increased', 6_000]);
  });

  it('a death or a move is no saving, and nothing is paid after a death', () => {
    const died = { diedOn: '2026-08-10', movedAwayOn: null };
    assert.deepEqual(kinds([line()], died)[1], ['2026-08-11', 'died', -20_000]);
    assert.deepEqual(kinds([line({ endedOn: '2026-08-20' })], died)[1], ['2026-08-11', 'died', -20_000]);
    assert.deepEqual(kinds([line({ endedOn: '2026-08-01' })], died)[1], ['2026-08-02', 'ended', -20_000]);
    assert.deepEqual(kinds([line({ startedOn: '2026-09-01' })], died), []);
    assert.equal(
      kinds([line({ endedOn: '2026-08-01' })], { diedOn: null, movedAwayOn: '2026-08-02' })[1]?.[1],
      'moved',
    );
    assert.equal(
      kinds([line({ endedOn: '2026-08-01', endedBecause: 'moved-and-met-there' })])[1]?.[1],
      'moved',
    );
  });

  it('follows the rate a plan changes under the same support', () => {
    const rates = [
      { from: start, weeklyPence: 20_000 },
      { from: '2026-07-01', weeklyPence: 12_000 },
      { from: '2026-09-01', weeklyPence: 25_000 },
    ];
    const changes = changesOf([line({ rates })], alive);
    assert.deepEqual(
      changes.map(({ kind, weeklyPence }) => [kind, weeklyPence]),
      [
        ['begun', 20_000],
        ['reduced', -8_000],
        ['increased', 13_000],
      ],
    );
    const reduction = changes[1];
    assert.ok(reduction);
    assert.equal(wasUndone(reduction, changes, '2026-11-21'), true);
    assert.equal(wasUndone(reduction, changes, '2026-08-31'), false);
  });

  it('the parts add up to what is paid, whatever happened', () => {
    fc.assert(
      fc.property(lines, day, (all, on) => {
        const changes = changesOf(made(all), alive).filter((change) => change.on <= on);
        const sum = changes.reduce((total, { weeklyPence }) => total + weeklyPence, 0);
        assert.equal(sum, paidOn(made(all), on));
      }),
    );
  });

  it('no change gives nothing at all', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const steady = made(all).map((one) => ({
          ...one,
          startedOn: '2025-01-01',
          endedOn: null,
          rates: [{ from: '2025-01-01', weeklyPence: 5_000 }],
        }));
        const sums = sumsOf(changesOf(steady, alive), '2025-04-01', '2027-03-31');
        assert.ok(
          sums.every(
            ({ people, weeklyPence, inYearPence, fullYearPence }) =>
              people + weeklyPence + inYearPence + fullYearPence === 0,
          ),
        );
      }),
    );
  });

  it('a later day in the same year changes what it makes of that year, and not of a whole one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 700, max: 90_000 }),
        (from, later, pence) => {
          const at = (days: number) => {
            const on = addDays('2025-04-01', days);
            return sumsOf(changesOf([line({ startedOn: on, pence })], alive), on, on)[0];
          };
          const [early, late] = [at(from), at(from + later)];
          assert.equal(early?.fullYearPence, late?.fullYearPence);
          assert.ok((early?.inYearPence ?? 0) > (late?.inYearPence ?? 0));
        },
      ),
    );
  });

  it('a year is 365.25 days, and ends on 31 March', () => {
    assert.equal(WEEKS_A_YEAR.toFixed(3), '52.179');
    assert.equal(fullYear(10_000), 521_786);
    assert.equal(fullYear(-10_000), -521_786);
    assert.deepEqual(['2026-03-31', '2026-04-01', '2026-12-25'].map(lastOfYear), [
      '2026-03-31',
      '2027-03-31',
      '2027-03-31',
    ]);
    assert.deepEqual([inYear(700, '2027-03-31'), inYear(700, '2026-04-01')], [100, 36_500]);
  });
});
