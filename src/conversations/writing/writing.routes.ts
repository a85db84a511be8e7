import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { newId } from '../../platform/ids.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { conversationToWriteIn } from '../conversations.store.ts';
import { findEntry, saveEntry } from '../entries.store.ts';
import { type DraftPage, dropDraft, keepDraft } from './drafts.store.ts';
import { readMoment } from './moment.ts';
import { PromisesPage } from './promises.pages.tsx';
import { DraftForm, EntryPath, PromisesForm, WriteForm } from './writing.forms.ts';
import { WritePage } from './writing.pages.tsx';
import { keepProposed, proposedIn, readToWrite } from './writing.store.ts';

export function writingRoutes(house: House): void {
  house.get('/people/:id/write', {
    name: 'Write about a conversation',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => toWrite(db, params.id),
    page: WritePage,
  });

  house.post('/people/:id/entries', {
    name: 'Save what was written about a conversation',
    may: alongsiders,
    params: PersonPath,
    body: WriteForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const entryId = await keepEntry(db, personId, body);
      if (typeof entryId !== 'string') return entryId;
      const asks = (await proposedIn(db, await findEntry(db, entryId))).length > 0;
      const next = asks ? 'promises' : 'facts';
      return done(`/entries/${entryId}/${next}`, [personId], 'Saved.', {
        entryId,
        personId,
      });
    },
    again: ({ db, params }) => toWrite(db, params.id),
    page: WritePage,
  });

  house.post('/people/:id/draft', {
    name: 'Keep unfinished writing',
    may: alongsiders,
    params: PersonPath,
    body: DraftForm,
    isRepeatable: true,
    act: async ({ db, params, body: { submission, version, ...typed } }) => {
      const { personId } = await openPerson(db, params.id);
      const fields = Object.fromEntries(
        Object.entries(typed).flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])),
      );
      const kept = await keepDraft(db, personId, fields, pageOf({ submission, version }));
      const said = kept ? 'Kept. Only you see it, and Today reminds you.' : 'There was nothing to keep yet.';
      return done(`/people/${personId}/write`, [], said, { version: kept });
    },
    again: ({ db, params }) => toWrite(db, params.id),
    page: WritePage,
  });

  promiseRoutes(house);
}

/** After saving: the lines that look like promises, each for a yes or a no. */
function promiseRoutes(house: House): void {
  const page = async (db: CouncilDb, entryId: string) => {
    const entry = await findEntry(db, entryId);
    const { personId, reason } = await openPerson(db, entry.personId);
    const identity = await identityOf(db, personId);
    return shown(
      { identity, today: dayOf(nowOf(db)), entry, proposed: await proposedIn(db, entry) },
      [personId],
      reason ?? undefined,
    );
  };
  house.get('/entries/:id/promises', {
    name: 'The promises in what was agreed',
    may: alongsiders,
    params: EntryPath,
    act: ({ db, params }) => page(db, params.id),
    page: PromisesPage,
  });
  house.post('/entries/:id/promises', {
    name: 'Say which lines are promises',
    may: alongsiders,
    params: EntryPath,
    body: PromisesForm,
    act: async ({ db, params, body }) => {
      const entry = await findEntry(db, params.id);
      const { personId } = await openPerson(db, entry.personId);
      const kept = await keepProposed(db, entry, body.promise);
      return done(
        `/entries/${entry.id}/facts`,
        [personId],
        kept ? 'Promises kept with the story.' : 'Saved, with no promises.',
        { promises: kept },
      );
    },
    again: ({ db, params }) => page(db, params.id),
    page: PromisesPage,
  });
}

async function toWrite(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  return shown(await readToWrite(db, personId), [personId], reason ?? undefined);
}

/** The entry, its place in a conversation, and the end of its draft, together or not at all. */
async function keepEntry(
  db: CouncilDb,
  personId: string,
  body: z.output<typeof WriteForm>,
): Promise<string | Refusal> {
  const happenedAt = readMoment(body.when, nowOf(db));
  if (!happenedAt || happenedAt > nowOf(db))
    return refuse('E6', 'that day and time have not come yet', 'write when you spoke');
  await dropDraft(db, personId, pageOf(body));
  const conversation = await conversationToWriteIn(db, personId, body.conversation, happenedAt);
  const { withWhom, place, howLong, isWithPerson, said, noticed, think, agreed } = body;
  return saveEntry(db, {
    personId,
    conversationId: conversation.id,
    kind: conversation.kind,
    happenedAt,
    place,
    withWhom,
    minutes: howLong,
    isWithPerson,
    said,
    noticed,
    think,
    agreed,
  });
}

/** JSON need not say which page it comes from; then each sending is a page of its own. */
function pageOf({
  submission,
  version,
}: {
  submission?: string | null | undefined;
  version: number;
}): DraftPage {
  return { tab: submission ?? newId(), version };
}
