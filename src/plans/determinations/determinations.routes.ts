import { colleaguesOf } from '../../access/accounts.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { findConversation, holdConversation } from '../../conversations/conversations.store.ts';
import { toldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { kindToBeginWith } from '../carers/plan-kind.store.ts';
import { toldAboutCaring } from '../carers/told-about-caring.store.ts';
import { copiesOf } from '../letters/given/copies.store.ts';
import { DecidingPage } from './deciding.pages.tsx';
import { DeterminationForm, DeterminationPath, KindQuery } from './determinations.forms.ts';
import { DeterminationPage } from './determinations.pages.tsx';
import { determinationsIn, findDetermination } from './determinations.store.ts';
import { giveDecision } from './giving.store.ts';
import { hasMetPerson } from './has-met.store.ts';
import type { Kind } from './outcomes.ts';
import { saidBefore } from './said-before.store.ts';

export function determinationRoutes(house: House): void {
  house.get('/conversations/:id/determination', {
    name: 'Work out what the law says we must do',
    may: alongsiders,
    params: DeterminationPath,
    query: KindQuery,
    act: ({ db, params, query }) => decidingPage(db, params.id, query.kind ?? null),
    page: DecidingPage,
  });

  house.post('/conversations/:id/determination', {
    name: 'Give a decision',
    may: alongsiders,
    params: DeterminationPath,
    body: DeterminationForm,
    act: async ({ db, params, body }) => {
      const conversation = await holdConversation(db, params.id);
      const { personId } = await openPerson(db, conversation.personId);
      const decided = await giveDecision(db, { ...conversation, personId }, body);
      if (isRefusal(decided)) return decided;
      return done(`/determinations/${decided}`, [personId], 'The decision is given. Send a copy next.', {
        determinationId: decided,
      });
    },
    again: ({ db, params, typed }) => decidingPage(db, params.id, typed.kind === 'carer' ? 'carer' : 'adult'),
    page: DecidingPage,
  });

  house.get('/determinations/:id', {
    name: 'A decision',
    may: alongsiders,
    params: DeterminationPath,
    act: ({ db, params }) => givenPage(db, params.id),
    page: DeterminationPage,
  });
}

async function givenPage(db: CouncilDb, id: string) {
  const determination = await findDetermination(db, id);
  const { personId, reason } = await openPerson(db, determination.personId);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    determination,
    copies: await copiesOf(db, { of: 'determination', id }),
  };
  return shown(value, [personId], reason ?? undefined);
}

async function decidingPage(db: CouncilDb, id: string, asked: Kind | null) {
  const conversation = await findConversation(db, id);
  const { personId, reason } = await openPerson(db, conversation.personId);
  const given = await determinationsIn(db, id);
  const me = actorOf(db).accountId;
  const kind = asked ?? given[0]?.kind ?? (await kindToBeginWith(db, personId));
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    conversationId: id,
    kind,
    caring: kind === 'carer' ? await toldAboutCaring(db, personId) : null,
    told: await toldBeforehand(db, id),
    given,
    said: await saidBefore(db, personId),
    colleagues: await colleaguesOf(db),
    me,
    hasMet: await hasMetPerson(db, me, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}
