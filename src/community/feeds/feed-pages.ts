import { createHash } from 'node:crypto';
import type { Json } from '../listing.ts';
import { type FeedPage, feedPageOf, isFeedFrontPage } from './feed-page.ts';
import { type FetchLimits, fetchJson } from './fetching/fetch-json.ts';
import { megabytes, Unreadable } from './fetching/unreadable.ts';

/** Far more than any council's directory, and no more than a machine can keep. */
export interface FeedCaps {
  readonly maxPages: number;
  readonly maxRecords: number;
  readonly maxFeedBytes: number;
}
export const usualCaps: FeedCaps = {
  maxPages: 2_000,
  maxRecords: 100_000,
  maxFeedBytes: 300 * 1024 * 1024,
};
const RECORDS_A_PAGE = '100';
/** A directory grows while it is read, but not past twice what it said at first. */
const growthAllowed = (said: number) => said * 2 + 500;

/** How far a reading has come: enough to go on from there. */
export interface PageMark {
  /** Where the list is, after redirects and front pages. */
  readonly listUrl: string;
  readonly firstPage: number;
  /** The page to ask for next, as the feed numbers its pages. */
  readonly nextPage: number;
  readonly pages: number;
  readonly records: number;
  readonly bytes: number;
  /** How many records it said it holds, at first. */
  readonly said: number | null;
}

export interface PageRead extends FeedPage {
  /** Where this page is come to again, should not all of it be kept. */
  readonly before: PageMark;
  /** Where to go on from once all of this page is kept. */
  readonly after: PageMark;
  readonly number: number;
  readonly isEnd: boolean;
}

export interface FirstPage {
  readonly page: FeedPage;
  readonly listUrl: string;
  readonly bytes: number;
}

/**
 * Every page of a feed on the web, in order, from the first or from where an earlier try stopped. It ends where the feed
 * says it ends, at an empty page, or where the same page comes again. Pages that go round, more than the caps, and a
 * page that cannot be read are `Unreadable`.
 */
export async function* pagesAt(
  start: FirstPage | PageMark,
  limits: FetchLimits,
  caps: FeedCaps = usualCaps,
): AsyncGenerator<PageRead> {
  const isFirst = 'page' in start;
  const number = isFirst ? (start.page.pageNumber ?? 1) : start.nextPage;
  let mark: PageMark = isFirst ? beginning(start, number) : start;
  let fetched = isFirst ? start : await pageAt(mark, limits);
  const seen = new Map<string, number>();
  for (;;) {
    const { page } = fetched;
    if (page.records.length === 0 || isSameAgain(seen, page.records, mark)) return;
    const before = mark;
    mark = after(mark, fetched, caps);
    const isEnd = !page.isPaged || (page.isLast ?? isPast(page.totalPages, mark));
    yield { ...page, before, after: mark, number: before.nextPage, isEnd };
    if (isEnd) return;
    if (mark.pages >= caps.maxPages) throw new Unreadable(`it has more than ${caps.maxPages} pages`);
    fetched = await pageAt(mark, limits);
  }
}

/** The first page; an address of a whole feed leads to its list of services. */
export async function firstPageAt(
  source: string,
  limits: FetchLimits,
  changedSince: Date | null = null,
): Promise<FirstPage> {
  if (!URL.canParse(source)) throw new Unreadable('it is not a web address');
  const asked = withQuestions(source, changedSince);
  const fetched = await fetchJson(asked, limits);
  if ('because' in fetched) throw fetched.because;
  if (isFeedFrontPage(fetched.body)) {
    const list = new URL(fetched.url);
    list.pathname = `${list.pathname.replace(/\/+$/, '')}/services`;
    return pageOf(await fetchJson(list.href, limits));
  }
  return pageOf(fetched);
}

function pageOf(fetched: Awaited<ReturnType<typeof fetchJson>>): FirstPage {
  if ('because' in fetched) throw fetched.because;
  const page = feedPageOf(fetched.body);
  if (typeof page === 'string') throw new Unreadable(page);
  return { page, listUrl: fetched.url, bytes: fetched.bytes };
}

async function pageAt(mark: PageMark, limits: FetchLimits): Promise<FirstPage> {
  const url = new URL(mark.listUrl);
  url.searchParams.set('page', String(mark.nextPage));
  return pageOf(await fetchJson(url.href, limits));
}

/** Some feeds count their pages from 0 and some from 1, so the first answer says which. */
const beginning = ({ page, listUrl }: FirstPage, number: number): PageMark => ({
  listUrl,
  firstPage: number,
  nextPage: number,
  pages: 0,
  records: 0,
  bytes: 0,
  said: page.totalRecords,
});

function after(mark: PageMark, { page, bytes }: FirstPage, caps: FeedCaps): PageMark {
  const records = mark.records + page.records.length;
  const next = {
    ...mark,
    records,
    bytes: mark.bytes + bytes,
    pages: mark.pages + 1,
    nextPage: mark.nextPage + 1,
  };
  if (records > caps.maxRecords)
    throw new Unreadable(`it holds more than ${inWords(caps.maxRecords)} records`);
  if (next.bytes > caps.maxFeedBytes)
    throw new Unreadable(`all of it is larger than ${megabytes(caps.maxFeedBytes)} MB`);
  if (mark.said !== null && records > growthAllowed(mark.said))
    throw new Unreadable(
      `it said it holds ${inWords(mark.said)} records, and goes on past ${inWords(records)}`,
    );
  return next;
}

const isPast = (totalPages: number | null, { nextPage, firstPage }: PageMark): boolean =>
  totalPages !== null && nextPage - firstPage >= totalPages;

/** The page before once more is the end of a feed that knows no pages; an earlier one is a feed without an end. */
function isSameAgain(seen: Map<string, number>, records: readonly Json[], mark: PageMark): boolean {
  const print = createHash('sha256').update(textOf(records)).digest('base64');
  const before = seen.get(print);
  if (before !== undefined && before !== mark.nextPage - 1)
    throw new Unreadable(`it goes round: its page ${mark.nextPage} is its page ${before} again`);
  seen.set(print, mark.nextPage);
  return before !== undefined;
}

function textOf(records: readonly Json[]): string {
  try {
    return JSON.stringify(records);
  } catch {
    throw new Unreadable('it nests too deeply to be a feed');
  }
}

function withQuestions(source: string, changedSince: Date | null): string {
  const url = new URL(source);
  if (!url.searchParams.has('per_page')) url.searchParams.set('per_page', RECORDS_A_PAGE);
  if (changedSince) url.searchParams.set('modified_after', changedSince.toISOString());
  return url.href;
}

const inWords = (count: number): string => count.toLocaleString('en-GB');
