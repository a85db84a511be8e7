import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done } from '../../platform/http/routes.ts';
import { refuse } from '../../platform/refusal.ts';
import { ConferencePath, HeldForm, LookedAgainForm } from './conference.forms.ts';
import { ConferencePage } from './conference.pages.tsx';
import { conferenceHeld, mayLookAgain } from './conference.ts';
import { openConference, readConference } from './conference-page.store.ts';
import { namesAlongside, saveHeld, saveLookedAgain } from './conferences.store.ts';

export function heldRoutes(house: House): void {
  house.post('/family-conferences/:id/held', {
    name: 'Write down how a family group conference was',
    may: alongsiders,
    params: ConferencePath,
    body: HeldForm,
    act: async ({ db, params, body }) => {
      const conference = await openConference(db, params.id);
      if (conference.heldOn)
        return refuse('family-conference', 'it has been held', 'offer another if they would like one');
      const ownTeam = await namesAlongside(db, conference.personId);
      const { refusal } = conferenceHeld(conference, body, ownTeam, dayOf(nowOf(db)));
      if (refusal) return refusal;
      await saveHeld(db, conference, body);
      return done(`/family-conferences/${conference.id}`, [conference.personId], 'Written down.');
    },
    again: ({ db, params }) => readConference(db, params.id),
    page: ConferencePage,
  });

  house.post('/family-conferences/:id/looked-again', {
    name: 'Write down that a family’s plan was looked at again',
    may: alongsiders,
    params: ConferencePath,
    body: LookedAgainForm,
    act: async ({ db, params, body }) => {
      const conference = await openConference(db, params.id);
      const { lookedAgainOn: on, howItIs: words, nextLookOn: lookAgainOn } = body;
      const refusal = mayLookAgain(conference, on, dayOf(nowOf(db)));
      if (refusal) return refusal;
      if (lookAgainOn && lookAgainOn <= on)
        return refuse('family-conference', 'the next day is not after this one', 'choose a later day');
      await saveLookedAgain(db, conference, { on, words, lookAgainOn });
      return done(`/family-conferences/${conference.id}`, [conference.personId], 'Written down.');
    },
    again: ({ db, params }) => readConference(db, params.id),
    page: ConferencePage,
  });
}
