import { sql } from 'kysely';
import { findConversation, holdPerson, openConversationOf } from '../../conversations/conversations.store.ts';
import { defaultRules, type RuleSet } from '../../conversations/rule-set.ts';
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
import type { Refusal } from '../../platform/refusal.ts';
import { plansOf } from '../plans.store.ts';
import { type Answer, answerRequest, type CatchUpRequest, mayAsk } from './catch-up-request.ts';

const requestRows = sql`select r.id, r.person_id as "personId", r.asked_on as "askedOn", r.asked_by as "askedBy", r.words, r.answer,
    r.answered_on as "answeredOn", r.answer_words as "answerWords", r.day_set as "daySet",
    r.told_how_to_challenge as "toldHowToChallenge", a.name as "answeredBy",
    (select max(u.held_on) from catch_up u where u.council_id = r.council_id and u.person_id = r.person_id
      and u.request_id = r.id) as "heldOn"
  from catch_up_request r left join account a on a.council_id = r.council_id and a.id = r.answered_by`;

/** What was asked about somebody's plan: those nobody has answered first, then the latest. */
export async function catchUpRequestsOf(
  db: CouncilReader,
  personId: string,
  most = 100,
): Promise<CatchUpRequest[]> {
  return readRows<CatchUpRequest>(
    db,
    sql`${requestRows} where r.council_id = ${councilOf(db)} and r.person_id = ${personId}
      order by r.answer is not null, r.asked_on desc, r.id desc limit ${most}`,
  );
}

/** One request, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findCatchUpRequest(db: CouncilReader, id: string): Promise<CatchUpRequest> {
  const [request] = await readRows<CatchUpRequest>(
    db,
    sql`${requestRows} where r.council_id = ${councilOf(db)} and r.id = ${id}`,
  );
  if (!request) throw new Unknown();
  return request;
}

/** P2: keeps that somebody asked, for the team that answers. Returns its id. */
export async function keepCatchUpRequest(
  db: CouncilDb,
  personId: string,
  asked: { askedOn: Day; askedBy: string; words: string },
): Promise<string | Refusal> {
  const refusal = mayAsk(asked.askedOn, dayOf(nowOf(db)));
  if (refusal) return refusal;
  const id = newId();
  const open = await openConversationOf(db, personId);
  await db
    .insertInto('catch_up_request')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      team_id: open?.teamId ?? actorOf(db).teamIds[0] ?? null,
      asked_on: asked.askedOn,
      asked_by: asked.askedBy,
      words: asked.words,
    })
    .execute();
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'catch-up-asked',
    title: 'Somebody asked for a catch-up on how the plan is going',
    byLine: asked.askedBy,
    voices: [{ voice: 'said', who: asked.askedBy, words: asked.words }],
    link: `/people/${personId}/catch-up-requests`,
    sourceId: id,
  });
  return id;
}

/** P2: answers a request, or says what the answer still wants. Holds the person, so that one answer is given. */
export async function answerCatchUpRequest(
  db: CouncilDb,
  { id, personId }: CatchUpRequest,
  answer: Answer,
): Promise<Refusal | null> {
  await holdPerson(db, personId);
  const request = await findCatchUpRequest(db, id);
  const today = dayOf(nowOf(db));
  const { catchUpWithinDays } = await rulesFor(db, personId);
  const refusal = answerRequest(request, answer, catchUpWithinDays, today);
  if (refusal) return refusal;
  await db
    .updateTable('catch_up_request')
    .set({
      answer: answer.answer,
      answered_on: today,
      answer_words: answer.words,
      day_set: answer.answer === 'yes' ? answer.daySet : null,
      told_how_to_challenge: answer.answer === 'no' && answer.toldHowToChallenge,
      answered_by: actorOf(db).accountId,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .execute();
  return null;
}

/** The rules a person's plan was made under, which it keeps; those of the open conversation while there is none. */
export async function rulesFor(db: CouncilReader, personId: string): Promise<RuleSet> {
  const standing = (await plansOf(db, personId)).find(({ state }) => state === 'standing');
  const conversation = standing
    ? await findConversation(db, standing.conversationId)
    : await openConversationOf(db, personId);
  return conversation?.rules ?? defaultRules;
}
