import { type RawBuilder, sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { askAfterIntroducing, mayMove, moved, type Stage, type Standing, type Way } from './introduction.ts';

/** An introduction with the name of what it is to. */
export interface Introduction extends Standing {
  introductionId: string;
  personId: string;
  listingId: string;
  listingName: string;
  how: Way;
  why: string;
  permissionWords: string;
  offeredByName: string | null;
  endedOn: Day | null;
  endedWhy: string | null;
  askOn: Day | null;
}

const columns = sql`i.id as "introductionId", i.person_id as "personId", i.listing_id as "listingId",
  l.name as "listingName", i.stage, i.how, i.why, i.permission_words as "permissionWords", a.name as "offeredByName",
  i.offered_on as "offeredOn", i.agreed_on as "agreedOn", i.introduced_on as "introducedOn", i.went_on as "wentOn",
  i.still_going_30_on as "stillGoing30On", i.still_going_90_on as "stillGoing90On", i.ended_on as "endedOn",
  i.ended_why as "endedWhy", i.ask_on as "askOn"`;

const joined = (council: number): RawBuilder<unknown> => sql`introduction i
  join listing l on l.council_id = ${council} and l.id = i.listing_id
  left join account a on a.council_id = i.council_id and a.id = i.offered_by`;

/** A person's introductions, those still going on first. */
export async function introductionsOf(db: CouncilReader, personId: string): Promise<Introduction[]> {
  const council = councilOf(db);
  return readRows<Introduction>(
    db,
    sql`select ${columns} from ${joined(council)} where i.council_id = ${council} and i.person_id = ${personId}
      order by i.ended_on is not null, i.offered_on desc, i.id desc limit 100`,
  );
}

/** @throws Unknown when this council has no such introduction */
export async function readIntroduction(db: CouncilReader, id: string): Promise<Introduction> {
  const council = councilOf(db);
  const [row] = await readRows<Introduction>(
    db,
    sql`select ${columns} from ${joined(council)} where i.council_id = ${council} and i.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return row;
}

export interface NewIntroduction {
  personId: string;
  listingId: string;
  how: Way;
  why: string;
  /** How the person said yes to being introduced. */
  permissionWords: string;
}

/** Offers a person an introduction; a group they are already being introduced to is not offered twice. */
export async function offerIntroduction(db: CouncilDb, offer: NewIntroduction): Promise<string | Refusal> {
  const council = councilOf(db);
  const { personId, listingId, how, why, permissionWords } = offer;
  const { rows } = await sql<{
    id: string;
  }>`insert into introduction (council_id, id, person_id, listing_id, how, why,
      permission_words, offered_by, offered_on)
    values (${council}, ${newId()}, ${personId}, ${listingId}, ${how}, ${why}, ${permissionWords},
      ${actorOf(db).accountId}, ${dayOf(nowOf(db))})
    on conflict (council_id, person_id, listing_id) where ended_on is null do nothing returning id`.execute(
    db,
  );
  const id = rows[0]?.id;
  if (!id)
    return refuse(
      'Introductions',
      'they are being introduced to this group already',
      'carry on with that introduction',
    );
  const voices: Voice[] = [
    { voice: 'said', words: permissionWords },
    { voice: 'note', words: why },
  ];
  await tell(db, await readIntroduction(db, id), 'Offered', voices);
  return id;
}

/** Moves an introduction on by the rule, and tells the person's story. A row lock keeps two people from moving it twice. */
export async function moveIntroduction(
  db: CouncilDb,
  id: string,
  next: Stage,
  why: string | null,
): Promise<Introduction | Refusal> {
  const council = councilOf(db);
  await sql`select from introduction where council_id = ${council} and id = ${id} for update`.execute(db);
  const now = await readIntroduction(db, id);
  const today = dayOf(nowOf(db));
  const refusal = mayMove(now, next, today);
  if (refusal) return refusal;
  const after = moved(now, next, today);
  const hasEnded = next === 'not-for-me' || next === 'declined-by-group';
  await sql`update introduction set stage = ${next}, agreed_on = ${after.agreedOn}, introduced_on = ${after.introducedOn},
      went_on = ${after.wentOn}, still_going_30_on = ${after.stillGoing30On}, still_going_90_on = ${after.stillGoing90On},
      ended_on = ${hasEnded ? today : null}, ended_why = ${hasEnded ? why : null}, ask_on = ${after.askOn},
      version = version + 1
    where council_id = ${council} and id = ${id}`.execute(db);
  const told = why ? [{ voice: next === 'not-for-me' ? 'said' : 'note', words: why } satisfies Voice] : [];
  await tell(db, now, titles[next], told);
  return readIntroduction(db, id);
}

/** It has not happened yet: ask again in a fortnight. */
export async function askAgain(db: CouncilDb, id: string): Promise<Introduction> {
  const before = await readIntroduction(db, id);
  await sql`update introduction set ask_on = ${addDays(dayOf(nowOf(db)), askAfterIntroducing)}
    where council_id = ${councilOf(db)} and id = ${id} and ask_on is not null`.execute(db);
  return before;
}

const titles: Record<Stage, string> = {
  offered: 'Offered',
  agreed: 'Said yes to being introduced',
  introduced: 'Introduced',
  went: 'Went',
  'still-going': 'Still going',
  'not-for-me': 'Not for me',
  'declined-by-group': 'The group said not now',
};

async function tell(db: CouncilDb, one: Introduction, title: string, voices: Voice[]): Promise<void> {
  await tellTimeline(db, {
    personId: one.personId,
    at: nowOf(db),
    kind: 'introduction',
    title: `${title}: ${one.listingName}`,
    byLine: actorOf(db).name,
    voices,
    link: `/introductions/${one.introductionId}`,
    sourceId: one.introductionId,
  });
}

/** An introduction that somebody should ask about now. */
export interface ToAskAbout {
  introductionId: string;
  personId: string;
  personName: string;
  listingName: string;
  stage: Stage;
  askOn: Day;
}

/**
 * For Today: introductions of the people this worker is alongside, to ask about today or before; "did it happen?"
 * two weeks after introducing, "still going?" 30 and 90 days after they first went. Longest waiting first.
 */
export async function introductionsToAskAbout(db: CouncilReader, most = 20): Promise<ToAskAbout[]> {
  const council = councilOf(db);
  const actor = actorOf(db);
  return readRows<ToAskAbout>(
    db,
    sql`select i.id as "introductionId", i.person_id as "personId", coalesce(p.known_as, p.full_name) as "personName",
        l.name as "listingName", i.stage, i.ask_on as "askOn"
      from introduction i
      join person p on p.council_id = i.council_id and p.id = i.person_id
      join listing l on l.council_id = ${council} and l.id = i.listing_id
      where i.council_id = ${council} and i.ask_on <= ${dayOf(nowOf(db))} and p.died_on is null
        and exists (select from relationship r where r.council_id = i.council_id and r.person_id = i.person_id
          and r.why <> 'break-glass' and (r.ends_at is null or r.ends_at > ${nowOf(db)})
          and (r.account_id = ${actor.accountId} or r.team_id = any (${actor.teamIds}::uuid[])))
      order by i.ask_on, i.id limit ${most}`,
  );
}
