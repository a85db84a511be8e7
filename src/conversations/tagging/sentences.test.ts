import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sentencesOf, wordsIn } from './sentences.ts';

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

describe('words as somebody copied them', () => {
  const text = 'I won’t go.\nNot now. He said “later” (perhaps). Not now.';

  it('stand where they are first written, whatever the quotes, the capitals and the white space', () => {
    for (const [copied, found] of [
      ["won't go. not", 'won’t go.\nNot'],
      ['  Not now. ', 'Not now.'],
      ['"later" (perhaps)', '“later” (perhaps)'],
    ])
      assert.equal(wordsIn(text, copied ?? '')?.text, found);
    assert.equal(wordsIn(text, 'not now.')?.startsAt, 12);
  });

  it('are not there when they are not, or when there are none', () => {
    for (const copied of ['Never', '', '   ', '.*', 'Not later']) assert.equal(wordsIn(text, copied), null);
  });

  it('are found wherever any part of a text was copied from', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, from, long) => {
        const copied = text.slice(from % text.length, (from % text.length) + 1 + (long % text.length));
        fc.pre(copied.trim() !== '' && copied.isWellFormed());
        assert.ok(wordsIn(text, copied), JSON.stringify([text, copied]));
      }),
      { seed, numRuns: 500 },
    );
  });
});
