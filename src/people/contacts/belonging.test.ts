import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holderAfter, mayAnswer, mayAsk, mayTake } from './belonging.ts';

const rowans = { heldById: 'rowan', heldBy: 'Rowan', asked: [] };

describe('F1 a contact belongs at once to whoever answered it', () => {
  it('F1 whoever holds it may ask one colleague by name', () => {
    assert.equal(mayAsk(rowans, 'rowan', 'priya'), null);
  });

  it('F1 nobody else may pass it on, and the refusal names who holds it', () => {
    assert.partialDeepStrictEqual(mayAsk(rowans, 'sam', 'priya'), { refused: 'F1' });
    assert.match(mayAsk(rowans, 'sam', 'priya')?.because ?? '', /^Rowan holds this contact/);
    assert.match(
      mayAsk({ ...rowans, heldById: null, heldBy: null }, 'sam', 'priya')?.because ?? '',
      /^nobody holds/,
    );
  });

  it('F1 what nobody holds may be taken on; what somebody holds may not', () => {
    assert.equal(mayTake({ ...rowans, heldById: null, heldBy: null }, 'sam'), null);
    assert.match(mayTake(rowans, 'sam')?.because ?? '', /^Rowan holds this contact/);
    assert.match(mayTake(rowans, 'rowan')?.because ?? '', /already yours/);
  });

  it('F1 nobody asks themselves', () => {
    assert.equal(mayAsk(rowans, 'rowan', 'rowan')?.because, 'it is already yours');
  });

  it('F1 one colleague at a time: a second is asked only after the first has answered', () => {
    const asked = (answer: 'yes' | 'not-now' | null) =>
      mayAsk({ ...rowans, asked: [{ answer }] }, 'rowan', 'priya');
    assert.match(asked(null)?.because ?? '', /has not answered/);
    assert.equal(asked('not-now'), null);
  });

  it('F1 moves on a yes and stays on “not now”, which is an honest answer', () => {
    assert.equal(holderAfter('rowan', 'priya', 'yes'), 'priya');
    assert.equal(holderAfter('rowan', 'priya', 'not-now'), 'rowan');
    assert.equal(holderAfter(null, 'priya', 'not-now'), null);
  });

  it('F1 an answer is given once', () => {
    assert.equal(mayAnswer(null), null);
    assert.equal(mayAnswer('yes')?.refused, 'F1');
    assert.equal(mayAnswer('not-now')?.refused, 'F1');
  });
});
