import { type Clock, dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, type Database, nowOf, withinCouncil } from '../../../platform/db/council.ts';
import { findPairs } from '../../duplicates/finding.store.ts';
import { detailReader } from '../feed-details.ts';
import {
  type FeedCaps,
  type FirstPage,
  firstPageAt,
  type PageMark,
  type PageRead,
  pagesAt,
} from '../feed-pages.ts';
import type { FetchLimits } from '../fetching/fetch-json.ts';
import { Unreadable } from '../fetching/unreadable.ts';
import { saveFeedRead } from '../imports.store.ts';
import { BrokenFeed, closingNotes, recordReader } from '../read-feed.ts';
import { objectIn, storableJson, textIn } from '../records/json-values.ts';
import type { ReadRecord } from '../records/read-outcome.ts';
import { heedsChanges } from './changes-only.ts';
import { goOnAt } from './feed-schedule.ts';
import {
  endReading,
  keepSome,
  keptAfter,
  keptOfPage,
  type RecordCame,
  readWhole,
  takeReading,
  type Underway,
  underway,
  waitUntil,
} from './reading.store.ts';

export interface ReadingParts {
  database: Database;
  clock: Clock;
  councilId: number;
  limits: FetchLimits;
  caps: FeedCaps;
}

/** Details fetched before they are kept: what a crash may cost. */
const keepEvery = 25;
const hourMs = 3_600_000;

/** An editor paused the feed or gave the reading up. */
class LeftOff extends Error {}

/**
 * Reads a due feed, or goes on with a reading that stopped. All that comes is kept as it comes; the directory changes
 * only once the whole reading is here, in one transaction. What stops it is kept for the editor, never thrown, unless
 * it is a fault of ours.
 */
export async function keepReading(parts: ReadingParts, feedId: string): Promise<void> {
  const reading = await within(parts, (db) => takeReading(db, feedId));
  if (!reading) return;
  try {
    if (!reading.isListed) await fetchAll(parts, reading);
    await within(parts, (db) => write(db, feedId, null));
    await within(parts, (db) => findPairs(db));
  } catch (error) {
    if (parts.limits.stopping?.aborted || error instanceof LeftOff) return;
    const because =
      error instanceof Unreadable ? error : new Unreadable('something went wrong on our side', hourMs);
    await within(parts, (db) => stop(db, feedId, because));
    if (because !== error) throw error;
  }
}

async function fetchAll(parts: ReadingParts, reading: Underway): Promise<void> {
  const kept = await within(parts, (db) => keptOfPage(db, reading));
  const start = reading.mark ?? (await begin(parts, reading));
  let last: PageMark | null = reading.mark;
  let { hasNoDetails } = reading;
  for await (const page of pagesAt(start, parts.limits, parts.caps)) {
    hasNoDetails = await keepPage(parts, { ...reading, hasNoDetails }, page, kept);
    kept.clear();
    last = page.after;
  }
  await goOn(parts, reading, [], { mark: last, hasNoDetails, isListed: true });
}

/** The first page: of what changed if the feed heeds being asked for that, else of everything. */
async function begin(parts: ReadingParts, reading: Underway): Promise<FirstPage> {
  const { url, changedSince } = reading;
  const whole = await firstPageAt(url, parts.limits);
  if (changedSince === null) return whole;
  const changed = await firstPageAt(url, parts.limits, changedSince).catch((error) => {
    if (error instanceof Unreadable && error.againInMs === null) return null;
    throw error;
  });
  if (changed && heedsChanges(changed.page, whole.page, changedSince)) return changed;
  await within(parts, (db) => readWhole(db, reading));
  return whole;
}

