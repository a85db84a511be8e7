import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gapLines, told } from './counted.ts';

describe('what is asked for and not there, counted for whoever decides what a place needs', () => {
  it('E10 one to seven are hidden, the rest rounded to five', () => {
    assert.deepEqual(
      [0, 1, 7, 8, 12, 13, 101].map((times) => told(times).rounded),
      [0, null, null, 10, 10, 15, 100],
    );
    for (let times = 1; times <= 7; times += 1) assert.equal(told(times).words, 'a few times');
  });

  it('E10 the order tells nothing of what is hidden', () => {
    const line = (thing: string, asked: number) => ({ thing, district: 'ZZ1', asked, looked: 0 });
    const one = gapLines([line('chess', 2), line('archery', 7), line('singing', 30)]);
    const other = gapLines([line('chess', 7), line('archery', 1), line('singing', 30)]);
    assert.deepEqual(one, other);
    assert.deepEqual(
      one.map(({ thing }) => thing),
      ['singing', 'archery', 'chess'],
    );
  });
});
