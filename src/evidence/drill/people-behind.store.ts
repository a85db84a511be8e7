import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { everybody } from '../counting/everybody.store.ts';
import { groupNumber, type Question } from '../counting/groups.store.ts';
import { joinByHashing } from '../measures.store.ts';
import { type Answer, answersOf, type DrillMeasure, type FigureAsked } from './figure-behind.ts';

/** The days that put somebody behind a figure; none of them later than the day it is looked at. */
export interface DaysBehind {
  /** The day they got in touch; of those who came back, the day everything had rested. */
  beganOn: Day;
  spokenOn: Day | null;
  /** The day ongoing support began; of those who came back, the day they did. */
  happenedOn: Day | null;
  diedOn: Day | null;
  movedOn: Day | null;
}

export interface PersonBehind {
  personId: string;
  name: string;
  days: DaysBehind[];
}

export interface PeopleBehind {
  /** Every part of the same figure, counted as the page counts it. */
  counts: Partial<Record<Answer, number>>;
  /** How many people are behind the part asked for, and how many of them the reader may open now. */
  people: number;
  mine: number;
  named: PersonBehind[];
  /** Where the next page begins. */
  next: string | null;
}

/** Where a page begins: after somebody, by the last day that put them there. */
export interface After {
  on: Day;
  personId: string;
}

const AT_ONCE = 50;

/**
 * Who is behind a figure, in one statement: how many, and by name those whom the reader may open now through their own
 * relationship or their team's (W5), whom a broken glass does not widen. A restricted record is a number, as on the page.
 */
export async function peopleBehind(
  db: CouncilReader,
  question: Question,
  asked: FigureAsked,
  after: After | null,
): Promise<PeopleBehind> {
  await joinByHashing(db, 'off');
  const [row] = await readRows<PeopleBehind>(
    db,
    sql`with ${everybody(db, question)},
    parts as (select * from (${rowsOf(asked, question)}) r where in_group = ${groupNumber(asked.group)}),
    behind as (
      select person_id, max(began_on) as latest_on, json_agg(json_build_object('beganOn', began_on, 'spokenOn', spoken_on,
        'happenedOn', happened_on, 'diedOn', died_on, 'movedOn', moved_away_on) order by began_on desc) as days
      from parts where ${isAnswer(asked.answer)} group by person_id
    ),
    mine as materialized (
      select b.person_id, b.latest_on, b.days, p.full_name as name
      from behind b join person p on p.council_id = ${councilOf(db)} and p.id = b.person_id and p.merged_into is null
      where b.person_id in (${mayOpen(db)})
    ),
    page as (
      select person_id as "personId", name, days, latest_on from mine
      where ${after ? sql`(latest_on, person_id) < (${after.on}::date, ${after.personId}::uuid)` : sql`true`}
      order by latest_on desc, person_id desc limit ${AT_ONCE + 1}
    )
    select (select json_build_object(${countsOf(asked.measure)}) from parts) as counts,
      (select count(*) from behind) as people, (select count(*) from mine) as mine,
      coalesce((select json_agg(p order by latest_on desc, "personId" desc) from page p), '[]') as named`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  return { ...row, ...pageOf(row.named) };
}

function pageOf(rows: PersonBehind[]): Pick<PeopleBehind, 'named' | 'next'> {
  const named = rows.slice(0, AT_ONCE).map(({ personId, name, days }) => ({ personId, name, days }));
  const last = rows.length > AT_ONCE ? named.at(-1) : undefined;
  return { named, next: last?.days[0] ? `${last.days[0].beganOn}~${last.personId}` : null };
}

/** W5: whom the reader is alongside now, themselves or with their team. */
function mayOpen(db: CouncilReader): RawBuilder<unknown> {
  const { accountId, teamIds } = actorOf(db);
  return sql`select r.person_id from relationship r where r.council_id = ${councilOf(db)} and r.why <> 'break-glass'
    and (r.account_id = ${accountId} or r.team_id = any (${teamIds}::uuid[])) and (r.ends_at is null or r.ends_at > ${nowOf(db)})`;
}

function rowsOf({ measure, windowDays }: FigureAsked, { asOf }: Question): RawBuilder<unknown> {
  const day = sql`${asOf}::date`;
  const known = (column: string) => sql`case when ${sql.ref(column)} <= ${day} then ${sql.ref(column)} end`;
  const ends = sql`${known('died_on')} as died_on, ${known('moved_away_on')} as moved_away_on`;
  const supported = sql`case when happened_on <= least(died_on, ${day}) then happened_on end as happened_on`;
  const isGone = sql`coalesce(least(died_on, moved_away_on) <= ${day}, false)`;
  const within = (start: string, happened: string) =>
    answerWithin(sql.ref(start), sql.ref(happened), windowDays ?? 0, day);
  switch (measure) {
    case 'people':
    case 'episodes':
      return sql`select person_id, in_group, started_on as began_on, spoken_on, ${supported}, ${ends},
        ${within('started_on', 'happened_on')} as answer
        from ${sql.table(measure === 'people' ? 'people' : 'followed')} where not had_ongoing`;
    case 'returns':
      return sql`select person_id, in_group, rested_on as began_on, null::date as spoken_on, ${known('came_back_on')} as happened_on, ${ends},
        ${within('rested_on', 'came_back_on')} as answer from returned`;
    case 'reached':
      return sql`select f.person_id, f.in_group, p.started_on as began_on, p.spoken_on,
        case when f.happened_on <= least(f.died_on, ${day}) then f.happened_on end as happened_on,
        case when f.died_on <= ${day} then f.died_on end as died_on,
        case when f.moved_away_on <= ${day} then f.moved_away_on end as moved_away_on,
        case when f.had_ongoing then 'already-supported' else coalesce((array['one', 'two', 'three'])[f.kind], 'none') end as answer
        from furthest f join people p on p.person_id = f.person_id and p.in_group = f.in_group`;
    default:
      return sql`select person_id, in_group, started_on as began_on, spoken_on, ${supported}, ${ends},
        ${
          measure === 'came'
            ? sql`case when had_ongoing then 'already-supported' else 'new' end`
            : sql`case when spoken_on is not null then 'spoken-with' when ${isGone} then 'never-reached' else 'not-yet-spoken-with' end`
        } as answer from followed`;
  }
}

/** What `within-window.ts` decides, for one row and one window; `windows` decides the same for sorts of people. */
function answerWithin(
  start: RawBuilder<unknown>,
  happened: RawBuilder<unknown>,
  windowDays: number,
  day: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const gone = sql`least(died_on, moved_away_on)`;
  return sql`case when ${day} - ${start} < ${windowDays} then 'not-yet-known'
    when (died_on is null or ${happened} <= died_on) and ${happened} - ${start} <= ${windowDays} then 'happened'
    when ${gone} is null or ${gone} - ${start} > ${windowDays} then 'neither'
    when died_on is null or moved_away_on < died_on then 'moved' else 'died' end`;
}

/** Which of the answered rows are a part of the figure. */
function isAnswer(answer: Answer): RawBuilder<unknown> {
  if (answer === 'counted') return sql`answer <> 'not-yet-known'`;
  if (answer === 'all') return sql`true`;
  if (answer === 'people') return sql`answer <> 'already-supported'`;
  if (answer === 'ongoing') return sql`answer <> 'already-supported' and happened_on is not null`;
  return sql`answer = ${answer}::text`;
}

const countsOf = (measure: DrillMeasure): RawBuilder<unknown> =>
  sql.join(answersOf[measure].map((one) => sql`${one}::text, count(*) filter (where ${isAnswer(one)})`));
