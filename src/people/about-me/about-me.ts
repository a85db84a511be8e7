import type { Day } from '../../platform/clock.ts';
import { caringHeadings, caringKeys, type Heading } from './headings.ts';

/** What stands, or once stood, under one heading. */
export interface AboutLine {
  id: string;
  heading: string;
  words: string;
  saidOn: Day;
  /** Who wrote it down; null when the person did. */
  writtenBy: string | null;
  isCurrent: boolean;
}

export interface Section {
  key: string;
  heading: string;
  asks: string;
  now: AboutLine | null;
  earlier: AboutLine[];
}

/** Every heading with what stands under it and what stood there before, latest first. */
export function sectionsOf(headings: readonly Heading[], lines: readonly AboutLine[]): Section[] {
  return headings.map((heading) => {
    const under = lines.filter((line) => line.heading === heading.key);
    return {
      ...heading,
      now: under.find(({ isCurrent }) => isCurrent) ?? null,
      earlier: under.filter(({ isCurrent }) => !isCurrent),
    };
  });
}

/** A carer's own words about caring, as staff read them; only what was said. */
export const caringSaid = (lines: readonly AboutLine[]): Section[] =>
  sectionsOf(
    caringKeys.map((key) => ({ key, heading: caringHeadings[key], asks: '' })),
    lines,
  ).filter(({ now }) => now !== null);

/** One page about somebody: what it is printed from, read from and exported from. */
export interface OnePage {
  name: string;
  sections: { heading: string; words: string }[];
  saidOn: Day | null;
  helpedBy: string[];
}

export function onePageOf(name: string, sections: readonly Section[]): OnePage {
  const said = sections.flatMap(({ heading, now }) => (now ? [{ heading, now }] : []));
  const days = said.map(({ now }) => now.saidOn).toSorted();
  return {
    name,
    sections: said.map(({ heading, now }) => ({ heading, words: onOneLine(now.words) })),
    saidOn: days.at(-1) ?? null,
    helpedBy: [...new Set(said.flatMap(({ now }) => now.writtenBy ?? []))].slice(0, 4),
  };
}

/** On paper a line break is a pause: the page stays one page however it was typed. */
const onOneLine = (words: string): string =>
  words
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .reduce((line, next) => `${line}${/[.!?…:;,]$/.test(line) ? '' : '.'} ${next}`)
    .trim();

/** How big the letters are, in points: as big as fit one side of A4, or two in large print. */
export function pointsFor(page: OnePage, isLarge: boolean): number {
  const characters = page.sections.reduce(
    (sum, { heading, words }) => sum + 110 + heading.length + words.length,
    0,
  );
  const sizes = isLarge ? large : usual;
  return sizes.find(({ most }) => characters <= most)?.points ?? sizes.at(-1)?.points ?? 10;
}

const usual = [
  { most: 2_000, points: 12 },
  { most: 2_900, points: 11 },
  { most: Infinity, points: 10 },
];
const large = [
  { most: 2_000, points: 20 },
  { most: 3_000, points: 18 },
  { most: Infinity, points: 16 },
];

/** The same for other records, under the standard's own names (PRSB About Me). */
export function exportedAs(page: OnePage): Record<string, unknown> {
  return {
    standard: 'PRSB About Me',
    date: page.saidOn,
    ...Object.fromEntries(page.sections.map(({ heading, words }) => [heading, words])),
    'Supported to write this by': page.helpedBy.join(', ') || null,
  };
}
