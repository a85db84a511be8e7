import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changesSince, cursorAfter, goOnAt, nextReadAt } from './feed-schedule.ts';

const at = (text: string) => new Date(`${text}Z`);

describe('when a feed is read', () => {
  for (const [howOften, ended, next] of [
    ['day', '2026-11-21T02:00:00', '2026-11-22T02:00:00.000Z'],
    ['week', '2026-12-28T02:00:00', '2027-01-04T02:00:00.000Z'],
    ['month', '2027-01-31T02:00:00', '2027-02-28T02:00:00.000Z'],
  ] as const) {
    it(`every ${howOften} after ${ended}: ${next}`, () =>
      assert.equal(nextReadAt(howOften, at(ended))?.toISOString(), next));
  }
  it('never, unless asked', () => assert.equal(nextReadAt('never', at('2026-11-21T02:00:00')), null));
});

describe('asking for changes only', () => {
  const known = {
    changedSince: at('2026-11-20T00:00:00'),
    heedsChanges: null,
    wholeReadAt: at('2026-11-01T00:00:00'),
  };
  it('is tried of a feed that was read whole within four weeks', () =>
    assert.deepEqual(changesSince(known, at('2026-11-28T23:59:00')), known.changedSince));
  it('is not when it is four weeks ago, was never whole, or was seen not to be heeded', () => {
    assert.equal(changesSince(known, at('2026-11-29T00:00:00')), null);
    assert.equal(changesSince({ ...known, wholeReadAt: null }, at('2026-11-02T00:00:00')), null);
    assert.equal(changesSince({ ...known, heedsChanges: false }, at('2026-11-02T00:00:00')), null);
  });
  it('goes back a day, as clocks differ', () =>
    assert.equal(cursorAfter(at('2026-11-21T09:00:00')).toISOString(), '2026-11-20T09:00:00.000Z'));
});

describe('a reading that stopped', () => {
  const stopped = at('2026-11-21T09:00:00');
  const hour = 3_600_000;
  it('goes on when the server asked, then waits twice as long each time, a day at most', () => {
    assert.equal(goOnAt(stopped, hour, 1)?.getTime(), stopped.getTime() + hour);
    assert.equal(goOnAt(stopped, hour, 3)?.getTime(), stopped.getTime() + 4 * hour);
    assert.equal(goOnAt(stopped, 20 * hour, 2)?.getTime(), stopped.getTime() + 24 * hour);
  });
  it('is given up at the sixth', () => assert.equal(goOnAt(stopped, hour, 6), null));
});
