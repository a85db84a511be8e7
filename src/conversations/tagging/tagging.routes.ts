import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { nameFor } from '../../people/person.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import type { Entry, Fact } from '../conversation.ts';
import { findConversation } from '../conversations.store.ts';
import { findEntry } from '../entries.store.ts';
import { factsInEntry, findFact, tagFact } from '../facts.store.ts';
import { dayToCome, type FactName } from '../facts.ts';
import { openQuestions } from '../rest/rest.store.ts';
import { EntryPath } from '../writing/writing.forms.ts';
import { ChooseQuery, FactForm, type Words, wordsAt, wordsCopied } from './tagging.forms.ts';
import { TaggingPage } from './tagging.pages.tsx';
import { whoSaid } from './who-said.ts';

/** What of a fact has been chosen so far: the words, what they settle, and which fact this corrects. */
interface Chosen {
  place?: string | undefined;
  exact?: string | undefined;
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
      const early = dayToCome(body.kind, body.details, dayOf(nowOf(db)));
      if (early) return early;
      const { voice, startsAt, endsAt } = words;
      const factId = await tagFact(db, {
        entry,
        voice,
        startsAt,
        endsAt,
        kind: body.kind,
        details: body.details,
        saidBy: body.saidBy,
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
  const conversation = await findConversation(db, entry.conversationId);
  const identity = await identityOf(db, personId);
  const words = wordsChosen(entry, chosen);
  const value = {
    identity,
    today: dayOf(nowOf(db)),
    entry,
    facts: await factsInEntry(db, entryId),
    questions: await openQuestions(db, conversation),
    words,
    saidBy: words ? whoSaid(words.voice, entry, nameFor(identity)) : '',
    exact: chosen.exact ?? '',
    isNotThere: Boolean(chosen.exact) && !words,
    kind: chosen.kind ?? null,
    replaces: chosen.replaces ?? null,
    corrected: chosen.replaces ? await findCorrected(db, personId, chosen.replaces) : null,
  };
  return shown(value, [personId], reason ?? undefined);
}

function wordsChosen(entry: Entry, { place, exact }: Chosen): Words | null {
  if (exact) return wordsCopied(entry, exact, place);
  return place ? wordsAt(entry, place) : null;
}

/** The fact this would correct, from any conversation of the same person; null for anybody else’s. */
async function findCorrected(db: CouncilDb, personId: string, factId: string): Promise<Fact | null> {
  const fact = await findFact(db, factId);
  return (await openPerson(db, fact.personId)).personId === personId ? fact : null;
}
