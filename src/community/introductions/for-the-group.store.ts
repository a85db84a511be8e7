import { sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { GroupAnswer } from './group-side/answer.ts';
import { listingShownAs, oneGroup } from './group-side/capacity.store.ts';
import type { LineKind } from './lines/line.ts';

/** What a group is told of one introduction: when, and what the person has said yes to. Nothing else about them. */
export interface ToldToGroup {
  comesFrom: Day | null;
  lines: { kind: LineKind; words: string }[];
}

export interface AskedOfGroup extends ToldToGroup {
  introductionId: string;
  askedOn: Day;
  answer: GroupAnswer | null;
  notBefore: Day | null;
  /** The last day the group said that they came. */
  saidTheyCameOn: Day | null;
}

export interface WaitingForGroup {
  /** Somebody would like to come; the group has not answered, or said not now. */
  asked: AskedOfGroup[];
  /** The group said yes, and nobody has written yet that they went. */
  coming: AskedOfGroup[];
  welcomesAMonth: number | null;
  welcomesUntil: Day | null;
}

/** Those said yes to stay on the page this long, so that nobody's first name stays there for ever. */
const comingForDays = 90;
const most = 50;

/** One introduction's lines that stand now, as JSON, in a statement that calls the introduction `i`. */
const linesStanding = sql`(select coalesce(json_agg(json_build_object('kind', n.kind, 'words', n.words)
    order by n.written_at, n.id), '[]')
  from introduction_line n where n.council_id = i.council_id and n.introduction_id = i.id
    and n.answer = 'yes' and n.withdrawn_at is null)`;

/**
 * W2: what waits for a group's answer, with the lines that stand this moment and no others. Only what it was asked is here;
 * `about` are the people it concerns, for who looked, and never leaves the server.
 * @example const { waiting, about } = await waitingFor(db, visit.link.subjectId); return shown({ …, waiting }, about)
 */
export async function waitingFor(
  db: CouncilReader,
  listingId: string,
): Promise<{ waiting: WaitingForGroup; about: string[] }> {
  const council = councilOf(db);
  const shownAs = await listingShownAs(db, listingId);
  const since = addDays(dayOf(nowOf(db)), -comingForDays);
  const rows = await readRows<AskedOfGroup & { personId: string; stage: string }>(
    db,
    sql`select i.id as "introductionId", i.person_id as "personId", i.stage, i.group_asked_on as "askedOn",
      i.group_answer as answer, i.group_not_before as "notBefore", i.comes_from as "comesFrom", ${linesStanding} as lines,
      (select max(s.happened_on) from introduction_said s where s.council_id = i.council_id and s.introduction_id = i.id
        and s.who = 'group' and s.what = 'went') as "saidTheyCameOn"
    from introduction i where i.council_id = ${council} and i.listing_id in ${oneGroup(council, shownAs)}
      and i.group_asked_on is not null and i.ended_on is null and (i.stage = 'offered'
        or (i.stage in ('agreed', 'introduced') and coalesce(i.comes_from, i.introduced_on, i.agreed_on) >= ${since}))
    order by i.group_asked_on, i.id limit ${most}`,
  );
  const [welcome] = await readRows<{ welcomesAMonth: number | null; welcomesUntil: Day | null }>(
    db,
    sql`select welcomes_a_month as "welcomesAMonth", welcomes_until as "welcomesUntil" from listing
      where council_id = ${council} and id = ${shownAs}`,
  );
  const told = (isAsked: boolean) =>
    rows
      .filter(({ stage }) => (stage === 'offered') === isAsked)
      .map(({ personId: _personId, stage: _stage, ...asked }) => asked);
  return {
    waiting: {
      asked: told(true),
      coming: told(false),
      welcomesAMonth: welcome?.welcomesAMonth ?? null,
      welcomesUntil: welcome?.welcomesUntil ?? null,
    },
    about: [...new Set(rows.map(({ personId }) => personId))],
  };
}

/** The same words for one introduction, asked already or not: what the group sees, or would. */
export async function toldOfOne(db: CouncilReader, introductionId: string): Promise<ToldToGroup> {
  const [row] = await readRows<ToldToGroup>(
    db,
    sql`select i.comes_from as "comesFrom", ${linesStanding} as lines from introduction i
      where i.council_id = ${councilOf(db)} and i.id = ${introductionId}`,
  );
  return row ?? { comesFrom: null, lines: [] };
}

export interface Came {
  came: number;
  stillGoing30: number;
  stillGoing90: number;
}

/** How many people went after an introduction, and still did 30 and 90 days on: real numbers, for whoever hides few (E10). */
export async function cameFromIntroductions(db: CouncilReader, listingId: string): Promise<Came> {
  const council = councilOf(db);
  const [row] = await readRows<Came>(
    db,
    sql`select count(distinct person_id) as came,
      count(distinct person_id) filter (where still_going_30_on is not null) as "stillGoing30",
      count(distinct person_id) filter (where still_going_90_on is not null) as "stillGoing90"
    from introduction where council_id = ${council} and went_on is not null
      and listing_id in ${oneGroup(council, await listingShownAs(db, listingId))}`,
  );
  return row ?? { came: 0, stillGoing30: 0, stillGoing90: 0 };
}
