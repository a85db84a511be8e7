import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { openConversation } from '../conversations/conversations.store.ts';
import { makePerson } from '../people/people.store.ts';
import type { CouncilDb } from '../platform/db/council.ts';
import { Conflict, Unknown } from '../platform/http/problems.ts';
import { isRefusal } from '../platform/refusal.ts';
import type { Plan } from './plan.ts';
import {
  addNeed,
  addPart,
  changeNeed,
  moveNeed,
  type NewNeed,
  removeNeed,
  removePart,
} from './plan-lines.store.ts';
import {
  beginPlan,
  findPlan,
  holdPlan,
  holdStandingPlan,
  letPlanStand,
  plansOf,
  savePlanWords,
} from './plans.store.ts';
import { supportOf } from './support.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const other = await testCouncil(database, 'elsewhere-test');
const { rowan, priya } = council.accounts;
const as = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(rowan, act);

const nights: NewNeed = {
  need: 'Somebody near at night',
  isEligible: true,
  metBy: 'paid',
  who: 'Night calls',
  how: '',
  ownerSaidYesOn: null,
};
const agreed = {
  startsOn: '2026-12-01',
  agreement: 'agree' as const,
  agreementWords: 'That will do nicely.',
};

/** A plan begun for somebody new. */
async function begun(): Promise<{ personId: string; conversationId: string; planId: string }> {
  return as(async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    const conversationId = await openConversation(db, { personId, kind: 3 });
    return { personId, conversationId, planId: await beginPlan(db, { personId, conversationId }) };
  });
}

async function held(db: CouncilDb, id: string): Promise<Plan> {
  const plan = await holdPlan(db, id);
  if (isRefusal(plan)) throw new Error(plan.because);
  return plan;
}
const change = <Value>(planId: string, act: (db: CouncilDb, plan: Plan) => Promise<Value>) =>
  as(async (db) => act(db, await held(db, planId)));

/** Adds a need with a weekly part and lets the plan stand. */
async function stood(
  about: { personId: string; planId: string },
  what = 'Night calls',
  startsOn = agreed.startsOn,
): Promise<void> {
  const needId = await change(about.planId, (db, plan) => addNeed(db, plan, nights));
  await change(about.planId, (db, plan) =>
    addPart(db, plan, { needId, what, howOften: 'weekly', councilPence: 16_000, personPence: 500 }),
  );
  await as(async (db) =>
    letPlanStand(db, await held(db, about.planId), await holdStandingPlan(db, about.personId), {
      ...agreed,
      startsOn,
    }),
  );
}