/** Keeps a page, with the details its list leaves out. @returns whether the feed turned out to serve no details */
async function keepPage(
  parts: ReadingParts,
  reading: Underway,
  page: PageRead,
  kept: ReadonlySet<string>,
): Promise<boolean> {
  const { hasNoDetails: hasGivenUp } = reading;
  const details = detailReader(page.before.listUrl, parts.limits, { hasGivenUp, canGoOnLater: true });
  const state = (mark: PageMark) => ({ mark, hasNoDetails: details.hasGivenUp(), isListed: false });
  let came: RecordCame[] = [];
  try {
    for (const record of page.records) {
      const id = textIn(objectIn(record), 'id');
      if (id !== null && kept.has(id)) continue;
      const whole = page.isPaged ? await details.detailed(record) : { record, trouble: null };
      came.push(recordCame(page, id, whole));
      if (whole.record === record || came.length < keepEvery) continue;
      await goOn(parts, reading, came, state(page.before));
      came = [];
    }
  } catch (error) {
    if (!(error instanceof LeftOff)) await goOn(parts, reading, came, state(page.before));
    throw error;
  }
  await goOn(parts, reading, came, state(page.after));
  return details.hasGivenUp();
}

function recordCame(
  page: PageRead,
  id: string | null,
  { record, trouble }: { record: RecordCame['raw']; trouble: string | null },
): RecordCame {
  const stored = storableJson(record);
  const source_id = id === null ? null : (storableJson(id)?.value as string);
  const tooDeep = 'Is nested too deeply to be a record';
  return {
    page: page.number,
    feed_version: page.version,
    source_id,
    raw: stored?.value ?? null,
    trouble: stored === null ? tooDeep : trouble,
  };
}

async function goOn(parts: ReadingParts, ...[reading, came, at]: KeepSome): Promise<void> {
  if (!(await within(parts, (db) => keepSome(db, reading, came, at)))) throw new LeftOff();
}
type KeepSome = [Underway, Parameters<typeof keepSome>[2], Parameters<typeof keepSome>[3]];

/** Goes on later when that may help; otherwise the reading ends here and changes nothing. */
async function stop(db: CouncilDb, feedId: string, because: Unreadable): Promise<void> {
  const reading = await underway(db, feedId);
  if (!reading) return;
  const { againInMs } = because;
  const until = againInMs === null ? null : goOnAt(nowOf(db), againInMs, reading.stops + 1);
  if (until) return waitUntil(db, reading, because.message, until);
  const page = (reading.mark?.pages ?? 0) + 1;
  await write(db, feedId, new BrokenFeed(reading.url, page, reading.records, because.message).message);
}

/** Everything that came, written to the directory in the caller's transaction; nothing when it broke. */
async function write(db: CouncilDb, feedId: string, brokenBecause: string | null): Promise<void> {
  const reading = await underway(db, feedId);
  if (!reading) return;
  const { name, url: source, startedAt, changedSince } = reading;
  const now = nowOf(db);
  const reads = await readsOf(db, reading);
  const isChangesOnly = changedSince !== null;
  const closing = [...closingNotes(reading.mark?.said ?? null, reads.length, reading.hasNoDetails)];
  const notes = brokenBecause || (isChangesOnly && reads.length === 0) ? [] : closing;
  await saveFeedRead(db, {
    ...{ name, source, startedAt, finishedAt: now, brokenBecause, isChangesOnly, reads },
    isShort: notes.some(({ isShort }) => isShort),
    keepsWhatWasRead: false,
    notes: notes.map(({ text }) => text),
  });
  await endReading(db, reading, brokenBecause === null);
}

async function readsOf(db: CouncilDb, { feedId, name, url }: Underway): Promise<ReadRecord[]> {
  const reader = recordReader({ name, url }, dayOf(nowOf(db)));
  const reads: ReadRecord[] = [];
  for (let last = 0; ; ) {
    const some = await keptAfter(db, feedId, last);
    for (const { version, raw, trouble } of some) reads.push(reader.read(version, raw, trouble));
    if (some.length === 0) return reads;
    last = some.at(-1)?.position ?? last;
  }
}

/** Nobody's account reads by itself; what it writes is its source's word. */
const reader = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'Reading by itself',
  role: 'directory-editor',
  teamIds: [],
};

function within<Value>(
  { database, clock, councilId }: ReadingParts,
  act: (db: CouncilDb) => Promise<Value>,
): Promise<Value> {
  return withinCouncil(database, { councilId, actor: reader, now: clock.now(), requestId: 'feeds' }, act);
}
