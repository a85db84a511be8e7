import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../platform/clock.ts';
import {
  CONVERSION_WINDOWS,
  conversion,
  conversionOfEpisodes,
  type Followed,
  newPeople,
} from './conversion.ts';
import { conversionByNow, conversionCurve } from './conversion-curve.ts';

const met = '2026-01-05';
const someone = (facts: Partial<Followed> = {}): Followed => ({
  personId: 'Ines',
  firstContactOn: met,
  hadOngoingAtStart: false,
  ...facts,
});
const at28 = (people: Followed[], asOf = '2026-11-21') => conversion({ people, windowDays: 28, asOf });

const anybody = fc
  .record({
    contact: fc.nat(800),
    ongoing: fc.option(fc.integer({ min: -30, max: 500 })),
    died: fc.option(fc.nat(500)),
    moved: fc.option(fc.nat(500)),
    hadOngoingAtStart: fc.boolean(),
  })
  .map(({ contact, ongoing, died, moved, hadOngoingAtStart }): Omit<Followed, 'personId'> => {
    const firstContactOn = addDays('2026-01-01', contact);
    const later = (days: number | null) => (days === null ? undefined : addDays(firstContactOn, days));
    return {
      firstContactOn,
      hadOngoingAtStart,
      ongoingStartedOn: later(ongoing),
      diedOn: later(died),
      movedOn: later(moved),
    };
  });
const everybody = fc
  .array(anybody, { maxLength: 60 })
  .map((people) => people.map((one, index): Followed => ({ ...one, personId: `person ${index}` })));

const atEveryWindow = (question: { people: readonly Followed[]; asOf: string }) =>
  CONVERSION_WINDOWS.map((windowDays) => conversion({ ...question, windowDays }));

describe('conversion of people', () => {
  it('E3 support on the day of contact and on day W counts, on day W + 1 it does not', () => {
    for (const [day, counted] of [
      [0, 1],
      [28, 1],
      [29, 0],
    ] as const) {
      assert.equal(at28([someone({ ongoingStartedOn: addDays(met, day) })]).numerator, counted, `day ${day}`);
    }
  });

  it('E3 somebody joins the denominator on the day their window runs out, not a day sooner', () => {
    const early = at28([someone({ ongoingStartedOn: addDays(met, 2) })], addDays(met, 27));
    assert.deepEqual([early.denominator, early.numerator, early.notYetKnown], [0, 0, 1]);
    const known = at28([someone({ ongoingStartedOn: addDays(met, 2) })], addDays(met, 28));
    assert.deepEqual([known.denominator, known.numerator, known.notYetKnown], [1, 1, 0]);
  });

  it('E3 somebody who dies on day 10 stays in the denominator and is reported beside it', () => {
    const found = at28([someone({ diedOn: addDays(met, 10) }), someone({ personId: 'Tariq' })]);
    assert.deepEqual([found.numerator, found.denominator, found.died, found.moved], [0, 2, 1, 0]);
  });

  it('E3 somebody who dies on day 10 is not let in before their window runs out', () => {
    const found = at28([someone({ diedOn: addDays(met, 10) })], addDays(met, 20));
    assert.deepEqual([found.denominator, found.died, found.notYetKnown], [0, 0, 1]);
  });

  it('E3 support that starts and a death after it, or on the same day, is conversion and not a death', () => {
    const found = at28([someone({ ongoingStartedOn: addDays(met, 9), diedOn: addDays(met, 9) })]);
    assert.deepEqual([found.numerator, found.died], [1, 0]);
  });

  it('E3 support dated after the person died is a slip of the record, not conversion', () => {
    const found = at28([someone({ ongoingStartedOn: addDays(met, 12), diedOn: addDays(met, 10) })]);
    assert.deepEqual([found.numerator, found.denominator, found.died], [0, 1, 1]);
  });

  it('E3 somebody who moved away is kept and reported, unless support started here all the same', () => {
    const gone = at28([someone({ movedOn: addDays(met, 10) })]);
    assert.deepEqual([gone.numerator, gone.denominator, gone.moved], [0, 1, 1]);
    const stayedOurs = at28([someone({ movedOn: addDays(met, 10), ongoingStartedOn: addDays(met, 20) })]);
    assert.deepEqual([stayedOurs.numerator, stayedOurs.moved], [1, 0]);
  });

  it('E3 a death after the window is not reported against it', () => {
    assert.equal(at28([someone({ diedOn: addDays(met, 29) })]).died, 0);
  });

  it('E3 support begun before the contact is not conversion', () => {
    assert.equal(at28([someone({ ongoingStartedOn: addDays(met, -1) })]).numerator, 0);
  });

  it('E2 somebody with ongoing support open at the start is left out of the cohort and counted as such', () => {
    const found = at28([someone({ hadOngoingAtStart: true }), someone({ personId: 'Tariq' })]);
    assert.deepEqual([found.denominator, found.alreadySupported], [1, 1]);
  });

  it('E3 a person counts once from their first contact, E4 an episode each', () => {
    const twice = [
      someone({ ongoingStartedOn: addDays(met, 50) }),
      someone({ firstContactOn: addDays(met, 40), ongoingStartedOn: addDays(met, 50) }),
    ];
    assert.deepEqual([at28(twice).numerator, at28(twice).denominator], [0, 1]);
    const episodes = conversionOfEpisodes({ people: twice, windowDays: 28, asOf: '2026-11-21' });
    assert.deepEqual([episodes.numerator, episodes.denominator, episodes.of], [1, 2, 'contact episodes']);
  });

  it('E3 a window over a leap day is counted in days', () => {
    const leap = someone({ firstContactOn: '2028-02-01', ongoingStartedOn: '2028-02-29' });
    assert.equal(at28([leap], '2028-06-01').numerator, 1);
    assert.equal(at28([{ ...leap, ongoingStartedOn: '2028-03-01' }], '2028-06-01').numerator, 0);
  });

  it('E3 nobody followed yet gives no interval rather than a nought', () => {
    assert.equal(at28([]).interval, null);
  });

  it('E3 everybody is in exactly one place at every window', () => {
    fc.assert(
      fc.property(everybody, fc.nat(1300), (people, day) => {
        const asOf = addDays('2026-01-01', day);
        const here = people.filter((one) => one.firstContactOn <= asOf).length;
        for (const found of atEveryWindow({ people, asOf })) {
          assert.equal(found.denominator + found.notYetKnown + found.alreadySupported, here);
          assert.ok(found.numerator + found.died + found.moved <= found.denominator);
        }
      }),
    );
  });

  it('E3 what is written after the day of looking changes nothing', () => {
    fc.assert(
      fc.property(everybody, fc.nat(1300), (people, day) => {
        const asOf = addDays('2026-01-01', day);
        const unseen = (when: string | undefined) => (when !== undefined && when > asOf ? undefined : when);
        const then = people.map((one) => ({
          ...one,
          ongoingStartedOn: unseen(one.ongoingStartedOn),
          diedOn: unseen(one.diedOn),
          movedOn: unseen(one.movedOn),
        }));
        assert.deepEqual(atEveryWindow({ people, asOf }), atEveryWindow({ people: then, asOf }));
        assert.deepEqual(conversionCurve({ people, asOf }), conversionCurve({ people: then, asOf }));
      }),
    );
  });
});

