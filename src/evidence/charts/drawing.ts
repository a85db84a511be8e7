import { scaleLinear } from 'd3-scale';

/**
 * Every chart is drawn on a page of these units, so that on a screen 320 pixels wide its words are still to be read, and
 * on paper it is two to a page.
 */
export const page = { width: 340, height: 220, left: 34, right: 10, top: 14, bottom: 34 } as const;

export const inner = {
  left: page.left,
  right: page.width - page.right,
  top: page.top,
  bottom: page.height - page.bottom,
};

/** About how wide a letter is, in units of the page. */
const LETTER = 5.4;

/** Where words hang from a place across, so that none goes over the page's right side: middle, or with their end at its edge. */
export function hung(at: number, words: string): { x: number; anchor: 'middle' | 'end' } {
  const isOver = at + widthOf(words) / 2 > page.width;
  return isOver ? { x: page.width - 1, anchor: 'end' } : { x: at, anchor: 'middle' };
}

/** About how much room words take across. */
export const widthOf = (words: string): number => words.length * LETTER;

export interface Tick {
  at: number;
  words: string;
}

/** A scale from values to places on the page, and where to write its figures: round ones, few enough to read. */
export function along(values: readonly number[], places: readonly [number, number], ticks = 5) {
  const scale = scaleLinear([...values], [...places]).nice(ticks);
  return {
    at: (value: number) => rounded(scale(value)),
    ticks: scale.ticks(ticks).map((value) => ({ value, at: rounded(scale(value)) })),
    most: scale.domain().at(-1) ?? 0,
  };
}

/** A tenth of a unit is finer than any eye, and keeps the drawing the same on every machine. */
export const rounded = (number: number): number => Math.round(number * 10) / 10;

/** A step line: it stays until it changes, as a curve of what has happened does. */
export function stepPath(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }, at) => (at === 0 ? `M${x},${y}` : `H${x}V${y}`)).join('');
}

/**
 * A step line's points without the steps too small to see. Nothing moves by more than this many units, and the last stays:
 * a curve of many people has a step for every day, and most of them weigh more than they show.
 */
export function seen<Point extends { x: number; y: number }>(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [at, point] of points.entries()) {
    const last = kept.at(-1);
    if (!last || at === points.length - 1 || Math.abs(point.y - last.y) >= SMALLEST_SEEN) kept.push(point);
  }
  return kept;
}

const SMALLEST_SEEN = 0.7;

/** A step line there and another back: the room between two of them. */
export function stepBand(
  upper: readonly { x: number; y: number }[],
  lower: readonly { x: number; y: number }[],
): string {
  const end = upper.at(-1);
  if (!end || lower.length === 0) return '';
  const back = lower.toReversed().map(({ x, y }, at) => (at === 0 ? `L${end.x},${y}H${x}` : `V${y}H${x}`));
  return `${stepPath(upper)}${back.join('')}Z`;
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
