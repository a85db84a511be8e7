import { longDate } from '../../../platform/ui/dates.ts';
import { type Idea, ideasOf } from '../ideas.ts';
import { type Layout, type Letter, textsIn } from '../letter.ts';
import { drawBlock } from './blocks.ts';
import { heightOf, linesOf, newSheet, room, type Sheet, tagged, unread, write, writeLine } from './sheet.ts';
import { isAllHeld } from './typeface.ts';

/**
 * A letter as a PDF of A4 pages: tagged and in reading order, in English, with its title, the typeface embedded, whose
 * it is, its date and page x of y on every page. The same letter on the same day is the same pages.
 * @example const bytes = await pdfOf(letter, 'large-print')
 */
export async function pdfOf(letter: Letter, layout: Layout): Promise<Uint8Array> {
  const sheet = newSheet(letter, layout);
  const bytes: Uint8Array[] = [];
  const isWritten = new Promise((resolve, reject) => {
    sheet.doc.on('data', (piece: Uint8Array) => bytes.push(piece));
    sheet.doc.on('end', resolve).on('error', reject);
  });
  head(sheet, letter);
  if (layout === 'easy-read') for (const idea of ideasOf(letter.blocks)) drawIdea(sheet, idea);
  else for (const block of letter.blocks) drawBlock(sheet, block);
  if (!isAllHeld(textsIn(letter))) tagged(sheet, sheet.root, 'P', () => write(sheet, otherAlphabets));
  sheet.root.end();
  feet(sheet, letter);
  sheet.doc.end();
  await isWritten;
  return Buffer.concat(bytes);
}

const otherAlphabets =
  'Some letters of another alphabet could not be shown here. Ask us for this printed from our page instead.';

/** 50 mm down: where the window of a DL envelope shows the address when the paper is folded in three. */
const windowTop = 142;

function head(sheet: Sheet, { from, to, on, reference, heading }: Letter): void {
  const { root, sizes } = sheet;
  tagged(sheet, root, 'P', () => {
    write(sheet, from.council, { weight: 'strong' });
    for (const line of [from.team, from.phone]) if (line) write(sheet, line);
  });
  sheet.y = Math.max(sheet.y + sizes.body, windowTop);
  tagged(sheet, root, 'P', () => {
    for (const line of [to.fullName, ...to.window]) write(sheet, line);
  });
  sheet.y = Math.max(sheet.y + sizes.body, windowTop + 100);
  tagged(sheet, root, 'P', () => {
    write(sheet, longDate(on));
    write(sheet, `Our reference: ${reference}`);
  });
  sheet.y += sizes.body;
  tagged(sheet, root, 'H1', () => write(sheet, heading, { size: sizes.first, weight: 'strong' }));
  sheet.y += sizes.body / 2;
}

/** In points: room for a picture somebody chooses with the person. */
const picture = { width: 96, height: 72, gap: 16 };

function drawIdea(sheet: Sheet, { words, isHeading }: Idea): void {
  const { root, sizes } = sheet;
  if (isHeading) {
    room(sheet, heightOf(sheet, 1, sizes.second) + picture.height * 1.5);
    sheet.y += sizes.body / 2;
    tagged(sheet, root, 'H2', () => write(sheet, words, { size: sizes.second, weight: 'strong' }));
    sheet.y += sizes.body / 4;
    return;
  }
  const indent = picture.width + picture.gap;
  const height = heightOf(sheet, linesOf(sheet, words, { indent }).length);
  room(sheet, Math.min(Math.max(height, picture.height), sheet.bottom - sheet.top));
  const { y } = sheet;
  unread(sheet, () => frame(sheet, y));
  const page = sheet.doc.bufferedPageRange().count;
  sheet.y += Math.max(0, (picture.height - height) / 2);
  tagged(sheet, root, 'P', () => write(sheet, words, { indent }));
  const isSamePage = sheet.doc.bufferedPageRange().count === page;
  sheet.y = Math.max(sheet.y, isSamePage ? y + picture.height : 0) + sizes.body / 2;
}

/** A place for a picture, grey-safe. */
function frame({ doc, left }: Sheet, y: number): void {
  doc
    .rect(left, y, picture.width, picture.height)
    .lineWidth(0.75)
    .dash(3, { space: 3 })
    .stroke('#767676')
    .undash();
}

/** Every page says whose it is, of which day, and which page of how many. */
function feet(sheet: Sheet, { to, on, reference }: Letter): void {
  const { doc, sizes } = sheet;
  const { count } = doc.bufferedPageRange();
  const size = sizes.small;
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    const words = `Page ${page + 1} of ${count}. For ${to.fullName}, ${longDate(on)}, ${reference}.`;
    const lines = linesOf(sheet, words, { size }).slice(0, 3);
    unread(
      sheet,
      () => {
        for (const [index, line] of lines.entries())
          writeLine(sheet, line, sheet.left, sheet.bottom + size / 2 + heightOf(sheet, index, size), {
            size,
          });
      },
      true,
    );
  }
}
