import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sentencesOf } from './sentences.ts';

describe('sentences to choose from', () => {
  it('stand where they were written', () => {
    assert.deepEqual(sentencesOf('He fixed it. It runs.\n\n- I ring Carol'), [
      { startsAt: 0, endsAt: 12, text: 'He fixed it.' },
      { startsAt: 13, endsAt: 21, text: 'It runs.' },
      { startsAt: 23, endsAt: 37, text: '- I ring Carol' },
    ]);
  });

  it('point at their own words in any text, in order, leaving out only white space', () => {
    const seed = Date.now();
    const pieces = fc.constantFrom(
      'Mr. ',
      'He fixed it. ',
      'Why?\n',
      '  ',
      '“No.” ',
      '👩‍🦽 rolls! ',
      '\r\n',
      'a',
      '…',
      '\u00a0',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (words) => {
        let reached = 0;
        for (const { startsAt, endsAt, text } of sentencesOf(words)) {
          assert.equal(words.slice(reached, startsAt).trim(), '');
          assert.equal(words.slice(startsAt, endsAt), text);
          assert.ok(endsAt > startsAt);
          reached = endsAt;
        }
        assert.equal(words.slice(reached).trim(), '');
      }),
      { seed, numRuns: 500 },
    );
  });
});
