import { holdConversation, openConversationOf } from '../../src/conversations/conversations.store.ts';
import { saveToldBeforehand } from '../../src/conversations/gate/told-beforehand.store.ts';
import { answerQuestion, letRest } from '../../src/conversations/rest/rest.store.ts';
import { keepStatement } from '../../src/people/carers/statements.store.ts';
import { agreePlan } from '../../src/plans/agreement/agreeing.store.ts';
import { giveDecision } from '../../src/plans/determinations/giving.store.ts';
import { outcomesFor } from '../../src/plans/determinations/outcomes.ts';
import { keepFinancialAssessment } from '../../src/plans/money/financial-assessments.store.ts';
import type { Agreement } from '../../src/plans/plan.ts';
import { holdPlan, plansOf } from '../../src/plans/plans.store.ts';
import { addDays } from '../../src/platform/clock.ts';
import { isRefusal } from '../../src/platform/refusal.ts';
import { endsCrisis, opensConversation3, testsWithPeers } from './staying-close.acts.ts';
import {
  as,
  asItMostlyGoes,
  goOn,
  mostly,
  someDay,
  someWorker,
  tell,
  today,
  type World,
  wait,
} from './world.ts';
import { writesPlan } from './writing-plans.acts.ts';

/** A whole conversation 3 as it mostly goes, from the peer test to the plan that stands. */
export const buildsALife = (world: World): Promise<void> =>
  asItMostlyGoes(world, () => aConversation3(world));

async function aConversation3(world: World): Promise<void> {
  if (mostly(world, true, false, 0.3)) await endsCrisis(world);
  await testsWithPeers(world);
  await opensConversation3(world);
  if (mostly(world, true, false)) await tellsBeforehand(world);
  if (mostly(world, true, false)) await decides(world);
  await writesPlan(world);
  await agrees(world);
}

/** The plan changed some time later: a new conversation 3, as it mostly goes. */
export const changesThePlan = (world: World): Promise<void> =>
  asItMostlyGoes(world, async () => {
    if (mostly(world, true, false, 0.3)) await restsConversation3(world);
    if (mostly(world, true, false, 0.3)) wait(world, 20 * 1_440);
    else goOn(world);
    await aConversation3(world);
  });

async function restsConversation3(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = await openConversationOf(db, world.personId, 3);
  if (!open) return;
  const back = {
    kind: 'how-to-come-back' as const,
    voice: 'said' as const,
    sentence: 'Ring us.',
    details: {},
  };
  await answerQuestion(db, open, back);
  tell(world, 'rest conversation 3', await letRest(db, await holdConversation(db, open.id)));
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
    causeIsMet: mostly(world, true, false),
    causeWords: 'Her hip.',
    healthAtRisk: false,
    impactIsMet: mostly(world, true, false),
    impactWords: 'She stays in.',
    outcomes: outcomesFor('adult').map(({ key }) => {
      const isUnable = luck.happens(0.5);
      return {
        outcome: key,
        finding: isUnable ? 'unable' : 'achieved',
        sense: isUnable ? 'without-help' : null,
        words: mostly(world, 'So she said.', '', 0.02),
      };
    }),
    personsWish: 'To be at home.',
    practitionersView: 'So should she.',
    viewBy: who.accountId,
    reasons: 'As she said.',
    decidedOn: mostly(world, today(world), someDay(world), 0.4),
    writtenAdvice: mostly(world, 'Try the lunch club.', null, 0.5),
  });
  if (!isRefusal(given)) world.noted.decisions.push({ id: given, by: who.accountId });
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

/** A carer says what they will and can do; on their own record, as they do. */
export async function carerSays(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const said = {
    thing: luck.pick(['nights', 'nights', 'shopping']),
    saidOn: luck.pick([today(world), addDays(today(world), -2)]),
  };
  const carerId = luck.pick(world.carerIds);
  const isBoth = luck.happens(0.7);
  for (const side of isBoth ? (['willing', 'able'] as const) : [luck.pick(['willing', 'able'] as const)]) {
    const answer = luck.pick(['yes', 'yes', 'yes', 'no'] as const);
    await keepStatement(db, {
      ...said,
      ...{ side, answer, carerId, forPersonId: world.personId, words: 'In their own words.', entryId: null },
    });
    const who = carerId === world.carerIds[0] ? 'Jean' : 'Tom';
    tell(world, `${who} is ${answer === 'yes' ? '' : 'not '}${side}: ${said.thing}`, null);
  }
}

export async function agrees(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const writing = (await plansOf(db, world.personId)).find(({ state }) => state === 'being-written');
  if (!writing) return;
  const plan = await holdPlan(db, writing.id);
  if (isRefusal(plan)) return;
  const agreement: Agreement = mostly(world, 'agree', world.luck.pick(['partly', 'disagree']), 0.25);
  const said = {
    agreement,
    agreementWords: 'So it is.',
    startsOn: mostly(
      world,
      addDays(today(world), world.luck.pick([1, 7])),
      world.luck.pick([today(world), someDay(world)]),
      0.4,
    ),
    notAgreed: agreement === 'partly' ? [{ needId: null, partId: null, words: 'Not the money.' }] : [],
  };
  tell(world, `${agreement} to the plan from ${said.startsOn}`, await agreePlan(db, plan, said));
}
