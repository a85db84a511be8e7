import PDFDocument from 'pdfkit';
import type { Layout, Letter } from '../letter.ts';
import { runsOf, typefaceFiles, type Weight } from './typeface.ts';

/** Sizes in points. Large print is 18, above the 16 it begins at; Easy Read 16, above its 14 (gov.uk accessible formats). */
const sizes: Record<Layout, Sizes> = {
  standard: { body: 12, first: 22, second: 15, small: 10, lead: 1.4 },
  'large-print': { body: 18, first: 28, second: 22, small: 16, lead: 1.4 },
  'easy-read': { body: 16, first: 26, second: 20, small: 14, lead: 1.5 },
};

export interface Sizes {
  body: number;
  first: number;
  second: number;
  small: number;
  /** The height of a line, for each point of its size. */
  lead: number;
}

type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;

/** A4 paper being written down, in points from its top left. */
export interface Sheet {
  doc: Doc;
  /** The document's own element; everything read aloud hangs below it. */
  root: Element;
  sizes: Sizes;
  left: number;
  width: number;
  top: number;
  bottom: number;
  /** Where the next line goes. */
  y: number;
}

export interface Setting {
  size?: number;
  weight?: Weight;
  /** How far in from the left, and how much of the width from there. */
  indent?: number;
  width?: number;
}

/** 20 mm all round: the window of a DL envelope begins there, and no printer cuts it. */
const margin = 57;
/** Below the last words at the foot of a page. */
const foot = 36;

/** PDF/UA, which the library's types do not list yet. */
const unlisted: object = { subset: 'PDF/UA' };

/** A tagged document, in English when nothing else is said, with its title shown (PDF/UA), every letter of it embedded. */
export function newSheet(letter: Letter, layout: Layout, lang = 'en-GB'): Sheet {
  const files = typefaceFiles();
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: files[0]?.path ?? '',
    pdfVersion: '1.7',
    ...unlisted,
    tagged: true,
    lang,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: letter.heading,
      Author: letter.from.council,
      Creator: 'Alongside',
      CreationDate: new Date(`${letter.on}T12:00:00Z`),
    },
  });
  for (const { font, path } of files) doc.registerFont(font, path);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const { small, lead } = sizes[layout];
  const bottom = doc.page.height - foot - 2.5 * small * lead;
  return {
    doc,
    root,
    sizes: sizes[layout],
    left: margin,
    width: doc.page.width - 2 * margin,
    top: margin,
    bottom,
    y: margin,
  };
}

/** Goes on to a new page when there is no room for so much; what is being read aloud goes on there too. */
export function room(sheet: Sheet, height: number): void {
  if (sheet.y + height <= sheet.bottom || sheet.y === sheet.top) return;
  sheet.doc.continueOnNewPage();
  sheet.y = sheet.top;
}

export const heightOf = (sheet: Sheet, lines: number, size = sheet.sizes.body): number =>
  lines * size * sheet.sizes.lead;

/** Writes words down the page, line by line. */
export function write(sheet: Sheet, words: string, setting: Setting = {}): void {
  const { size = sheet.sizes.body, indent = 0 } = setting;
  for (const line of linesOf(sheet, words, setting)) {
    room(sheet, heightOf(sheet, 1, size));
    writeLine(sheet, line, sheet.left + indent, sheet.y, setting);
    sheet.y += heightOf(sheet, 1, size);
  }
}

/** One line at a place, each run in its own file of the typeface. */
export function writeLine(sheet: Sheet, line: string, x: number, y: number, setting: Setting): void {
  const { size = sheet.sizes.body, weight = 'plain' } = setting;
  let at = x;
  for (const { words, font } of runsOf(line, weight)) {
    sheet.doc.font(font).fontSize(size).fillColor('#000').text(words, at, y, { lineBreak: false });
    at += sheet.doc.widthOfString(words);
  }
}

/** Parts words into lines that fit; a word wider than the paper is parted too, so that nothing is ever cut off. */
export function linesOf(sheet: Sheet, words: string, setting: Setting = {}): string[] {
  const { size = sheet.sizes.body, weight = 'plain', indent = 0, width = sheet.width - indent } = setting;
  const fits = (line: string): boolean => widthOf(sheet, line, size, weight) <= width;
  return words.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/ +/)) {
      const longer = line ? `${line} ${word}` : word;
      if (fits(longer)) line = longer;
      else {
        if (line) lines.push(line);
        const pieces = piecesOf(word, fits);
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1) ?? '';
      }
    }
    return [...lines, line];
  });
}

function piecesOf(word: string, fits: (piece: string) => boolean): string[] {
  const pieces = [''];
  for (const sign of word) {
    const last = pieces.at(-1) ?? '';
    if (!last || fits(last + sign)) pieces[pieces.length - 1] = last + sign;
    else pieces.push(sign);
  }
  return pieces;
}

export function widthOf(sheet: Sheet, line: string, size: number, weight: Weight): number {
  return runsOf(line, weight).reduce(
    (width, { words, font }) => width + sheet.doc.font(font).fontSize(size).widthOfString(words),
    0,
  );
}

/** Says what a stretch is to somebody who hears it read: a heading, a paragraph, a cell. */
export function tagged(sheet: Sheet, parent: Element, role: string, draw: () => void): void {
  const element = sheet.doc.struct(role, {}, [draw]);
  parent.add(element);
  element.end();
}

/** An element that holds others. */
export function within(sheet: Sheet, parent: Element, role: string, fill: (element: Element) => void): void {
  const element = sheet.doc.struct(role);
  parent.add(element);
  fill(element);
  element.end();
}

/** What is there for the eye alone. */
export function unread(sheet: Sheet, draw: () => void, isFooter = false): void {
  sheet.doc.markContent('Artifact', { type: isFooter ? 'Pagination' : 'Layout' });
  draw();
  sheet.doc.endMarkedContent();
}
