import { alongsiders } from '../../../access/roles.ts';
import { openPerson } from '../../../people/opening.store.ts';
import { actorOf, type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import {
  AskPath,
  ContactLineForm,
  CrisisPath,
  GluePage as GluePageQuery,
  NothingMore,
} from '../crisis.forms.ts';
import { findCrisis } from '../crisis.store.ts';
import { logContact } from '../crisis-log.store.ts';
import { answerNamedPerson, findAsk, namedPersonAsksOfMe } from '../named-person/named-person.store.ts';
import { GluePage, GlueSheet } from './glue.pages.tsx';
import { readGlueBoard } from './glue.store.ts';

/** The glue board: everybody in crisis with my team, and what waits for my yes. */
export function glueRoutes(house: House): void {
  house.get('/glue', {
    name: 'Everybody we are sticking to',
    may: alongsiders,
    query: GluePageQuery,
    act: ({ db, query }) => board(db, query.page ?? 1),
    page: GluePage,
  });
  house.get('/glue/sheet', {
    name: 'Shift sheet of everybody we are sticking to',
    may: alongsiders,
    query: GluePageQuery,
    act: ({ db, query }) => board(db, query.page ?? 1),
    page: GlueSheet,
    audit: 'print',
  });
  house.post('/glue/:id/contacts', {
    name: 'Log a contact from the board',
    may: alongsiders,
    params: CrisisPath,
    body: ContactLineForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, (await findCrisis(db, params.id)).personId);
      const contact = {
        line: body.line,
        isWithPerson: body.withPerson,
        rereadPlan: body.reread,
        at: nowOf(db),
        nextContactAt: null,
        minutes: body.howLong,
      };
      return (
        (await logContact(db, params.id, contact)) ?? done(`/glue#glue-${params.id}`, [personId], 'Logged.')
      );
    },
    again: ({ db }) => board(db, 1),
    page: GluePage,
  });
  answerRoute(house, 'yes');
  answerRoute(house, 'not-now');
}

/** C2-2: whoever was asked by name may answer before they may open the record; their yes is what opens it. */
function answerRoute(house: House, answer: 'yes' | 'not-now'): void {
  house.post(`/named-person-changes/:id/${answer}`, {
    name:
      answer === 'yes' ? 'Say yes to a change of named person' : 'Say not now to a change of named person',
    may: alongsiders,
    params: AskPath,
    body: NothingMore,
    act: async ({ db, params }) => {
      const ask = await findAsk(db, params.id);
      if (ask.toAccountId !== actorOf(db).accountId) await openPerson(db, ask.personId);
      const answered = await answerNamedPerson(db, params.id, answer);
      if (isRefusal(answered)) return answered;
      if (answered.isChanged)
        return done(
          `/conversations/${ask.conversationId}/crisis`,
          [ask.personId],
          'Both have said yes. The named person has changed.',
        );
      return done(
        '/glue',
        [ask.personId],
        answer === 'yes'
          ? 'Your yes is written down. It changes when both have said it.'
          : 'They will see: not now.',
      );
    },
    again: ({ db }) => board(db, 1),
    page: GluePage,
  });
}

async function board(db: CouncilDb, page: number) {
  const glue = await readGlueBoard(db, page);
  const asks = await namedPersonAsksOfMe(db);
  const about = [...glue.rows, ...asks].map(({ personId }) => personId);
  return shown({ ...glue, asks, me: actorOf(db).accountId, now: nowOf(db) }, about);
}
