import { sql } from 'kysely';
import { tellPerson } from '../../people/messages/messages.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { findVersion } from '../stories.store.ts';
import type { StoryVersion } from '../story.ts';
import { type Giveaway, giveawaysIn, type KnownOfThem } from './giveaways.ts';

interface KnownRow {
  names: (string | null)[];
  addresses: { lines: string; postcode: string | null; isProtected: boolean }[];
}

/**
 * What the record knows that might stand in a story: names, addresses, and which of those are protected. Of those they look out
 * for too, as far as whoever asks may see them.
 */
export async function knownOf(db: CouncilReader, personId: string): Promise<KnownOfThem> {
  const council = councilOf(db);
  const [row] = await readRows<KnownRow>(
    db,
    sql`with cared_for as (select r.person_id as id from person_around r
        where r.council_id = ${council} and r.carer_person_id = ${personId})
      select array(select p.full_name from person p where p.council_id = ${council} and p.id = ${personId}
        union select p.known_as from person p where p.council_id = ${council} and p.id = ${personId}
        union select a.name from person_around a where a.council_id = ${council} and a.person_id = ${personId}
        union select unnest(array[p.full_name, p.known_as]) from person p join cared_for f on f.id = p.id
          where p.council_id = ${council}) as names,
      coalesce((select json_agg(json_build_object('lines', a.lines, 'postcode', a.postcode, 'isProtected', a.is_protected))
        from address a where a.council_id = ${council} and (a.person_id = ${personId} or (a.is_protected and a.person_id in (
          select r.carer_person_id from person_around r where r.council_id = ${council} and r.person_id = ${personId}
          union select id from cared_for)))), '[]') as addresses`,
  );
  const strings = (isProtected: boolean) =>
    (row?.addresses ?? [])
      .filter((one) => one.isProtected === isProtected)
      .flatMap(({ lines, postcode }) => [lines, ...lines.split(/[\n,]+/), postcode ?? ''])
      .map((part) => part.trim())
      .filter((part) => part.length > 3);
  return {
    names: (row?.names ?? []).filter((name) => name !== null),
    places: strings(false),
    protected: strings(true),
  };
}

/** Everything a version says, for looking through. */
export const textOf = (version: StoryVersion): string =>
  [version.title, version.theirWords, version.retelling, ...version.pieces.map(({ inWords }) => inWords)]
    .filter(Boolean)
    .join('\n\n');

/** S-6: what in a version might tell who somebody is. */
export async function lookedThrough(
  db: CouncilReader,
  personId: string,
  version: StoryVersion,
): Promise<Giveaway[]> {
  return giveawaysIn(textOf(version), await knownOf(db, personId));
}

/** How one version was last looked over. */
export interface LookedOver {
  decided: 'settled' | 'not-yet';
  words: string;
  lookedAt: Date;
  byName: string;
}

export async function lookedOverOf(db: CouncilReader, versionId: string): Promise<LookedOver | null> {
  const [last] = await readRows<LookedOver>(
    db,
    sql`select k.decided, k.words, k.looked_at as "lookedAt", a.name as "byName" from story_check k
      join account a on a.council_id = k.council_id and a.id = k.looked_by
      where k.council_id = ${councilOf(db)} and k.version_id = ${versionId} order by k.looked_at desc, k.id desc limit 1`,
  );
  return last ?? null;
}

/** S-6: keeps what somebody found who looked a version over; never whoever wrote its retelling. */
export async function keepLookedOver(
  db: CouncilDb,
  looked: { personId: string; versionId: string; decided: 'settled' | 'not-yet'; words: string },
): Promise<Refusal | undefined> {
  const version = await findVersion(db, looked.versionId);
  const by = actorOf(db).accountId;
  if (version.retoldBy === by)
    return refuse('S-6', 'you wrote this retelling yourself', 'ask a colleague to look it over');
  const found = await lookedThrough(db, looked.personId, version);
  if (looked.decided === 'settled' && found.some(({ kind }) => kind === 'protected'))
    return refuse('S-5', 'an address that is protected stands in these words', 'take it out together first');
  const id = newId();
  await db
    .insertInto('story_check')
    .values({
      ...{ council_id: councilOf(db), id, version_id: version.id, words: looked.words },
      ...{ decided: looked.decided, found: JSON.stringify(found.map(({ kind }) => kind)) },
      ...{ looked_at: nowOf(db), looked_by: by, written_by: version.retoldBy },
    })
    .execute();
  await tellWhoWaits(db, looked, id);
  return undefined;
}

/** Its teller hears of it who wants everybody to see this version, and waits for that. */
async function tellWhoWaits(
  db: CouncilDb,
  { personId, versionId }: { personId: string; versionId: string },
  checkId: string,
): Promise<void> {
  const [waiting] = await readRows<{ storyId: string }>(
    db,
    sql`select c.story_id as "storyId" from story_consent c where c.council_id = ${councilOf(db)} and c.version_id = ${versionId}
      and c.audience = 'public' and c.given_at is null and c.ended_at is null`,
  );
  if (!waiting) return;
  const reference = `story-looked-over ${checkId}`;
  await tellPerson(db, { personId, reference, about: 'story-looked-over', thingId: waiting.storyId });
}
