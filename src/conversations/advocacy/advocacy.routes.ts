import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { AdvocacyPath, AdvocateEndedForm, AskedForm, BeganForm, InvolvementForm } from './advocacy.forms.ts';
import { AdvocacyPage } from './advocacy.pages.tsx';
import {
  advocacyOf,
  advocateBegan,
  advocateEnded,
  askForAdvocate,
  findAdvocate,
  involvementsOf,
  type NewInvolvement,
  saveInvolvement,
} from './advocacy.store.ts';
import { hardThings } from './advocacy.ts';

/** N3: how somebody is heard, and by whose side. */
export function advocacyRoutes(house: House): void {
  house.get('/people/:id/advocate', {
    name: 'What helps somebody to be heard',
    may: alongsiders,
    params: AdvocacyPath,
    act: ({ db, params }) => advocacyPage(db, params.id),
    page: AdvocacyPage,
  });
  house.post('/people/:id/involvement', {
    ...onPerson('Write what would make being involved hard'),
    body: InvolvementForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, async (personId) => {
        const seen = seenIn(body, dayOf(nowOf(db)));
        const refusal = mayHaveSeen(seen, dayOf(nowOf(db)));
        if (!refusal) await saveInvolvement(db, personId, seen);
        return refusal;
      }),
  });
  house.post('/people/:id/advocates', {
    ...onPerson('Write that an advocate was asked for'),
    body: AskedForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, async (personId) => {
        const askedOn = body.askedOn ?? dayOf(nowOf(db));
        if (askedOn > dayOf(nowOf(db)))
          return refuse('N3', 'the day they were asked is after today', 'ask, and write the day');
        await askForAdvocate(db, personId, { ...body, askedOn });
        return null;
      }),
  });
  advocateRoutes(house);
}

function advocateRoutes(house: House): void {
  house.post('/advocates/:id/began', {
    ...onAdvocate('Write who the advocate is and when they began'),
    body: BeganForm,
    act: ({ db, params, body }) =>
      changedAdvocate(db, params.id, () =>
        advocateBegan(db, params.id, { ...body, inPlaceOn: body.inPlaceOn ?? dayOf(nowOf(db)) }),
      ),
  });
  house.post('/advocates/:id/ended', {
    ...onAdvocate('Write that an advocate is with them no longer'),
    body: AdvocateEndedForm,
    act: ({ db, params, body: { endedBecause, endedOn, version } }) =>
      changedAdvocate(db, params.id, () =>
        advocateEnded(db, params.id, {
          because: endedBecause,
          endedOn: endedOn ?? dayOf(nowOf(db)),
          version,
        }),
      ),
  });
}

/** What was seen, from the form: ticks become the four things; nobody named leaves nothing about them. */
function seenIn({ hard, ...form }: z.output<typeof InvolvementForm>, today: string): NewInvolvement {
  const isNamed = form.appropriatePerson !== null;
  const [understanding, retaining, weighing, communicating] = hardThings.map((thing) => hard.includes(thing));
  return {
    ...form,
    understanding: understanding ?? false,
    retaining: retaining ?? false,
    weighing: weighing ?? false,
    communicating: communicating ?? false,
    lookedOn: form.lookedOn ?? today,
    isPaid: isNamed ? form.isPaid : null,
    isAgreedByPerson: isNamed ? form.isAgreedByPerson : null,
    appropriateAgreedOn: isNamed ? form.appropriateAgreedOn : null,
  };
}

function mayHaveSeen({ lookedOn, appropriateAgreedOn }: NewInvolvement, today: string): Refusal | null {
  if (lookedOn > today || (appropriateAgreedOn ?? today) > today)
    return refuse('N3', 'a day here is after today', 'write the day it happened');
  return null;
}

const onPerson = (name: string) => ({
  name,
  may: alongsiders,
  params: AdvocacyPath,
  again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => advocacyPage(db, params.id),
  page: AdvocacyPage,
});

const onAdvocate = (name: string) => ({
  ...onPerson(name),
  again: async ({ db, params }: { db: CouncilDb; params: { id: string } }) =>
    advocacyPage(db, (await findAdvocate(db, params.id)).personId),
});

/** Opens the person first (W5), makes the change, and goes back to the page about being heard. */
async function changed(db: CouncilDb, id: string, change: (personId: string) => Promise<Refusal | null>) {
  const { personId } = await openPerson(db, id);
  return (await change(personId)) ?? done(`/people/${personId}/advocate`, [personId], 'Written down.');
}

async function changedAdvocate(db: CouncilDb, id: string, change: () => Promise<Refusal | null>) {
  return changed(db, (await findAdvocate(db, id)).personId, change);
}

async function advocacyPage(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const advocacy = await advocacyOf(db, personId);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    involvements: await involvementsOf(db, personId),
    advocates: advocacy.advocates,
    markedOn: advocacy.markedOn,
  };
  return shown(value, [personId], reason ?? undefined);
}
