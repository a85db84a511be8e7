import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FeedPage } from '../feed-page.ts';
import { heedsChanges } from './changes-only.ts';

const since = new Date('2026-11-20T09:00:00Z');
const pageWith = (ids: readonly string[], totalRecords: number | null, last_modified?: string): FeedPage => ({
  version: 3,
  records: ids.map((id) => ({ id, name: id, ...(last_modified ? { last_modified } : {}) })),
  totalRecords,
  totalPages: null,
  pageNumber: null,
  isLast: true,
  isPaged: true,
});
const whole = pageWith(['a', 'b', 'c'], 3);

describe('whether a feed heeds being asked for changes only', () => {
  it('yes, when it says fewer', () => assert.equal(heedsChanges(pageWith(['a'], 1), whole, since), true));
  it('yes, when nothing changed', () => assert.equal(heedsChanges(pageWith([], 0), whole, since), true));
  it('no, when it says as many', () =>
    assert.equal(heedsChanges(pageWith(['a', 'b', 'c'], 3), whole, since), false));
  it('no, when what it sends is older than asked for', () =>
    assert.equal(heedsChanges(pageWith(['a'], 1, '2026-11-01'), whole, since), false));
  it('yes, when the day it changed is the day asked from', () =>
    assert.equal(heedsChanges(pageWith(['a'], 1, '2026-11-20'), whole, since), true));
  it('without totals, only when all of the answer is here and smaller', () => {
    const silent = pageWith(['a', 'b', 'c'], null);
    assert.equal(heedsChanges(pageWith(['a'], null), silent, since), true);
    assert.equal(heedsChanges({ ...pageWith(['a'], null), isLast: null }, silent, since), false);
    assert.equal(heedsChanges(silent, silent, since), false);
  });
});
