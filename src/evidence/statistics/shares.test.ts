import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReference, same } from '../../../test/reference/reference.ts';
import { caseMix } from './case-mix.ts';
import { difference } from './difference.ts';
import { funnel, funnelLimits } from './funnel-limits.ts';
import { linearFunction } from './linear-function.ts';
import { type Band, standardised } from './standardised.ts';
import { studentT } from './student-t.ts';
import { tooFewToCompare } from './too-few.ts';
import { wilson } from './wilson.ts';

interface SharesSet {
  x: [number, number];
  n: [number, number];
  wilson: [number, number];
  difference: [number, number, number];
  here_n: number[];
  here_x: number[];
  else_n: number[];
  else_x: number[];
  here: [number, number, number];
  elsewhere: [number, number, number];
  apart: [number, number, number];
  mix: [number];
  overall: [number];
  team: [number];
  funnel: [number, number, number, number];
  tail: [number];
  degrees: [number];
  t: [number];
}

const sets = readReference<SharesSet>('shares');

const bandsOf = (set: SharesSet): Band[] =>
  set.here_n.map((denominator, at) => ({
    name: `band ${at}`,
    here: { numerator: set.here_x[at] ?? 0, denominator },
    elsewhere: { numerator: set.else_x[at] ?? 0, denominator: set.else_n[at] ?? 0 },
  }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('shares of people, held to R on 220 made-up groups', () => {
  it('E8 a share and its interval are what epitools gives', () => {
    assert.ok(sets.length >= 200);
    for (const { x, n, wilson: theirs } of sets) {
      const ours = wilson(x[0], n[0]);
      same(ours?.low, theirs[0], `${x[0]} of ${n[0]}, low`);
      same(ours?.high, theirs[1], `${x[0]} of ${n[0]}, high`);
    }
  });

  it('E9 site less elsewhere has the interval of Newcombe’s paper, and so has the sum of weighed shares', () => {
    for (const { x, n, difference: theirs } of sets) {
      const here = { numerator: x[0], denominator: n[0] };
      const elsewhere = { numerator: x[1], denominator: n[1] };
      const ours = difference(here, elsewhere);
      const summed = linearFunction([
        { weight: 1, ...here },
        { weight: -1, ...elsewhere },
      ]);
      for (const [at, pair] of [
        [ours?.difference, summed?.value],
        [ours?.low, summed?.low],
        [ours?.high, summed?.high],
      ].entries())
        for (const one of pair) same(one, theirs[at], `${x} of ${n}`);
    }
  });

  it('E9 a site’s share among the people the comparison met is what epitools’ direct standardisation gives', () => {
    for (const set of sets) {
      const ours = standardised(bandsOf(set));
      for (const [sums, theirs] of [
        [ours.here, set.here],
        [ours.elsewhere, set.elsewhere],
        [ours.difference, set.apart],
      ] as const) {
        same(sums?.value, theirs[0], 'value');
        same(sums?.low, theirs[1], 'low');
        same(sums?.high, theirs[2], 'high');
      }
      const [row] = caseMix({
        here: sum(set.here_n),
        elsewhere: sum(set.else_n),
        kinds: [{ name: 'first', here: set.here_n[0] ?? 0, elsewhere: set.else_n[0] ?? 0 }],
      });
      same(row?.apart, set.mix[0], 'how far apart the mix is');
    }
  });

  it('E8 the limits for a team of its size are what R’s binomial gives', () => {
    for (const { overall, team, funnel: theirs } of sets) {
      const { low998, low95, high95, high998 } = funnelLimits(overall[0], team[0]);
      for (const [at, ours] of [low998, low95, high95, high998].entries())
        same(ours, theirs[at], `${team[0]} people at ${overall[0]}`);
    }
  });

  it('E9 the wider value used when points are few is R’s qt', () => {
    for (const { tail, degrees, t } of sets)
      same(studentT(tail[0], degrees[0]), t[0], `${tail} on ${degrees}`);
    assert.throws(() => studentT(0.7, 3), RangeError);
  });
});

describe('people of one group who are like nobody in the other', () => {
  const young = {
    name: '18 to 64',
    here: { numerator: 5, denominator: 40 },
    elsewhere: { numerator: 9, denominator: 60 },
  };
  const nobodyHere = {
    name: '85 and over',
    here: { numerator: 0, denominator: 0 },
    elsewhere: { numerator: 30, denominator: 90 },
  };
  const nobodyElsewhere = {
    name: 'under 18',
    here: { numerator: 1, denominator: 4 },
    elsewhere: { numerator: 0, denominator: 0 },
  };

  it('E9 are counted beside the answer and are in no share', () => {
    const ours = standardised([young, nobodyHere, nobodyElsewhere]);
    assert.deepEqual(ours, {
      ...standardised([young]),
      elsewhereLikeNobodyHere: 90,
      hereLikeNobodyElsewhere: 4,
    });
    assert.equal(ours.here?.value, 5 / 40);
  });

  it('E9 leave nothing to say when they are everybody', () => {
    assert.equal(standardised([nobodyHere, nobodyElsewhere]).difference, null);
    assert.equal(standardised([]).here, null);
  });

  it('E9 the table of who came says a site that met far fewer people over 85 did so', () => {
    const rows = caseMix({
      here: 50,
      elsewhere: 200,
      kinds: [
        { name: '85 and over', here: 10, elsewhere: 70 },
        { name: 'Lives alone', here: 25, elsewhere: 100 },
      ],
    });
    assert.deepEqual(
      rows.map((row) => [row.name, row.hereShare, row.elsewhereShare, row.isFarApart]),
      [
        ['85 and over', 0.2, 0.35, true],
        ['Lives alone', 0.5, 0.5, false],
      ],
    );
    const [nobody] = caseMix({ here: 0, elsewhere: 9, kinds: [{ name: 'Any', here: 0, elsewhere: 3 }] });
    assert.deepEqual([nobody?.hereShare, nobody?.apart, nobody?.isFarApart], [null, null, false]);
    assert.throws(
      () => caseMix({ here: 1, elsewhere: 1, kinds: [{ name: 'Any', here: 2, elsewhere: 0 }] }),
      RangeError,
    );
  });
});

describe('teams beside one another', () => {
  it('E8 a team of seven people is shown but never judged, and an empty one has no share', () => {
    const [many, seven, none] = funnel([
      { name: 'Harbour', numerator: 10, denominator: 100 },
      { name: 'Quay', numerator: 7, denominator: 7 },
      { name: 'Mole', numerator: 0, denominator: 0 },
    ]);
    assert.deepEqual([many?.place, seven?.place, none?.place], ['within', 'too-few', 'too-few']);
    assert.deepEqual([seven?.share, none?.share, none?.limits], [1, null, null]);
  });

  it('E8 a team at its usual share stays within, one a little off is beyond 95%, one far off beyond 99.8%', () => {
    const rest = Array.from({ length: 20 }, (_, at) => ({
      name: `Team ${at}`,
      numerator: 100,
      denominator: 1000,
    }));
    const places = (numerator: number) =>
      funnel([...rest, { name: 'Asked', numerator, denominator: 100 }]).at(-1)?.place;
    assert.deepEqual([places(10), places(17), places(25)], ['within', 'beyond-95', 'beyond-998']);
    assert.deepEqual([places(4), places(1)], ['beyond-95', 'beyond-998']);
  });

  it('E8 when it happens to nobody anywhere the funnel is a line, not an error', () => {
    assert.deepEqual(funnelLimits(0, 50), { low998: 0, low95: 0, high95: 0, high998: 0 });
    assert.throws(() => funnelLimits(1.2, 50), RangeError);
    assert.throws(() => funnelLimits(0.2, 0), RangeError);
  });

  it('E8 one group below eight makes a comparison of too few, unless the council says otherwise', () => {
    const groups = [{ denominator: 412 }, { denominator: 7 }];
    assert.deepEqual(
      [tooFewToCompare(groups), tooFewToCompare(groups, 5), tooFewToCompare([])],
      [true, false, true],
    );
  });
});
