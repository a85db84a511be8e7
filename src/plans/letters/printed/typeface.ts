import { createRequire } from 'node:module';

export type Weight = 'plain' | 'strong';

/** A stretch of text in one of the typeface's files. */
export interface Run {
  words: string;
  /** Registered with the document under this name. */
  font: string;
}

/** What the two files hold between them, read from the files themselves; the test reads them again. */
const held = {
  latin:
    /[\u0020-\u007e\u00a0-\u00ff\u0131\u0152-\u0153\u02c6\u02da\u02dc\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039-\u203a\u2044\u20ac\u2122\u2212\u2215]/u,
  'latin-ext':
    /[\u0100-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126-\u0127\u012a-\u012b\u012e-\u012f\u0136-\u0137\u013b-\u013e\u0141-\u0148\u0150-\u0151\u0154-\u0155\u0158-\u015b\u015e-\u0165\u016a-\u016b\u016e-\u0173\u0178-\u017e\u0192\u0218-\u021b\u02c7\u02dd\u2020\u2113]/u,
};
type Cut = keyof typeof held;

const weights: Record<Weight, number> = { plain: 400, strong: 700 };
const installed = createRequire(import.meta.url);

/** Every file of the typeface with the name it is registered under; all of it is embedded, none is the reader's own. */
export function typefaceFiles(): { font: string; path: string }[] {
  return (Object.keys(held) as Cut[]).flatMap((cut) =>
    (Object.keys(weights) as Weight[]).map((weight) => ({
      font: `${cut} ${weight}`,
      path: installed.resolve(
        `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${cut}-${weights[weight]}-normal.woff`,
      ),
    })),
  );
}

/** Signs the typeface lacks that have a near one. */
const near: Record<string, string> = {
  '\t': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2032': '’',
  '\u2033': '”',
  '→': '-',
};

/**
 * A text in runs of one file each. A letter the typeface lacks becomes the same without its accent (ŵ is w), or a
 * question mark where there is none (another alphabet): `isAllHeld` says beforehand.
 * @example runsOf('Łukasz', 'plain') // [{ words: 'Ł', font: 'latin-ext plain' }, { words: 'ukasz', font: 'latin plain' }]
 */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const sign of text.normalize('NFC')) {
    const shown = held.latin.test(sign) || held['latin-ext'].test(sign) ? sign : nearest(sign);
    for (const one of shown) {
      const font = `${held.latin.test(one) ? 'latin' : 'latin-ext'} ${weight}`;
      const last = runs.at(-1);
      if (last?.font === font) last.words += one;
      else runs.push({ words: one, font });
    }
  }
  return runs;
}

function nearest(sign: string): string {
  if (near[sign] !== undefined) return near[sign];
  if (/\p{M}|\p{Cf}/u.test(sign)) return '';
  const bare = [...sign.normalize('NFKD')].filter((one) => held.latin.test(one)).join('');
  return bare || '?';
}

/** True when nothing in the texts turns into a question mark. */
export function isAllHeld(texts: readonly string[]): boolean {
  return texts.every((text) =>
    [...text.normalize('NFC')].every(
      (sign) =>
        /[\n\r?]/.test(sign) ||
        held.latin.test(sign) ||
        held['latin-ext'].test(sign) ||
        nearest(sign) !== '?',
    ),
  );
}
