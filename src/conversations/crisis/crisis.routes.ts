import { colleaguesOf } from '../../access/accounts.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { openConversationOf } from '../conversations.store.ts';
import {
  ContactLineForm,
  CoverForm,
  CrisisPath,
  EndForm,
  MoneyChangedForm,
  MoneyForm,
  MoneyPath,
  momentFrom,
  NamedPersonForm,
  OpenCrisisForm,
  PeersForm,
  PlanForm,
} from './crisis.forms.ts';
import { CrisisPage } from './crisis.pages.tsx';
import { changePlan, findCrisis, openCrisis } from './crisis.store.ts';
import { logContact, sayWhatMoneyChanged, spendMoney, tellPeers } from './crisis-log.store.ts';
import { readCrisis } from './crisis-page.store.ts';
import { endCrisis } from './ending.store.ts';
import { glueRoutes } from './glue/glue.routes.ts';
import { askNamedPerson, changeCover } from './named-person/named-person.store.ts';
import { OpenCrisisPage } from './open-crisis.pages.tsx';

/** Conversation 2: open it, stay close, say who holds it, and end it. */
export function crisisRoutes(house: House): void {
  openRoutes(house);
  house.get('/conversations/:id/crisis', {
    name: 'What must change now, and staying close',
    may: alongsiders,
    params: CrisisPath,
    act: ({ db, params }) => crisisPage(db, params.id),
    page: CrisisPage,
  });
  logRoutes(house);
  holdingRoutes(house);
  endRoutes(house);
  glueRoutes(house);
}

function openRoutes(house: House): void {
  const page = async (db: CouncilDb, id: string) => {
    const { personId, reason } = await openPerson(db, id);
    const open = await openConversationOf(db, personId, 2);
    const value = {
      identity: await identityOf(db, personId),
      today: dayOf(nowOf(db)),
      colleagues: await colleaguesOf(db),
      me: actorOf(db).accountId,
      open: open && { id: open.id, namedPerson: open.namedPerson },
    };
    return shown(value, [personId], reason ?? undefined);
  };
  house.get('/people/:id/crisis', {
    name: 'Open conversation 2 with a person',
    may: alongsiders,
    params: CrisisPath,
    act: ({ db, params }) => page(db, params.id),
    page: OpenCrisisPage,
  });
  house.post('/people/:id/crisis', {
    name: 'Open conversation 2 with a person',
    may: alongsiders,
    params: CrisisPath,
    body: OpenCrisisForm,
    act: async ({ db, params, body: { nextContact, ...body } }) => {
      const { personId } = await openPerson(db, params.id);
      const opened = await openCrisis(db, personId, {
        ...body,
        nextContactAt: momentOr(db, nextContact, null),
      });
      if (typeof opened !== 'string') return opened;
      return done(
        `/conversations/${opened}/crisis`,
        [personId],
        'It is open, and the named person holds it from now.',
        { conversationId: opened },
      );
    },
    again: ({ db, params }) => page(db, params.id),
    page: OpenCrisisPage,
  });
}

function logRoutes(house: House): void {
  house.post('/conversations/:id/crisis/contacts', {
    ...onCrisis('Log a contact in conversation 2'),
    body: ContactLineForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Logged.', () =>
        logContact(db, params.id, {
          line: body.line,
          isWithPerson: body.withPerson,
          rereadPlan: body.reread,
          at: momentOr(db, body.when, nowOf(db)),
          nextContactAt: momentOr(db, body.nextContact, null),
          minutes: body.howLong,
        }),
      ),
  });
  house.post('/conversations/:id/crisis/money', {
    ...onCrisis('Write down small money'),
    body: MoneyForm,
    act: ({ db, params, body: { amount, spentOn, ...body } }) =>
      changed(db, params.id, 'Written down. Peers see it the next time they hear.', () =>
        spendMoney(db, params.id, { ...body, amountPence: amount, spentOn: spentOn ?? dayOf(nowOf(db)) }),
      ),
  });
  house.post('/conversations/:id/crisis/money/:money/what-it-changed', {
    ...onCrisis('Say what small money changed'),
    params: MoneyPath,
    body: MoneyChangedForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Written down.', () =>
        sayWhatMoneyChanged(db, params.id, params.money, body.whatItChanged),
      ),
  });
  house.post('/conversations/:id/crisis/peers', {
    ...onCrisis('Write down that peers heard'),
    body: PeersForm,
    act: ({ db, params, body: { attendees, sharedOn, talkedFor, ...body } }) =>
      changed(db, params.id, 'Written down.', () =>
        tellPeers(db, params.id, {
          ...body,
          minutes: talkedFor,
          attendeeIds: attendees,
          sharedOn: sharedOn ?? dayOf(nowOf(db)),
        }),
      ),
  });
}

function holdingRoutes(house: House): void {
  house.post('/conversations/:id/crisis/plan', {
    ...onCrisis('Change the crisis plan'),
    body: PlanForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'The plan is kept.', () => changePlan(db, params.id, body)),
  });
  house.post('/conversations/:id/crisis/named-person', {
    ...onCrisis('Ask a colleague to be the named person'),
    body: NamedPersonForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Asked. It changes when both have said yes.', () =>
        askNamedPerson(db, params.id, { toAccountId: body.colleague, sentence: body.sentence }),
      ),
  });
  house.post('/conversations/:id/crisis/cover', {
    ...onCrisis('Name another cover'),
    body: CoverForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Named.', () => changeCover(db, params.id, body.cover)),
  });
}

function endRoutes(house: House): void {
  house.post('/conversations/:id/crisis/end', {
    ...onCrisis('End conversation 2, or go on with a reason'),
    body: EndForm,
    act: async ({ db, params, body }) => {
      const said = {
        resting: 'It is resting.',
        'conversation-3': 'It is resting. What is next begins with your peers.',
        on: 'It goes on, and why is written down.',
      };
      const { personId } = await openCrisisPerson(db, params.id);
      const next = {
        resting: `/people/${personId}`,
        'conversation-3': `/people/${personId}/conversation-3`,
        on: `/conversations/${params.id}/crisis`,
      };
      return changed(db, params.id, said[body.next], () => endCrisis(db, params.id, body), next[body.next]);
    },
  });
}

/** What every form of the crisis page shares: whose it is, and the page it comes back to. */
function onCrisis(name: string) {
  return {
    name,
    may: alongsiders,
    params: CrisisPath,
    again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => crisisPage(db, params.id),
    page: CrisisPage,
  };
}

/** Opens the person first (W5), makes the change, and goes back to the crisis page unless somewhere else is next. */
async function changed(
  db: CouncilDb,
  id: string,
  said: string,
  change: () => Promise<Refusal | null>,
  next = `/conversations/${id}/crisis`,
) {
  const { personId } = await openCrisisPerson(db, id);
  return (await change()) ?? done(next, [personId], said);
}

async function openCrisisPerson(db: CouncilDb, id: string) {
  const conversation = await findCrisis(db, id);
  return { conversation, ...(await openPerson(db, conversation.personId)) };
}

async function crisisPage(db: CouncilDb, id: string) {
  const { conversation, personId, reason } = await openCrisisPerson(db, id);
  return shown(await readCrisis(db, conversation, personId), [personId], reason ?? undefined);
}

/** A moment as it was written, or what stands for an empty one. */
function momentOr<Otherwise>(db: CouncilDb, text: string | null, otherwise: Otherwise): Date | Otherwise {
  return (text ? momentFrom(text, nowOf(db)) : null) ?? otherwise;
}
