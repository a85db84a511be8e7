import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { type Letter, layouts, letterOf } from '../letter.ts';
import { pdfOf } from './pdf.ts';
import { linesOf, newSheet, widthOf } from './sheet.ts';
import { isAllHeld, runsOf } from './typeface.ts';

const letterWith = (blocks: Letter['blocks']): Letter =>
  letterOf(
    {
      from: { council: 'Saltbeck Council', team: 'Harbour team', phone: '01632 960123' },
      to: { fullName: 'Dora Winstanley', knownAs: 'Dora', window: ['1 Quay Row', 'Saltbeck'] },
      on: '2026-11-21',
    },
    {
      kind: 'plan',
      thingId: '0193f1b2-7c00-7000-8000-00000041f07c',
      heading: 'Your plan',
      blocks,
      ask: null,
    },
  );

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return String(text).replace(/\s+/g, ' ');
};

describe('the typeface', () => {
  it('holds the letters it says it holds, each file of it, so that none prints as a box', () => {
    const sheet = newSheet(letterWith([]), 'standard');
    const everything = 'AZaz09 “”‘’–—…•£€½éàüñç ŁłĄąŻżŠšŽžĀāŐőŞşĞğ';
    for (const { words, font } of [...runsOf(everything, 'plain'), ...runsOf(everything, 'strong')])
      for (const sign of words) {
        const [bare] = (sheet.doc.font(font) as unknown as { _font: Encoder })._font.encode(sign);
        assert.notEqual(bare?.[0], '0000', `${sign} in ${font}`);
      }
  });

  it('writes a letter it lacks without its accent, and says when an alphabet is not there at all', () => {
    assert.equal(
      runsOf('Llŷn, Dŵr', 'plain')
        .map(({ words }) => words)
        .join(''),
      'Llyn, Dwr',
    );
    assert.ok(isAllHeld(['Llŷn', 'Łukasz?', 'a\nb']));
    assert.ok(!isAllHeld(['Привет']));
  });
});

interface Encoder {
  encode(text: string): [string[], unknown];
}

describe('a PDF of a letter', () => {
  it('parts any words into lines no wider than the paper, and loses none of them', () => {
    const sheet = newSheet(letterWith([]), 'large-print');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'W', ' ', 'é', 'ł', '\n', '£', '-'), maxLength: 400 }),
        (words) => {
          const lines = linesOf(sheet, words);
          for (const line of lines)
            assert.ok(widthOf(sheet, line, sheet.sizes.body, 'plain') <= sheet.width, line);
          assert.equal(lines.join('').replaceAll(' ', ''), words.replace(/\s/g, ''));
        },
      ),
      { numRuns: 100, verbose: true },
    );
  });

  it('goes on over many pages with every line of it, in every layout', async () => {
    const items = Array.from({ length: 120 }, (_, index) => `This is line ${index + 1} of what was written.`);
    const rows = Array.from({ length: 40 }, (_, index) => [
      `Part ${index + 1}, each week`,
      `£${index}`,
      '£1',
    ]);
    const blocks: Letter['blocks'] = [
      { kind: 'list', items },
      { kind: 'money', caption: 'What each part costs', heads: ['What for', 'The council', 'You'], rows },
      { kind: 'written', words: items.join(' ') },
    ];
    for (const layout of layouts) {
      const text = await textOf(await pdfOf(letterWith(blocks), layout));
      for (const item of [...items, 'Part 40, each week'])
        assert.ok(text.includes(item), `${layout}: ${item}`);
    }
  });

  it('says so when another alphabet could not be shown, and leaves the typefaces of the reader alone', async () => {
    const bytes = await pdfOf(
      letterWith([{ kind: 'said', lead: 'You said:', words: 'Добрый день' }]),
      'standard',
    );
    assert.match(await textOf(bytes), /Some letters of another alphabet could not be shown here/);
    assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Helvetica|Times-Roman|Courier/);
  });
});
