import { holdConversation, openConversationOf } from '../../src/conversations/conversations.store.ts';
import { saveToldBeforehand } from '../../src/conversations/gate/told-beforehand.store.ts';
import { answerQuestion, letRest } from '../../src/conversations/rest/rest.store.ts';
import { keepStatement } from '../../src/people/carers/statements.store.ts';
import { agreePlan } from '../../src/plans/agreement/agreeing.store.ts';
import { saveDown, setBeside } from '../../src/plans/changing/beside.store.ts';
import { giveDecision } from '../../src/plans/determinations/giving.store.ts';
import { outcomesFor } from '../../src/plans/determinations/outcomes.ts';
import { keepFinancialAssessment } from '../../src/plans/money/financial-assessments.store.ts';
import { type DownBecause, downBecauseInWords, type MetBy, type Plan } from '../../src/plans/plan.ts';
import { addNeed, addPart, changeNeed, removeNeed, removePart } from '../../src/plans/plan-lines.store.ts';
import { beginPlan, findPlan, holdPlan, plansOf, savePlanWords } from '../../src/plans/plans.store.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { CouncilDb } from '../../src/platform/db/council.ts';
import { isRefusal } from '../../src/platform/refusal.ts';
import { endsCrisis, opensConversation3, testsWithPeers } from './staying-close.acts.ts';
import { as, goOn, someDay, someWorker, tell, today, type World } from './world.ts';

/** A whole conversation 3 as it mostly goes, from the peer test to the decision. */
export async function buildsALife(world: World): Promise<void> {
  if (world.luck.happens(0.7)) await endsCrisis(world);
  await testsWithPeers(world);
  await opensConversation3(world);
  await tellsBeforehand(world);
  await decides(world);
  await writesPlan(world);
  if (world.luck.happens(0.7)) await writesPlan(world);
  await agrees(world);
}

/** The plan changed some time later: a new conversation 3, as it mostly goes. */
export async function changesThePlan(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = await openConversationOf(db, world.personId, 3);
  if (open && world.luck.happens(0.8)) {
    const back = {
      kind: 'how-to-come-back' as const,
      voice: 'said' as const,
      sentence: 'Ring us.',
      details: {},
    };
    await answerQuestion(db, open, back);
    tell(world, 'rest conversation 3', await letRest(db, await holdConversation(db, open.id)));
  }
  goOn(world);
  await buildsALife(world);
}

export async function tellsBeforehand(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = await openConversationOf(db, world.personId, 3);
  if (!open) return;
  const toldOn = world.luck.pick([today(world), today(world), addDays(today(world), -10)]);
  await saveToldBeforehand(db, open, { toldOn, format: 'in large print' });
  tell(world, 'told beforehand', null);
}

export async function decides(world: World): Promise<void> {
  const who = someWorker(world);
  const db = await as(world, who);
  const open = await openConversationOf(db, world.personId, 3);
  if (!open) return;
  const { luck } = world;
  const given = await giveDecision(db, await holdConversation(db, open.id), {
    kind: 'adult',
    causeIsMet: luck.happens(0.9),
    causeWords: 'Her hip.',
    healthAtRisk: false,
    impactIsMet: luck.happens(0.9),
    impactWords: 'She stays in.',
    outcomes: outcomesFor('adult').map(({ key }) => {
      const isUnable = luck.happens(0.5);
      return {
        outcome: key,
        finding: isUnable ? 'unable' : 'achieved',
        sense: isUnable ? 'without-help' : null,
        words: luck.happens(0.98) ? 'So she said.' : '',
      };
    }),
    personsWish: 'To be at home.',
    practitionersView: 'So should she.',
    viewBy: who.accountId,
    reasons: 'As she said.',
    decidedOn: luck.pick([today(world), today(world), someDay(world)]),
    writtenAdvice: luck.pick(['Try the lunch club.', null]),
  });
  tell(world, 'decide', given);
}

export async function worksOutShare(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const kept = await keepFinancialAssessment(db, world.personId, {
    how: 'light-touch',
    doneOn: today(world),
    fromOn: today(world),
    words: 'From her pension.',
    lines: [],
    weeklyPence: world.luck.pick([0, 2_000, 9_000]),
  });
  tell(world, 'work out the share', kept);
}

/** The carer says what she will and can do; on her own record, as she does. */
export async function carerSays(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const said = {
    thing: luck.pick(['nights', 'nights', 'shopping']),
    side: luck.pick(['willing', 'able'] as const),
    answer: luck.pick(['yes', 'yes', 'yes', 'no'] as const),
    saidOn: luck.pick([today(world), addDays(today(world), -2)]),
  };
  await keepStatement(db, {
    ...said,
    carerId: world.carerId,
    forPersonId: world.personId,
    words: 'In her own words.',
    entryId: null,
  });
  tell(world, `the carer is ${said.answer === 'yes' ? '' : 'not '}${said.side}: ${said.thing}`, null);
}

