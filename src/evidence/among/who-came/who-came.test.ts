import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CameAlike, CameCounted } from './came-counted.ts';
import { whoCameOf } from './who-came.ts';
import { apartInWords, pointsInWords, whatChanged } from './who-came-words.ts';

const band = (age: string, isHere: boolean, numerator: number, denominator: number): CameAlike => ({
  ...{ age, before: 'no', isHere, windowDays: 90, numerator, denominator },
});

/** The site met the young and the others the old; in each age the site sees more begin support. */
const turned: CameCounted = {
  kinds: [
    { kind: 'age', value: '18-64', isHere: true, people: 900 },
    { kind: 'age', value: '85-and-over', isHere: true, people: 100 },
    { kind: 'age', value: '18-64', isHere: false, people: 200 },
    { kind: 'age', value: '85-and-over', isHere: false, people: 800 },
  ],
  alike: [
    ...[band('18-64', true, 90, 900), band('85-and-over', true, 60, 100)],
    ...[band('18-64', false, 10, 200), band('85-and-over', false, 400, 800)],
  ],
};

describe('who came', () => {
  it('E9 marks in words where the mix of people is far apart', () => {
    const [age] = whoCameOf(turned, 8).mixes;
    assert.deepEqual(
      age?.rows.map((row) => [row.name, row.here, row.elsewhere, apartInWords(row, 'Harbour')]),
      [
        ['18 to 64', 900, 200, 'Far apart: more at Harbour'],
        ['85 and over', 100, 800, 'Far apart: fewer at Harbour'],
      ],
    );
  });

  it('E9 sets the difference like with like beside the plain one, and says when its sign turns', () => {
    const ninety = whoCameOf(turned, 8).windows.find(({ windowDays }) => windowDays === 90);
    assert.ok(ninety?.plain && ninety.alike?.difference);
    // 150 of 1,000 less 410 of 1,000; then 10% of 200 and 60% of 800, less the others' own.
    assert.equal(ninety.plain.difference.toFixed(4), '-0.2600');
    assert.equal(ninety.alike.difference.value.toFixed(4), '0.0900');
    assert.match(whatChanged(ninety), /it points the other way/);
    assert.match(pointsInWords(ninety.plain.difference, ninety.plain), /^26\.0 points fewer, between/);
    assert.match(pointsInWords(0.01, { low: -0.02, high: 0.04 }), /includes no difference$/);
  });

  it('leaves out, and counts, people who are like nobody on the other side', () => {
    const alike = [...turned.alike, band('under-18', false, 3, 20)];
    const ninety = whoCameOf({ ...turned, alike }, 8).windows[1];
    assert.equal(ninety?.alike?.elsewhereLikeNobodyHere, 20);
    assert.equal(ninety?.alike?.difference?.value.toFixed(4), '0.0900');
  });

  it('E8 says too few where either side is, and folds small kinds together', () => {
    const few = { ...turned, alike: [band('18-64', true, 3, 7), band('18-64', false, 30, 70)] };
    const found = whoCameOf(few, 8).windows[1];
    assert.ok(found);
    assert.deepEqual([found.plain, found.alike], [null, null]);
    assert.equal(whatChanged(found), 'Too few have been followed that long');
    const small: CameCounted['kinds'] = [
      ...turned.kinds,
      { kind: 'age', value: 'under-18', isHere: true, people: 3 },
    ];
    const [age] = whoCameOf({ ...turned, kinds: small }, 8).mixes;
    assert.deepEqual(
      age?.rows.map(({ name }) => name),
      ['18 to 64', 'Others, too few to say apart (2)'],
    );
  });
});
