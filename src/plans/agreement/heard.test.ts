import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import {
  advocateBegan,
  advocateEnded,
  askForAdvocate,
  type NewInvolvement,
  saveInvolvement,
} from '../../conversations/advocacy/advocacy.store.ts';
import { findConversation, openConversation } from '../../conversations/conversations.store.ts';
import { saveToldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { makePerson } from '../../people/people.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { giveDecision } from '../determinations/giving.store.ts';
import { adultOutcomes } from '../determinations/outcomes.ts';
import { beginPlan, findPlan } from '../plans.store.ts';
import { askedToStand } from './agreeing.store.ts';
import { whatPlanWants } from './standing.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const as = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(rowan, act);

const hard: NewInvolvement = {
  ...{ lookedOn: '2026-11-01', words: 'He says yes to whoever spoke last' },
  ...{ understanding: false, retaining: false, weighing: true, communicating: false },
  ...{ appropriatePerson: null, appropriateRelation: null, appropriateAgreedOn: null },
  ...{ isAgreedByPerson: null, isPaid: null, hasLongStayAhead: false, hasDisagreement: false },
  considered: null,
};

/** Somebody in conversation 3, told beforehand, for whom weighing things up would be very hard. */
async function someone() {
  return as(async (db) => {
    const personId = await makePerson(db, { fullName: 'Idris Penhale', knownAs: 'Idris' });
    const conversationId = await openConversation(db, { personId, kind: 3 });
    const conversation = await findConversation(db, conversationId);
    await saveToldBeforehand(db, conversation, { toldOn: '2026-11-01', format: 'large print' });
    await saveInvolvement(db, personId, hard);
    return { personId, conversationId };
  });
}

const advocateIn = (personId: string, inPlaceOn: string, endedOn: string | null = null) =>
  as(async (db) => {
    const asked = { whatFor: 'the plan', askedOf: 'Saltbeck Voices', askedOn: '2026-11-02' };
    const id = await askForAdvocate(db, personId, asked);
    await advocateBegan(db, id, { name: 'Meera Sandhu', inPlaceOn, version: 1 });
    if (endedOn) await advocateEnded(db, id, { endedOn, because: 'She moved', version: 2 });
  });

const outcomes = adultOutcomes.map(({ key }) => ({
  outcome: key,
  finding: 'achieved' as const,
  sense: null,
  words: '',
}));
const decide = ({ conversationId }: { conversationId: string }, decidedOn = '2026-11-21') =>
  as(async (db) =>
    giveDecision(db, await findConversation(db, conversationId), {
      ...{ kind: 'adult', causeIsMet: true, causeWords: 'His hip', outcomes, healthAtRisk: false },
      ...{ impactIsMet: true, impactWords: 'He stays in', personsWish: 'My own door' },
      ...{ practitionersView: 'A little help', viewBy: rowan.accountId, reasons: 'None', decidedOn },
      writtenAdvice: 'Ring us when it changes.',
    }),
  );
const given = async (...asked: Parameters<typeof decide>) => {
  const answer = await decide(...asked);
  return isRefusal(answer) ? answer.refused : 'given';
};

describe('N3 a decision', () => {
  it('N3 is not given without the advocate somebody needs, and is once one is in place', async () => {
    const about = await someone();
    assert.equal(await given(about), 'N3');
    await advocateIn(about.personId, '2026-11-21');
    assert.equal(await given(about), 'given');
  });

  it('N3 looks at the day of the decision: an advocate who left the day before was not there', async () => {
    const about = await someone();
    await advocateIn(about.personId, '2026-11-05', '2026-11-19');
    assert.equal(await given(about, '2026-11-20'), 'N3');
    assert.equal(await given(about, '2026-11-19'), 'given');
  });

  it('N3 a later look that nothing is very hard lets it be given', async () => {
    const about = await someone();
    await as((db) =>
      saveInvolvement(db, about.personId, { ...hard, lookedOn: '2026-11-20', weighing: false }),
    );
    assert.equal(await given(about), 'given');
  });
});

describe('N3 a plan', () => {
  const rules = (about: { personId: string; conversationId: string }) =>
    as(async (db) => {
      const plan = await findPlan(db, await beginPlan(db, about));
      const asked = await askedToStand(db, plan, null, { startsOn: '2026-12-01', agreement: 'agree' });
      return whatPlanWants(asked).map(({ rule }) => rule);
    });

  it('N3 is not made without the advocate somebody needs', async () => {
    const about = await someone();
    assert.ok((await rules(about)).includes('N3'));
  });

  it('N3 wants nothing of the kind once one is in place', async () => {
    const about = await someone();
    await advocateIn(about.personId, '2026-11-21');
    assert.ok(!(await rules(about)).includes('N3'));
  });
});
