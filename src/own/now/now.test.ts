import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTheirs, type OwnPromise, statusOf } from './now.ts';

const promise = (part: Partial<OwnPromise>): OwnPromise => ({
  ...{ id: 'a', who: 'Priya', isTheirs: false, isOurs: true, what: 'rings the housing team' },
  ...{ dueOn: '2026-11-27', state: 'open', why: null },
  ...part,
});

describe('where things stand, in a sentence', () => {
  it('is the soonest of what we said we would do', () => {
    const later = promise({ id: 'b', dueOn: '2026-12-01' });
    const others = promise({ id: 'c', isOurs: false, dueOn: '2026-11-23' });
    assert.equal(statusOf([later, others, promise({})])?.id, 'a');
  });

  it('is somebody else’s day before a promise of ours without one, and never one that is done', () => {
    const kept = promise({ id: 'b', state: 'kept' });
    const noDay = promise({ id: 'c', dueOn: null });
    const others = promise({ id: 'd', isOurs: false });
    assert.equal(statusOf([kept, noDay, others])?.id, 'd');
    assert.equal(statusOf([kept]), null);
  });

  it('knows the person by either of their names', () => {
    assert.ok(isTheirs('wilf ', ['Wilfred Acheson', 'Wilf']));
    assert.ok(!isTheirs('Carol Acheson', ['Wilfred Acheson', null]));
  });
});
