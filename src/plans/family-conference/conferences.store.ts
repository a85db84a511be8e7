import { sql } from 'kysely';
import { makePromise } from '../../people/promises/promises.store.ts';
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
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { type Answer, answerInWords, type Conference, type Held, promisesIn } from './conference.ts';

const conferenceRows = sql`select c.id, c.person_id as "personId", c.offered_on as "offeredOn", c.answer, c.answer_words as "answerWords",
    c.coordinator, c.coordinator_is_independent as "coordinatorIsIndependent", c.advocate_name as "advocateName",
    c.planned_on as "plannedOn", c.held_on as "heldOn", c.person_was_there as "personWasThere", c.who_came as "whoCame",
    c.had_private_time as "hadPrivateTime", c.family_plan as "familyPlan", c.we_will as "weWill",
    c.look_again_on as "lookAgainOn", c.looked_again_on as "lookedAgainOn", c.version
  from family_conference c`;

/** A conference, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findConference(db: CouncilReader, id: string): Promise<Conference> {
  const [found] = await readRows<Conference>(
    db,
    sql`${conferenceRows} where c.council_id = ${councilOf(db)} and c.id = ${id}`,
  );
  if (!found) throw new Unknown();
  return found;
}

/** The same, held until this transaction ends. */
export async function holdConference(db: CouncilDb, id: string): Promise<Conference> {
  const [found] = await readRows<Conference>(
    db,
    sql`${conferenceRows} where c.council_id = ${councilOf(db)} and c.id = ${id} for update`,
  );
  if (!found) throw new Unknown();
  return found;
}

/** The conferences a person was offered, latest first. */
export async function conferencesOf(db: CouncilReader, personId: string, most = 20): Promise<Conference[]> {
  return readRows<Conference>(
    db,
    sql`${conferenceRows} where c.council_id = ${councilOf(db)} and c.person_id = ${personId}
      order by c.offered_on desc, c.id desc limit ${most}`,
  );
}

/** The names of those alongside a person now: a coordinator among them is not independent. */
export async function namesAlongside(db: CouncilReader, personId: string): Promise<string[]> {
  const rows = await readRows<{ name: string }>(
    db,
    sql`select distinct a.name from relationship r
      left join membership m on m.council_id = r.council_id and m.team_id = r.team_id
      join account a on a.council_id = r.council_id and a.id = coalesce(r.account_id, m.account_id)
      where r.council_id = ${councilOf(db)} and r.person_id = ${personId} and r.why <> 'break-glass'
        and (r.ends_at is null or r.ends_at > ${nowOf(db)}) limit 500`,
  );
  return rows.map(({ name }) => name);
}

export interface Offered {
  personId: string;
  offeredOn: Day;
  answer: Answer | null;
  answerWords: string | null;
}

export async function offerConference(db: CouncilDb, offered: Offered): Promise<string> {
  const id = newId();
  await db
    .insertInto('family_conference')
    .values({
      council_id: councilOf(db),
      id,
      person_id: offered.personId,
      team_id: actorOf(db).teamIds[0] ?? null,
      offered_on: offered.offeredOn,
      answer: offered.answer,
      answer_words: offered.answerWords,
    })
    .execute();
  await tellConference(db, { ...offered, id }, 'Offered: a plan the family makes', saidOf(offered));
  return id;
}

export async function saveAnswer(
  db: CouncilDb,
  conference: Conference,
  said: { answer: Answer; answerWords: string | null },
): Promise<void> {
  await sql`update family_conference set answer = ${said.answer}, answer_words = ${said.answerWords}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${conference.id}`.execute(db);
  await tellConference(db, conference, 'A plan the family makes: what they said', saidOf(said));
}

function saidOf({ answer, answerWords }: { answer: Answer | null; answerWords: string | null }): Voice[] {
  const words = [answer ? `${answerInWords[answer]}.` : '', answerWords ?? ''].filter(Boolean).join(' ');
  return [{ voice: 'said', words }];
}

export interface Arrangements {
  coordinator: string;
  coordinatorIsIndependent: boolean;
  advocateName: string | null;
  plannedOn: Day | null;
  version: number;
}

export async function saveArrangements(
  db: CouncilDb,
  conference: Conference,
  arranged: Arrangements,
): Promise<void> {
  sameVersion(conference, arranged.version, arranged.coordinator);
  await sql`update family_conference set coordinator = ${arranged.coordinator},
      coordinator_is_independent = ${arranged.coordinatorIsIndependent}, advocate_name = ${arranged.advocateName},
      planned_on = ${arranged.plannedOn}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${conference.id}`.execute(db);
  await tellConference(db, conference, 'A plan the family makes: who brings everybody together', [
    { voice: 'note', words: arranged.coordinator },
  ]);
}

/** Keeps how it was, and makes a promise of each thing we will do to back the family's plan. */
export async function saveHeld(
  db: CouncilDb,
  conference: Conference,
  held: Held & { weWill: string; weWillBy: Day | null; version: number },
): Promise<void> {
  sameVersion(conference, held.version, held.familyPlan);
  await sql`update family_conference set held_on = ${held.heldOn}, person_was_there = ${held.personWasThere},
      who_came = ${held.whoCame}, had_private_time = ${held.hadPrivateTime}, family_plan = ${held.familyPlan},
      we_will = ${held.weWill}, look_again_on = ${held.lookAgainOn}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${conference.id}`.execute(db);
  const { name, accountId } = actorOf(db);
  for (const what of promisesIn(held.weWill))
    await makePromise(db, {
      personId: conference.personId,
      who: name,
      accountId,
      what,
      dueOn: held.weWillBy,
      sourceId: conference.id,
    });
  await tellConference(db, conference, 'The family made its plan', [
    { voice: 'said', who: 'The family', words: held.familyPlan },
    { voice: 'agreed', words: promisesIn(held.weWill).join('\n') },
  ]);
}

export async function saveLookedAgain(
  db: CouncilDb,
  conference: Conference,
  looked: { on: Day; words: string; lookAgainOn: Day | null },
): Promise<void> {
  const next = looked.lookAgainOn
    ? sql`look_again_on = ${looked.lookAgainOn}, looked_again_on = null`
    : sql`looked_again_on = ${looked.on}`;
  await sql`update family_conference set ${next}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${conference.id}`.execute(db);
  await tellConference(db, conference, 'The family’s plan was looked at again', [
    { voice: 'said', who: 'The family', words: looked.words },
  ]);
}

function sameVersion(conference: Conference, version: number, yours: string): void {
  if (conference.version === version) return;
  throw new Conflict(
    'Somebody else wrote about this while you did.',
    {
      who: 'What is there now',
      words: conference.familyPlan || conference.coordinator || 'Open it again to see.',
    },
    yours,
  );
}

async function tellConference(
  db: CouncilDb,
  conference: { id: string; personId: string },
  title: string,
  voices: Voice[],
): Promise<void> {
  await tellTimeline(db, {
    personId: conference.personId,
    at: nowOf(db),
    kind: 'family-conference',
    title,
    byLine: actorOf(db).name,
    voices: voices.filter(({ words }) => words !== ''),
    link: `/family-conferences/${conference.id}`,
    sourceId: conference.id,
  });
}
