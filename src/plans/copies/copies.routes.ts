import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { findConversation } from '../../conversations/conversations.store.ts';
import { formatSaid } from '../../conversations/gate/formats.ts';
import { toldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { DeterminationCopy, DeterminationPage } from '../determinations/determinations.pages.tsx';
import { determinationsIn, findDetermination } from '../determinations/determinations.store.ts';
import { PlanCopy } from '../plan-copy.pages.tsx';
import { readPlanPage } from '../plan-page.store.ts';
import { PlanPage } from '../plans.pages.tsx';
import { findPlan } from '../plans.store.ts';
import { CopyPath, CopyQuery, SentForm } from './copies.forms.ts';
import type { WhoToRing } from './copies.pages.tsx';
import { type CopyOf, copiesOf, saveCopySent } from './copies.store.ts';

export function copyRoutes(house: House): void {
  determinationCopies(house);
  planCopies(house);
}

function determinationCopies(house: House): void {
  house.get('/determinations/:id', {
    name: 'A decision',
    may: alongsiders,
    params: CopyPath,
    act: ({ db, params }) => determinationPage(db, params.id),
    page: DeterminationPage,
  });

  house.get('/determinations/:id/copy', {
    name: 'A copy of a decision, to print',
    may: alongsiders,
    params: CopyPath,
    query: CopyQuery,
    audit: 'print',
    act: async ({ db, visit, params, query }) => {
      const { value, about, reason } = await determinationPage(db, params.id);
      const { conversationId } = value.determination;
      const copy = {
        ...value,
        isLarge: query.format === 'large',
        ring: await whoToRing(db, visit, conversationId),
        toldOn: (await toldBeforehand(db, conversationId))?.toldOn ?? null,
      };
      return shown(copy, about, reason);
    },
    page: DeterminationCopy,
  });

  house.post('/determinations/:id/sent', {
    name: 'Write down that a copy of a decision was sent',
    may: alongsiders,
    params: CopyPath,
    body: SentForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, (await findDetermination(db, params.id)).personId);
      const refusal = await keepSent(db, { determinationId: params.id }, personId, body);
      return refusal ?? done(`/determinations/${params.id}`, [personId], 'Written down.');
    },
    again: ({ db, params }) => determinationPage(db, params.id),
    page: DeterminationPage,
  });
}

async function determinationPage(db: CouncilDb, id: string) {
  const determination = await findDetermination(db, id);
  const { personId, reason } = await openPerson(db, determination.personId);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    determination,
    copies: await copiesOf(db, { determinationId: id }),
  };
  return shown(value, [personId], reason ?? undefined);
}

function planCopies(house: House): void {
  house.get('/plans/:id/copy', {
    name: 'A copy of a plan, to print',
    may: alongsiders,
    params: CopyPath,
    query: CopyQuery,
    audit: 'print',
    act: async ({ db, visit, params, query }) => {
      const { value, about, reason } = await readPlanPage(db, params.id);
      const ring = await whoToRing(db, visit, value.plan.conversationId);
      const [decision] = await determinationsIn(db, value.plan.conversationId);
      return shown(
        { ...value, isLarge: query.format === 'large', ring, kind: decision?.kind ?? 'adult' },
        about,
        reason,
      );
    },
    page: PlanCopy,
  });

  house.post('/plans/:id/sent', {
    name: 'Write down that a copy of a plan was sent',
    may: alongsiders,
    params: CopyPath,
    body: SentForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, (await findPlan(db, params.id)).personId);
      const refusal = await keepSent(db, { planId: params.id }, personId, body);
      return refusal ?? done(`/plans/${params.id}`, [personId], 'Written down.');
    },
    again: ({ db, params }) => readPlanPage(db, params.id),
    page: PlanPage,
  });
}

async function keepSent(
  db: CouncilDb,
  of: CopyOf,
  personId: string,
  body: z.output<typeof SentForm>,
): Promise<Refusal | null> {
  if (body.sentOn > dayOf(nowOf(db)))
    return refuse('C3-4', 'that day has not come yet', 'write it down once the copy has gone');
  await saveCopySent(db, of, {
    personId,
    sentOn: body.sentOn,
    format: formatSaid(body),
    toWhom: body.toWhom,
  });
  return null;
}

/** The team that answers for the conversation, and the number the council has set for its letters. */
async function whoToRing(db: CouncilDb, visit: Visit, conversationId: string): Promise<WhoToRing> {
  const { teamName } = await findConversation(db, conversationId);
  const { phone } = visit.settings;
  return { team: teamName, phone: typeof phone === 'string' ? phone : null };
}
