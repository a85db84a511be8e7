import { sql } from 'kysely';
import type { HeldNow } from '../../people/held-back/held-back.ts';
import { heldNowJson } from '../../people/held-back/held-now.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
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
import { longDate } from '../../platform/ui/dates.ts';
import { openConversationOf } from '../conversations.store.ts';
import { type Answers, enquiryIsOwed, type RiskNow } from './safeguarding.ts';

/** Three answers with a time, and the enquiry they opened when they did. */
export interface Enquiry extends Answers {
  id: string;
  personId: string;
  words: string;
  toldBy: string;
  whyNot: string | null;
  isSafeNow: 'yes' | 'no' | 'unsure' | null;
  doneAtOnce: string;
  answeredBy: string;
  answeredAt: Date;
  /** The minute the third answer was given; null when one of them was no. */
  openedAt: Date | null;
  outcomesAskedOn: Day | null;
  couldNotAskBecause: string | null;
  leadId: string;
  lead: string;
  whatWasDone: string;
  endedOn: Day | null;
  personsView: string | null;
  riskNow: RiskNow | null;
  version: number;
}

export interface NewAnswers extends Answers {
  words: string;
  toldBy: string;
  whyNot: string | null;
  isSafeNow?: 'yes' | 'no' | 'unsure' | null;
  doneAtOnce?: string;
  /** The fact they were marked as, when they were. */
  factId?: string | null;
  /** The conversation they were given in; the one that is open when not said. */
  conversationId?: string | null;
}

export interface Answered {
  id: string;
  isOpened: boolean;
}

/**
 * Keeps the three answers, and when each is yes or suspected opens the enquiry in the same instant (N2). Whoever
 * answers leads it until a colleague takes it on, and their team comes alongside. The story is told only that it
 * opened: the words stay on the enquiry's own page.
 */
export async function keepAnswers(db: CouncilDb, personId: string, answers: NewAnswers): Promise<Answered> {
  const id = newId();
  const { accountId, teamIds, name } = actorOf(db);
  const isOpened = enquiryIsOwed(answers);
  const open = answers.conversationId ? null : await openConversationOf(db, personId);
  await db
    .insertInto('enquiry')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      conversation_id: answers.conversationId ?? open?.id ?? null,
      team_id: teamIds[0] ?? null,
      has_needs: answers.hasNeeds,
      at_risk: answers.atRisk,
      cannot_protect: answers.cannotProtect,
      words: answers.words,
      told_by: answers.toldBy,
      why_not: answers.whyNot,
      is_safe_now: answers.isSafeNow ?? null,
      done_at_once: answers.doneAtOnce ?? '',
      fact_id: answers.factId ?? null,
      answered_by: accountId,
      answered_at: nowOf(db),
      opened_at: isOpened ? nowOf(db) : null,
      lead_id: accountId,
    })
    .execute();
  if (!isOpened) return { id, isOpened };
  const who = teamIds[0] ? { teamId: teamIds[0] } : { accountId };
  await comeAlongside(db, personId, who, 'conversation');
  await tellStory(db, personId, id, 'A safeguarding enquiry opened', name);
  return { id, isOpened };
}

/** That an enquiry opened or ended, and nothing more: others may be looking over somebody's shoulder. */
export const tellStory = (
  db: CouncilDb,
  personId: string,
  enquiryId: string,
  title: 'A safeguarding enquiry opened' | 'A safeguarding enquiry ended',
  byLine: string,
): Promise<void> =>
  tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'safeguarding',
    title,
    byLine,
    link: `/people/${personId}/safeguarding`,
    sourceId: enquiryId,
  });

const enquiryRows = sql`select e.id, e.person_id as "personId", e.has_needs as "hasNeeds", e.at_risk as "atRisk",
    e.cannot_protect as "cannotProtect", e.words, e.told_by as "toldBy", e.why_not as "whyNot",
    e.is_safe_now as "isSafeNow", e.done_at_once as "doneAtOnce", who.name as "answeredBy", e.answered_at as "answeredAt",
    e.opened_at as "openedAt", e.outcomes_asked_on as "outcomesAskedOn", e.could_not_ask_because as "couldNotAskBecause",
    e.lead_id as "leadId", lead.name as lead, e.what_was_done as "whatWasDone", e.ended_on as "endedOn",
    e.persons_view as "personsView", e.risk_now as "riskNow", e.version,
    ${heldNowJson(sql`e.council_id`, sql`e.person_id`, sql`array[e.id]`)} as held
  from enquiry e
  join account lead on lead.council_id = e.council_id and lead.id = e.lead_id
  join account who on who.council_id = e.council_id and who.id = e.answered_by`;

/** What was answered about somebody: open enquiries first, then the latest. */
export async function enquiriesOf(db: CouncilReader, personId: string, most = 50): Promise<Enquiry[]> {
  return readRows<Enquiry>(
    db,
    sql`${enquiryRows} where e.council_id = ${councilOf(db)} and e.person_id = ${personId}
      order by (e.opened_at is not null and e.ended_on is null) desc, e.answered_at desc, e.id desc limit ${most}`,
  );
}

/** An enquiry that opened. Open the person (W5) before showing any of it. */
export interface OpenedEnquiry extends Enquiry {
  openedAt: Date;
  held: HeldNow | null;
}

/** An enquiry, or `Unknown`, also for answers that opened none. */
export async function findEnquiry(db: CouncilReader, id: string): Promise<OpenedEnquiry> {
  const [row] = await readRows<OpenedEnquiry>(
    db,
    sql`${enquiryRows} where e.council_id = ${councilOf(db)} and e.id = ${id} and e.opened_at is not null`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** N2: whether a safeguarding enquiry is open for somebody now. */
export async function hasOpenEnquiry(db: CouncilReader, personId: string): Promise<boolean> {
  const [row] = await readRows<{ isOpen: boolean }>(
    db,
    sql`select exists (select from enquiry where council_id = ${councilOf(db)} and person_id = ${personId}
      and opened_at is not null and ended_on is null) as "isOpen"`,
  );
  return row?.isOpen ?? false;
}

/** The latest enquiry that is open for somebody; null when none is. */
export async function openEnquiryOf(db: CouncilReader, personId: string): Promise<string | null> {
  const all = await enquiriesOf(db, personId, 10);
  return all.find(({ openedAt, endedOn }) => openedAt && !endedOn)?.id ?? null;
}

/**
 * That an enquiry is open, since when and who leads it, as a sentence; null when none is. For pages of those
 * alongside the person, never for a letter: whom it is about may open the post.
 */
export async function safeguardingInASentence(db: CouncilReader, personId: string): Promise<string | null> {
  const open = (await enquiriesOf(db, personId, 10)).filter(({ openedAt, endedOn }) => openedAt && !endedOn);
  const [first] = open;
  if (!first?.openedAt) return null;
  const since = longDate(dayOf(first.openedAt));
  return open.length === 1
    ? `A safeguarding enquiry has been open since ${since}; ${first.lead} leads it.`
    : `${open.length} safeguarding enquiries are open, the latest since ${since}; ${first.lead} leads that one.`;
}
