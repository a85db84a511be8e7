import type { Block, NeedAndHow } from '../letter.ts';
import {
  type Element,
  heightOf,
  linesOf,
  room,
  type Sheet,
  tagged,
  within,
  write,
  writeLine,
} from './sheet.ts';

/** Draws one block of a letter, in the order it is read. */
export function drawBlock(sheet: Sheet, block: Block): void {
  const { root, sizes } = sheet;
  switch (block.kind) {
    case 'heading':
      drawHeading(sheet, block.words);
      break;
    case 'list':
      within(sheet, root, 'L', (list) => {
        for (const item of block.items) drawItem(sheet, list, item);
      });
      break;
    case 'said':
      drawSaid(sheet, block);
      break;
    case 'needs':
      within(sheet, root, 'L', (list) => {
        for (const row of block.rows) drawNeed(sheet, list, row);
      });
      break;
    case 'money':
      drawMoney(sheet, block);
      break;
    default:
      tagged(sheet, root, 'P', () => write(sheet, block.words));
  }
  sheet.y += block.kind === 'heading' ? sizes.body / 4 : sizes.body / 2;
}

/** A heading never stands alone at the foot of a page. */
function drawHeading(sheet: Sheet, words: string): void {
  const { sizes } = sheet;
  const setting = { size: sizes.second, weight: 'strong' as const };
  sheet.y += sizes.body / 2;
  room(sheet, heightOf(sheet, linesOf(sheet, words, setting).length, sizes.second) + heightOf(sheet, 3));
  tagged(sheet, sheet.root, 'H2', () => write(sheet, words, setting));
}

function drawItem(sheet: Sheet, list: Element, item: string): void {
  const indent = sheet.sizes.body * 1.25;
  room(sheet, heightOf(sheet, 1));
  within(sheet, list, 'LI', (one) => {
    const { y } = sheet;
    tagged(sheet, one, 'Lbl', () => writeLine(sheet, '•', sheet.left, y, {}));
    tagged(sheet, one, 'LBody', () => write(sheet, item, { indent }));
  });
}

function drawSaid(sheet: Sheet, { lead, words }: { lead: string; words: string }): void {
  room(sheet, heightOf(sheet, 3));
  tagged(sheet, sheet.root, 'P', () => write(sheet, lead));
  tagged(sheet, sheet.root, 'BlockQuote', () =>
    write(sheet, `“${words}”`, { indent: sheet.sizes.body * 1.25 }),
  );
}

/** A need in heavier letters, then what is done about it; kept on one page where it fits one. */
function drawNeed(sheet: Sheet, list: Element, { need, how }: NeedAndHow): void {
  const strong = { weight: 'strong' as const };
  const indent = sheet.sizes.body * 1.25;
  const lines =
    linesOf(sheet, need, strong).length + how.flatMap((one) => linesOf(sheet, one, { indent })).length;
  room(sheet, Math.min(heightOf(sheet, lines), sheet.bottom - sheet.top));
  within(sheet, list, 'LI', (one) => {
    tagged(sheet, one, 'Lbl', () => write(sheet, need, strong));
    tagged(sheet, one, 'LBody', () => {
      for (const sentence of how) write(sheet, sentence, { indent });
    });
  });
  sheet.y += sheet.sizes.body / 2;
}

type Money = Extract<Block, { kind: 'money' }>;

function drawMoney(sheet: Sheet, { caption, heads, rows }: Money): void {
  room(sheet, heightOf(sheet, 5));
  tagged(sheet, sheet.root, 'P', () => write(sheet, caption, { weight: 'strong' }));
  within(sheet, sheet.root, 'Table', (table) => {
    drawRow(sheet, table, heads, true);
    for (const row of rows) drawRow(sheet, table, row, false);
  });
}

/** A row is never cut in two: it goes whole to the next page. The first cell takes what the amounts leave. */
function drawRow(sheet: Sheet, table: Element, cells: readonly string[], isHead: boolean): void {
  const { doc, left, width, sizes } = sheet;
  const weight = isHead ? 'strong' : 'plain';
  const others = (width * (cells.length > 2 ? 0.52 : 0.3)) / (cells.length - 1);
  const first = width - others * (cells.length - 1);
  const gap = sizes.body / 2;
  const placed = cells.map((cell, index) => ({
    x: index ? left + first + (index - 1) * others + gap : left,
    lines: linesOf(sheet, cell, { weight, width: (index ? others : first) - gap }),
  }));
  const height = heightOf(sheet, Math.max(...placed.map(({ lines }) => lines.length))) + gap;
  room(sheet, height);
  const { y } = sheet;
  within(sheet, table, 'TR', (row) => {
    for (const [index, { x, lines }] of placed.entries())
      tagged(sheet, row, isHead || index === 0 ? 'TH' : 'TD', () => {
        for (const [at, line] of lines.entries())
          writeLine(sheet, line, x, y + heightOf(sheet, at), { weight });
      });
  });
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(left, y + height - gap / 2)
    .lineTo(left + width, y + height - gap / 2)
    .lineWidth(0.5)
    .stroke('#767676');
  doc.endMarkedContent();
  sheet.y = y + height;
}
