import { alongsiders } from '../access/roles.ts';
import { openPerson } from '../people/opening.store.ts';
import { PersonPath } from '../people/people.forms.ts';
import { identityOf } from '../people/people.store.ts';
import { dayOf } from '../platform/clock.ts';
import { nowOf } from '../platform/db/council.ts';
import type { House } from '../platform/http/house.ts';
import { shown } from '../platform/http/routes.ts';
import { willingRoutes } from './carers/willing.routes.ts';
import { ConversationsPage } from './conversations.pages.tsx';
import { conversationsOf } from './conversations.store.ts';
import { decidingRoutes } from './deciding/deciding.routes.ts';
import { againRoutes } from './moments/again.routes.ts';
import { momentsRoutes } from './moments/moments.routes.ts';
import { restRoutes } from './rest/rest.routes.ts';
import { returningRoutes } from './returning/returning.routes.ts';
import { taggingRoutes } from './tagging/tagging.routes.ts';
import { todayRoutes } from './today/today.routes.ts';
import { writingRoutes } from './writing/writing.routes.ts';

/** Today, conversation 1, and what all three share; conversations 2 and 3 bring their own. */
export function conversationRoutes(house: House): void {
  todayRoutes(house);
  writingRoutes(house);
  taggingRoutes(house);
  restRoutes(house);
  momentsRoutes(house);
  returningRoutes(house);
  againRoutes(house);
  decidingRoutes(house);
  willingRoutes(house);
  house.get('/people/:id/conversations', {
    name: 'A person’s conversations',
    may: alongsiders,
    params: PersonPath,
    act: async ({ db, params }) => {
      const { personId, reason } = await openPerson(db, params.id);
      const identity = await identityOf(db, personId);
      const conversations = await conversationsOf(db, personId);
      return shown({ identity, today: dayOf(nowOf(db)), conversations }, [personId], reason ?? undefined);
    },
    page: ConversationsPage,
  });
}
