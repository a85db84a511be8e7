import { z } from 'zod';
import type { CouncilDb } from '../../platform/db/council.ts';
import { actorOf } from '../../platform/db/council.ts';
import { answerPage } from '../../platform/http/answers.ts';
import type { House } from '../../platform/http/house.ts';
import { words } from '../../platform/http/reading.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { everyone } from '../roles.ts';
import { AccessibilityPage, InMyWayPage, PrivacyPage } from './about.pages.tsx';
import { answerInMyWay, saidInMyWay, sayInMyWay } from './in-my-way.store.ts';

const SayForm = z.object({ words: words('Write what gets in your way', 2_000) });
const AnswerForm = z.object({ answer: words('Write an answer', 2_000) });
const Path = z.object({ id: z.uuid() });

/** The three links at the foot of every page. Two are open to all; the third is answered by a named person. */
export function aboutRoutes(house: House): void {
  house.server.get('/about/access', (request, reply) =>
    answerPage(house, request, reply, null, (frame) => AccessibilityPage({ frame })),
  );
  house.server.get('/about/privacy', (request, reply) =>
    answerPage(house, request, reply, null, (frame) => PrivacyPage({ frame })),
  );

  const page = async (db: CouncilDb) =>
    shown({ said: await saidInMyWay(db), mayAnswer: actorOf(db).role === 'administrator' });
  house.get('/about/in-my-way', {
    name: 'What gets in my way',
    may: everyone,
    act: ({ db }) => page(db),
    page: InMyWayPage,
  });
  house.post('/about/in-my-way', {
    name: 'Say what gets in my way',
    may: everyone,
    body: SayForm,
    act: async ({ db, body }) => {
      await sayInMyWay(db, body.words);
      return done('/about/in-my-way', [], 'Thank you. Somebody will answer here.');
    },
    again: ({ db }) => page(db),
    page: InMyWayPage,
  });
  house.post('/about/in-my-way/:id/answer', {
    name: 'Answer what gets in somebody’s way',
    may: ['administrator'],
    params: Path,
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      await answerInMyWay(db, params.id, body.answer);
      return done('/about/in-my-way', [], 'Answered.');
    },
    again: ({ db }) => page(db),
    page: InMyWayPage,
  });
}
