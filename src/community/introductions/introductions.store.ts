import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { AskingWay, GroupSide } from './group-side/answer.ts';
import type { Standing, Way } from './introduction.ts';
import type { AlongAs } from './went/along.ts';
import type { Said } from './went/story.ts';

/** An introduction with the name of what it is to. */
export interface Introduction extends Standing, GroupSide {
  introductionId: string;
  personId: string;
  listingId: string;
  listingName: string;
  how: Way;
  why: string;
  permissionWords: string;
  /** Would like to come from this day on; null: any day the group meets. */
  comesFrom: Day | null;
  offeredByName: string | null;
  endedOn: Day | null;
  endedWhy: string | null;
  askOn: Day | null;
  groupAskedWay: AskingWay | null;
  groupAnsweredOn: Day | null;
  groupAnswerWords: string | null;
  groupAnsweredBy: string | null;
  along: { name: string; as: AlongAs; on: Day | null; where: string | null } | null;
  said: Said[];
}

const columns = sql`i.id as "introductionId", i.person_id as "personId", i.listing_id as "listingId",
  l.name as "listingName", i.stage, i.how, i.why, i.permission_words as "permissionWords", a.name as "offeredByName",
  i.offered_on as "offeredOn", i.agreed_on as "agreedOn", i.introduced_on as "introducedOn", i.went_on as "wentOn",
  i.still_going_30_on as "stillGoing30On", i.still_going_90_on as "stillGoing90On", i.ended_on as "endedOn",
  i.ended_why as "endedWhy", i.ask_on as "askOn", i.comes_from as "comesFrom", i.group_asked_on as "groupAskedOn",
  i.group_asked_way as "groupAskedWay", i.group_answer as "groupAnswer", i.group_answered_on as "groupAnsweredOn",
  i.group_answer_words as "groupAnswerWords", i.group_answered_by as "groupAnsweredBy",
  i.group_not_before as "groupNotBefore", case when i.along_name is not null then json_build_object('name', i.along_name,
    'as', i.along_as, 'on', i.along_on, 'where', i.along_where) end as along,
  (select coalesce(json_agg(json_build_object('who', s.who, 'what', s.what, 'happenedOn', s.happened_on, 'words', s.words)
      order by s.told_at, s.id), '[]') from introduction_said s
    where s.council_id = i.council_id and s.introduction_id = i.id) as said`;

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

/** The same, held until this transaction ends: nobody else changes it meanwhile. */
export async function holdIntroduction(db: CouncilDb, id: string): Promise<Introduction> {
  await sql`select from introduction where council_id = ${councilOf(db)} and id = ${id} for update`.execute(
    db,
  );
  return readIntroduction(db, id);
}
