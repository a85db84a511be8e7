import { openConversationOf } from '../../src/conversations/conversations.store.ts';
import { statementsFor } from '../../src/people/carers/statements.store.ts';
import { mayLeanOn } from '../../src/people/carers/willing.ts';
import { saveDown, setBeside } from '../../src/plans/changing/beside.store.ts';
import { type DownBecause, downBecauseInWords, type MetBy, type Plan } from '../../src/plans/plan.ts';
import { addNeed, addPart, changeNeed, removeNeed, removePart } from '../../src/plans/plan-lines.store.ts';
import { beginPlan, findPlan, holdPlan, plansOf, savePlanWords } from '../../src/plans/plans.store.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { CouncilDb } from '../../src/platform/db/council.ts';
import { isRefusal } from '../../src/platform/refusal.ts';
import { as, mostly, someWorker, tell, today, type World } from './world.ts';

/** Writes at a plan in the open conversation 3: words, lines, and what stands beside the earlier one. */
export async function writesPlan(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = await openConversationOf(db, world.personId, 3);
  if (!open) return;
  const id = await beginPlan(db, { personId: world.personId, conversationId: open.id });
  const plan = await findPlan(db, id);
  await writeWords(world, db, plan);
  for (let times = world.luck.between(1, 3); times > 0; times -= 1) await changeLine(world, db, id);
  if (mostly(world, true, false, 0.3)) await tidy(world, db, id);
  await besideEarlier(world, db, id);
  tell(world, 'wrote at a plan', null);
}

async function writeWords(world: World, db: CouncilDb, plan: Plan): Promise<void> {
  await savePlanWords(db, plan, {
    goodLife: 'My garden.',
    whatIDo: '',
    wishes: '',
    ifThingsGoWrong: mostly(world, 'Ring us.', ''),
    advice: 'The lunch club.',
    directPayment: mostly(world, 'offered-and-declined', 'not-yet-talked-about'),
    version: plan.wordsVersion,
  });
}

const needs = ['Getting up', 'Nights', 'Company'] as const;
const things = ['nights', 'shopping'] as const;

/** One change to a plan being written: a need more, less or met otherwise, a part more or less. */
async function changeLine(world: World, db: CouncilDb, planId: string): Promise<void> {
  const { luck } = world;
  const plan = await holdPlan(db, planId);
  if (isRefusal(plan)) return;
  const [need] = plan.needs.filter(() => luck.happens(0.5));
  const [part] = plan.parts.filter(({ howOften }) => howOften === 'weekly' && luck.happens(0.7));
  const act = luck.pick(['add', 'add', 'change', 'remove', 'pay', 'pay-less', 'pay-less'] as const);
  if (act === 'add' && plan.needs.length < 4) await addNeed(db, plan, await aLine(world, db));
  else if (act === 'change' && need)
    await changeNeed(db, plan, need.id, { ...(await aLine(world, db)), version: need.version });
  else if (act === 'remove' && need && plan.needs.length > 1) await removeNeed(db, plan, need.id);
  else if (act === 'pay-less' && part) await payLess(world, db, plan, part);
  else if (need) await pay(world, db, plan, need.id);
  else if (!plan.needs.length) await addNeed(db, plan, await aLine(world, db));
}

async function aLine(world: World, db: CouncilDb) {
  const { luck } = world;
  const metBy = luck.pick<MetBy>(['self', 'family', 'family', 'group', 'paid', 'paid', 'paid', 'not-met']);
  const leansOn = metBy === 'family' ? await somebodyToLeanOn(world, db) : null;
  return {
    need: luck.pick(needs),
    isEligible: mostly(world, true, false, 0.2),
    metBy: metBy === 'family' && !leansOn ? 'self' : metBy,
    who: metBy === 'not-met' ? '' : 'Jean',
    how: mostly(world, 'Each week.', '', 0.2),
    ownerSaidYesOn: mostly(world, today(world), null, 0.3),
    carerId: leansOn?.carerId ?? null,
    carerThing: leansOn?.thing ?? null,
  };
}

/** Who said yes to which thing; anybody for anything where nobody is careful. */
async function somebodyToLeanOn(world: World, db: CouncilDb) {
  const said = await statementsFor(db, world.personId);
  const anybody = world.carerIds.flatMap((carerId) => things.map((thing) => ({ carerId, thing })));
  const willing = anybody.filter(({ carerId, thing }) => {
    const theirs = said.filter((one) => one.carerId === carerId);
    return mayLeanOn(theirs, thing, today(world)) === null;
  });
  const one = anybody[world.luck.between(0, anybody.length - 1)] ?? null;
  return mostly(world, willing[world.luck.between(0, Math.max(willing.length - 1, 0))] ?? null, one, 0.5);
}

const pay = (world: World, db: CouncilDb, plan: Plan, needId: string) =>
  addPart(db, plan, {
    needId,
    what: world.luck.pick(['Visits', 'Transport']),
    howOften: world.luck.pick(['weekly', 'weekly', 'weekly', 'once']),
    councilPence: world.luck.pick([5_000, 20_000]),
    personPence: mostly(world, 0, 2_000, 0.2),
  });

async function payLess(world: World, db: CouncilDb, plan: Plan, part: Plan['parts'][number]): Promise<void> {
  await removePart(db, plan, part.id);
  if (!part.needId || world.luck.happens(0.4)) return;
  const { needId, what, howOften, personPence } = part;
  const councilPence = Math.floor(part.councilPence / 2);
  await addPart(db, await findPlan(db, plan.id), { needId, what, howOften, councilPence, personPence });
}

/** What anybody sees before agreeing: money for no need, and needs that are paid for and have no price. */
async function tidy(world: World, db: CouncilDb, planId: string): Promise<void> {
  const plan = await holdPlan(db, planId);
  if (isRefusal(plan)) return;
  for (const part of plan.parts)
    if (!plan.needs.some(({ id }) => id === part.needId)) await removePart(db, plan, part.id);
  for (const need of plan.needs)
    if (need.metBy === 'paid' && !plan.parts.some(({ needId }) => needId === need.id))
      await pay(world, db, plan, need.id);
}

/** P1: what is said beside the earlier plan, any piece of it left out now and then. */
async function besideEarlier(world: World, db: CouncilDb, planId: string): Promise<void> {
  const { luck } = world;
  const standing = (await plansOf(db, world.personId)).find(({ state }) => state === 'standing');
  if (!standing) return;
  const plan = await findPlan(db, planId);
  for (const was of standing.needs) {
    const same = plan.needs.filter(({ need }) => need === was.need);
    const [first] = plan.needs;
    if (mostly(world, true, false))
      await setBeside(db, planId, {
        wasNeedId: was.id,
        answeredBy: (same.length || !first ? same : mostly(world, [first], [])).map(({ id }) => id),
        words: mostly(world, 'With the lunch club.', ''),
      });
  }
  await saveDown(db, planId, {
    because: [
      mostly(
        world,
        'life-changed',
        luck.pick(Object.keys(downBecauseInWords) as [DownBecause, ...DownBecause[]]),
        0.4,
      ),
    ],
    reasons: mostly(world, 'Her hip is new.', ''),
    involved: mostly(world, 'At her table, with Jean.', ''),
    toldOn: mostly(world, today(world), luck.pick([addDays(today(world), 2), null]), 0.2),
  });
}
