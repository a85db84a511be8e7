import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bounds } from './bounds.ts';
import { type Cell, protect, type Release, readingOf, toldOf } from './disclosure.ts';

const table = (all: number, ...parts: number[]): Release => ({
  cells: [
    { key: 'all', count: all },
    ...parts.map((count, at): Cell => ({ key: `part ${at}`, count, rank: 1 })),
  ],
  sums: [{ whole: 'all', parts: parts.map((_, at) => `part ${at}`) }],
  within: [],
});
const toldIn = (release: Release): (number | null | undefined)[] => {
  const standing = protect(release);
  return release.cells.map(({ key }) => standing.get(key)?.told);
};

describe('what everybody is told', () => {
  it('E10 hides 0 to 7, tells 8 as 10 and the rest to the nearest 5', () => {
    assert.deepEqual([0, 1, 7, 8, 12, 13, 17, 18, 412].map(toldOf), [
      null,
      null,
      null,
      10,
      10,
      15,
      15,
      20,
      410,
    ]);
  });

  it('E10 tells none as none only where the published dates say so already', () => {
    const cells = [
      { key: 'nobody died', count: 0 },
      { key: 'nobody followed so long', count: 0, isKnownNone: true },
    ];
    const standing = protect({ cells, sums: [], within: [] });
    assert.deepEqual(
      [...standing.values()].map(({ told }) => told),
      [null, 0],
    );
  });

  it('E10 a count hidden alone takes the smallest told one with it', () => {
    assert.deepEqual(toldIn(table(63, 3, 20, 40)), [65, null, null, 40]);
  });

  it('E10 8, 8 and 1 of 17 would leave only 1, so the parts are not told', () => {
    const naive = bounds(
      new Map([
        ['all', { low: 13, high: 17 }],
        ['a', { low: 8, high: 12 }],
        ['b', { low: 8, high: 12 }],
      ]),
      { sums: [{ whole: 'all', parts: ['a', 'b', 'few'] }], within: [] },
    );
    assert.deepEqual(naive?.get('few'), { low: 0, high: 1 });
    const [all, ...parts] = toldIn(table(17, 8, 8, 1));
    assert.equal(all, 15);
    assert.ok(parts.filter((told) => told === null).length >= 2);
  });

  it('E10 a share is not told without what it is of, and never as more than it', () => {
    const of = (followed: number, happened: number): Release => ({
      cells: [
        { key: 'followed', count: followed },
        { key: 'happened', count: happened },
      ],
      sums: [],
      within: [['happened', 'followed']],
    });
    assert.deepEqual(toldIn(of(7, 7)), [null, null]);
    const before = protect(of(12, 8));
    const after = protect(of(19, 16), before);
    assert.deepEqual(
      [...after.values()].map(({ told }) => told),
      [10, 10],
    );
  });

  it('E10 a count that has moved by fewer than eight is told as before', () => {
    const one = (count: number): Release => ({ cells: [{ key: 'all', count }], sums: [], within: [] });
    const first = protect(one(97));
    const second = protect(one(98), first);
    const third = protect(one(105), second);
    assert.deepEqual(
      [first, second, third].map((standing) => standing.get('all')?.told),
      [95, 95, 105],
    );
    assert.equal(protect(one(6), first).get('all')?.told, null);
  });

  it('E10 the truth always fits what is told, and every hidden count has three answers or more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 6 }), (parts) => {
        const release = table(
          parts.reduce((sum, part) => sum + part, 0),
          ...parts,
        );
        const standing = protect(release);
        const read = bounds(readingOf(release, standing, new Map()), release);
        assert.ok(read);
        for (const { key, count } of release.cells) {
          const range = read.get(key);
          assert.ok(range && range.low <= count && count <= range.high, key);
          if (standing.get(key)?.told === null) assert.ok(range.high - range.low >= 2, key);
        }
      }),
    );
  });
});
