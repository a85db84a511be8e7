import { type RawBuilder, sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
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
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import {
  type FirstMeeting,
  type GivingStage,
  type GivingStanding,
  mayEnd,
  mayGoOn,
  mayHaveMet,
  type Side,
  saidYes,
  toldOf,
} from './giving.ts';
import { recordsOf } from './lines.store.ts';

/** Two neighbours, as one of them may see it. */
export interface Giving extends GivingStanding {
  givingId: string;
  side: Side;
  /** Their own line, and the other's, in the words both said may be heard. */
  mine: string;
  theirs: string;
  hasSaidYes: boolean;
  otherHasSaidYes: boolean;
  /** What the other said may be told of them: nothing until both have said yes. */
  told: string | null;
  thought: string;
  cameAlong: string | null;
  goingOnWords: string | null;
  endedOn: Day | null;
  endedWhy: string | null;
  /** For who looked, and for nothing that is shown. */
  otherId: string;
}

interface GivingRow extends Omit<Giving, 'side' | 'hasSaidYes' | 'otherHasSaidYes' | 'told'> {
  isGiver: boolean;
  tells: string | null;
}

/** Asks both: about a line of this person's and one that `meetingsFor` found. Nobody is told anything of the other yet. */
export async function askBoth(
  db: CouncilDb,
  personId: string,
  { mine, theirs, thought }: { mine: string; theirs: string; thought: string },
): Promise<string | Refusal> {
  const council = councilOf(db);
  const id = newId();
  const made =
    await sql`insert into giving (council_id, id, gives_line_id, wish_line_id, giver_id, receiver_id, asked_by, asked_on, thought)
    select ${council}, ${id}, g.id, w.id, g.person_id, w.person_id, ${actorOf(db).accountId}, ${dayOf(nowOf(db))}, ${thought}
    from giving_line g join giving_line w on w.council_id = g.council_id
    where g.council_id = ${council} and g.direction = 'gives' and w.direction = 'would-like'
      and g.id in (${mine}, ${theirs}) and w.id in (${mine}, ${theirs})
      and (case when g.id = ${mine} then g.person_id else w.person_id end) = any (${recordsOf(db, personId)})
      and (case when g.id = ${mine} then w.person_id else g.person_id end) <> all (${recordsOf(db, personId)})
      and g.withdrawn_on is null and w.withdrawn_on is null and g.things && w.things
    on conflict do nothing`.execute(db);
  if (!made.numAffectedRows)
    return refuse('Giving', 'one of the two is heard no more, or they were asked already', 'look again');
  await tell(db, id, 'Asked whether a neighbour may meet them');
  return id;
}

/** What stands between this person and their neighbours, open ones first. */
export async function givingsOf(db: CouncilReader, personId: string): Promise<Giving[]> {
  const rows = await readRows<GivingRow>(
    db,
    sql`${columnsFor(db, personId)} where v.council_id = ${councilOf(db)}
      and (v.giver_id = any (${recordsOf(db, personId)}) or v.receiver_id = any (${recordsOf(db, personId)}))
      order by v.ended_on is not null, v.asked_on desc, v.id limit 50`,
  );
  return rows.map(asSeen);
}

const columnsFor = (
  db: CouncilReader,
  personId: string,
): RawBuilder<unknown> => sql`select v.id as "givingId", v.stage, own."isGiver",
    v.giver_yes_on as "giverYesOn", v.receiver_yes_on as "receiverYesOn", v.met_on as "metOn",
    case when own."isGiver" then g.words else w.words end as mine,
    case when own."isGiver" then w.words else g.words end as theirs,
    case when own."isGiver" then v.receiver_tells else v.giver_tells end as tells,
    case when own."isGiver" then v.receiver_id else v.giver_id end as "otherId",
    v.thought, v.came_along as "cameAlong", v.going_on_words as "goingOnWords", v.ended_on as "endedOn",
    case when v.ended_side = (case when own."isGiver" then 'giver' else 'receiver' end) then v.ended_why end as "endedWhy"
  from giving v
  cross join lateral (select v.giver_id = any (${recordsOf(db, personId)}) as "isGiver") own
  join giving_line g on g.council_id = v.council_id and g.id = v.gives_line_id
  join giving_line w on w.council_id = v.council_id and w.id = v.wish_line_id`;

function asSeen({ isGiver, tells, ...row }: GivingRow): Giving {
  const [own, other] = isGiver ? [row.giverYesOn, row.receiverYesOn] : [row.receiverYesOn, row.giverYesOn];
  return {
    ...row,
    side: isGiver ? 'giver' : 'receiver',
    hasSaidYes: own !== null,
    otherHasSaidYes: other !== null,
    told: toldOf(row.stage, tells),
  };
}

/** @throws Unknown when this person has no part in it */
async function held(db: CouncilDb, personId: string, id: string): Promise<Giving> {
  await sql`select from giving where council_id = ${councilOf(db)} and id = ${id} for update`.execute(db);
  const [row] = await readRows<GivingRow>(
    db,
    sql`${columnsFor(db, personId)} where v.council_id = ${councilOf(db)} and v.id = ${id}
      and (v.giver_id = any (${recordsOf(db, personId)}) or v.receiver_id = any (${recordsOf(db, personId)}))`,
  );
  if (!row) throw new Unknown();
  return asSeen(row);
}

/** This person's own yes, and what the other may be told of them. */
export async function sayYes(
  db: CouncilDb,
  personId: string,
  id: string,
  yes: { words: string; tells: string },
): Promise<GivingStage | Refusal> {
  const now = await held(db, personId, id);
  const stage = saidYes(now, now.side);
  if (isRefusal(stage)) return stage;
  const column = (name: string) => sql.ref(`${now.side}_${name}`);
  await sql`update giving set ${column('yes_on')} = ${dayOf(nowOf(db))}, ${column('words')} = ${yes.words},
      ${column('tells')} = ${yes.tells}, stage = ${stage}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  await tell(db, id, stage === 'asked' ? 'Said yes to meeting a neighbour' : 'Both said yes to meeting', [
    personId,
    ...(stage === 'asked' ? [] : [now.otherId]),
  ]);
  return stage;
}

/** How they first met. */
export async function tellMeeting(
  db: CouncilDb,
  personId: string,
  id: string,
  meeting: FirstMeeting,
): Promise<Refusal | null> {
  const refusal = mayHaveMet(await held(db, personId, id), meeting, dayOf(nowOf(db)));
  if (refusal) return refusal;
  await sql`update giving set stage = 'met', met_on = ${meeting.metOn}, met_at = ${meeting.at},
      came_along = ${meeting.cameAlong}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  await tell(db, id, 'Met a neighbour');
  return null;
}

export async function tellGoingOn(
  db: CouncilDb,
  personId: string,
  id: string,
  words: string,
): Promise<Refusal | null> {
  const refusal = mayGoOn(await held(db, personId, id));
  if (refusal) return refusal;
  await sql`update giving set stage = 'going-on', going_on_words = ${words}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  await tell(db, id, 'Going on with a neighbour', [personId]);
  return null;
}

/** Either side's no, or an end. What was told of each is shown to the other no more; why is on this person's story alone. */
export async function endGiving(
  db: CouncilDb,
  personId: string,
  id: string,
  why: string,
): Promise<Refusal | null> {
  const now = await held(db, personId, id);
  const refusal = mayEnd(now);
  if (refusal) return refusal;
  await sql`update giving set stage = 'ended', ended_on = ${dayOf(nowOf(db))}, ended_why = ${why},
      ended_side = ${now.side}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  await tell(db, id, 'Not for one of them, and that is fine');
  return null;
}

/** Tells the story of each, or of those named. Neither's story ever names the other. */
async function tell(db: CouncilDb, id: string, title: string, only?: string[]): Promise<void> {
  const both = await readRows<{ giverId: string; receiverId: string }>(
    db,
    sql`select giver_id as "giverId", receiver_id as "receiverId" from giving where council_id = ${councilOf(db)} and id = ${id}`,
  );
  for (const personId of only ?? both.flatMap(({ giverId, receiverId }) => [giverId, receiverId]))
    await tellTimeline(db, {
      personId,
      at: nowOf(db),
      kind: 'giving',
      title,
      byLine: actorOf(db).name,
      link: `/people/${personId}/giving`,
      sourceId: id,
    });
}
