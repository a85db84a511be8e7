import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { refuse } from '../../platform/refusal.ts';
import { findConversation } from '../conversations.store.ts';
import { formatSaid } from './formats.ts';
import { GatePath, ToldForm } from './gate.forms.ts';
import { ToldPage } from './told-beforehand.pages.tsx';
import { saveToldBeforehand, toldBeforehand } from './told-beforehand.store.ts';

export function toldRoutes(house: House): void {
  house.get('/conversations/:id/told-beforehand', {
    name: 'Tell somebody beforehand what this conversation is',
    may: alongsiders,
    params: GatePath,
    act: ({ db, params }) => toldPage(db, params.id),
    page: ToldPage,
  });

  house.post('/conversations/:id/told-beforehand', {
    name: 'Write down that somebody was told beforehand',
    may: alongsiders,
    params: GatePath,
    body: ToldForm,
    act: async ({ db, params, body }) => {
      const conversation = await findConversation(db, params.id);
      const { personId } = await openPerson(db, conversation.personId);
      if (body.toldOn > dayOf(nowOf(db)))
        return refuse(
          'C3-3',
          'that day has not come yet',
          'come back and write it down once they have been told',
        );
      await saveToldBeforehand(
        db,
        { ...conversation, personId },
        { toldOn: body.toldOn, format: formatSaid(body) },
      );
      return done(`/conversations/${params.id}/determination`, [personId], 'Written down.');
    },
    again: ({ db, params }) => toldPage(db, params.id),
    page: ToldPage,
  });
}

async function toldPage(db: CouncilDb, id: string) {
  const conversation = await findConversation(db, id);
  const { personId, reason } = await openPerson(db, conversation.personId);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    conversationId: conversation.id,
    told: await toldBeforehand(db, id),
  };
  return shown(value, [personId], reason ?? undefined);
}
