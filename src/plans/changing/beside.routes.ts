import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Conflict } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { askedToStand } from '../agreement/agreeing.store.ts';
import { stillOwed } from '../agreement/earlier-plan.ts';
import type { Plan } from '../plan.ts';
import { openPlanToChange } from '../plan-page.store.ts';
import { PlanPath } from '../plans.forms.ts';
import { findPlan, touchPlan } from '../plans.store.ts';
import { planBefore } from './before.store.ts';
import { BesidePage } from './beside.pages.tsx';
import { saveDown, setBeside } from './beside.store.ts';
import { BesideForm, BesidePath, DownForm } from './changing.forms.ts';

/** P1: a plan beside the one before it, what answers what, and what the person is told. */
export function besideRoutes(house: House): void {
  house.get('/plans/:id/beside', {
    name: 'A plan beside the one before it',
    may: alongsiders,
    params: PlanPath,
    act: ({ db, params }) => besidePage(db, params.id),
    page: BesidePage,
  });

  house.post('/plans/:id/beside/:wasNeedId', {
    name: 'Say what answers a need of the plan before',
    may: alongsiders,
    params: BesidePath,
    body: BesideForm,
    act: async ({ db, params, body }) => {
      const plan = await openPlanToChange(db, params.id);
      if (isRefusal(plan)) return plan;
      const refusal = await mayBeBeside(db, plan, params.wasNeedId, body.answeredBy);
      if (refusal) return refusal;
      const words = plan.beside.find(({ wasNeedId }) => wasNeedId === params.wasNeedId)?.words ?? '';
      nobodyElse(words, body.wordsBefore, body.words);
      await setBeside(db, plan.id, { ...body, wasNeedId: params.wasNeedId });
      await touchPlan(db, plan.id);
      return done(`/plans/${plan.id}/beside`, [plan.personId], 'Saved.');
    },
    again: ({ db, params }) => besidePage(db, params.id),
    page: BesidePage,
  });

  house.post('/plans/:id/down', {
    name: 'Write what the person is told before anything goes down',
    may: alongsiders,
    params: PlanPath,
    body: DownForm,
    act: async ({ db, params, body }) => {
      const plan = await openPlanToChange(db, params.id);
      if (isRefusal(plan)) return plan;
      nobodyElse(plan.down.reasons, body.reasonsBefore, body.reasons);
      await saveDown(db, plan.id, body);
      await touchPlan(db, plan.id);
      return done(`/plans/${plan.id}/beside`, [plan.personId], 'Saved.');
    },
    again: ({ db, params }) => besidePage(db, params.id),
    page: BesidePage,
  });
}

/** The need is one of the plan before, and what answers it are needs of this one. */
async function mayBeBeside(
  db: CouncilDb,
  plan: Plan,
  wasNeedId: string,
  answeredBy: readonly string[],
): Promise<Refusal | null> {
  const before = await planBefore(db, plan);
  const isKnown = (needs: Plan['needs'], id: string) => needs.some((line) => line.id === id);
  if (before && isKnown(before.needs, wasNeedId) && answeredBy.every((id) => isKnown(plan.needs, id)))
    return null;
  return refuse(
    'P1',
    'the plan that stands, or this one, has no such need now',
    'open the page again, and set what is there beside each other',
  );
}

/** Two people writing at once: the second sees both texts. Without what was read, as from JSON, the last counts. */
function nobodyElse(kept: string, read: string | undefined, typed: string): void {
  if (read === undefined || alike(read) === alike(kept) || alike(typed) === alike(kept)) return;
  throw new Conflict(
    'Somebody else wrote here while you were writing.',
    { who: 'a colleague', words: kept },
    typed,
  );
}

/** A browser sends line breaks its own way. */
const alike = (text: string): string => text.replaceAll('\r\n', '\n').trim();

async function besidePage(db: CouncilDb, id: string) {
  const found = await findPlan(db, id);
  const { personId, reason } = await openPerson(db, found.personId);
  const plan = { ...found, personId };
  const before = await planBefore(db, plan);
  const today = dayOf(nowOf(db));
  const wanting =
    plan.state === 'being-written'
      ? stillOwed(await askedToStand(db, plan, before, { startsOn: today, agreement: 'agree' }))
      : [];
  const value = { identity: await identityOf(db, personId), today, plan, before, wanting };
  return shown(value, [personId], reason ?? undefined);
}
