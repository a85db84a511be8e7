import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { amongOf } from './among.ts';
import { figureInLines, waitInWords } from './cells.ts';
import type { AmongCounted } from './counted.ts';
import { inOrder, lineOf } from './kinds.ts';
import { waitedOf } from './waited.ts';

const asOf = '2026-11-21';
const nobody: AmongCounted = { people: [], windows: [], furthest: [], waits: [] };

/** So many people of a value on each side, so many of whom began support; half of them followed for 365 days. */
function came(value: string | null, here: [number, number], elsewhere: [number, number]): AmongCounted {
  const sides = [
    { isHere: true, all: here },
    { isHere: false, all: elsewhere },
  ];
  const windows = sides.flatMap(({ isHere, all: [numerator, people] }) =>
    ([28, 90, 180, 365] as const).map((windowDays) => {
      const known = windowDays === 365 ? Math.floor(people / 2) : people;
      const did = Math.min(numerator, known);
      return {
        ...({ measure: 'support', value, isHere, windowDays, numerator: did, died: 0, moved: 0 } as const),
        ...{ neither: known - did, notYetKnown: people - known },
      };
    }),
  );
  const people = sides.map(({ isHere, all }) => ({ value, isHere, people: all[1] }));
  return { ...nobody, people, windows };
}

const all = (...parts: AmongCounted[]): AmongCounted => ({
  ...{ people: parts.flatMap((one) => one.people), windows: parts.flatMap((one) => one.windows) },
  ...{ furthest: parts.flatMap((one) => one.furthest), waits: parts.flatMap((one) => one.waits) },
});
const asked = { by: 'ethnicity', measure: 'support', asOf, tooFewBelow: 8 } as const;

describe('one measure, apart by one thing', () => {
  it('E3 E8 tells every window as figures that carry everything, everybody last and not said on a line of its own', () => {
    const counted = all(
      came('white-british', [30, 100], [40, 90]),
      came('asian-indian', [3, 20], [8, 30]),
      came(null, [2, 40], [9, 50]),
    );
    const { tables, people } = amongOf({ ...asked, counted });
    assert.deepEqual(
      tables.map(({ windowDays }) => windowDays),
      [28, 90, 180, 365],
    );
    assert.deepEqual(
      people.map(({ line, here, elsewhere }) => [line, here, elsewhere]),
      [
        ['White British', 100, 90],
        ['Asian or Asian British', 20, 30],
        ['Not said', 40, 50],
        ['Everybody', 160, 170],
      ],
    );
    const figure = tables[1]?.rows[0]?.here;
    assert.deepEqual(figureInLines(figure ?? null), ['30.0%, between 21.9% and 39.6%', '30 of 100']);
    assert.match(figure?.definition ?? '', /first ongoing support/);
    assert.equal(tables[1]?.rows[3]?.elsewhere?.numerator, 57);
  });

  it('E8 folds too few together, and nothing of them can be got by taking away', () => {
    const counted = all(
      came('white-british', [30, 100], [40, 90]),
      came('asian-indian', [3, 20], [8, 30]),
      came('other-arab', [2, 3], [1, 60]),
      came('black-african', [1, 5], [1, 70]),
    );
    const { people, tables } = amongOf({ ...asked, counted });
    assert.deepEqual(
      people.map(({ line }) => line),
      ['White British', 'Asian or Asian British', 'Others, too few to say apart (2)', 'Everybody'],
    );
    assert.equal(people[2]?.here, 8);
    // Half of the eight have been followed a year: not told, and neither is the next smallest.
    const year = tables[3]?.rows.map(({ here }) => here?.denominator ?? null);
    assert.deepEqual(year, [50, null, null, 63]);
    assert.deepEqual(figureInLines(tables[3]?.rows[2]?.here ?? null), ['Too few to compare']);
  });

  it('counts small ethnic groups under their headings, and those White but not the majority apart', () => {
    assert.equal(lineOf('ethnicity', 'white-roma'), 'White, any other background');
    assert.equal(lineOf('ethnicity', 'own-words'), 'In their own words only');
    assert.equal(lineOf('language', 'british sign Language'), 'British Sign Language');
    assert.deepEqual(inOrder('age', ['85 and over', 'Under 18', '18 to 64']), [
      'Under 18',
      '18 to 64',
      '85 and over',
    ]);
  });

  it('E7 says how far people went in ninety days, and for whom it is not yet known', () => {
    const counted = {
      ...came('75-84', [0, 20], [0, 30]),
      furthest: [
        { value: '75-84', isHere: true, furthest: 1 as const, people: 12 },
        { value: '75-84', isHere: true, furthest: 3 as const, people: 4 },
        { value: '75-84', isHere: true, furthest: null, people: 4 },
      ],
    };
    const { tables } = amongOf({ ...asked, by: 'age', measure: 'how-far', counted });
    assert.equal(tables[0]?.title, 'Had conversation 1 and no further');
    assert.deepEqual(figureInLines(tables[0]?.rows[0]?.here ?? null).slice(1), [
      '12 of 16',
      'Not yet known of 4',
    ]);
    assert.deepEqual(figureInLines(tables[0]?.rows[0]?.elsewhere ?? null), ['Nobody']);
  });

  it('E6 says half and nine in ten, and who still waits', () => {
    const of = (days: number | null, times: number, isGone = false) => ({
      ...{ value: null, isHere: true, days, isGone, times },
    });
    const waited = waitedOf([of(3, 5), of(0, 4), of(10, 1), of(null, 2), of(null, 1, true)]);
    assert.deepEqual([waited.median, waited.ninetieth, waited.spokenWith], [3, 3, 10]);
    assert.equal(
      waitInWords(waited),
      'Half within 3 days, nine in ten within 3 days, of 10 times. Not yet spoken with: 2. Died or moved away first: 1',
    );
    assert.equal(waitInWords(null), 'Too few to compare');
    assert.equal(waitInWords(waitedOf([])), 'Nobody');
  });

  it('E6 tells no wait of a few, nor of the next, so that neither is got by taking away', () => {
    const of = (value: string, days: number | null, times: number) => ({
      ...{ value, isHere: true, days, isGone: false, times },
    });
    const sizes: [string, number][] = [
      ['18-64', 40],
      ['65-74', 30],
      ['75-84', 20],
    ];
    const counted = {
      ...came('18-64', [0, 40], [0, 40]),
      people: sizes.map(([value, people]) => ({ value, isHere: true, people })),
      waits: [of('18-64', 3, 40), of('65-74', 3, 3), of('65-74', null, 27), of('75-84', 2, 20)],
    };
    const { waits } = amongOf({ ...asked, by: 'age', measure: 'conversation', counted });
    assert.deepEqual(
      waits.map(({ here }) => here?.spokenWith ?? null),
      [40, null, null, 63],
    );
  });
});
