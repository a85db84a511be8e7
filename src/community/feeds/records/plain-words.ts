import { BLOCKS, fromHtml } from './html-words.ts';
import { trimmed } from './json-values.ts';
import type { Notes } from './read-outcome.ts';

/** About a thousand words: longer than anyone reads on a listing. The rest stays in the source record. */
const LONGEST_DESCRIPTION = 6_000;
const LONGEST_LINE = 300;
const SUMMARY_LENGTH = 240;
/** A paragraph shorter than this is a heading ("About us"), no use as a summary. */
const SHORTEST_SUMMARY = 40;
/** Beyond this we read the beginning only: a page of markup costs time on the machine of everyone else. */
const LONGEST_HTML = 200_000;
const HTML = /<\/?[a-z][^<>]*>|<!--|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});/i;
const ACTIVE_CONTENT = /<(?:script|iframe|object|embed|form|style|svg)\b|\son[a-z]+\s*=\s*["']/i;
const MEDIA = /<(?:img|video|audio)\b/i;

/** Many paragraphs of plain words, parted by blank lines, from whatever the source sent. Null when nothing is left. */
export function plainParagraphs(field: string, source: string | null, notes: Notes): string | null {
  if (source === null) return null;
  const text = plainWords(field, source, notes);
  if (text === '') {
    notes.tidied(field, 'Held only empty formatting', 'Left it out.');
    return null;
  }
  if (text.length <= LONGEST_DESCRIPTION) return text;
  notes.mended(
    field,
    'Was too long to read on a listing',
    `Kept the first part of ${text.length.toLocaleString('en-GB')} characters; the whole is in the source record.`,
  );
  return cutAtSentence(text, LONGEST_DESCRIPTION);
}

/** One line of plain words. */
export function plainLine(field: string, source: string | null, notes: Notes): string | null {
  if (source === null) return null;
  const line = trimmed(plainWords(field, source, notes).replace(/\s+/g, ' '));
  if (line === '') return null;
  if (line.length <= LONGEST_LINE) return line;
  notes.mended(field, 'Was too long for one line', 'Kept the beginning; the whole is in the source record.');
  return cutAtSentence(line, LONGEST_LINE);
}

/** The first sentences that say something, at most about forty words. */
export function summaryOf(description: string | null): string | null {
  if (description === null) return null;
  // Addresses of links belong in the description.
  const paragraphs = description.replace(/ \(https?:[^\s)]*\)/g, '').split('\n\n');
  const telling = paragraphs.find((paragraph) => paragraph.length >= SHORTEST_SUMMARY) ?? paragraphs[0];
  const lines = (telling ?? description).split('\n').map((line) => line.replace(/^• /, ''));
  const line = lines.join(telling?.includes('• ') ? '; ' : ' ').replace(/\s+/g, ' ');
  return line.length <= SUMMARY_LENGTH ? line : cutAtSentence(line, SUMMARY_LENGTH);
}

function plainWords(field: string, source: string, notes: Notes): string {
  const html = source.slice(0, LONGEST_HTML);
  if (!HTML.test(html)) return tidySpaces(html);
  if (ACTIVE_CONTENT.test(html)) {
    notes.mended(field, 'Held code that would run on a page', 'Left the code out and kept the words.');
  } else {
    notes.tidied(field, 'Was written as a web page', 'Kept the words and left out the formatting.');
  }
  if (MEDIA.test(html)) {
    notes.mended(field, 'Held a picture or a recording', 'Left it out and kept the words.');
  }
  const once = fromHtml(field, html, notes);
  // Some directories escape their markup twice.
  return tidySpaces(BLOCKS.test(once) || /<\/p>/i.test(once) ? fromHtml(field, once, notes) : once);
}

function tidySpaces(text: string): string {
  return trimmed(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n'),
  );
}

function cutAtSentence(text: string, most: number): string {
  const start = text.slice(0, most - 1);
  const sentence = Math.max(start.lastIndexOf('. '), start.lastIndexOf('.\n'), start.lastIndexOf('\n\n'));
  if (sentence > most * 0.6) return trimmed(start.slice(0, sentence + 1));
  const word = start.lastIndexOf(' ');
  return `${trimmed(start.slice(0, word > most * 0.6 ? word : most - 1)).toWellFormed()}…`;
}
