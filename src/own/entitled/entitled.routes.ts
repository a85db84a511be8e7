import { z } from 'zod';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { dayOrNothing, wordsOrNothing } from '../../platform/http/reading.ts';
import type { Own } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { readNow } from '../now/now.store.ts';
import { EntitledPage, type EntitledValue } from './entitled.pages.tsx';
import { askIfEntitled, entitlementOf } from './entitled.store.ts';

/** Facts point at words by position, so a line break is one character. */
const EntitledForm = z.object({
  words: wordsOrNothing(4_000).transform((text) => text?.replace(/\r\n?/g, '\n') ?? null),
  on: dayOrNothing(),
});

/** N1: "Am I entitled?", asked by themselves at any time. */
export function entitledRoutes(house: House): void {
  ownGet(house, '/entitled', {
    name: 'Am I entitled?',
    act: ({ db, own }) => readEntitled(db, own),
    page: EntitledPage,
  });
  ownPost(house, '/entitled', {
    name: 'Ask whether they are entitled',
    body: EntitledForm,
    act: async ({ db, own, body, told }) => {
      const { words, on } = body;
      const { entitled, say } = own.words;
      if (on && on > dayOf(nowOf(db))) return [{ field: 'on', message: say.lacks.day }];
      const asking = { words: words ?? entitled.plain, on, isTold: told !== null };
      const refusal = await askIfEntitled(db, own, asking);
      return refusal ?? { to: '/entitled', said: entitled.asked };
    },
    again: ({ db, own }) => readEntitled(db, own),
    page: EntitledPage,
  });
}

async function readEntitled(db: CouncilReader, own: Own): Promise<EntitledValue> {
  const { ring } = await readNow(db, own.personId);
  return { entitlement: await entitlementOf(db, own.personId), ring, today: dayOf(nowOf(db)) };
}