describe('a plan being written', () => {
  it('begins once: asked again, it is the same plan', async () => {
    const { personId, conversationId, planId } = await begun();
    assert.equal(await as((db) => beginPlan(db, { personId, conversationId })), planId);
  });

  it('a second plan being written for the same person is impossible, whoever tries', async () => {
    const { personId, conversationId } = await begun();
    await assert.rejects(
      as((db) =>
        sql`insert into plan (council_id, id, person_id, conversation_id, number)
          values (${council.councilId}, gen_random_uuid(), ${personId}, ${conversationId}, 9)`.execute(db),
      ),
      /plan_being_written_once/,
    );
  });

  it('keeps needs in order, moves them up and down, and stays at the ends', async () => {
    const { planId } = await begun();
    for (const need of ['one', 'two', 'three'])
      await change(planId, (db, plan) => addNeed(db, plan, { ...nights, need }));
    const order = async () =>
      (await as((db) => findPlan(db, planId))).needs.map(({ need }) => need).join(' ');
    const move = (index: number, to: 'up' | 'down') =>
      change(planId, (db, plan) => moveNeed(db, plan, plan.needs[index]?.id ?? '', to));
    await move(2, 'up');
    assert.equal(await order(), 'one three two');
    await move(0, 'down');
    assert.equal(await order(), 'three one two');
    await move(0, 'up');
    await move(2, 'down');
    assert.equal(await order(), 'three one two');
  });

  it('removing a need keeps its money in sight, for no need', async () => {
    const { planId } = await begun();
    const needId = await change(planId, (db, plan) => addNeed(db, plan, nights));
    const partId = await change(planId, (db, plan) =>
      addPart(db, plan, { needId, what: 'Calls', howOften: 'once', councilPence: 100, personPence: 0 }),
    );
    await change(planId, (db, plan) => removeNeed(db, plan, needId));
    const plan = await as((db) => findPlan(db, planId));
    assert.deepEqual(plan.needs, []);
    assert.partialDeepStrictEqual(plan.parts, [{ id: partId, needId: null }]);
    await change(planId, (db, held) => removePart(db, held, partId));
    assert.deepEqual((await as((db) => findPlan(db, planId))).parts, []);
  });

  it('a need or part of another plan is unknown here', async () => {
    const one = await begun();
    const two = await begun();
    const needId = await change(one.planId, (db, plan) => addNeed(db, plan, nights));
    await assert.rejects(
      change(two.planId, (db, plan) => removeNeed(db, plan, needId)),
      Unknown,
    );
    await assert.rejects(
      change(two.planId, (db, plan) => moveNeed(db, plan, needId, 'up')),
      Unknown,
    );
    const part = { needId, what: 'x', howOften: 'once' as const, councilPence: 1, personPence: 0 };
    await assert.rejects(
      change(two.planId, (db, plan) => addPart(db, plan, part)),
      Unknown,
    );
    await assert.rejects(
      change(two.planId, (db, plan) => removePart(db, plan, needId)),
      Unknown,
    );
  });

  it('two people writing: the second is shown both texts, and adding a need meanwhile disturbs nobody', async () => {
    const { planId } = await begun();
    const words = {
      goodLife: 'The boats.',
      whatIDo: '',
      wishes: '',
      ifThingsGoWrong: '',
      advice: '',
      directPayment: null,
      version: 1,
    };
    await change(planId, (db, plan) => addNeed(db, plan, nights));
    await council.as(priya, async (db) =>
      savePlanWords(db, await held(db, planId), { ...words, goodLife: 'The harbour.' }),
    );
    const conflict = await change(planId, (db, plan) => savePlanWords(db, plan, words)).catch(
      (error: unknown) => error,
    );
    assert.ok(conflict instanceof Conflict);
    assert.deepEqual(
      [conflict.theirs, conflict.yours],
      [{ who: 'Priya', words: 'The harbour.' }, 'The boats.'],
    );
    assert.equal((await as((db) => findPlan(db, planId))).goodLife, 'The harbour.');
  });

  it('two people changing one need: the second is shown both texts', async () => {
    const { planId } = await begun();
    const needId = await change(planId, (db, plan) => addNeed(db, plan, nights));
    await change(planId, (db, plan) =>
      changeNeed(db, plan, needId, { ...nights, how: 'At two.', version: 1 }),
    );
    const late = change(planId, (db, plan) =>
      changeNeed(db, plan, needId, { ...nights, how: 'At four.', version: 1 }),
    );
    await assert.rejects(
      late,
      (error) =>
        error instanceof Conflict &&
        error.theirs.words.includes('At two.') &&
        error.yours.includes('At four.'),
    );
  });

  it('is invisible to another council', async () => {
    const { planId, personId } = await begun();
    await assert.rejects(
      other.as(other.accounts.rowan, (db) => findPlan(db, planId)),
      Unknown,
    );
    assert.deepEqual(await other.as(other.accounts.rowan, (db) => plansOf(db, personId)), []);
  });
});

