import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptPrivate } from './kept-private.ts';
import { type Envelope, type Letter, letterOf, paragraph } from './letter.ts';

const envelope: Envelope = {
  from: { council: 'Saltbeck Council', team: 'Harbour team', phone: null },
  to: { fullName: 'Wilfred Acheson', knownAs: 'Wilf', window: ['By hand'] },
  on: '2026-11-21',
};
const letter = (words: string): Letter =>
  letterOf(envelope, {
    ...{ kind: 'plan', thingId: '0198c0de-0000-7000-8000-000000000001', heading: 'Your plan', ask: null },
    blocks: [paragraph(words)],
  });
const told = (lines: string, words: string, postcode = 'SB1 1AA'): string =>
  JSON.stringify(keptPrivate(letter(words), [{ lines, postcode }]).blocks);

describe('W4 a protected place, however it is written among the words', () => {
  for (const [lines, words, secret] of [
    ['Rose Cottage\nMill Lane\nSaltbeck', 'She is at Rose Cottage, Mill Lane, Saltbeck now.', /Rose|Mill/],
    ['Rose Cottage\nMill Lane\nSaltbeck', 'Ring Rose Cottage first.', /Rose/],
    ['Flat 2\n9 Quay Street\nSaltbeck', 'Ask at 9 Quay Street, at the back.', /Quay/],
    ['St Mary’s Lodge\nSaltbeck', "The key is at St Mary's Lodge.", /Mary/],
    ['4 Chandlery Steps, Saltbeck', '4 chandlery steps,\nSALTBECK sb11aa', /chandlery|sb11/i],
  ] as const)
    it(`W4 “${words}” does not tell it`, () => {
      assert.doesNotMatch(told(lines, words), secret);
      assert.match(told(lines, words), /a place kept private/);
    });

  it('W4 a postcode kept without its space is found with it', () => {
    assert.doesNotMatch(told('Rose Cottage', 'Over by SB1 1AA.', 'sb11aa'), /1AA/);
  });

  it('W4 what is no address of theirs stays: the town, the street of somebody else', () => {
    const words = 'The chapel in Saltbeck, and 19 Quay Street.';
    assert.match(
      told('Flat 2\n9 Quay Street\nSaltbeck', words),
      /The chapel in Saltbeck, and 19 Quay Street/,
    );
  });
});
