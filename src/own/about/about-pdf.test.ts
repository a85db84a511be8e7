import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { datesIn } from '../words/dates-in.ts';
import { english, type Words } from '../words/english.ts';
import { aboutPdf } from './about-pdf.ts';

/** Enough of another language to see whether the paper is in it. */
const welsh: Words = {
  ...english,
  frame: { ...english.frame, lang: 'cy' },
  dates: datesIn('cy'),
  about: {
    ...english.about,
    sheet: {
      ...english.about.sheet,
      aboutMe: 'Amdanaf i',
      headingOf: (heading) => (heading === 'My wellness' ? 'Fy lles' : heading),
      written: (day) => `Fy ngeiriau i, ${day}.`,
    },
  },
};

describe('About me as a PDF', () => {
  it('is in the language of whose page it is, and says so to a screen reader', async () => {
    const page = {
      name: 'Mags',
      saidOn: '2026-11-20',
      helpedBy: [],
      sections: [{ heading: 'My wellness', words: 'I sleep badly when it rains.' }],
    };
    const asked = { page, council: 'Saltbeck Council', on: '2026-11-21', isLarge: false, words: welsh };
    const pdf = await getDocumentProxy(new Uint8Array(await aboutPdf(asked)));
    const { text } = await extractText(pdf, { mergePages: true });
    assert.match(text, /Amdanaf i\. Fy ngeiriau i, 20 Tachwedd 2026\.\s+Fy lles\s+I sleep badly/);
    assert.doesNotMatch(text, /My words|November|My wellness/);
    const { info } = await pdf.getMetadata();
    assert.equal((info as { Language?: string }).Language, 'cy');
  });
});
