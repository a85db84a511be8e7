import { type FeedPage, feedPageOf, isFeedFrontPage } from './feed-page.ts';
import { type FetchLimits, fetchJson, Unreadable } from './fetch-json.ts';

/** Enough for 200,000 records at the usual hundred a page. */
const MOST_PAGES = 2_000;
const RECORDS_A_PAGE = '100';

/**
 * Every page of a feed on the web, in order. It ends where the feed says it ends, at an empty page, or where a page
 * comes round again; more pages than the cap, or a page that cannot be read, is `Unreadable`.
 */
export async function* pagesAt(
  source: string,
  limits: FetchLimits,
  maxPages = MOST_PAGES,
): AsyncGenerator<FeedPage & { listUrl: string }> {
  let { page, listUrl } = await firstPage(source, limits);
  // Some feeds count their pages from 0 and some from 1, so the first answer says which.
  let number = page.pageNumber ?? 1;
  const firstNumber = number;
  let previous = '';
  for (let read = 1; ; read += 1) {
    const content = JSON.stringify(page.records);
    if (page.records.length === 0 || content === previous) return;
    yield { ...page, listUrl };
    const isKnownLast =
      page.isLast ?? (page.totalPages !== null && number - firstNumber + 1 >= page.totalPages);
    if (isKnownLast || !page.isPaged) return;
    if (read >= maxPages) throw new Unreadable(`it has more than ${maxPages} pages`);
    previous = content;
    number += 1;
    page = await pageAt(numbered(listUrl, number), limits);
  }
}

/** The first page; an address of a whole feed leads to its list of services. */
async function firstPage(source: string, limits: FetchLimits): Promise<{ page: FeedPage; listUrl: string }> {
  if (!URL.canParse(source)) throw new Unreadable('it is not a web address');
  const asked = withPageSize(source);
  const fetched = await fetchJson(asked, limits);
  if ('because' in fetched) throw new Unreadable(fetched.because);
  if (isFeedFrontPage(fetched.body)) {
    const list = new URL(fetched.url);
    list.pathname = `${list.pathname.replace(/\/+$/, '')}/services`;
    return { page: await pageAt(list.href, limits), listUrl: list.href };
  }
  const page = feedPageOf(fetched.body);
  if (typeof page === 'string') throw new Unreadable(page);
  return { page, listUrl: fetched.url };
}

async function pageAt(url: string, limits: FetchLimits): Promise<FeedPage> {
  const fetched = await fetchJson(url, limits);
  if ('because' in fetched) throw new Unreadable(fetched.because);
  const page = feedPageOf(fetched.body);
  if (typeof page === 'string') throw new Unreadable(page);
  return page;
}

function withPageSize(source: string): string {
  const url = new URL(source);
  if (!url.searchParams.has('per_page')) url.searchParams.set('per_page', RECORDS_A_PAGE);
  return url.href;
}

function numbered(listUrl: string, number: number): string {
  const url = new URL(listUrl);
  url.searchParams.set('page', String(number));
  return url.href;
}
