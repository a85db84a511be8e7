import { alongsiders } from '../../access/roles.ts';
import { tellPerson } from '../../people/messages/messages.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { identityOf } from '../../people/people.store.ts';
import { nameFor } from '../../people/person.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { wishesOf } from '../wishes/wishes.store.ts';
import { AnsweringPage } from './answering.pages.tsx';
import { notYetRead, sayRead, theyReadAt } from './from-them.store.ts';
import { AnswerForm, ReadForm } from './messages.forms.ts';
import { answerThem, answerWithinHere, messagesOf } from './messages.store.ts';
import { waitsSince } from './promised.ts';

/** Where whoever is alongside reads what somebody wrote at their own page, and answers. */
export function answeringRoutes(house: House): void {
  house.get('/people/:id/messages', {
    name: 'What a person wrote to us and said at their own page',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => readPage(db, params.id),
    page: AnsweringPage,
  });
  house.post('/people/:id/messages', {
    name: 'Answer what a person wrote to us',
    may: alongsiders,
    params: PersonPath,
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const name = nameFor(await identityOf(db, personId));
      const answer = await answerThem(db, { personId, name }, body.words);
      await tellPerson(db, {
        ...{ personId, reference: `answer ${answer}`, about: 'answer-to-your-message', thingId: answer },
      });
      return done(`/people/${personId}/messages`, [personId], 'Your answer is on their page.');
    },
    again: ({ db, params }) => readPage(db, params.id),
    page: AnsweringPage,
  });
  house.post('/people/:id/messages/read', {
    name: 'Say that what a person wrote has been read',
    may: alongsiders,
    params: PersonPath,
    body: ReadForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      await sayRead(db, personId, body.things);
      return done(
        `/people/${personId}/messages`,
        [personId],
        'Kept: you have read it, and they can see that.',
      );
    },
    again: ({ db, params }) => readPage(db, params.id),
    page: AnsweringPage,
  });
}

async function readPage(db: CouncilReader, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const messages = await messagesOf(db, personId);
  const within = await answerWithinHere(db);
  const lastOfOurs = messages.find(({ side }) => side === 'us');
  const value = {
    identity: await identityOf(db, personId),
    notRead: await notYetRead(db, personId),
    messages,
    theyReadAt: lastOfOurs ? await theyReadAt(db, personId, lastOfOurs.writtenAt) : null,
    wishes: await wishesOf(db, personId),
    within,
    lateSince: waitsSince(messages, within, dayOf(nowOf(db))),
    today: dayOf(nowOf(db)),
  };
  return shown(value, [personId], reason ?? undefined);
}