export async function writesPlan(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = await openConversationOf(db, world.personId, 3);
  if (!open) return;
  const id = await beginPlan(db, { personId: world.personId, conversationId: open.id });
  await writeWords(world, db, await findPlan(db, id));
  for (let times = world.luck.between(1, 4); times > 0; times -= 1) await changeLines(world, db, id);
  await besideEarlier(world, db, id);
  tell(world, 'wrote at a plan', null);
}

async function writeWords(world: World, db: CouncilDb, plan: Plan): Promise<void> {
  const { luck } = world;
  await savePlanWords(db, plan, {
    goodLife: 'My garden.',
    whatIDo: '',
    wishes: '',
    ifThingsGoWrong: luck.pick(['Ring us.', 'Ring us.', 'Ring us.', '']),
    advice: 'The lunch club.',
    directPayment: luck.pick(['offered-and-declined', 'offered-and-declined', 'not-yet-talked-about']),
    version: plan.wordsVersion,
  });
}

const needs = ['Getting up', 'Nights', 'Company'] as const;

/** One change to a plan being written: a need more, less or met otherwise, a part more or less. */
async function changeLines(world: World, db: CouncilDb, planId: string): Promise<void> {
  const { luck } = world;
  const plan = await holdPlan(db, planId);
  if (isRefusal(plan)) return;
  const metBy = luck.pick<MetBy>(['self', 'family', 'group', 'paid', 'paid', 'not-met']);
  const isCarers = metBy === 'family';
  const line = {
    need: luck.pick(needs),
    isEligible: luck.happens(0.8),
    metBy,
    who: metBy === 'not-met' ? '' : 'Jean',
    how: luck.pick(['Each week.', 'Each week.', '']),
    ownerSaidYesOn: luck.pick([today(world), null]),
    carerId: isCarers ? world.carerId : null,
    carerThing: isCarers ? luck.pick(['nights', 'shopping']) : null,
  };
  const [need] = plan.needs.filter(() => luck.happens(0.5));
  const [part] = plan.parts.filter(() => luck.happens(0.5));
  const act = luck.pick(['add', 'add', 'change', 'remove', 'pay', 'pay', 'pay-less'] as const);
  if (act === 'add' && plan.needs.length < 4) await addNeed(db, plan, line);
  else if (act === 'change' && need) await changeNeed(db, plan, need.id, { ...line, version: need.version });
  else if (act === 'remove' && need) await removeNeed(db, plan, need.id);
  else if (act === 'pay-less' && part) await removePart(db, plan, part.id);
  else if (need)
    await addPart(db, plan, {
      needId: need.id,
      what: luck.pick(['Visits', 'Transport']),
      howOften: luck.pick(['weekly', 'weekly', 'once']),
      councilPence: luck.pick([0, 5_000, 20_000]),
      personPence: luck.pick([0, 0, 0, 2_000]),
    });
}

/** P1: what is said beside the earlier plan, any piece of it left out now and then. */
async function besideEarlier(world: World, db: CouncilDb, planId: string): Promise<void> {
  const { luck } = world;
  const standing = (await plansOf(db, world.personId)).find(({ state }) => state === 'standing');
  if (!standing) return;
  const plan = await findPlan(db, planId);
  for (const was of standing.needs)
    if (luck.happens(0.8))
      await setBeside(db, planId, {
        wasNeedId: was.id,
        answeredBy: plan.needs.filter(({ need }) => need === was.need).map(({ id }) => id),
        words: luck.pick(['With the lunch club.', 'With the lunch club.', '']),
      });
  await saveDown(db, planId, {
    because: [luck.pick(Object.keys(downBecauseInWords) as [DownBecause, ...DownBecause[]])],
    reasons: luck.pick(['Her hip is new.', 'Her hip is new.', '']),
    involved: luck.pick(['At her table, with Jean.', 'At her table, with Jean.', '']),
    toldOn: luck.pick([today(world), addDays(today(world), -1), null]),
  });
}

export async function agrees(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const writing = (await plansOf(db, world.personId)).find(({ state }) => state === 'being-written');
  if (!writing) return;
  const plan = await holdPlan(db, writing.id);
  if (isRefusal(plan)) return;
  const { luck } = world;
  const agreement = luck.pick(['agree', 'agree', 'agree', 'partly', 'disagree'] as const);
  const said = {
    agreement,
    agreementWords: 'So it is.',
    startsOn: luck.pick([today(world), addDays(today(world), 7), addDays(today(world), 1), someDay(world)]),
    notAgreed: agreement === 'partly' ? [{ needId: null, partId: null, words: 'Not the money.' }] : [],
  };
  tell(world, `${agreement} to the plan from ${said.startsOn}`, await agreePlan(db, plan, said));
}
