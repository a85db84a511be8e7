import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Day } from '../../platform/clock.ts';
import type { FeedOrigin, Json } from '../listing.ts';
import { type DetailReader, detailReader, withoutDetails } from './feed-details.ts';
import { type FeedPage, feedPageOf } from './feed-page.ts';
import { type FeedCaps, firstPageAt, pagesAt, usualCaps } from './feed-pages.ts';
import { type FetchLimits, usualLimits } from './fetching/fetch-json.ts';
import { parsed, textOf } from './fetching/json-text.ts';
import { megabytes, Unreadable } from './fetching/unreadable.ts';
import { objectIn } from './records/json-values.ts';
import type { ReadRecord } from './records/read-outcome.ts';
import { type FeedVersion, readRecord, refused } from './records/read-record.ts';

/** A file is given by somebody with the keys of the machine, so it may be far larger than an answer from the web. */
const maxFileBytes = 400 * 1024 * 1024;

export interface FeedOptions extends Partial<FetchLimits & FeedCaps> {
  readonly today: Day;
  /** What to call the feed on screen; its host or file name unless said. */
  readonly name?: string;
  /** Whether to ask for each record's details where the list form leaves them out. Yes unless said. */
  readonly withDetails?: boolean;
}

export type FeedItem =
  /** One record of the feed, and where it stood: counted from 1. */
  | { readonly kind: 'record'; readonly read: ReadRecord; readonly page: number; readonly position: number }
  /** Something to tell the directory's editor about the feed as a whole. */
  | {
      readonly kind: 'note';
      readonly text: string;
      /** Fewer records came than the feed says it holds: those that did not come may still be there. */
      readonly isShort?: boolean;
    };

/**
 * A feed that could not be read to its end. Whatever came before is not the whole of it, and whoever imports must
 * say so or undo it.
 */
export class BrokenFeed extends Error {
  override readonly name = 'BrokenFeed';
  readonly page: number;
  readonly recordsRead: number;
  readonly because: string;

  constructor(source: string, page: number, recordsRead: number, because: string) {
    const before = recordsRead === 0 ? 'Nothing was read' : `${recordsRead} records were read before it`;
    super(`Page ${page} of ${source} could not be read: ${because}. ${before}; the feed is incomplete.`);
    this.page = page;
    this.recordsRead = recordsRead;
    this.because = because;
  }
}

/**
 * Reads a whole Open Referral UK feed, version 1 or 3, or HSDS 3.x, from a file or a web address, record by record.
 * Throws `BrokenFeed` when it cannot be read to its end.
 * @example for await (const item of readFeed('https://directory.example/services', { today })) …
 */
export async function* readFeed(source: string, options: FeedOptions): AsyncGenerator<FeedItem, void> {
  const limits = { ...usualLimits, ...options };
  const isWeb = isWebAddress(source);
  const feed: FeedOrigin = { name: options.name ?? nameOf(source), url: source };
  const pages = isWeb
    ? pagesOnTheWeb(source, limits, { ...usualCaps, ...options })
    : pageInFile(source, options);
  const reader = recordReader(feed, options.today);
  let details: DetailReader | null = null;
  let page = 0;
  let said: number | null = null;
  try {
    for await (const { listUrl, ...content } of pages) {
      page += 1;
      said = content.totalRecords ?? said;
      if (isWeb && content.isPaged && options.withDetails !== false)
        details ??= detailReader(listUrl, limits);
      for (const record of content.records) {
        const whole = (await details?.detailed(record)) ?? { record, trouble: null };
        const read = reader.read(content.version, whole.record, whole.trouble);
        yield { kind: 'record', read, page, position: reader.count() };
      }
    }
  } catch (error) {
    if (error instanceof Unreadable) throw new BrokenFeed(source, page + 1, reader.count(), error.message);
    throw error;
  }
  yield* closingNotes(said, reader.count(), details?.hasGivenUp() ?? false);
}

export const isWebAddress = (source: string): boolean => /^https?:/i.test(source);

async function* pagesOnTheWeb(
  source: string,
  limits: FetchLimits,
  caps: FeedCaps,
): AsyncGenerator<FeedPage & { listUrl: string }> {
  for await (const page of pagesAt(await firstPageAt(source, limits), limits, caps))
    yield { ...page, listUrl: page.after.listUrl };
}

/** Reads records as they come, each id once. */
export function recordReader(feed: FeedOrigin, today: Day) {
  const seen = new Set<string>();
  let count = 0;
  return {
    count: () => count,
    /** @param trouble why its details could not be fetched, or, of a record that is null, why it could not be kept */
    read(version: FeedVersion, record: Json, trouble: string | null): ReadRecord {
      count += 1;
      if (record === null && trouble !== null) return refused(null, null, 'record', trouble);
      const read = readRecord(version, record, { feed, today });
      if (read.outcome === 'refused') return read;
      const { sourceId } = read.listing;
      if (seen.has(sourceId))
        return refused(record, objectIn(record), 'id', 'Has the id of an earlier record');
      seen.add(sourceId);
      if (trouble === null) return read;
      return { ...read, outcome: 'mended', reasons: [...read.reasons, withoutDetails(trouble)] };
    },
  };
}

/** What is to be said of a feed as a whole once all of it came. */
export function* closingNotes(
  said: number | null,
  count: number,
  hasNoDetails: boolean,
): Generator<FeedItem & { kind: 'note' }> {
  if (count === 0) yield { kind: 'note', text: 'The feed holds no records.' };
  if (said !== null && said !== count) {
    const text = `The feed says it holds ${said} records; ${count} came.`;
    yield { kind: 'note', text, ...(count < said && { isShort: true }) };
  }
  if (hasNoDetails)
    yield { kind: 'note', text: 'The feed does not serve details, so what its list says is all we have.' };
}

async function* pageInFile(
  source: string,
  { maxBytes = maxFileBytes }: Partial<FetchLimits>,
): AsyncGenerator<FeedPage & { listUrl: string }> {
  const path = source.startsWith('file:') ? fileURLToPath(source) : source;
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) throw new Unreadable('there is no such file');
  if (file.size > maxBytes) throw new Unreadable(`it is larger than ${megabytes(maxBytes)} MB`);
  const page = feedPageOf(parsed(textOf(await readFile(path))));
  if (typeof page === 'string') throw new Unreadable(page);
  yield { ...page, listUrl: source };
}

function nameOf(source: string): string {
  return URL.canParse(source) && !source.startsWith('file:')
    ? new URL(source).hostname
    : (source.split(/[/\\]/).at(-1) ?? source);
}
