import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { findConversation } from '../conversations.store.ts';
import { findEntry } from '../entries.store.ts';
import { factsInEntry, listFacts, tagFact } from '../facts.store.ts';
import type { FactName } from '../facts.ts';
import { mayRest, rests } from '../resting.ts';
import { EntryPath } from '../writing/writing.forms.ts';
import { ChooseQuery, FactForm, wordsAt } from './tagging.forms.ts';
import { TaggingPage } from './tagging.pages.tsx';

/** What of a fact has been chosen so far: the words, what they settle, and which fact this corrects. */
interface Chosen {
  place?: string | undefined;
  kind?: FactName | undefined;
  replaces?: string | undefined;
}

/** Facts are marked in the words afterwards; nothing here is a form to fill in. */
export function taggingRoutes(house: House): void {
  house.get('/entries/:id/facts', {
    name: 'What was written, and what it settles',
    may: alongsiders,
    params: EntryPath,
    query: ChooseQuery,
    act: ({ db, params, query }) => page(db, params.id, query),
    page: TaggingPage,
  });

  house.post('/entries/:id/facts', {
    name: 'Mark words as a fact',
    may: alongsiders,
    params: EntryPath,
    body: FactForm,
    act: async ({ db, params, body }) => {
      const entry = await findEntry(db, params.id);
      const { personId } = await openPerson(db, entry.personId);
      const words = wordsAt(entry, body.place);
      if (!words) throw new Unknown();
      const { voice, startsAt, endsAt } = words;
      const factId = await tagFact(db, {
        entry,
        voice,
        startsAt,
        endsAt,
        kind: body.kind,
        details: body.details,
        replaces: body.replaces,
      });
      return done(`/entries/${entry.id}/facts`, [personId], 'Marked. The words stay as they were written.', {
        factId,
      });
    },
    again: ({ db, params, typed }) => {
      const query = ChooseQuery.parse({
        place: typed.place,
        kind: typed.kind,
        replaces: typed.replaces || undefined,
      });
      return page(db, params.id, query);
    },
    page: TaggingPage,
  });
}

async function page(db: CouncilDb, entryId: string, chosen: Chosen) {
  const entry = await findEntry(db, entryId);
  const { personId, reason } = await openPerson(db, entry.personId);
  const today = dayOf(nowOf(db));
  const conversation = await findConversation(db, entry.conversationId);
  const stands = mayRest(conversation, await listFacts(db, conversation.id), today);
  const value = {
    identity: await identityOf(db, personId),
    today,
    entry,
    facts: await factsInEntry(db, entryId),
    missing: conversation.kind === 1 && conversation.restingOn === null && !rests(stands) ? stands : [],
    words: chosen.place ? wordsAt(entry, chosen.place) : null,
    kind: chosen.kind ?? null,
    replaces: chosen.replaces ?? null,
  };
  return shown(value, [personId], reason ?? undefined);
}
