import { alongsiders } from '../../access/roles.ts';
import { toldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { DeterminationPage } from '../determinations/determinations.pages.tsx';
import { findDetermination } from '../determinations/determinations.store.ts';
import { CopyPath, CopyQuery, SentForm } from './copies.forms.ts';
import { copiesOf } from './copies.store.ts';
import { DeterminationCopy } from './determination-copy.pages.tsx';
import { keepSent, whoToRing } from './sending.store.ts';

export function determinationCopies(house: House): void {
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
