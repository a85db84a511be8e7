import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { enquiriesOf, keepAnswers } from './enquiries.store.ts';
import { enquiryRoutes } from './enquiry.routes.ts';
import { AnswersForm, SafeguardingPath } from './safeguarding.forms.ts';
import { SafeguardingPage } from './safeguarding.pages.tsx';

/** N2: beside any conversation, never behind one. */
export function safeguardingRoutes(house: House): void {
  house.get('/people/:id/safeguarding', {
    name: 'Keep somebody safe',
    may: alongsiders,
    params: SafeguardingPath,
    act: ({ db, params }) => safeguardingPage(db, params.id),
    page: SafeguardingPage,
  });

  house.post('/people/:id/safeguarding', {
    name: 'Answer the three safeguarding questions',
    may: alongsiders,
    params: SafeguardingPath,
    body: AnswersForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const { id, isOpened } = await keepAnswers(db, personId, body);
      return isOpened
        ? done(
            `/enquiries/${id}`,
            [personId],
            'An enquiry is open, and you lead it. Ask first what they want to come of it.',
            { enquiryId: id },
          )
        : done(
            `/people/${personId}/safeguarding`,
            [personId],
            'Your answers are kept. No enquiry opened; answer again if anything changes.',
            { answersId: id },
          );
    },
    again: ({ db, params }) => safeguardingPage(db, params.id),
    page: SafeguardingPage,
  });

  enquiryRoutes(house);
}

async function safeguardingPage(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    enquiries: await enquiriesOf(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}
