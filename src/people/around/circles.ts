import { type HowOften, howOften, nearestFirst, type PersonNear, type PictureWords } from './near.ts';

/** A line of words in the picture, centred on x, its foot at y. */
export interface Line {
  words: string;
  x: number;
  y: number;
}

export interface Circle {
  id: string;
  x: number;
  y: number;
  r: number;
  isRungFirst: boolean;
  isKeptFrom: boolean;
  lines: Line[];
}

/** Those as near as each other, around the middle. */
export interface Band {
  x: number;
  y: number;
  width: number;
  height: number;
  label: Line;
}

export interface Picture {
  width: number;
  height: number;
  me: { x: number; y: number; r: number };
  bands: Band[];
  circles: Circle[];
}

/** As wide as the words of a page on the narrowest telephone, so that letters are never drawn smaller than they are here. */
const width = 288;
export const letters = 15;
const lineHeight = 18;
const inset = 8;
const across = 3;
const meRadius = 26;
const labelHeight = 26;

/**
 * People around somebody, drawn: the person in the middle, the nearest next to them, and so outwards. Every name is
 * whole, below its circle, and nothing lies over anything else. Units are pixels on the narrowest telephone.
 * @example circlesOf(people, words).circles.length === people.length
 */
export function circlesOf(people: readonly PersonNear[], words: PictureWords): Picture {
  const levels = levelsOf(people, words);
  const inner = innerWidth(levels.length);
  const draft: Draft = { y: 0, bands: [], circles: [] };
  const open = levels.toReversed().map(({ label, above, below }, index) => {
    const from = draft.y;
    draft.y += above.length ? labelHeight : inset;
    for (const row of above) drawRow(draft, row, inner, words);
    return { from, label, index, below, labelY: above.length ? from + lineHeight : null };
  });
  const me = { x: width / 2, y: draft.y + meRadius + 6, r: meRadius };
  draft.y = me.y + meRadius + 6;
  for (const { from, label, index, below, labelY } of open.toReversed()) {
    for (const row of below) drawRow(draft, row, inner, words);
    const y = labelY ?? draft.y + lineHeight;
    draft.y += labelY === null ? labelHeight : inset;
    const x = index * inset;
    const height = draft.y - from;
    draft.bands.unshift({
      x,
      y: from,
      width: width - 2 * x,
      height,
      label: { words: label, x: width / 2, y },
    });
  }
  return { width, height: draft.y, me, bands: draft.bands, circles: draft.circles };
}

interface Draft {
  y: number;
  bands: Band[];
  circles: Circle[];
}

interface Level {
  label: string;
  above: PersonNear[][];
  below: PersonNear[][];
}

/** The nearest first; only those there is somebody in. Half of each are above the middle and half below it. */
function levelsOf(people: readonly PersonNear[], words: PictureWords): Level[] {
  const often: (HowOften | null)[] = [...howOften, null];
  let alone = 0;
  return often.flatMap((one) => {
    const there = nearestFirst(people.filter((person) => person.howOften === one));
    if (!there.length) return [];
    if (there.length === 1) alone += 1;
    const rows = rowsOf(there);
    const half = there.length === 1 ? alone % 2 : Math.ceil(rows.length / 2);
    const label = one ? words.often[one] : words.unsaid;
    return [{ label, above: rows.slice(0, half), below: rows.slice(half) }];
  });
}

/** Two rows at least where there are two people, and none with more than there is room for. */
function rowsOf(there: readonly PersonNear[]): PersonNear[][] {
  const count = Math.max(Math.min(2, there.length), Math.ceil(there.length / across));
  return Array.from({ length: count }, (_, row) => there.filter((__, index) => index % count === row));
}

const innerWidth = (levels: number): number => width - 2 * inset * Math.max(0, levels - 1) - 8;

const radii: Record<HowOften | 'unsaid', number> = {
  'most-days': 20,
  'most-weeks': 16,
  'now-and-then': 12,
  unsaid: 12,
};

function drawRow(draft: Draft, row: readonly PersonNear[], inner: number, words: PictureWords): void {
  const column = inner / row.length;
  const r = Math.max(...row.map((one) => radii[one.howOften ?? 'unsaid']));
  const y = draft.y + r + 8;
  let foot = y + r;
  for (const [index, one] of row.entries()) {
    const x = width / 2 + (index - (row.length - 1) / 2) * column;
    const marks = [
      ...(one.isRungFirst ? [words.ringShort] : []),
      ...(one.mustNotKnow ? [words.notTold] : []),
    ];
    const lines = [one.name, ...marks]
      .flatMap((part) => linesOf(part, column - 6))
      .map((part, at) => ({ words: part, x, y: y + r + (at + 1) * lineHeight }));
    foot = Math.max(foot, lines.at(-1)?.y ?? 0);
    const marked = { isRungFirst: one.isRungFirst, isKeptFrom: one.mustNotKnow !== null };
    draft.circles.push({ id: one.id, x, y, r: radii[one.howOften ?? 'unsaid'], ...marked, lines });
  }
  draft.y = foot + 8;
}

/** Words parted into lines that fit; one too long is parted with a hyphen. */
export function linesOf(words: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/).flatMap((one) => piecesOf(one, most))) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer) <= most) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter(Boolean);
}

function piecesOf(word: string, most: number): string[] {
  if (widthOf(word) <= most) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece && widthOf(`${piece}${sign}-`) > most) {
      pieces.push(`${piece}-`);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece];
}

/** How wide words are drawn, in pixels and rather too wide: each kind of letter in tenths of the size. */
export function widthOf(words: string): number {
  let tenths = 0;
  for (const sign of words) tenths += (kindsOfLetter.find(([kind]) => kind.test(sign)) ?? [null, 11])[1];
  return (tenths / 10) * letters;
}

const kindsOfLetter: [RegExp, number][] = [
  [/[mwMW@%]/, 10],
  [/[iljtfrI.,'’!|:; ]/, 4],
  [/[a-z0-9-]/, 6],
  [/[\u0020-\u024f‘–]/, 7.5],
];