describe('a plan that stands', () => {
  it('C3-5 starts ongoing support for weekly parts and one-off for the rest', async () => {
    const about = await begun();
    const needId = await change(about.planId, (db, plan) => addNeed(db, plan, nights));
    const part = {
      needId,
      what: 'Rail by the bath',
      howOften: 'once' as const,
      councilPence: 9_000,
      personPence: 0,
    };
    await change(about.planId, (db, plan) => addPart(db, plan, part));
    await stood(about);
    const support = await as((db) => supportOf(db, about.personId));
    assert.partialDeepStrictEqual(support, [
      { kind: 'ongoing', what: 'Night calls', startedOn: '2026-12-01', endedOn: null, weeklyPence: 16_000 },
      {
        kind: 'one-off',
        what: 'Rail by the bath',
        startedOn: '2026-12-01',
        endedOn: '2026-12-01',
        weeklyPence: 0,
      },
    ]);
  });

  it('C3-5 is kept as it was agreed', async () => {
    const about = await begun();
    await stood(about);
    const refused = await as((db) => holdPlan(db, about.planId));
    assert.ok(isRefusal(refused) && refused.refused === 'C3-5');
  });

  it('a later plan begins from it, without its yeses, and it stays readable once followed', async () => {
    const about = await begun();
    await stood(about);
    const laterId = await as((db) => beginPlan(db, about));
    const later = await as((db) => findPlan(db, laterId));
    assert.equal(later.follows, about.planId);
    assert.partialDeepStrictEqual(later.needs, [{ need: nights.need, ownerSaidYesOn: null }]);
    assert.equal(later.parts[0]?.needId, later.needs[0]?.id);
    await as(async (db) =>
      letPlanStand(db, await held(db, laterId), await holdStandingPlan(db, about.personId), {
        ...agreed,
        startsOn: '2027-02-01',
      }),
    );
    const plans = await as((db) => plansOf(db, about.personId));
    assert.deepEqual(
      plans.map(({ state }) => state),
      ['standing', 'followed-by-a-later-one'],
    );
    const earlier = await as((db) => findPlan(db, about.planId));
    assert.equal(earlier.followedOn, '2027-02-01');
    assert.equal(earlier.needs.length, 1);
  });

  it('E3 support that goes on keeps its first day, and what does not ends the day before', async () => {
    const about = await begun();
    await stood(about);
    const laterId = await as((db) => beginPlan(db, about));
    const needId = (await as((db) => findPlan(db, laterId))).needs[0]?.id ?? '';
    await change(laterId, (db, plan) =>
      addPart(db, plan, {
        needId,
        what: 'Day club',
        howOften: 'weekly',
        councilPence: 4_000,
        personPence: 0,
      }),
    );
    const standLater = async (id: string, startsOn: string) =>
      as(async (db) =>
        letPlanStand(db, await held(db, id), await holdStandingPlan(db, about.personId), {
          ...agreed,
          startsOn,
        }),
      );
    await standLater(laterId, '2027-02-01');
    const lastId = await as((db) => beginPlan(db, about));
    const night =
      (await as((db) => findPlan(db, lastId))).parts.find(({ what }) => what === 'Night calls')?.id ?? '';
    await change(lastId, (db, plan) => removePart(db, plan, night));
    await standLater(lastId, '2027-03-01');
    const support = await as((db) => supportOf(db, about.personId));
    assert.deepEqual(
      support.map(({ what, startedOn, endedOn }) => [what, startedOn, endedOn]),
      [
        ['Day club', '2027-02-01', null],
        ['Night calls', '2026-12-01', '2027-02-28'],
      ],
    );
  });

  it('two plans cannot both stand for one person, whoever tries', async () => {
    const about = await begun();
    await stood(about);
    await assert.rejects(
      as((db) =>
        sql`update plan set state = 'standing' where council_id = ${council.councilId} and id = ${about.planId}`
          .execute(db)
          .then(() =>
            sql`insert into plan (council_id, id, person_id, conversation_id, number, state)
          values (${council.councilId}, gen_random_uuid(), ${about.personId}, ${about.conversationId}, 9, 'standing')`.execute(
              db,
            ),
          ),
      ),
      /plan_standing_once/,
    );
  });
});
