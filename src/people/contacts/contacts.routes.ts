import { z } from 'zod';
import { colleaguesOf } from '../../access/accounts.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Typed } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { readLooking } from '../finding/finding.ts';
import { openPerson } from '../opening.store.ts';
import { addNeed, type Found, findPeople, identityOf, makePerson } from '../people.store.ts';
import { answerAsked, askColleague, takeContact } from './asking.store.ts';
import { ContactPage } from './contact.pages.tsx';
import { AnswerForm, AskForm, ContactForm, ContactPath, NewContactQuery } from './contacts.forms.ts';
import { findContact, saveContact } from './contacts.store.ts';
import { NewContactPage } from './new-contact.pages.tsx';

export function contactRoutes(house: House): void {
  house.get('/contacts/new', {
    name: 'Somebody gets in touch',
    may: alongsiders,
    query: NewContactQuery,
    act: ({ db, query }) => newContact(db, query.q ?? '', query.person ?? null),
    page: NewContactPage,
  });

  house.post('/contacts', {
    name: 'Save that somebody got in touch',
    may: alongsiders,
    body: ContactForm,
    act: async ({ db, body }) => {
      const personId = await personFor(db, body);
      if (isRefusal(personId)) return personId;
      const contactId = await keepContact(db, personId, body);
      return done(`/people/${personId}`, [personId], 'Saved. It is yours, and the clock has started.', {
        personId,
        contactId,
      });
    },
    again: ({ db, typed }) => newContact(db, lineFrom(typed), one(typed.person) || null),
    page: NewContactPage,
  });

  askRoutes(house);
}

function askRoutes(house: House): void {
  house.get('/contacts/:id', {
    name: 'A contact, and who holds it',
    may: alongsiders,
    params: ContactPath,
    act: ({ db, params }) => page(db, params.id),
    page: ContactPage,
  });
  house.post('/contacts/:id/asks', {
    name: 'Ask a colleague to take this on',
    may: alongsiders,
    params: ContactPath,
    body: AskForm,
    act: async ({ db, params, body }) => {
      const contact = await findContact(db, params.id);
      await openPerson(db, contact.personId);
      const refusal = await askColleague(db, contact, {
        colleagueId: body.colleague,
        sentence: body.sentence,
      });
      return (
        refusal ??
        done(`/contacts/${params.id}`, [contact.personId], 'Asked. It stays with you until they say yes.')
      );
    },
    again: ({ db, params }) => page(db, params.id),
    page: ContactPage,
  });
  house.post('/contacts/:id/holder', {
    name: 'Take on what nobody holds',
    may: alongsiders,
    params: ContactPath,
    body: z.object({}),
    act: async ({ db, params }) => {
      await openPerson(db, (await findContact(db, params.id)).personId);
      const taken = await takeContact(db, params.id);
      if (isRefusal(taken)) return taken;
      return done(`/people/${taken.personId}`, [taken.personId], 'It is yours now.');
    },
    again: ({ db, params }) => page(db, params.id),
    page: ContactPage,
  });
  answerRoutes(house);
}

function answerRoutes(house: House): void {
  house.post('/asks/:id/answer', {
    name: 'Answer a colleague who asked me to take somebody on',
    may: alongsiders,
    params: ContactPath,
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      const answered = await answerAsked(db, params.id, body.answer);
      if (isRefusal(answered)) return answered;
      const isYes = body.answer === 'yes';
      return done(
        isYes ? `/people/${answered.personId}` : '/today',
        [answered.personId],
        isYes ? 'It is yours now.' : 'They have been told: not now.',
      );
    },
    again: async ({ db }) => newContact(db, '', null),
    page: NewContactPage,
  });
}

async function page(db: CouncilDb, id: string) {
  const contact = await findContact(db, id);
  const opened = await openPerson(db, contact.personId);
  const me = actorOf(db).accountId;
  const colleagues = (await colleaguesOf(db)).filter(({ id: colleague }) => colleague !== me);
  return shown({ contact, colleagues, me }, [contact.personId], opened.reason ?? undefined);
}

async function newContact(db: CouncilDb, q: string, personId: string | null) {
  const chosen = personId ? await identityOf(db, personId) : null;
  const found: Found[] = !chosen && q ? await findPeople(db, readLooking(q)) : [];
  const about = [...found.map(({ id }) => id), ...(chosen ? [chosen.personId] : [])];
  return shown({ q, chosen, found, today: dayOf(nowOf(db)) }, about);
}

type ContactBody = z.output<typeof ContactForm>;

/** F4: the person chosen, or a new one once everybody who may be the same has been looked at. */
async function personFor(db: CouncilDb, body: ContactBody): Promise<string | Refusal> {
  if (body.person) return (await identityOf(db, body.person)).personId;
  const likely = await findPeople(db, readLooking(`${body.name ?? ''} ${body.reach ?? ''}`), 5);
  if (likely.length && !body.noneOfThese)
    return refuse('F4', 'we may already know this person', 'choose them below, or tick “none of these”');
  const isPhone = /^[\d +()-]{9,}$/.test(body.reach ?? '');
  return makePerson(db, {
    fullName: body.name ?? 'Name not yet known',
    phone: isPhone ? body.reach : null,
    email: body.reach?.includes('@') ? body.reach : null,
    aboutLine: body.reach && !isPhone && !body.reach.includes('@') ? `reached ${body.reach}` : null,
  });
}

async function keepContact(db: CouncilDb, personId: string, body: ContactBody): Promise<string> {
  const person = await identityOf(db, personId);
  const isSelf = body.permission === 'own-words';
  if (body.communication)
    await addNeed(db, personId, {
      kind: 'communication',
      need: body.communication,
      recordedOn: dayOf(nowOf(db)),
    });
  return saveContact(db, {
    personId,
    madeAt: nowOf(db),
    how: body.how,
    madeBy: isSelf ? (person.knownAs ?? person.fullName) : (body.madeBy ?? 'Somebody'),
    madeByRelation: isSelf ? 'themselves' : (body.madeByRelation ?? 'somebody around them'),
    permission: body.permission,
    words: body.words,
    safeNow: body.safeNow,
    mayHaveNeeds: body.mayHaveNeeds,
    carerAround: body.carerAround,
  });
}

const one = (value: Typed[string]): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));
const lineFrom = (typed: Typed): string => `${one(typed.name)} ${one(typed.reach)}`.trim();
