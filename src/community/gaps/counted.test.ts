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

  it('E10 a word none of our lists knows may be a name, and is told only when more than a few wanted it', () => {
    const line = (thing: string, asked: number) => ({ thing, district: 'ZZ1', asked, looked: 0 });
    const told = gapLines([line('margaret', 7), line('kabaddi', 8), line('board games', 1)]);
    assert.deepEqual(
      told.map(({ thing }) => thing),
      ['kabaddi', 'board games'],
    );
  });

  it('E10 the order tells nothing of what is hidden', () => {
    const line = (thing: string, asked: number) => ({ thing, district: 'ZZ1', asked, looked: 0 });
    const one = gapLines([line('chess', 2), line('baking', 7), line('singing', 30)]);
    const other = gapLines([line('chess', 7), line('baking', 1), line('singing', 30)]);
    assert.deepEqual(one, other);
    assert.deepEqual(
      one.map(({ thing }) => thing),
      ['singing', 'baking', 'chess'],
    );
  });
});
