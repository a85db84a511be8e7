import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Audience } from './letting-out.ts';

/** A yes being put together, one thing a page; nothing of it stands until it is given. */
export interface ConsentDraft {
  id: string;
  storyId: string;
  versionId: string;
  audience: Audience;
  teamId: string | null;
  teamName: string | null;
  nameShown: 'none' | 'first' | 'chosen' | null;
  nameTold: string | null;
  withPieces: boolean | null;
  months: number | null;
  whoAsked: string | null;
  whoWasThere: string | null;
  isFree: 'free' | 'unsure' | null;
}

/** The yes that is being put together for a story, if there is one. */
export async function draftOf(db: CouncilReader, storyId: string): Promise<ConsentDraft | null> {
  const [draft] = await readRows<ConsentDraft>(
    db,
    sql`select c.id, c.story_id as "storyId", c.version_id as "versionId", c.audience, c.team_id as "teamId",
        (select t.name from team t where t.council_id = c.council_id and t.id = c.team_id) as "teamName",
        c.name_shown as "nameShown", c.name_told as "nameTold", c.with_pieces as "withPieces", c.months, c.who_asked as "whoAsked",
        c.who_was_there as "whoWasThere", c.is_free as "isFree"
      from story_consent c where c.council_id = ${councilOf(db)} and c.story_id = ${storyId} and c.given_at is null and c.ended_at is null`,
  );
  return draft ?? null;
}

/** A yes that stands: waiting out its cooling-off days, or seen. */
export interface Consent {
  id: string;
  storyId: string;
  versionNumber: number;
  audience: Audience;
  teamName: string | null;
  nameTold: string | null;
  givenAt: Date;
  fromAt: Date;
  untilOn: Day;
  askOn: Day;
  silentUntilOn: Day;
  askedAt: Date | null;
  /** Cooling-off is not over. */
  isWaiting: boolean;
  /** The audience sees it now. Neither waiting nor seen: it cannot be there at the moment. */
  isSeen: boolean;
}

const consentColumns = (
  now: Date,
) => sql`c.id, c.story_id as "storyId", v.number as "versionNumber", c.audience,
  (select t.name from team t where t.council_id = c.council_id and t.id = c.team_id) as "teamName", c.name_told as "nameTold",
  c.given_at as "givenAt", c.from_at as "fromAt", c.until_on as "untilOn", c.ask_on as "askOn",
  c.silent_until_on as "silentUntilOn", c.asked_at as "askedAt", c.from_at > ${now} as "isWaiting",
  exists (select from stories_let_out(${now}, ${dayOf(now)}) o where o.consent_id = c.id) as "isSeen"`;

const standing = (now: Date) => sql`c.given_at is not null and c.ended_at is null
  and c.until_on >= ${dayOf(now)} and c.silent_until_on >= ${dayOf(now)}`;

/** What stands of a story's consents. One that a later one took the place of is not among them, even when that has ended. */
export const consentsOf = (db: CouncilReader, storyId: string): Promise<Consent[]> =>
  consentsWhere(db, sql`c.story_id = ${storyId}`);

/** The same, of all that one person told. */
export const consentsOfPerson = (db: CouncilReader, personId: string): Promise<Consent[]> =>
  consentsWhere(
    db,
    sql`c.story_id in (select s.id from story s where s.council_id = c.council_id and s.person_id = ${personId})`,
  );

async function consentsWhere(db: CouncilReader, which: ReturnType<typeof sql>): Promise<Consent[]> {
  const now = nowOf(db);
  return readRows<Consent>(
    db,
    sql`select ${consentColumns(now)} from story_consent c
      join story_version v on v.council_id = c.council_id and v.id = c.version_id
      where c.council_id = ${councilOf(db)} and ${which} and ${standing(now)}
        and not exists (select from story_consent later where later.council_id = c.council_id and later.story_id = c.story_id
          and later.audience = c.audience and later.team_id is not distinct from c.team_id and later.given_at > c.given_at
          and later.from_at <= ${now} and (later.ended_at is null or later.ended_at >= later.from_at))
      order by c.given_at desc, c.id`,
  );
}

export async function findConsent(db: CouncilReader, storyId: string, consentId: string): Promise<Consent> {
  const found = (await consentsOf(db, storyId)).find(({ id }) => id === consentId);
  if (!found) throw new Unknown();
  return found;
}

/** Whether a yes was taken back before: pressing twice says the same. */
export async function wasTakenBack(db: CouncilReader, storyId: string, consentId: string): Promise<boolean> {
  const [row] = await readRows<{ was: boolean }>(
    db,
    sql`select exists (select from story_consent c where c.council_id = ${councilOf(db)} and c.story_id = ${storyId}
      and c.id = ${consentId} and c.ended_at is not null) as was`,
  );
  return row?.was ?? false;
}

/** The teams alongside somebody: those that a story can be let out to. */
export async function teamsAlongside(
  db: CouncilReader,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  return readRows<{ id: string; name: string }>(
    db,
    sql`select distinct t.id, t.name from relationship r join team t on t.council_id = r.council_id and t.id = r.team_id
      where r.council_id = ${councilOf(db)} and r.person_id = ${personId} and r.why <> 'break-glass'
        and (r.ends_at is null or r.ends_at > ${nowOf(db)}) order by t.name`,
  );
}

/** S-5: whether nobody beyond this team may be shown a story of theirs. Yes or no, and never why. */
export async function isKeptFromWalls(
  db: CouncilReader,
  personId: string,
  teamId: string | null,
): Promise<boolean> {
  const [row] = await readRows<{ kept: boolean }>(
    db,
    sql`select kept_from_walls(${personId}, ${teamId}::uuid) as kept`,
  );
  return row?.kept ?? true;
}
