import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { returnOf } from './returning.ts';

const at = (text: string) => new Date(text);
const rested = (openedAt: string, restingOn: string | null) => ({ openedAt: at(openedAt), restingOn });
const march = rested('2026-03-02T10:00:00Z', '2026-04-01');

describe('R2 coming back', () => {
  it('R2 is getting in touch after everything had rested, on the same record', () => {
    assert.deepEqual(returnOf(at('2026-11-21T10:00:00Z'), [march]), {
      restedOn: '2026-04-01',
      cameBackOn: '2026-11-21',
      days: 234,
    });
  });

  it('R2 nobody returns who was never here, or who never left', () => {
    assert.equal(returnOf(at('2026-11-21T10:00:00Z'), []), null);
    assert.equal(returnOf(at('2026-11-21T10:00:00Z'), [march, rested('2026-05-01T10:00:00Z', null)]), null);
  });

  it('R2 with two threads, the later rest counts', () => {
    const long = rested('2026-03-05T10:00:00Z', '2026-10-01');
    assert.equal(returnOf(at('2026-11-21T10:00:00Z'), [long, march])?.restedOn, '2026-10-01');
  });

  it('R2 the day of resting is no return, and the minute after midnight in England is', () => {
    assert.equal(returnOf(at('2026-04-01T22:59:00Z'), [march]), null, 'one minute to midnight, summer time');
    assert.equal(returnOf(at('2026-04-01T23:01:00Z'), [march])?.days, 1);
  });

  it('R2 a conversation begun by the contact itself does not hide the return', () => {
    assert.equal(
      returnOf(at('2026-11-21T10:00:00Z'), [march, rested('2026-11-21T11:00:00Z', null)])?.days,
      234,
    );
  });

  it('R2 counts days over a leap day', () => {
    assert.equal(
      returnOf(at('2028-03-01T10:00:00Z'), [rested('2028-01-01T10:00:00Z', '2028-02-28')])?.days,
      2,
    );
  });
});
