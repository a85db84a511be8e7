import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
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
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { findEnquiry, type OpenedEnquiry, tellStory } from './enquiries.store.ts';
import { type Met, mayEndEnquiry, type RiskNow, type WantedOutcome } from './safeguarding.ts';

/** What was done, or will be, by whom and by when. */
export interface Step {
  id: string;
  at: Date;
  who: string;
  words: string;
  dueOn: Day | null;
  doneOn: Day | null;
  writtenBy: string;
}

/** What somebody wants to come of it, in the order they said it. */
export async function outcomesOf(db: CouncilReader, enquiryId: string): Promise<WantedOutcome[]> {
  return readRows<WantedOutcome>(
    db,
    sql`select id, wanted, said_on as "saidOn", is_met as "isMet", is_met_words as "isMetWords" from enquiry_outcome
      where council_id = ${councilOf(db)} and enquiry_id = ${enquiryId} order by position, id limit 50`,
  );
}

/** Steps not yet done by when they fall due, then what was done, latest first. */
export async function stepsOf(db: CouncilReader, enquiryId: string): Promise<Step[]> {
  return readRows<Step>(
    db,
    sql`select s.id, s.at, s.who, s.words, s.due_on as "dueOn", s.done_on as "doneOn", a.name as "writtenBy"
      from enquiry_step s join account a on a.council_id = s.council_id and a.id = s.account_id
      where s.council_id = ${councilOf(db)} and s.enquiry_id = ${enquiryId}
      order by s.done_on is not null, s.due_on, s.done_on desc, s.at desc, s.id limit 200`,
  );
}

/** Writes something they want to come of it; the first one is the day they were asked. Two at once both stand. */
export async function addOutcome(
  db: CouncilDb,
  enquiry: OpenedEnquiry,
  { wanted, saidOn }: { wanted: string; saidOn: Day },
): Promise<Refusal | null> {
  const early = notYetCome(db, saidOn);
  if (early) return early;
  const { rows } = await sql`update enquiry set version = version + 1,
      outcomes_asked_on = least(outcomes_asked_on, ${saidOn}::date)
    where council_id = ${councilOf(db)} and id = ${enquiry.id} and ended_on is null returning id`.execute(db);
  if (!rows.length) return hasEnded();
  await db
    .insertInto('enquiry_outcome')
    .values({
      council_id: councilOf(db),
      id: newId(),
      enquiry_id: enquiry.id,
      position: (await outcomesOf(db, enquiry.id)).length,
      wanted,
      said_on: saidOn,
    })
    .execute();
  return null;
}

/** Writes why they could not be asked; an enquiry may end with that in place of what they wanted. */
export async function couldNotAsk(
  db: CouncilDb,
  enquiry: OpenedEnquiry,
  { because, version }: { because: string; version: number },
): Promise<Refusal | null> {
  if (enquiry.endedOn) return hasEnded();
  await change(db, enquiry, version, { could_not_ask_because: because }, because);
  return null;
}

/** Writes how far one of them came about, in the person's own view. */
export async function judgeOutcome(
  db: CouncilDb,
  enquiry: OpenedEnquiry,
  outcomeId: string,
  said: { isMet: Met; words: string; version: number },
): Promise<Refusal | null> {
  if (enquiry.endedOn) return hasEnded();
  await change(db, enquiry, said.version, {}, said.words);
  const { numUpdatedRows } = await db
    .updateTable('enquiry_outcome')
    .set({ is_met: said.isMet, is_met_words: said.words })
    .where('council_id', '=', councilOf(db))
    .where('enquiry_id', '=', enquiry.id)
    .where('id', '=', outcomeId)
    .executeTakeFirst();
  if (!numUpdatedRows) throw new Unknown();
  return null;
}

export type NewStep = Pick<Step, 'who' | 'words' | 'dueOn' | 'doneOn'>;

