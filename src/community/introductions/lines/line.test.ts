import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayAnswer, stands } from './line.ts';

const at = new Date('2026-11-21T09:32:00Z');

describe('what about a person may leave', () => {
  it('W2 stands only with their own yes to it, until they take it back', () => {
    assert.equal(stands({ answer: null, withdrawnAt: null }), false);
    assert.equal(stands({ answer: 'no', withdrawnAt: null }), false);
    assert.equal(stands({ answer: 'yes', withdrawnAt: null }), true);
    assert.equal(stands({ answer: 'yes', withdrawnAt: at }), false);
  });

  it('W2 is answered once, and taken back only while it stands', () => {
    assert.equal(mayAnswer({ answer: null, withdrawnAt: null }, 'yes'), null);
    assert.equal(mayAnswer({ answer: null, withdrawnAt: null }, 'no'), null);
    assert.match(
      mayAnswer({ answer: 'no', withdrawnAt: null }, 'yes')?.satisfyBy ?? '',
      /write the line again/,
    );
    assert.equal(mayAnswer({ answer: 'yes', withdrawnAt: null }, 'take-back'), null);
    for (const line of [
      { answer: null, withdrawnAt: null },
      { answer: 'yes' as const, withdrawnAt: at },
    ])
      assert.match(mayAnswer(line, 'take-back')?.because ?? '', /not told this/);
  });
});
