import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import { findConversation, holdConversation } from '../conversations.store.ts';
import { AnswerForm, ConversationPath, RestForm } from './rest.forms.ts';
import { RestPage } from './rest.pages.tsx';
import { answerQuestion, letRest, readToRest } from './rest.store.ts';

export function restRoutes(house: House): void {
  house.get('/conversations/:id/rest', {
    name: 'What a conversation still needs before it rests',
    may: alongsiders,
    params: ConversationPath,
    act: ({ db, params }) => toRest(db, params.id),
    page: RestPage,
  });

  house.post('/conversations/:id/rest', {
    name: 'Let a conversation rest',
    may: alongsiders,
    params: ConversationPath,
    body: RestForm,
    act: async ({ db, params }) => {
      const { personId } = await openPerson(db, (await findConversation(db, params.id)).personId);
      const conversation = await holdConversation(db, params.id);
      const refusal = conversation.restingOn ? null : await letRest(db, conversation);
      return (
        refusal ??
        done(`/people/${personId}`, [personId], 'Resting. How to come back is in the story.', {
          conversationId: conversation.id,
        })
      );
    },
    again: ({ db, params }) => toRest(db, params.id),
    page: RestPage,
  });

  house.post('/conversations/:id/answers', {
    name: 'Answer what is still to find out',
    may: alongsiders,
    params: ConversationPath,
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      const conversation = await findConversation(db, params.id);
      const { personId } = await openPerson(db, conversation.personId);
      if (conversation.restingOn)
        return refuse(
          'R1',
          'this conversation is resting',
          'write about a new one: it opens on the same story',
        );
      const factId = await answerQuestion(db, conversation, body);
      if (isRefusal(factId)) return factId;
      return done(`/conversations/${conversation.id}/rest`, [personId], 'Written, and marked.', { factId });
    },
    again: ({ db, params }) => toRest(db, params.id),
    page: RestPage,
  });
}

async function toRest(db: CouncilDb, id: string) {
  const conversation = await findConversation(db, id);
  const { personId, reason } = await openPerson(db, conversation.personId);
  return shown(await readToRest(db, conversation), [personId], reason ?? undefined);
}