describe('the conversion curve', () => {
  it('E3 where everybody has been followed the curve equals the share at each window', () => {
    fc.assert(
      fc.property(everybody, (people) => {
        const asOf = addDays('2026-01-01', 800 + 500);
        const curve = conversionCurve({ people, asOf });
        for (const found of atEveryWindow({ people, asOf })) {
          const point = curve.filter(({ day }) => day <= found.windowDays).at(-1);
          const share = found.denominator === 0 ? 0 : found.numerator / found.denominator;
          assert.ok(Math.abs((point?.converted ?? 0) - share) < 1e-9);
        }
      }),
    );
  });

  it('E3 it only rises, and the three shares never pass one', () => {
    fc.assert(
      fc.property(everybody, fc.nat(1300), (people, day) => {
        let before = 0;
        for (const point of conversionCurve({ people, asOf: addDays('2026-01-01', day) })) {
          assert.ok(point.converted >= before);
          assert.ok(point.converted + point.died + point.moved <= 1 + 1e-9);
          before = point.converted;
        }
      }),
    );
  });

  it('E3 uses somebody followed for a short while for that while only (worked by hand)', () => {
    const asOf = '2026-03-01';
    const people = [
      someone({ personId: 'a', firstContactOn: addDays(asOf, -20), ongoingStartedOn: addDays(asOf, -10) }),
      someone({ personId: 'b', firstContactOn: addDays(asOf, -15) }),
      someone({ personId: 'c', firstContactOn: addDays(asOf, -40), diedOn: addDays(asOf, -20) }),
      someone({ personId: 'd', firstContactOn: addDays(asOf, -40), ongoingStartedOn: addDays(asOf, -10) }),
    ];
    assert.equal(newPeople(people, asOf).length, 4);
    const curve = conversionCurve({ people, asOf }).map(({ interval, ...point }) => {
      assert.ok(interval && interval.low < point.converted && point.converted < interval.high);
      return point;
    });
    assert.deepEqual(curve, [
      { day: 10, converted: 0.25, died: 0, moved: 0, stillFollowed: 4 },
      { day: 20, converted: 0.25, died: 0.375, moved: 0, stillFollowed: 2 },
      { day: 30, converted: 0.625, died: 0.375, moved: 0, stillFollowed: 1 },
    ]);
  });

  it('E3 E8 read at a window before every window has run out, it tells who has been followed for less', () => {
    const asOf = '2026-03-01';
    const people = [
      someone({ personId: 'a', firstContactOn: addDays(asOf, -20), ongoingStartedOn: addDays(asOf, -10) }),
      someone({ personId: 'b', firstContactOn: addDays(asOf, -15) }),
      someone({ personId: 'c', firstContactOn: addDays(asOf, -60) }),
    ];
    const { share, people: all, known, followedForLess } = conversionByNow({ people, asOf, windowDays: 28 });
    assert.deepEqual([share, all, known, followedForLess], [1 / 3, 3, 2, 1]);
    assert.equal(conversionByNow({ people, asOf, windowDays: 90 }).share, null);
  });
});
