import { findConversation } from '../../../src/conversations/conversations.store.ts';
import { savePeerTest } from '../../../src/conversations/gate/gate.store.ts';
import { openConversation3 } from '../../../src/conversations/gate/opening.store.ts';
import { saveToldBeforehand } from '../../../src/conversations/gate/told-beforehand.store.ts';
import { agreePlan } from '../../../src/plans/agreement/agreeing.store.ts';
import { giveDecision } from '../../../src/plans/determinations/giving.store.ts';
import { type CopyOf, saveCopySent } from '../../../src/plans/letters/given/copies.store.ts';
import { keepFinancialAssessment } from '../../../src/plans/money/financial-assessments.store.ts';
import type { Agreement } from '../../../src/plans/plan.ts';
import { addNeed, addPart } from '../../../src/plans/plan-lines.store.ts';
import { beginPlan, findPlan, savePlanWords } from '../../../src/plans/plans.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import type {
  DeterminationAct,
  MoneyWorkedOutAct,
  OpenAct,
  PeerTestAct,
  PersonKey,
  PlanAct,
  ToldBeforehandAct,
} from '../script.ts';
import { playDirectPayment } from './going-on.ts';
import { actAs, allowed, daysAfter, daysAgo, instantOf, known, type Stage } from './stage.ts';

export async function playPeerTest(
  stage: Stage,
  person: PersonKey,
  act: PeerTestAct,
  db: CouncilDb,
): Promise<void> {
  await savePeerTest(db, {
    personId: known(stage.people, person),
    sharedAt: instantOf(stage, act.at),
    presenterId: known(stage.accounts, act.by).accountId,
    attendeeIds: [act.by, ...act.peers].map((who) => known(stage.accounts, who).accountId),
    personWasInvited: act.personInvited,
    whatWeHeard: '',
    why1UsedUp: act.whyOneIsUsedUp,
    why2UsedUp: act.whyTwoIsUsedUp,
  });
}

/** C3-1, C3-2: through the gate, by the peer test or by a logged exception. */
export async function playOpenConversation3(
  stage: Stage,
  person: PersonKey,
  act: OpenAct,
  db: CouncilDb,
): Promise<string> {
  const exception = act.exception ? { kind: act.exception.which, reason: act.exception.why } : null;
  return allowed(
    await openConversation3(db, known(stage.people, person), exception),
    `open conversation 3 with ${person}`,
  );
}

export async function playToldBeforehand(stage: Stage, act: ToldBeforehandAct, db: CouncilDb): Promise<void> {
  const conversation = await findConversation(db, known(stage.conversations, act.conversation));
  await saveToldBeforehand(db, conversation, {
    toldOn: dayOf(instantOf(stage, act.at)),
    format: inSentence(act.format),
  });
}

export async function playDetermination(
  stage: Stage,
  person: PersonKey,
  act: DeterminationAct,
  db: CouncilDb,
): Promise<void> {
  const conversation = await findConversation(db, known(stage.conversations, act.conversation));
  const given = await giveDecision(db, conversation, {
    kind: act.test,
    causeIsMet: true,
    causeWords: act.arisesFrom,
    outcomes: act.outcomes.map(({ outcome, finding, sense, words }) => ({
      outcome,
      finding,
      sense: sense ?? null,
      words,
    })),
    healthAtRisk: act.test === 'carer' && act.isHealthAtRisk,
    impactIsMet: act.hasSignificantImpact,
    impactWords: act.impact,
    personsWish: act.personsWish,
    practitionersView: act.practitionersView,
    viewBy: known(stage.accounts, act.by).accountId,
    reasons: act.reasons,
    decidedOn: dayOf(instantOf(stage, act.at)),
    writtenAdvice: act.advice ?? null,
  });
  const id = allowed(given, `decide with ${person}`);
  await sendCopy(stage, person, act, { of: 'determination', id });
  await sendCopy(stage, person, act, { of: 'needs-assessment', id: conversation.id });
}

