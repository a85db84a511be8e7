import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { whatToRest } from './what-to-rest.ts';

const says = (came: string[], withdrawn: string[] = [], isComplete = true) =>
  whatToRest({ isComplete, held: ['a', 'b', 'c', 'd'], came: new Set(came), withdrawn: new Set(withdrawn) });

describe('what rests after a reading', () => {
  it('what is gone from a whole feed, and what its source withdrew', () => {
    assert.deepEqual(says(['a', 'b', 'c']).rest, ['d']);
    assert.deepEqual(says(['a', 'b', 'c', 'd'], ['d']).rest, ['d']);
  });

  it('only what was withdrawn by name when the feed broke', () => {
    assert.deepEqual(says(['a', 'b'], [], false).rest, []);
    assert.deepEqual(says(['a', 'b'], ['b'], false).rest, ['b']);
  });

  it('nothing when more than half is gone, with a sentence', () => {
    assert.deepEqual(says(['a', 'b']).rest, ['c', 'd'], 'exactly half may be true');
    const shrunk = says(['a']);
    assert.deepEqual(shrunk.rest, []);
    assert.match(shrunk.note ?? '', /3 are gone/);
    assert.deepEqual(says(['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']).rest, []);
  });
});
