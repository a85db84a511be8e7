import { sql } from 'kysely';
import { tellTimeline } from '../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../platform/db/council.ts';
import { Conflict, Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import { planKindIn } from './carers/plan-kind.store.ts';
import { keepNotAgreed, setBeside } from './changing/beside.store.ts';
import type { Agreement, NotAgreed, Plan, PlanWords } from './plan.ts';
import { startSupport } from './support.store.ts';

const planRows = sql`select p.id, p.person_id as "personId", p.conversation_id as "conversationId", p.kind, p.number,
    p.good_life as "goodLife", p.what_i_do as "whatIDo", p.wishes, p.if_things_go_wrong as "ifThingsGoWrong", p.advice,
    p.direct_payment as "directPayment", p.state, p.starts_on as "startsOn", p.agreement,
    p.agreement_words as "agreementWords", p.agreed_on as "agreedOn", p.follows, w.name as "writtenBy", p.version,
    p.words_version as "wordsVersion",
    (select min(l.starts_on) from plan l where l.council_id = p.council_id and l.follows = p.id and l.starts_on is not null) as "followedOn",
    coalesce((select json_agg(json_build_object('id', n.id, 'need', n.need, 'isEligible', n.is_eligible, 'metBy', n.met_by,
        'who', n.who, 'how', n.how, 'ownerSaidYesOn', n.owner_said_yes_on, 'carerId', n.carer_id, 'carerThing', n.carer_thing, 'version', n.version) order by n.position, n.id)
      from plan_need n where n.council_id = p.council_id and n.plan_id = p.id), '[]') as needs,
    coalesce((select json_agg(json_build_object('id', b.id, 'needId', b.need_id, 'what', b.what, 'howOften', b.how_often,
        'councilPence', b.council_pence, 'personPence', b.person_pence) order by b.position, b.id)
      from budget_part b where b.council_id = p.council_id and b.plan_id = p.id), '[]') as parts,
    coalesce((select json_agg(json_build_object('wasNeedId', s.was_need_id, 'was', w.need, 'words', s.words,
        'answeredBy', array(select r.need_id from need_answer r where r.council_id = s.council_id and r.beside_id = s.id order by r.need_id))
        order by w.position, w.id)
      from need_beside s join plan_need w on w.council_id = s.council_id and w.id = s.was_need_id
      where s.council_id = p.council_id and s.plan_id = p.id), '[]') as beside,
    json_build_object('because', p.down_because, 'reasons', p.down_reasons, 'involved', p.down_involved,
      'toldOn', p.down_told_on) as down,
    coalesce((select json_agg(json_build_object('needId', x.need_id, 'partId', x.part_id, 'words', x.words) order by x.id)
      from line_not_agreed x where x.council_id = p.council_id and x.plan_id = p.id), '[]') as "notAgreed"
  from plan p left join account w on w.council_id = p.council_id and w.id = p.written_by`;

/** A plan with its needs and budget, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findPlan(db: CouncilReader, id: string): Promise<Plan> {
  const [plan] = await readRows<Plan>(
    db,
    sql`${planRows} where p.council_id = ${councilOf(db)} and p.id = ${id}`,
  );
  if (!plan) throw new Unknown();
  return plan;
}

/** A person's plans, latest first: the one being written, the one that stands, and those followed by a later one. */
export async function plansOf(db: CouncilReader, personId: string, most = 20): Promise<Plan[]> {
  return readRows<Plan>(
    db,
    sql`${planRows} where p.council_id = ${councilOf(db)} and p.person_id = ${personId} order by p.number desc, p.id desc limit ${most}`,
  );
}

/** C3-5: a plan that stands is kept as it was agreed; only one being written changes. */
const standsAlready = refuse(
  'C3-5',
  'this plan is kept as it was agreed',
  'begin a later plan; this one runs until that one stands',
);

/** Holds a plan until this transaction ends, so that changes to it come one at a time. Refuses one that stands. */
export async function holdPlan(db: CouncilDb, id: string): Promise<Plan | Refusal> {
  await readRows(db, sql`select id from plan where council_id = ${councilOf(db)} and id = ${id} for update`);
  const plan = await findPlan(db, id);
  return plan.state === 'being-written' ? plan : standsAlready;
}

/** Marks that something in the plan changed, for whoever is about to agree to it. */
export async function touchPlan(db: CouncilDb, planId: string): Promise<void> {
  await sql`update plan set version = version + 1 where council_id = ${councilOf(db)} and id = ${planId}`.execute(
    db,
  );
}

/**
 * Begins a plan in a conversation, from the one that stands when there is one, so that nothing is left out by
 * forgetting. When one is being written already, that is the one, and it goes along to the newer conversation (P1).
 * The person's row is held by the caller.
 */
export async function beginPlan(
  db: CouncilDb,
  about: { personId: string; conversationId: string },
): Promise<string> {
  const plans = await plansOf(db, about.personId);
  const writing = plans.find(({ state }) => state === 'being-written');
  if (writing) {
    if (writing.conversationId !== about.conversationId)
      await sql`update plan set conversation_id = ${about.conversationId}, version = version + 1
        where council_id = ${councilOf(db)} and id = ${writing.id}`.execute(db);
    return writing.id;
  }
  const earlier = plans.find(({ state }) => state === 'standing') ?? null;
  const id = newId();
  await sql`insert into plan (council_id, id, person_id, conversation_id, number, kind, written_by, follows,
      good_life, what_i_do, wishes, if_things_go_wrong, advice)
    values (${councilOf(db)}, ${id}, ${about.personId}, ${about.conversationId}, ${(plans[0]?.number ?? 0) + 1},
      ${await planKindIn(db, about.conversationId, earlier)},
      ${actorOf(db).accountId}, ${earlier?.id ?? null}, ${earlier?.goodLife ?? ''}, ${earlier?.whatIDo ?? ''},
      ${earlier?.wishes ?? ''}, ${earlier?.ifThingsGoWrong ?? ''}, ${earlier?.advice ?? ''})`.execute(db);
  if (earlier) await copyLines(db, earlier, id);
  return id;
}

/** What stood goes along as a beginning. A "yes" does not: it was said about the earlier plan (N5). */
async function copyLines(db: CouncilDb, earlier: Plan, planId: string): Promise<void> {
  const council_id = councilOf(db);
  const ids = new Map(earlier.needs.map(({ id }) => [id, newId()]));
  const needs = earlier.needs.map((line, position) => ({
    council_id,
    id: ids.get(line.id) ?? newId(),
    plan_id: planId,
    position,
    need: line.need,
    is_eligible: line.isEligible,
    met_by: line.metBy,
    who: line.who,
    how: line.how,
    carer_id: line.carerId ?? null,
    carer_thing: line.carerThing ?? null,
  }));
  const parts = earlier.parts.map((part, position) => ({
    council_id,
    id: newId(),
    plan_id: planId,
    need_id: (part.needId && ids.get(part.needId)) || null,
    position,
    what: part.what,
    how_often: part.howOften,
    council_pence: part.councilPence,
    person_pence: part.personPence,
  }));
  const weekly = parts.filter(({ how_often }) => how_often === 'weekly');
  if (needs.length) await db.insertInto('plan_need').values(needs).execute();
  if (weekly.length) await db.insertInto('budget_part').values(weekly).execute();
  for (const [wasNeedId, needId] of ids) await setBeside(db, planId, { wasNeedId, answeredBy: [needId] });
}

/** Keeps the plan's own words. Two people writing at once: the second sees both texts and nothing is lost. */
export async function savePlanWords(
  db: CouncilDb,
  plan: Plan,
  words: PlanWords & { version: number },
): Promise<void> {
  if (plan.wordsVersion !== words.version)
    throw new Conflict(
      'Somebody else saved words in this plan while you were writing.',
      { who: plan.writtenBy ?? 'a colleague', words: inOneText(plan) },
      inOneText(words),
    );
  await db
    .updateTable('plan')
    .set({
      good_life: words.goodLife,
      what_i_do: words.whatIDo,
      wishes: words.wishes,
      if_things_go_wrong: words.ifThingsGoWrong,
      advice: words.advice,
      direct_payment: words.directPayment,
      written_by: actorOf(db).accountId,
      words_version: plan.wordsVersion + 1,
      version: plan.version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', plan.id)
    .execute();
}

function inOneText({ goodLife, whatIDo, wishes, ifThingsGoWrong, advice }: PlanWords): string {
  return [goodLife, whatIDo, wishes, ifThingsGoWrong, advice].filter(Boolean).join('\n\n');
}

export interface Agreed {
  startsOn: Day;
  agreement: Agreement;
  agreementWords: string;
  /** Which lines, when they agree in part. */
  notAgreed?: readonly NotAgreed[];
}

/**
 * Lets a plan stand from a day, as the person agreed to it: the earlier one becomes followed by it, and paid
 * support begins (E3 counts it). Asks no rule: the caller has. Both plans are held by the caller.
 */
export async function letPlanStand(
  db: CouncilDb,
  plan: Plan,
  earlier: Plan | null,
  agreed: Agreed,
): Promise<void> {
  const council = councilOf(db);
  if (earlier)
    await sql`update plan set state = 'followed-by-a-later-one' where council_id = ${council} and id = ${earlier.id}`.execute(
      db,
    );
  await db
    .updateTable('plan')
    .set({
      state: 'standing',
      starts_on: agreed.startsOn,
      agreement: agreed.agreement,
      agreement_words: agreed.agreementWords,
      agreed_on: dayOf(nowOf(db)),
      follows: earlier?.id ?? null,
      version: plan.version + 1,
    })
    .where('council_id', '=', council)
    .where('id', '=', plan.id)
    .execute();
  await keepNotAgreed(db, plan.id, agreed.notAgreed ?? []);
  await startSupport(db, plan, earlier, agreed.startsOn);
  await tellTimeline(db, {
    personId: plan.personId,
    at: nowOf(db),
    kind: 'plan-stands',
    title: 'A plan was agreed',
    byLine: actorOf(db).name,
    voices: [{ voice: 'said', words: agreed.agreementWords }],
    link: `/plans/${plan.id}`,
    sourceId: plan.id,
  });
}

/** The plan that stands, held until this transaction ends; null when none does. */
export async function holdStandingPlan(db: CouncilDb, personId: string): Promise<Plan | null> {
  const [row] = await readRows<{ id: string }>(
    db,
    sql`select id from plan where council_id = ${councilOf(db)} and person_id = ${personId} and state = 'standing' for update`,
  );
  return row ? findPlan(db, row.id) : null;
}
