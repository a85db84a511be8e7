import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done } from '../../platform/http/routes.ts';
import { refuse } from '../../platform/refusal.ts';
import { AnswerForm, ArrangementsForm, ConferencePath, OfferForm } from './conference.forms.ts';
import { ConferencePage } from './conference.pages.tsx';
import { mayAnswerOffer, mayArrange } from './conference.ts';
import { openConference, readConference, readConferences } from './conference-page.store.ts';
import { ConferencesPage } from './conferences.pages.tsx';
import { offerConference, saveAnswer, saveArrangements } from './conferences.store.ts';
import { heldRoutes } from './held.routes.ts';

/** Family group conferences: offered at any point, in any conversation. */
export function familyConferenceRoutes(house: House): void {
  offering(house);
  arranging(house);
  heldRoutes(house);
}

function offering(house: House): void {
  house.get('/people/:id/family-conference', {
    name: 'A plan the family makes',
    may: alongsiders,
    params: ConferencePath,
    act: ({ db, params }) => readConferences(db, params.id),
    page: ConferencesPage,
  });

  house.post('/people/:id/family-conference', {
    name: 'Offer a family group conference',
    may: alongsiders,
    params: ConferencePath,
    body: OfferForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      if (body.offeredOn > dayOf(nowOf(db)))
        return refuse('family-conference', 'that day has not come yet', 'write the day it was offered');
      const conferenceId = await offerConference(db, { personId, ...body });
      return done(`/family-conferences/${conferenceId}`, [personId], 'Written down.', { conferenceId });
    },
    again: ({ db, params }) => readConferences(db, params.id),
    page: ConferencesPage,
  });

  house.get('/family-conferences/:id', {
    name: 'A family group conference',
    may: alongsiders,
    params: ConferencePath,
    act: ({ db, params }) => readConference(db, params.id),
    page: ConferencePage,
  });
}

function arranging(house: House): void {
  house.post('/family-conferences/:id/answer', {
    name: 'Write down what they said to a family group conference',
    may: alongsiders,
    params: ConferencePath,
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      const conference = await openConference(db, params.id);
      const refusal = mayAnswerOffer(conference);
      if (refusal) return refusal;
      await saveAnswer(db, conference, body);
      return done(`/family-conferences/${conference.id}`, [conference.personId], 'Written down.');
    },
    again: ({ db, params }) => readConference(db, params.id),
    page: ConferencePage,
  });

  house.post('/family-conferences/:id/arrangements', {
    name: 'Write down who brings a family together, and when',
    may: alongsiders,
    params: ConferencePath,
    body: ArrangementsForm,
    act: async ({ db, params, body }) => {
      const conference = await openConference(db, params.id);
      const refusal = mayArrange(conference);
      if (refusal) return refusal;
      await saveArrangements(db, conference, body);
      return done(`/family-conferences/${conference.id}`, [conference.personId], 'Written down.');
    },
    again: ({ db, params }) => readConference(db, params.id),
    page: ConferencePage,
  });
}
