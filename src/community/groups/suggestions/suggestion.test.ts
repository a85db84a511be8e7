import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayAnswer, waitingSince } from './suggestion.ts';
import { waitingInWords } from './waiting-words.ts';

describe('suggestions that wait for an answer', () => {
  it('are counted, with how many waited for more than a week and the longest', () => {
    const today = '2026-11-21';
    assert.deepEqual(waitingSince([], today), { count: 0, overAWeek: 0, longest: null });
    const waiting = waitingSince(['2026-11-01', '2026-11-14', '2026-11-13', '2026-11-21'], today);
    assert.deepEqual(waiting, { count: 4, overAWeek: 2, longest: 20 });
    assert.equal(
      waitingInWords(waiting),
      '4 wait for an answer, 2 of them for more than 7 days; the longest 20 days.',
    );
    assert.equal(waitingInWords(waitingSince([], today)), 'Every suggestion has its answer.');
    assert.equal(
      waitingInWords(waitingSince(['2026-11-20'], today)),
      '1 waits for an answer; the longest 1 day.',
    );
  });

  it('are answered once', () => {
    assert.equal(mayAnswer({ answer: null }), null);
    assert.match(mayAnswer({ answer: 'listed' })?.because ?? '', /answered this already/);
  });
});
