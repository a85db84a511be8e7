import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import type { Day } from '../../platform/clock.ts';
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
import { longDate } from '../../platform/ui/dates.ts';
import type { Matching, Side, YesOrNo } from './matching.ts';

const matchingRows = sql`select m.id, m.person_id as "personId", m.household_id as "householdId", h.name as "householdName",
    m.began_on as "beganOn", m.why_each_other as "whyEachOther", m.what_person_said as "whatPersonSaid",
    m.person_answer as "personAnswer", m.person_answer_on as "personAnswerOn",
    m.household_answer as "householdAnswer", m.household_answer_on as "householdAnswerOn",
    m.scheme_answer as "schemeAnswer", m.scheme_answer_on as "schemeAnswerOn", m.moved_in_on as "movedInOn",
    m.ended_on as "endedOn", m.ended_words as "endedWords", m.version
  from matching m join household h on h.council_id = m.council_id and h.id = m.household_id`;

/** A matching, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findMatching(db: CouncilReader, id: string): Promise<Matching> {
  const [found] = await readRows<Matching>(
    db,
    sql`${matchingRows} where m.council_id = ${councilOf(db)} and m.id = ${id}`,
  );
  if (!found) throw new Unknown();
  return found;
}

/** The same, held until this transaction ends. */
export async function holdMatching(db: CouncilDb, id: string): Promise<Matching> {
  const [found] = await readRows<Matching>(
    db,
    sql`${matchingRows} where m.council_id = ${councilOf(db)} and m.id = ${id} for update of m`,
  );
  if (!found) throw new Unknown();
  return found;
}

/** The homes a person has got to know: those going on first, then the latest. */
export async function matchingsOf(db: CouncilReader, personId: string, most = 30): Promise<Matching[]> {
  return readRows<Matching>(
    db,
    sql`${matchingRows} where m.council_id = ${councilOf(db)} and m.person_id = ${personId}
      order by m.ended_on is not null, m.began_on desc, m.id desc limit ${most}`,
  );
}

export interface NewMatching {
  personId: string;
  householdId: string;
  householdName: string;
  beganOn: Day;
  whyEachOther: string;
  whatPersonSaid: string;
}

export async function beginMatching(db: CouncilDb, matching: NewMatching): Promise<string> {
  const id = newId();
  await db
    .insertInto('matching')
    .values({
      council_id: councilOf(db),
      id,
      person_id: matching.personId,
      household_id: matching.householdId,
      team_id: actorOf(db).teamIds[0] ?? null,
      began_on: matching.beganOn,
      why_each_other: matching.whyEachOther,
      what_person_said: matching.whatPersonSaid,
    })
    .execute();
  await tellMatching(db, { ...matching, id }, `Getting to know ${matching.householdName}`, [
    { voice: 'said', words: matching.whatPersonSaid },
    { voice: 'note', words: matching.whyEachOther },
  ]);
  return id;
}

/** Keeps what one side said. A “no” ends it kindly: whose it was is not told in the story, and nothing asks why. */
export async function saveAnswer(
  db: CouncilDb,
  matching: Matching,
  said: { side: Side; answer: YesOrNo; on: Day },
): Promise<void> {
  const column = sql.ref(`${said.side}_answer`);
  const dayColumn = sql.ref(`${said.side}_answer_on`);
  const by = said.side === 'scheme' ? sql`, scheme_answer_by = ${actorOf(db).accountId}` : sql``;
  const ended = said.answer === 'no' ? sql`, ended_on = ${said.on}` : sql``;
  await sql`update matching set ${column} = ${said.answer}, ${dayColumn} = ${said.on}${by}${ended}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${matching.id}`.execute(db);
  const title =
    said.answer === 'no'
      ? `Getting to know ${matching.householdName} is not going on`
      : `${saidYes[said.side]} to living with ${matching.householdName}`;
  await tellMatching(db, matching, title, []);
}

const saidYes: Record<Side, string> = {
  person: 'A yes from them',
  household: 'A yes from the household',
  scheme: 'A yes from the scheme',
};

/** They live together from a day. The matching and the household are held by the caller, and no rule is asked. */
export async function saveMovedIn(db: CouncilDb, matching: Matching, on: Day): Promise<void> {
  await sql`update matching set moved_in_on = ${on}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${matching.id}`.execute(db);
  await tellMatching(db, matching, `Moved in with ${matching.householdName}, ${longDate(on)}`, []);
}

export async function saveEnded(
  db: CouncilDb,
  matching: Matching,
  ended: { on: Day; words: string | null },
): Promise<void> {
  await sql`update matching set ended_on = ${ended.on}, ended_words = ${ended.words}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${matching.id}`.execute(db);
  const title = matching.movedInOn
    ? `Moved out from ${matching.householdName}, ${longDate(ended.on)}`
    : `Getting to know ${matching.householdName} is not going on`;
  await tellMatching(db, matching, title, [{ voice: 'note', words: ended.words ?? '' }]);
}

export async function tellMatching(
  db: CouncilDb,
  matching: { id: string; personId: string },
  title: string,
  voices: Voice[],
): Promise<void> {
  await tellTimeline(db, {
    personId: matching.personId,
    at: nowOf(db),
    kind: 'shared-lives',
    title,
    byLine: actorOf(db).name,
    voices: voices.filter(({ words }) => words !== ''),
    link: `/matchings/${matching.id}`,
    sourceId: matching.id,
  });
}
