import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { addDays, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { read } from '../../platform/http/reading.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { DecidingPage, type DecidingValue, type ToDecide } from './deciding.pages.tsx';
import {
  ChooseQuery,
  DecideForm,
  HeldPath,
  HoldBackForm,
  LiftForm,
  LookAgainForm,
  QueueQuery,
  WhichThing,
} from './held-back.forms.ts';
import { HeldBackPage, HoldBackPage } from './held-back.pages.tsx';
import {
  askToHoldBack,
  decide,
  heldBackFrom,
  lawsHere,
  lift,
  liftAlongside,
  lookAgain,
  toDecide,
} from './held-back.store.ts';
import { thingOf, thingsToHold } from './things.store.ts';

/** Who decides about what is held back: information governance, and a site lead for the people of their teams. */
const deciders = ['governance', 'site-lead'] as const;
const page = 30;
/** Days ahead that something to look at again is listed. */
const soon = 14;
const queue = '/governance/held-back';

/** W1: what is held back from somebody, asking for it, and somebody else deciding. */
export function heldBackRoutes(house: House): void {
  asking(house);
  deciding(house);
}

function asking(house: House): void {
  house.get('/people/:id/held-back', {
    name: 'What is held back from somebody',
    may: alongsiders,
    params: PersonPath,
    query: ChooseQuery,
    act: ({ db, params, query }) => heldShown(db, params.id, query.before ?? null),
    page: HeldBackPage,
  });

  house.get('/people/:id/held-back/new', {
    name: 'Hold something back',
    may: alongsiders,
    params: PersonPath,
    query: WhichThing,
    act: ({ db, params, query }) => thingShown(db, params.id, query),
    page: HoldBackPage,
  });

  house.post('/people/:id/held-back', {
    name: 'Ask for something to be held back',
    may: alongsiders,
    params: PersonPath,
    body: HoldBackForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const thing = await thingOf(db, personId, body.kind, body.thing);
      const asked = { ...body, isSmallest: body.isSmallest === 'yes' };
      const refusal = await askToHoldBack(db, personId, thing, asked);
      return (
        refusal ??
        done(`/people/${personId}/held-back`, [personId], 'It is out of sight. Somebody else decides.')
      );
    },
    again: ({ db, params, typed }) => {
      const which = read(WhichThing, typed);
      if (!which.ok) throw new Unknown();
      return thingShown(db, params.id, which.value);
    },
    page: HoldBackPage,
  });

  house.post('/people/:id/held-back/:heldId/lifted', {
    name: 'Hold something back no longer',
    may: alongsiders,
    params: HeldPath.extend({ heldId: HeldPath.shape.id }),
    body: LiftForm,
    act: async ({ db, params }) => {
      const { personId } = await openPerson(db, params.id);
      const lifted = await liftAlongside(db, params.heldId, personId);
      return lifted ?? done(`/people/${personId}/held-back`, [personId], 'They see it now.');
    },
    again: ({ db, params }) => heldShown(db, params.id, null),
    page: HeldBackPage,
  });
}

function deciding(house: House): void {
  house.get(queue, {
    name: 'What is held back, to decide',
    may: deciders,
    query: QueueQuery,
    act: ({ db, query }) => decidingShown(db, query.from ?? null),
    page: DecidingPage,
  });
  const again = ({ db, params }: { db: CouncilDb; params: { id: string } }) => decidingShown(db, params.id);
  house.post(`${queue}/:id/decision`, {
    name: 'Decide whether something is held back',
    may: deciders,
    params: HeldPath,
    body: DecideForm,
    act: async ({ db, params, body }) =>
      answered(await decide(db, params.id, body.decision === 'yes', body.words), 'Decided.'),
    again,
    page: DecidingPage,
  });
  house.post(`${queue}/:id/look-again`, {
    name: 'Look again at what is held back',
    may: deciders,
    params: HeldPath,
    body: LookAgainForm,
    act: async ({ db, params, body }) =>
      answered(await lookAgain(db, params.id, body.lookAgainOn, body.words), 'Looked at again.'),
    again,
    page: DecidingPage,
  });
  house.post(`${queue}/:id/lifted`, {
    name: 'Lift what is held back',
    may: deciders,
    params: HeldPath,
    body: LiftForm,
    act: async ({ db, params }) => answered(await lift(db, params.id), 'They see it now.'),
    again,
    page: DecidingPage,
  });
}

const answered = (result: Awaited<ReturnType<typeof lift>>, said: string) =>
  isRefusal(result) ? result : done(queue, [result.personId], said);

async function heldShown(db: CouncilDb, id: string, before: string | null) {
  const { personId, reason } = await openPerson(db, id);
  const things = await thingsToHold(db, personId, before, page + 1);
  const held = await heldBackFrom(db, personId);
  const identity = await identityOf(db, personId);
  const more = things.length > page ? (things[page - 1]?.thingId ?? null) : null;
  return shown(
    { identity, today: dayOf(nowOf(db)), held, things: things.slice(0, page), more },
    [personId],
    reason ?? undefined,
  );
}

async function thingShown(db: CouncilDb, id: string, { kind, thing: thingId }: z.infer<typeof WhichThing>) {
  const { personId, reason } = await openPerson(db, id);
  const thing = await thingOf(db, personId, kind, thingId);
  const [identity, laws] = [await identityOf(db, personId), await lawsHere(db)];
  return shown({ identity, today: dayOf(nowOf(db)), thing, laws }, [personId], reason ?? undefined);
}

/** The queue; where a form came back it begins with the one it was about. */
async function decidingShown(db: CouncilDb, from: string | null) {
  const today = dayOf(nowOf(db));
  const all: ToDecide[] = [];
  const found = await toDecide(db, addDays(today, soon), page + 1, from);
  for (const held of found.slice(0, page)) {
    const { title, words } = await thingOf(db, held.personId, held.kind, held.thingId);
    all.push({ ...held, thing: { title, words }, isMine: held.askedById === actorOf(db).accountId });
  }
  const value: DecidingValue = {
    waiting: all.filter(({ decidedAt }) => decidedAt === null),
    again: all.filter(({ decidedAt }) => decidedAt !== null),
    isWhole: from === null,
    more: found[page]?.id ?? null,
    today,
  };
  return shown(
    value,
    all.map(({ personId }) => personId),
  );
}
