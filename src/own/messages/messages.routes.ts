import { z } from 'zod';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Own } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { readNow } from '../now/now.store.ts';
import { answeringRoutes } from './answering.routes.ts';
import { MessageForm } from './messages.forms.ts';
import { MessagesPage, type MessagesValue } from './messages.pages.tsx';
import { answerWithinHere, listingCalled, messagesOf, writeToUs } from './messages.store.ts';
import { waitsSince } from './promised.ts';

/** What a person and the team write to each other. */
export function messageRoutes(house: House): void {
  ownGet(house, '/message', {
    name: 'What a person and the team write to each other',
    query: z.object({
      about: z.literal('looked').optional().catch(undefined),
      listing: z.uuid().optional().catch(undefined),
    }),
    act: async ({ db, own, query }) =>
      readMessages(
        db,
        own,
        query.listing
          ? await listingCalled(db, query.listing)
          : query.about
            ? own.words.frame.places.looked
            : null,
      ),
    page: MessagesPage,
  });
  ownPost(house, '/message', {
    name: 'Write to the team',
    body: MessageForm,
    act: async ({ db, own, body, told }) => {
      const { lacks, sent } = own.words.message;
      if (!body.words) return [{ field: 'words', message: lacks }];
      await writeToUs(db, own, body.words, told);
      return { to: '/message', said: sent };
    },
    again: ({ db, own }) => readMessages(db, own),
    page: MessagesPage,
  });
  answeringRoutes(house);
}

async function readMessages(
  db: CouncilReader,
  own: Own,
  about: string | null = null,
): Promise<MessagesValue> {
  const { ring } = await readNow(db, own.personId);
  const messages = await messagesOf(db, own.personId);
  const [within, today] = [await answerWithinHere(db), dayOf(nowOf(db))];
  return { messages, ring, about, today, within, lateSince: waitsSince(messages, within, today) };
}
