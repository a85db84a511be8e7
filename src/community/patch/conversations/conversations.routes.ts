import { alongsiders } from '../../../access/roles.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import type { Problem } from '../../../platform/http/problems.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import {
  ActionPath,
  BecameForm,
  ConversationForm,
  ConversationPath,
  ConversationsQuery,
  type ConversationWritten,
} from './conversations.forms.ts';
import { ConversationPage, ConversationsPage, NewConversationPage } from './conversations.pages.tsx';
import {
  readConversation,
  readConversations,
  saveConversation,
  tellWhatBecame,
} from './conversations.store.ts';
import { readActions, readGuests } from './gathered.ts';

const most = 20;

/** Conversations a community holds: who hosted, who brought whom, and what neighbours will do. */
export function communityConversationRoutes(house: House): void {
  house.get('/community/conversations', {
    name: 'Community conversations',
    may: alongsiders,
    query: ConversationsQuery,
    act: async ({ db, query }) => {
      const { conversations, count } = await readConversations(db, { offset: (query.page - 1) * most, most });
      return shown({ conversations, page: query.page, pages: Math.ceil(count / most) });
    },
    page: ConversationsPage,
  });
  house.get('/community/conversations/new', {
    name: 'Write down a community conversation',
    may: alongsiders,
    act: async ({ db }) => shown({ today: dayOf(nowOf(db)) }),
    page: NewConversationPage,
  });
  house.post('/community/conversations', {
    name: 'Write down a community conversation',
    may: alongsiders,
    body: ConversationForm,
    act: async ({ db, body }) => {
      const { guests, problem: whoProblem } = readGuests(body.guests ?? '');
      const { actions, problem: whatProblem } = readActions(body.actions ?? '');
      const problems = problemsOf(db, body, whoProblem, whatProblem);
      if (problems.length > 0) return problems;
      const id = await saveConversation(db, body, guests, actions);
      return done(`/community/conversations/${id}`, [], 'Written down.', { conversationId: id });
    },
    again: async ({ db }) => shown({ today: dayOf(nowOf(db)) }),
    page: NewConversationPage,
  });
  oneConversation(house);
}

function oneConversation(house: House): void {
  house.get('/community/conversations/:id', {
    name: 'A community conversation',
    may: alongsiders,
    params: ConversationPath,
    act: async ({ db, params }) => shown(await readConversation(db, params.id)),
    page: ConversationPage,
  });
  house.post('/community/conversations/:id/actions/:action/became', {
    name: 'What became of it',
    may: alongsiders,
    params: ActionPath,
    body: BecameForm,
    act: async ({ db, params, body }) => {
      await tellWhatBecame(db, params.id, params.action, body.became);
      return done(`/community/conversations/${params.id}`, [], 'Written down.');
    },
    again: async ({ db, params }) => shown(await readConversation(db, params.id)),
    page: ConversationPage,
  });
}

function problemsOf(
  db: CouncilDb,
  { heldOn }: ConversationWritten,
  guests: string | null,
  actions: string | null,
): Problem[] {
  const today = dayOf(nowOf(db));
  return [
    ...(heldOn > today ? [{ field: 'heldOn', message: 'That day is still to come' }] : []),
    ...(guests ? [{ field: 'guests', message: guests }] : []),
    ...(actions ? [{ field: 'actions', message: actions }] : []),
  ];
}
