import { type OnePage, pointsFor } from '../../people/about-me/about-me.ts';
import { heightOf, newSheet, type Sheet, tagged, write } from '../../plans/letters/printed/sheet.ts';
import type { Day } from '../../platform/clock.ts';
import type { Words } from '../words/english.ts';

export interface AboutPdf {
  page: OnePage;
  council: string;
  on: Day;
  isLarge: boolean;
  words: Words;
}

/**
 * About me as a tagged PDF: the same words in the same order as the page that is printed, on one side of A4, or two in
 * large print.
 */
export async function aboutPdf(asked: AboutPdf): Promise<Uint8Array> {
  const sheet = newSheet(lettered(asked), asked.isLarge ? 'large-print' : 'standard', asked.words.frame.lang);
  const bytes: Uint8Array[] = [];
  const isWritten = new Promise((resolve, reject) => {
    sheet.doc.on('data', (piece: Uint8Array) => bytes.push(piece));
    sheet.doc.on('end', resolve).on('error', reject);
  });
  const body = pointsFor(asked.page, asked.isLarge);
  sheet.sizes = { body, first: body * 1.6, second: body, small: body, lead: 1.3 };
  draw(sheet, asked);
  sheet.root.end();
  sheet.doc.end();
  await isWritten;
  return Buffer.concat(bytes);
}

/** The paper asks for a letter's head, of which a page about somebody has the title and the day alone. */
const lettered = ({ council, on, words }: AboutPdf): Parameters<typeof newSheet>[0] => ({
  from: { council, team: null, phone: null },
  to: { fullName: '', knownAs: '', window: [] },
  kind: 'plan',
  ...{ on, reference: '', heading: words.about.sheet.aboutMe, blocks: [] },
});

function textsOf({ page, words }: AboutPdf): string {
  const { sheet } = words.about;
  const written = page.saidOn ? ` ${sheet.written(words.dates.day(page.saidOn))}` : '';
  const helped = page.helpedBy.length ? ` ${sheet.helped(page.helpedBy.join(', '))}` : '';
  return `${sheet.aboutMe}.${written}${helped}`;
}

function draw(sheet: Sheet, asked: AboutPdf): void {
  const { root, sizes: set } = sheet;
  const { page, words } = asked;
  tagged(sheet, root, 'H1', () => write(sheet, page.name, { size: set.first, weight: 'strong' }));
  tagged(sheet, root, 'P', () => write(sheet, textsOf(asked)));
  for (const section of page.sections) {
    sheet.y += heightOf(sheet, 0.5);
    tagged(sheet, root, 'H2', () =>
      write(sheet, words.about.sheet.headingOf(section.heading), { weight: 'strong' }),
    );
    tagged(sheet, root, 'P', () => write(sheet, section.words));
  }
}
