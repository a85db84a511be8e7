import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { keepDecidedHere } from '../moving/decided-here.store.ts';
import type { Finding, Tests } from './determine.ts';
import { hasMetPerson } from './has-met.store.ts';
import { tellDecision } from './telling.store.ts';

/** A decision as it was given: the three tests, three authors, and whether the decider had met the person. */
export interface Determination extends Tests {
  id: string;
  personId: string;
  conversationId: string;
  causeWords: string;
  impactWords: string;
  isEligible: boolean;
  personsWish: string;
  practitionersView: string;
  viewBy: string;
  reasons: string;
  decider: string;
  deciderHasMetPerson: boolean;
  decidedOn: Day;
  writtenAdvice: string | null;
}

export interface NewDetermination extends Tests {
  personId: string;
  conversationId: string;
  causeWords: string;
  impactWords: string;
  isEligible: boolean;
  personsWish: string;
  practitionersView: string;
  viewById: string;
  reasons: string;
  decidedOn: Day;
  writtenAdvice: string | null;
}

/**
 * Keeps a decision, given by the acting worker and by nobody else's name, and tells the story. Whether they had
 * met the person is looked up, not asked (C3-6). Asks no rule: the caller has.
 */
export async function saveDetermination(db: CouncilDb, decision: NewDetermination): Promise<string> {
  const id = newId();
  const council_id = councilOf(db);
  const decider = actorOf(db);
  const hasMet = await hasMetPerson(db, decider.accountId, decision.personId);
  await db
    .insertInto('determination')
    .values({
      council_id,
      id,
      person_id: decision.personId,
      conversation_id: decision.conversationId,
      kind: decision.kind,
      cause_is_met: decision.causeIsMet,
      cause_words: decision.causeWords,
      impact_is_met: decision.impactIsMet,
      impact_words: decision.impactWords,
      health_at_risk: decision.healthAtRisk,
      is_eligible: decision.isEligible,
      persons_wish: decision.personsWish,
      practitioners_view: decision.practitionersView,
      view_by: decision.viewById,
      reasons: decision.reasons,
      decided_by: decider.accountId,
      decider_has_met_person: hasMet,
      decided_on: decision.decidedOn,
      written_advice: decision.writtenAdvice,
    })
    .execute();
  await saveOutcomes(db, id, decision.outcomes);
  await keepDecidedHere(db, decision.personId);
  await tellDecision(db, id, decision, decider.name, hasMet);
  return id;
}

async function saveOutcomes(
  db: CouncilDb,
  determination_id: string,
  outcomes: readonly Finding[],
): Promise<void> {
  const council_id = councilOf(db);
  const rows = outcomes.map((one) => ({ council_id, determination_id, ...one }));
  if (rows.length) await db.insertInto('determination_outcome').values(rows).execute();
}

const determinationRows = sql`select d.id, d.person_id as "personId", d.conversation_id as "conversationId", d.kind,
    d.cause_is_met as "causeIsMet", d.cause_words as "causeWords", d.impact_is_met as "impactIsMet",
    d.impact_words as "impactWords", d.health_at_risk as "healthAtRisk", d.is_eligible as "isEligible",
    d.persons_wish as "personsWish", d.practitioners_view as "practitionersView", v.name as "viewBy", d.reasons,
    a.name as decider, d.decider_has_met_person as "deciderHasMetPerson", d.decided_on as "decidedOn",
    d.written_advice as "writtenAdvice",
    coalesce((select json_agg(json_build_object('outcome', o.outcome, 'finding', o.finding, 'sense', o.sense, 'words', o.words))
      from determination_outcome o where o.council_id = d.council_id and o.determination_id = d.id), '[]') as outcomes
  from determination d
  join account a on a.council_id = d.council_id and a.id = d.decided_by
  join account v on v.council_id = d.council_id and v.id = d.view_by`;

/** A decision, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findDetermination(db: CouncilReader, id: string): Promise<Determination> {
  const [row] = await readRows<Determination>(
    db,
    sql`${determinationRows} where d.council_id = ${councilOf(db)} and d.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** The decisions given in a conversation, latest first: the first is the one that stands. */
export async function determinationsIn(db: CouncilReader, conversationId: string): Promise<Determination[]> {
  return readRows<Determination>(
    db,
    sql`${determinationRows} where d.council_id = ${councilOf(db)} and d.conversation_id = ${conversationId}
      order by d.decided_on desc, d.id desc limit 20`,
  );
}
