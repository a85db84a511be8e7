import { sql } from 'kysely';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { makePromise, type PromiseMade, promisesTo } from '../../people/promises/promises.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import type { Conversation, Entry } from '../conversation.ts';
import { conversationsOf } from '../conversations.store.ts';
import { entriesOf } from '../entries.store.ts';
import type { FactName } from '../facts.ts';
import { openQuestions } from '../rest/rest.store.ts';
import { type ProposedPromise, promisesIn } from './agreements.ts';
import { type Draft, draftOf } from './drafts.store.ts';

/** Everything the writing page shows, ready. */
export interface ToWrite {
  identity: Identity;
  today: Day;
  now: Date;
  draft: Draft | null;
  open: Conversation[];
  last: Entry | null;
  promises: PromiseMade[];
  /** What the conversation open now still looks for, to listen out for. */
  questions: FactName[];
}

/** Who this is, what is open, what was last said and promised, and what the worker left unfinished. */
export async function readToWrite(db: CouncilReader, personId: string): Promise<ToWrite> {
  const conversations = await conversationsOf(db, personId);
  const [latest] = conversations;
  const open = conversations.filter(({ restingOn }) => restingOn === null);
  return {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    now: nowOf(db),
    draft: await draftOf(db, personId),
    open,
    last: latest ? ((await entriesOf(db, latest.id, 1))[0] ?? null) : null,
    promises: (await promisesTo(db, personId, 8)).filter(({ state }) => state === 'open'),
    questions: open[0] ? await openQuestions(db, open[0]) : [],
  };
}

/** The promises in an entry's lines that nobody has said yes to yet, with their place in the list. */
export async function proposedIn(
  db: CouncilReader,
  entry: Entry,
): Promise<(ProposedPromise & { place: number })[]> {
  const made = await readRows<{ what: string; who: string }>(
    db,
    sql`select who, what from promise where council_id = ${councilOf(db)} and source_id = ${entry.id}`,
  );
  return promisesIn(entry.agreed, entry.author ?? '', dayOf(entry.happenedAt))
    .map((proposed, place) => ({ ...proposed, place }))
    .filter((proposed) => !made.some(({ who, what }) => who === proposed.who && what === proposed.what));
}

/** Makes the promises ticked; ours come to the acting worker's Today. Returns how many. */
export async function keepProposed(db: CouncilDb, entry: Entry, places: readonly number[]): Promise<number> {
  const chosen = (await proposedIn(db, entry)).filter(({ place }) => places.includes(place));
  for (const { who, what, dueOn, isOurs } of chosen)
    await makePromise(db, {
      personId: entry.personId,
      who,
      what,
      dueOn,
      accountId: isOurs ? actorOf(db).accountId : null,
      sourceId: entry.id,
    });
  return chosen.length;
}
