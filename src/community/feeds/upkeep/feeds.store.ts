import { sql } from 'kysely';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Conflict, Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { type HowOften, nextReadAt } from './feed-schedule.ts';

/** A directory we read from, as its editor sees it. */
export interface FeedLine {
  feedId: string;
  name: string;
  /** Null when it only ever came from a file or the command. */
  url: string | null;
  source: string;
  howOften: HowOften;
  isPaused: boolean;
  nextReadAt: Date | null;
  /** False when it answers everything although asked for changes only. */
  heedsChanges: boolean | null;
  wholeReadAt: Date | null;
  licence: string | null;
  version: number;
  listed: number;
  reading: ReadingLine | null;
}

/** How far a reading under way has come. */
export interface ReadingLine {
  records: number;
  /** How many it says it holds; null when it does not say. */
  said: number | null;
  startedAt: Date;
  /** Why it waits; null while it goes on. */
  stoppedBecause: string | null;
  isChangesOnly: boolean;
}

export interface FeedSaid {
  name: string;
  url: string;
  howOften: HowOften;
  licence: string | null;
}

type Row = Omit<FeedLine, 'reading'> & { [Key in keyof ReadingLine]: ReadingLine[Key] | null };

const mostFeeds = 200;

/** Every directory we read from, by name. */
export async function readFeeds(db: CouncilReader, feedId: string | null = null): Promise<FeedLine[]> {
  const rows = await readRows<Row>(
    db,
    sql`select f.id as "feedId", f.name, f.url, f.source, f.how_often as "howOften", f.is_paused as "isPaused",
        f.next_read_at as "nextReadAt", f.heeds_changes as "heedsChanges", f.whole_read_at as "wholeReadAt", f.licence, f.version,
        (select count(*) from listing l where l.council_id = f.council_id and l.feed_id = f.id and l.state = 'listed') as listed,
        r.records, r.said_records as said, r.started_at as "startedAt", r.stopped_because as "stoppedBecause",
        r.changed_since is not null as "isChangesOnly"
      from feed f left join feed_reading r on r.council_id = f.council_id and r.feed_id = f.id
      where f.council_id = ${councilOf(db)} and (${feedId}::uuid is null or f.id = ${feedId}) order by f.name limit ${mostFeeds}`,
  );
  return rows.map(({ records, said, startedAt, stoppedBecause, isChangesOnly, ...feed }) => ({
    ...feed,
    reading: startedAt && {
      ...{ records: records ?? 0, said, startedAt, stoppedBecause },
      isChangesOnly: isChangesOnly ?? false,
    },
  }));
}

export async function readFeedLine(db: CouncilReader, feedId: string): Promise<FeedLine> {
  const [feed] = await readFeeds(db, feedId);
  if (!feed) throw new Unknown();
  return feed;
}

/** @returns whether another directory has this name */
export async function isNameTaken(
  db: CouncilReader,
  name: string,
  feedId: string | null = null,
): Promise<boolean> {
  const rows = await readRows(
    db,
    sql`select from feed where council_id = ${councilOf(db)} and lower(name) = lower(${name}) and id is distinct from ${feedId}::uuid`,
  );
  return rows.length > 0;
}

/** A feed to read from now on; read for the first time as soon as can be. */
export async function addFeed(db: CouncilDb, { name, url, howOften, licence }: FeedSaid): Promise<string> {
  const id = newId();
  await sql`insert into feed (council_id, id, name, source, url, how_often, licence, next_read_at)
    values (${councilOf(db)}, ${id}, ${name}, ${url}, ${url}, ${howOften}, ${licence}, ${nowOf(db)})`.execute(
    db,
  );
  return id;
}

/** At another address what was kept of a reading is another feed's, and whether it heeds changes is not known. */
export async function changeFeed(
  db: CouncilDb,
  feedId: string,
  said: FeedSaid,
  version: number,
): Promise<void> {
  const council = councilOf(db);
  const { rows } = await sql<{
    name: string;
    url: string | null;
    version: number;
  }>`select name, url, version from feed
    where council_id = ${council} and id = ${feedId} for update`.execute(db);
  const before = rows[0];
  if (!before) throw new Unknown();
  if (before.version !== version)
    throw new Conflict(
      'Somebody else changed this directory meanwhile.',
      { who: 'Stands now', words: `${before.name}, ${before.url ?? 'no address'}` },
      `${said.name}, ${said.url}`,
    );
  const isElsewhere = before.url !== said.url;
  await sql`update feed set name = ${said.name}, url = ${said.url}, how_often = ${said.howOften}, licence = ${said.licence},
      version = version + 1,
      next_read_at = case when ${isElsewhere} then ${nowOf(db)}::timestamptz
        when how_often = ${said.howOften} then next_read_at
        else ${nextReadAt(said.howOften, nowOf(db))}::timestamptz end,
      changed_since = case when ${isElsewhere} then null else changed_since end,
      heeds_changes = case when ${isElsewhere} then null else heeds_changes end
    where council_id = ${council} and id = ${feedId}`.execute(db);
  if (isElsewhere) await giveUpReading(db, feedId);
}

/** Paused, nothing of it is asked for; a reading under way waits where it is. */
export async function pauseFeed(db: CouncilDb, feedId: string, isPaused: boolean): Promise<void> {
  const paused = await sql`update feed set is_paused = ${isPaused}
    where council_id = ${councilOf(db)} and id = ${feedId}`.execute(db);
  if (!paused.numAffectedRows) throw new Unknown();
}

/** Due now: the next round reads it, or goes on with what stopped. `isAfresh` gives up what has come of a reading. */
export async function readNow(db: CouncilDb, feedId: string, isAfresh: boolean): Promise<boolean> {
  const due = await sql`update feed set next_read_at = ${nowOf(db)}, is_paused = false
    where council_id = ${councilOf(db)} and id = ${feedId} and url is not null`.execute(db);
  if (isAfresh) await giveUpReading(db, feedId);
  return Boolean(due.numAffectedRows);
}

async function giveUpReading(db: CouncilDb, feedId: string): Promise<void> {
  await sql`delete from feed_reading where council_id = ${councilOf(db)} and feed_id = ${feedId}`.execute(db);
}