export async function addStep(db: CouncilDb, enquiry: OpenedEnquiry, step: NewStep): Promise<Refusal | null> {
  const refusal = enquiry.endedOn ? hasEnded() : notYetCome(db, step.doneOn);
  if (refusal) return refusal;
  await db
    .insertInto('enquiry_step')
    .values({
      council_id: councilOf(db),
      id: newId(),
      enquiry_id: enquiry.id,
      at: nowOf(db),
      account_id: actorOf(db).accountId,
      who: step.who,
      words: step.words,
      due_on: step.dueOn,
      done_on: step.doneOn,
    })
    .execute();
  return null;
}

/** Says that a step was done; said twice, the first day stands. */
export async function stepDone(
  db: CouncilDb,
  enquiry: OpenedEnquiry,
  stepId: string,
  doneOn: Day,
): Promise<Refusal | null> {
  const early = notYetCome(db, doneOn);
  if (early) return early;
  const { rows } = await sql`update enquiry_step set done_on = coalesce(done_on, ${doneOn}::date)
    where council_id = ${councilOf(db)} and enquiry_id = ${enquiry.id} and id = ${stepId} returning id`.execute(
    db,
  );
  if (!rows.length) throw new Unknown();
  return null;
}

/** Nothing was said or done on a day to come: it would look asked, or done, while it is still owed. */
const notYetCome = (db: CouncilDb, on: Day | null): Refusal | null =>
  on !== null && on > dayOf(nowOf(db))
    ? refuse('N2', 'that day has not come yet', 'write it down on the day, or give the day it is due')
    : null;

/** Whoever takes it on says so themselves; nobody is given it. */
export async function takeLead(
  db: CouncilDb,
  enquiry: OpenedEnquiry,
  version: number,
): Promise<Refusal | null> {
  if (enquiry.endedOn) return hasEnded();
  const { accountId, name } = actorOf(db);
  await change(db, enquiry, version, { lead_id: accountId }, `${name} takes it on`);
  return null;
}

export interface NewEnding {
  personsView: string;
  riskNow: RiskNow;
  whatWasDone: string;
  endedOn: Day;
  version: number;
}

/** Ends an enquiry as the person sees it, and tells the story only that it ended. */
export async function endEnquiry(
  db: CouncilDb,
  enquiry: OpenedEnquiry,
  ending: NewEnding,
): Promise<Refusal | null> {
  if (enquiry.endedOn) return hasEnded();
  const refusal = mayEndEnquiry({
    openedAt: enquiry.openedAt,
    outcomes: await outcomesOf(db, enquiry.id),
    couldNotAskBecause: enquiry.couldNotAskBecause,
    endedOn: ending.endedOn,
    today: dayOf(nowOf(db)),
  });
  if (refusal) return refusal;
  const changes = {
    ended_on: ending.endedOn,
    persons_view: ending.personsView,
    risk_now: ending.riskNow,
    what_was_done: ending.whatWasDone,
  };
  await change(db, enquiry, ending.version, changes, ending.personsView);
  await tellStory(db, enquiry.personId, enquiry.id, 'A safeguarding enquiry ended', actorOf(db).name);
  return null;
}

const hasEnded = (): Refusal =>
  refuse('N2', 'this enquiry has ended', 'answer the three questions again: that opens another at once');

interface Changes {
  could_not_ask_because?: string;
  lead_id?: string;
  ended_on?: Day;
  persons_view?: string;
  risk_now?: RiskNow;
  what_was_done?: string;
}

/** Changes an enquiry that nobody has changed since it was read, or shows both texts. */
async function change(
  db: CouncilDb,
  { id }: OpenedEnquiry,
  version: number,
  changes: Changes,
  yours: string,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('enquiry')
    .set({ ...changes, version: version + 1 })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows) return;
  const now = await findEnquiry(db, id);
  const wanted = (await outcomesOf(db, id)).map((one) => `${one.wanted} ${one.isMetWords ?? ''}`.trim());
  const words = [`${now.lead} leads it.`, now.couldNotAskBecause, ...wanted, now.personsView];
  throw new Conflict(
    'This enquiry was changed while you were looking at it.',
    { who: now.lead, words: words.filter(Boolean).join('\n') },
    yours,
  );
}
