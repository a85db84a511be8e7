import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { howLongPlainlySaid } from './plainly-said.ts';

describe('How long a conversation took, when what was written plainly says it', () => {
  it('reads it from the words of the talk, or the end of the place', () => {
    assert.equal(
      howLongPlainlySaid('at home', ['We talked for about an hour and a half in the garden.']),
      90,
    );
    assert.equal(howLongPlainlySaid('by phone, 20 minutes', ['She is well']), 20);
    assert.equal(howLongPlainlySaid('at home (half an hour)', []), 30);
    assert.equal(howLongPlainlySaid('', ['I sat together for 40 minutes']), 40);
  });

  it('takes no other time for it: a wait, a wash or a walk is not the talk', () => {
    assert.equal(howLongPlainlySaid('at home', ['He waits 40 minutes for the bus']), null);
    assert.equal(howLongPlainlySaid('at home', ['Washing takes her an hour']), null);
    assert.equal(howLongPlainlySaid('24 Hour Street', ['Up for 3 hours each night']), null);
    assert.equal(howLongPlainlySaid('', ['They talked for two hours at church']), null);
  });

  it('says nothing when two answers differ', () => {
    assert.equal(howLongPlainlySaid('by phone, 20 minutes', ['We talked for an hour']), null);
    assert.equal(howLongPlainlySaid('by phone, an hour', ['We talked for 60 minutes']), 60);
  });
});
