import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { identityOf } from '../people.store.ts';
import { nameFor } from '../person.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import type { AboutLine } from './about-me.ts';
import { type Heading, headingsOf } from './headings.ts';

/** The headings this council uses. */
export async function headingsHere(db: CouncilReader): Promise<readonly Heading[]> {
  const [row] = await readRows<{ settings: Record<string, unknown> }>(
    db,
    sql`select settings from council where council_id = ${councilOf(db)}`,
  );
  return headingsOf(row?.settings ?? {});
}

/** What the council is called, for the paper it gives. */
export async function councilNameHere(db: CouncilReader): Promise<string> {
  const [row] = await readRows<{ name: string }>(
    db,
    sql`select name from council where council_id = ${councilOf(db)}`,
  );
  return row?.name ?? '';
}

/** Everything somebody wrote about themselves: what stands and what stood before, latest first. */
export async function aboutLines(db: CouncilReader, personId: string): Promise<AboutLine[]> {
  return readRows<AboutLine>(
    db,
    sql`select l.id, l.heading, l.words, l.said_on as "saidOn", l.is_current as "isCurrent",
      case when l.told is not null then a.name end as "writtenBy"
    from about_me l left join account a on a.council_id = l.council_id and a.id = l.said_by
    where l.council_id = ${councilOf(db)} and l.person_id = ${personId}
    order by l.said_at desc, l.id desc limit 300`,
  );
}

export interface NewWords {
  heading: Pick<Heading, 'key' | 'heading'>;
  /** Null takes away what stands; it is kept among the earlier words. */
  words: string | null;
  told: 'together' | 'phone' | 'paper' | null;
  /** The line that stood when the page was opened; null when none did. */
  instead: string | null;
}

/**
 * Keeps somebody's words under a heading in the place of those that stood; those are kept. Two at once: the second is
 * shown what the first wrote. The story tells what was written.
 */
export async function sayAboutMe(db: CouncilDb, personId: string, said: NewWords): Promise<void> {
  await readRows(
    db,
    sql`select id from person where council_id = ${councilOf(db)} and id = ${personId} for update`,
  );
  const stands = (await aboutLines(db, personId)).find(
    (line) => line.isCurrent && line.heading === said.heading.key,
  );
  if ((stands?.words ?? null) === said.words) return;
  if ((stands?.id ?? null) !== said.instead)
    throw new Conflict(
      'Somebody wrote here a moment ago. Look at both, and keep what is right.',
      { who: stands?.writtenBy ?? nameFor(await identityOf(db, personId)), words: stands?.words ?? '' },
      said.words ?? '',
    );
  if (stands) await letRest(db, stands.id);
  if (said.words === null) return;
  const id = newId();
  await insertLine(db, personId, id, stands?.id ?? null, { ...said, words: said.words });
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'about-me',
    title: `About me: ${said.heading.heading}`,
    byLine: actorOf(db).name,
    voices: [{ voice: 'said', words: said.words, who: nameFor(await identityOf(db, personId)) }],
    link: `/people/${personId}/about-me`,
    sourceId: id,
  });
}

async function letRest(db: CouncilDb, id: string): Promise<void> {
  await sql`update about_me set is_current = false where council_id = ${councilOf(db)} and id = ${id}`.execute(
    db,
  );
}

async function insertLine(
  db: CouncilDb,
  personId: string,
  id: string,
  replaces: string | null,
  { heading, words, told }: NewWords & { words: string },
): Promise<void> {
  const now = nowOf(db);
  await db
    .insertInto('about_me')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      heading: heading.key,
      words,
      said_on: dayOf(now),
      said_at: now,
      said_by: actorOf(db).accountId,
      told,
      replaces,
    })
    .execute();
}
