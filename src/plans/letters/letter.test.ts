import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ideasOf, sentencesOf } from './ideas.ts';
import { keptPrivate } from './kept-private.ts';
import { type Envelope, letterOf, paragraph, referenceOf, textsIn } from './letter.ts';

const envelope: Envelope = {
  from: { council: 'Saltbeck Council', team: 'Harbour team', phone: '01632 960123' },
  to: { fullName: 'Dora Winstanley', knownAs: 'Dora', window: ['By hand'] },
  on: '2026-11-21',
};
const thingId = '0193f1b2-7c00-7000-8000-00000041f07c';
const letterWith = (words: string) =>
  letterOf(envelope, {
    kind: 'plan',
    thingId,
    heading: 'Your plan',
    blocks: [paragraph(words)],
    ask: 'Rowan',
  });

describe('a letter', () => {
  it('begins with their name, says whom to ask for and the reference, and ends', () => {
    const texts = textsIn(letterWith('It starts today.'));
    for (const words of [
      'Dear Dora,',
      'Ring Saltbeck Council, Harbour team: 01632 960123.',
      'Ask for Rowan. Any of us will answer if Rowan is out. You can ring for any reason, at any time from now on.',
      'It helps us find this letter if you say A-41F07C.',
    ])
      assert.ok(texts.includes(words), words);
    assert.equal(texts.at(-1), 'End of letter');
    assert.equal(referenceOf(thingId), 'A-41F07C');
  });

  it('says how to reach us when the council has set no number', () => {
    const from = { ...envelope.from, team: null, phone: null };
    const told = { kind: 'plan' as const, thingId, heading: 'Your plan', blocks: [], ask: null };
    const texts = textsIn(letterOf({ ...envelope, from }, told));
    assert.ok(texts.includes('Ring Saltbeck Council, on the council’s main number, and ask for us by name.'));
  });

  it('W4 a protected place written among the words is kept private, however it is spaced', () => {
    const kept = [{ lines: '4 Chandlery Steps\nSaltbeck', postcode: 'SB1 1AA' }];
    const texts = textsIn(
      keptPrivate(letterWith('Ama comes to 4  chandlery steps, sb11aa. Saltbeck is by the sea.'), kept),
    );
    assert.ok(
      texts.includes('Ama comes to a place kept private, a place kept private. Saltbeck is by the sea.'),
    );
  });

  it('W4 takes nothing out where nothing is protected', () => {
    const letter = letterWith('It starts (today) at £5.');
    assert.equal(keptPrivate(letter, []), letter);
  });
});

describe('the Easy Read layout', () => {
  it('sets one idea a line and changes no word', () => {
    const ideas = ideasOf([
      { kind: 'paragraph', words: 'Dear Dora,' },
      { kind: 'heading', words: 'The money' },
      {
        kind: 'paragraph',
        words: 'You pay £25. The council pays £160.50 a week! Ring 0300 061 0614, or come in.',
      },
      { kind: 'said', lead: 'You told us:', words: 'Yes. Not the pendant. Never.' },
      { kind: 'needs', rows: [{ need: 'A hot lunch.', how: ['Ama will do this.'] }] },
      { kind: 'money', caption: 'Each part', heads: ['What for', 'You will pay'], rows: [['Calls', '£25']] },
    ]).map(({ words }) => words);
    assert.deepEqual(ideas, [
      'Dear Dora,',
      'Ask us to go through this with you.',
      'The money',
      'You pay £25.',
      'The council pays £160.50 a week!',
      'Ring 0300 061 0614, or come in.',
      'You told us: “Yes. Not the pendant. Never.”',
      'What you need: A hot lunch.',
      'Ama will do this.',
      'Each part.',
      'Calls. You will pay: £25.',
    ]);
  });

  it('keeps a sentence whole where only a number or a short word stops', () => {
    assert.deepEqual(sentencesOf('At 2.30 pm, e.g. on Sundays.\nThen tea.'), [
      'At 2.30 pm, e.g. on Sundays.',
      'Then tea.',
    ]);
  });
});