/** C3-5: how the person's share was worked out, as a record of its own. */
export async function playMoneyWorkedOut(
  stage: Stage,
  person: PersonKey,
  act: MoneyWorkedOutAct,
  db: CouncilDb,
): Promise<void> {
  const on = dayOf(instantOf(stage, act.at));
  const kept = await keepFinancialAssessment(db, known(stage.people, person), {
    how: 'light-touch',
    doneOn: on,
    fromOn: on,
    words: act.how,
    lines: [],
    weeklyPence: act.sharePencePerWeek,
  });
  allowed(kept, `work out the share of ${person}`);
}

async function planBeingWritten(stage: Stage, person: PersonKey, conversation: string, db: CouncilDb) {
  const about = {
    personId: known(stage.people, person),
    conversationId: known(stage.conversations, conversation),
  };
  return findPlan(db, await beginPlan(db, about));
}

const answers: Record<PlanAct['agreement']['answer'], Agreement> = {
  agreed: 'agree',
  'in part': 'partly',
  disagreed: 'disagree',
};

export async function playPlan(stage: Stage, person: PersonKey, act: PlanAct, db: CouncilDb): Promise<void> {
  const begun = await planBeingWritten(stage, person, act.conversation, db);
  await savePlanWords(db, begun, {
    goodLife: act.goodLife,
    whatIDo: act.needs
      .filter(({ metBy }) => metBy === 'self')
      .map(({ need }) => need)
      .join('\n'),
    wishes: act.wishes.join('\n'),
    ifThingsGoWrong: act.ifItDoesNotWork,
    advice: act.advice,
    directPayment: act.directPayment.asked
      ? 'asked-and-wanted'
      : act.directPayment.offered
        ? 'offered-and-declined'
        : 'not-yet-talked-about',
    version: begun.wordsVersion,
  });
  const on = dayOf(instantOf(stage, act.at));
  const paid: string[] = [];
  for (const need of act.needs) {
    const id = await addNeed(db, await findPlan(db, begun.id), { ...need, ownerSaidYesOn: on });
    if (need.metBy === 'paid') paid.push(id);
  }
  await addBudget(db, begun.id, act, paid);
  const agreed = await agreePlan(db, await findPlan(db, begun.id), {
    startsOn: daysAfter(stage, act.at, act.startsInDays),
    agreement: answers[act.agreement.answer],
    agreementWords: act.agreement.words,
  });
  allowed(agreed, `agree a plan with ${person}`);
  await playDirectPayment(stage, person, act, db);
  await sendCopy(stage, person, act, { of: 'plan', id: begun.id });
}

/** The script gives the person's share for the whole; it is taken from the first parts until it is used up. */
async function addBudget(
  db: CouncilDb,
  planId: string,
  act: PlanAct,
  paid: readonly string[],
): Promise<void> {
  let left = act.budget.personPencePerWeek;
  for (const [index, part] of act.budget.parts.entries()) {
    const personPence = Math.min(left, part.pencePerWeek);
    left -= personPence;
    const needId = paid[Math.min(index, paid.length - 1)];
    if (!needId) throw new Error(`The script pays for “${part.what}” and says no need for it.`);
    await addPart(db, await findPlan(db, planId), {
      needId,
      what: part.what,
      howOften: 'weekly',
      councilPence: part.pencePerWeek - personPence,
      personPence,
    });
  }
}

async function sendCopy(
  stage: Stage,
  person: PersonKey,
  act: PlanAct | DeterminationAct,
  of: CopyOf,
): Promise<void> {
  const db = await actAs(stage, act.by, instantOf(stage, { daysAgo: act.copySent.daysAgo, time: '15:00' }));
  await saveCopySent(db, of, {
    personId: known(stage.people, person),
    sentOn: daysAgo(stage, act.copySent.daysAgo),
    format: inSentence(act.copySent.format),
    toWhom: known(stage.names, person),
  });
}

/** A format as it ends a sentence: 'Large print' is 'large print'. */
const inSentence = (format: string): string => `${format.charAt(0).toLowerCase()}${format.slice(1)}`;
