import { compile, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';
import { trimmed } from './json-values.ts';
import { type Notes, quoted } from './read-outcome.ts';
import { readableWebAddress } from './web-address.ts';

const DEEPEST = 60;
/** Marks that part one line from the next; where there are none, the source's own line ends do. */
export const BLOCKS = /<(?:p|br|div|li|h[1-6]|tr)\b/i;

/** Whose words these are, for what is found wrong in them. */
interface Told {
  readonly field: string;
  readonly notes: Notes;
}

/** The library hands `told` on to what formats a link; its types do not say so. */
type Converter = (html: string, told: Told) => string;
type TellingBuilder = Parameters<FormatCallback>[2] & { readonly metadata: Told };

/** The words of a web page, with its lists as lists and its links in brackets. */
export function fromHtml(field: string, html: string, notes: Notes): string {
  const told: Told = { field, notes };
  return (BLOCKS.test(html) ? fromBlocks : fromLines)(html, told);
}

/** "their page (https://…)": the words always stay; the address only when it leads somewhere. */
const linkInWords: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  const href = trimmed(String(element.attribs?.href ?? ''));
  if (href === '' || href.startsWith('#') || /^tel:/i.test(href)) return;
  const words = wordsOf(element.children, 0).toLowerCase();
  const address = mailIn(href) ?? readableWebAddress(href);
  if (address === null) {
    const { field, notes } = (builder as TellingBuilder).metadata;
    notes.mended(field, 'Held a link that leads nowhere', `Kept its words and left out ${quoted(href)}.`);
  } else if (!words.includes(bare(address))) {
    builder.addInline(` (${address})${/\s$/.test(words) ? ' ' : ''}`, { noWordTransform: true });
  }
};

const plain = { options: { uppercase: false } };
const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: DEEPEST, maxChildNodes: 5_000 },
  formatters: { linkInWords },
  selectors: [
    { selector: 'a', format: 'linkInWords' },
    { selector: 'ul', options: { itemPrefix: '• ' } },
    ...['img', 'script', 'style', 'iframe', 'object', 'svg'].map((selector) => ({
      selector,
      format: 'skip',
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...plain })),
  ],
};

// Making these is four fifths of the work of reading a page, so it is done once.
const fromBlocks: Converter = compile({ ...options, preserveNewlines: false });
const fromLines: Converter = compile({ ...options, preserveNewlines: true });

const mailIn = (href: string): string | null =>
  /^(?:mailto:)?([^\s?@:/]+@(?:[a-z0-9-]+\.)+[a-z]{2,24})(?:\?|$)/i.exec(href)?.[1] ?? null;

const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '');

interface Node {
  readonly data?: string | undefined;
  readonly children?: readonly Node[] | undefined;
}

function wordsOf(nodes: readonly Node[] | undefined, depth: number): string {
  if (depth > DEEPEST) return '';
  return (nodes ?? []).map((node) => node.data ?? wordsOf(node.children, depth + 1)).join('');
}
