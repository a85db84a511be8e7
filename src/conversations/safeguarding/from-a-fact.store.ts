import { sql } from 'kysely';
import type { CouncilDb } from '../../platform/db/council.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { KeptFact } from '../sets-going.store.ts';
import { keepAnswers } from './enquiries.store.ts';
import { type Answer, type Answers, threeAnswers } from './safeguarding.ts';

/**
 * N2: three answers marked in somebody's words open the enquiry in the same transaction, as they do on the page of
 * their own. A correction of marked words whose enquiry is still open opens no second one: it is corrected there.
 */
export async function answersFromFact(db: CouncilDb, fact: KeptFact): Promise<void> {
  if (fact.kind !== 'safeguarding-answer') return;
  const answers = answersIn(fact.details);
  if (!answers || (await isCorrection(db, fact))) return;
  await keepAnswers(db, fact.entry.personId, {
    ...answers,
    words: fact.phrase,
    toldBy: fact.saidBy || fact.entry.withWhom || 'somebody',
    whyNot: null,
    factId: fact.factId,
    conversationId: fact.entry.conversationId,
  });
}

/** The three answers among a fact's details; null while one of them is not given. */
function answersIn({ hasNeeds, atRisk, cannotProtect }: Record<string, string>): Answers | null {
  return isAnswer(hasNeeds) && isAnswer(atRisk) && isAnswer(cannotProtect)
    ? { hasNeeds, atRisk, cannotProtect }
    : null;
}

const isAnswer = (text: string | undefined): text is Answer => threeAnswers.some((answer) => answer === text);

/** Whether this fact stands in place of one whose enquiry is open. */
async function isCorrection(db: CouncilReader, { factId }: KeptFact): Promise<boolean> {
  const [row] = await readRows(
    db,
    sql`select e.id from fact f join enquiry e on e.council_id = f.council_id and e.fact_id = f.replaces
      where f.council_id = ${councilOf(db)} and f.id = ${factId} and e.opened_at is not null and e.ended_on is null`,
  );
  return row !== undefined;
}
