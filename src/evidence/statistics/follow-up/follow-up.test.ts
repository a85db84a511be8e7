import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readReference, same } from '../../../../test/reference/reference.ts';
import { wilson } from '../wilson.ts';
import { cumulativeIncidence } from './cumulative-incidence.ts';
import { type EndOfFollowUp, riskSets, stillFollowedAt } from './end-of-follow-up.ts';
import { incidenceWithin, restrictedMean } from './restricted.ts';
import { survival } from './survival.ts';

interface FollowUpSet {
  day: number[];
  cause: number[];
  km: {
    day: number[];
    risk: number[];
    notYet: number[];
    se: number[];
    low: (number | null)[];
    high: (number | null)[];
  };
  aj: {
    day: number[];
    share: number[][];
    se: number[][];
    low: (number | null)[][];
    high: (number | null)[][];
  };
  within: { days: [number]; mean: [number]; se: [number]; share: [number] };
}

const causes = ['converted', 'died', 'moved'] as const;
type Cause = (typeof causes)[number];
const sets = readReference<FollowUpSet>('follow-up');

const endsOf = (set: FollowUpSet): EndOfFollowUp<Cause>[] =>
  set.day.map((day, at) => ({ day, became: causes[(set.cause[at] ?? 0) - 1] ?? 'lookedNoFurther' }));

describe('following people for as long as they can be followed, held to R on 220 made-up groups', () => {
  it('E3 the Kaplan-Meier curve, Greenwood’s error, log-log interval and numbers still followed are survival’s', () => {
    assert.ok(sets.length >= 200);
    for (const [at, set] of sets.entries()) {
      const ours = survival(endsOf(set));
      assert.deepEqual(
        ours.map((point) => [point.day, point.stillFollowed]),
        set.km.day.map((day, point) => [day, set.km.risk[point]]),
      );
      for (const [point, our] of ours.entries()) {
        const where = `group ${at}, day ${our.day}`;
        same(our.notYet, set.km.notYet[point], where);
        same(our.standardError, set.km.se[point], `${where} error`);
        same(our.interval?.low, set.km.low[point], `${where} low`);
        same(our.interval?.high, set.km.high[point], `${where} high`);
      }
    }
  });

  it('E3 the Aalen-Johansen curves of support, death and moving are survival’s, their errors etm’s', () => {
    for (const [at, set] of sets.entries()) {
      const ours = cumulativeIncidence(endsOf(set), causes);
      assert.deepEqual(
        ours.map((point) => point.day),
        set.aj.day,
      );
      for (const [point, our] of ours.entries())
        for (const [which, cause] of causes.entries()) {
          const where = `group ${at}, day ${our.day}, ${cause}`;
          const { share, standardError, interval } = our.became[cause];
          same(share, set.aj.share[point]?.[which], where);
          same(standardError, set.aj.se[point]?.[which], `${where} error`);
          same(interval?.low, set.aj.low[point]?.[which], `${where} low`);
          same(interval?.high, set.aj.high[point]?.[which], `${where} high`);
        }
    }
  });

  it('E3 the share and the mean days within a window, with shorter follow-up used, are survival’s', () => {
    for (const [at, set] of sets.entries()) {
      const [days] = set.within.days;
      const mean = restrictedMean(endsOf(set), days);
      same(mean.mean, set.within.mean[0], `group ${at} to ${days}`);
      same(mean.standardError, set.within.se[0], `group ${at} to ${days} error`);
      const within = incidenceWithin(endsOf(set), { causes, cause: 'converted', days });
      same(within.share, set.within.share[0], `group ${at} within ${days}`);
      assert.equal(within.known + within.followedForLess, set.day.length);
    }
  });
});

const anyEnds = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 30 }),
    became: fc.constantFrom<Cause | 'lookedNoFurther'>(...causes, 'lookedNoFurther'),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('what a curve may never say', () => {
  it('E3 support, death, moving and nothing yet always add up to everybody', () => {
    fc.assert(
      fc.property(anyEnds, (ends) => {
        for (const { nothingYet, became } of cumulativeIncidence(ends, causes)) {
          const shares = causes.map((cause) => became[cause].share);
          assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, nothingYet) - 1) < 1e-9);
        }
      }),
    );
  });

  it('E3 when everybody has been followed to the end it is the plain share, with the plain error of a share', () => {
    fc.assert(
      fc.property(anyEnds, (ends) => {
        const whole = ends.map((end) => (end.became === 'lookedNoFurther' ? { ...end, day: 31 } : end));
        const { share, standardError } = incidenceWithin(whole, { causes, cause: 'converted', days: 31 });
        const plain = whole.filter((end) => end.became === 'converted').length / whole.length;
        assert.ok(share !== null && Math.abs(share - plain) < 1e-9);
        assert.ok(Math.abs((standardError ?? 9) ** 2 - (plain * (1 - plain)) / whole.length) < 1e-9);
      }),
    );
  });

  it('E3 people counted together by day give the same curve as people one by one', () => {
    fc.assert(
      fc.property(anyEnds, (ends) => {
        const together = [...Map.groupBy(ends, (end) => `${end.day} ${end.became}`).values()].flatMap(
          ([first, ...rest]) => (first ? [{ ...first, people: rest.length + 1 }] : []),
        );
        assert.deepEqual(cumulativeIncidence(together, causes), cumulativeIncidence(ends, causes));
        assert.deepEqual(survival(together), survival(ends));
      }),
    );
  });

  it('E3 the numbers still followed under the axis agree with the curve above it', () => {
    fc.assert(
      fc.property(anyEnds, (ends) => {
        for (const { day, stillFollowed } of riskSets(ends))
          assert.deepEqual(stillFollowedAt(ends, [day]), [stillFollowed]);
      }),
    );
  });

  it('E3 a row that is not whole people on a whole day is refused, and so is an ending nobody named', () => {
    assert.throws(() => survival([{ day: 1.5, became: 'died' }]), RangeError);
    assert.throws(() => survival([{ day: 1, became: 'died', people: -1 }]), RangeError);
    assert.throws(() => cumulativeIncidence([{ day: 1, became: 'left' }], ['died']), RangeError);
  });
});

describe('people not yet followed for long enough', () => {
  const short: EndOfFollowUp<Cause>[] = [
    { day: 5, became: 'converted', people: 2 },
    { day: 20, became: 'lookedNoFurther', people: 10 },
  ];

  it('E8 is not known while nobody has been followed that long, and says how many have been followed for less', () => {
    const within = incidenceWithin(short, { causes, cause: 'converted', days: 28 });
    assert.deepEqual(
      [within.share, within.interval, within.known, within.followedForLess, within.longestFollowed],
      [null, null, 2, 10, 20],
    );
    assert.equal(restrictedMean(short, 28).mean, null);
    assert.equal(incidenceWithin([], { causes, cause: 'converted', days: 28 }).share, null);
  });

  it('E8 when it has happened to nobody, those followed for the whole window still say how rare it may be', () => {
    const nobody: EndOfFollowUp<Cause>[] = [{ day: 40, became: 'lookedNoFurther', people: 30 }];
    const { share, interval } = incidenceWithin(nobody, { causes, cause: 'converted', days: 28 });
    assert.equal(share, 0);
    assert.deepEqual(interval, wilson(0, 30));
  });

  it('E6 those still waiting are in the mean wait, so it is longer than the mean of those already spoken with', () => {
    const { mean, followedForLess } = restrictedMean(
      [
        { day: 2, became: 'spokenWith' },
        { day: 9, became: 'lookedNoFurther' },
      ],
      8,
    );
    assert.deepEqual([mean, followedForLess], [5, 0]);
  });
});
