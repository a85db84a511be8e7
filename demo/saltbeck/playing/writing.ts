import { conversationsOf, findConversation } from '../../../src/conversations/conversations.store.ts';
import { findEntry, saveEntry } from '../../../src/conversations/entries.store.ts';
import { tagFact } from '../../../src/conversations/facts.store.ts';
import type { FactName } from '../../../src/conversations/facts.ts';
import { keepDraft } from '../../../src/conversations/writing/drafts.store.ts';
import { makePromise, settlePromise } from '../../../src/people/promises/promises.store.ts';
import { tellTimeline } from '../../../src/people/timeline/timeline.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import { actorOf, type CouncilDb } from '../../../src/platform/db/council.ts';
import { newId } from '../../../src/platform/ids.ts';
import { minutesSaid } from '../../hours.ts';
import { groups } from '../groups.ts';
import type { DraftAct, EntryAct, Fact, Moment, PersonKey, Promised } from '../script.ts';
import { actAs, daysAfter, daysAgo, instantOf, known, type Stage } from './stage.ts';

/** What was written, the facts marked in it, and the promises made. */
export async function playEntry(
  stage: Stage,
  person: PersonKey,
  act: EntryAct,
  db: CouncilDb,
): Promise<void> {
  const personId = known(stage.people, person);
  const conversation = await findConversation(db, known(stage.conversations, act.conversation));
  const happenedAt = instantOf(stage, act.at);
  const entryId = await saveEntry(db, {
    personId,
    conversationId: conversation.id,
    kind: conversation.kind,
    happenedAt,
    place: act.how,
    withWhom: [known(stage.names, person), ...withWhom(stage, act)].join(', '),
    isWithPerson: true,
    minutes: minutesSaid(act.how, act.said),
    said: act.said,
    noticed: act.noticed ?? '',
    think: act.think ?? '',
    agreed: act.agreed ?? '',
  });
  const entry = await findEntry(db, entryId);
  for (const fact of act.facts ?? []) {
    const startsAt = entry[fact.in].indexOf(fact.phrase);
    await tagFact(db, {
      entry,
      voice: fact.in,
      startsAt,
      endsAt: startsAt + fact.phrase.length,
      kind: fact.fact,
      details: detailsOf(stage, act.at, fact),
    });
  }
  for (const promise of act.promises ?? []) await playPromise(stage, personId, entryId, act, promise);
}

function withWhom(stage: Stage, act: EntryAct): string[] {
  return act.with.flatMap((name) =>
    name === 'guests' ? (act.guests ?? []) : [stage.accounts.get(name)?.name ?? name],
  );
}

/** Days in the script count from the entry; facts keep the days themselves. */
function detailsOf(stage: Stage, at: Moment, fact: Fact): Record<string, string> {
  const day = dayOf(instantOf(stage, at));
  switch (fact.fact) {
    case 'unable':
      return { outcome: fact.outcome, sense: fact.sense };
    case 'carer-asked':
    case 'may-have-needs':
      return { answer: fact.answer };
    case 'declined':
      return {
        declinedOn: day,
        capacity: fact.capacity,
        abuseRisk: fact.abuseRisk,
        wouldBringBack: fact.wouldBringBack,
      };
    case 'under-way':
      return { startsOn: daysAfter(stage, at, fact.startsInDays) };
    case 'information-given':
      return { what: fact.what, format: fact.format, givenOn: day };
    case 'check-back':
      return 'declined' in fact ? { declined: 'yes' } : { checkBackOn: daysAfter(stage, at, fact.inDays) };
    case 'asked-if-entitled':
      return { askedOn: day };
    default:
      return {};
  }
}

async function playPromise(
  stage: Stage,
  personId: string,
  entryId: string,
  act: EntryAct,
  promise: Promised,
): Promise<void> {
  const db = await actAs(stage, act.by, instantOf(stage, act.at));
  const ours = 'us' in promise.who ? known(stage.accounts, promise.who.us) : null;
  const id = await makePromise(db, {
    personId,
    who: whoPromises(stage, promise),
    accountId: ours?.accountId ?? null,
    what: promise.what,
    dueOn: daysAfter(stage, act.at, promise.dueInDays),
    sourceId: entryId,
  });
  if (!promise.became) return;
  const { state, why, daysAgo: when, toInDays } = promise.became;
  await actAs(stage, act.by, instantOf(stage, { daysAgo: when, time: '16:00' }));
  await settlePromise(db, id, {
    state,
    why,
    newDueOn: toInDays === undefined ? null : daysAgo(stage, when - toInDays),
    version: 1,
  });
}

function whoPromises(stage: Stage, { who }: Promised): string {
  if ('us' in who) return known(stage.accounts, who.us).likesToBeCalled;
  if ('person' in who) return known(stage.names, who.person);
  if ('family' in who) return who.family;
  return groups.find(({ key }) => key === who.group)?.name ?? who.group;
}

/** Writing begun and not yet signed: only its writer sees it. */
export async function playDraft(
  stage: Stage,
  person: PersonKey,
  act: DraftAct,
  db: CouncilDb,
): Promise<void> {
  const fields = Object.fromEntries(
    (['said', 'noticed', 'think', 'agreed'] as const).flatMap((voice) =>
      act[voice] ? [[voice, act[voice]]] : [],
    ),
  );
  const conversation = stage.conversations.get(act.conversation);
  await keepDraft(
    db,
    known(stage.people, person),
    { ...fields, ...(conversation ? { conversation } : {}) },
    { tab: newId(), version: 0 },
  );
}

export interface Note {
  title: string;
  said?: string;
  noticed?: string;
  agreed?: string;
  withWhom?: string;
  isWithPerson?: boolean;
  /** The conversation it belongs to; the person's latest unless said. */
  conversationId?: string;
  /** What the whole of it says; each is marked in all of the words. */
  facts?: { kind: FactName; details: Record<string, string> }[];
}

/** Something that has no page of its own: it goes on the story in the four voices, in the conversation it belongs to. */
export async function writeDown(
  stage: Stage,
  person: PersonKey,
  db: CouncilDb,
  at: Moment,
  note: Note,
): Promise<void> {
  const happenedAt = instantOf(stage, at);
  const personId = known(stage.people, person);
  const {
    facts = [],
    title,
    said = '',
    noticed = '',
    agreed = '',
    withWhom = '',
    isWithPerson = true,
  } = note;
  const conversation = note.conversationId
    ? await findConversation(db, note.conversationId)
    : (await conversationsOf(db, personId, 1))[0];
  if (!conversation) {
    const voices = [{ voice: 'note' as const, words: [said, noticed, agreed].filter(Boolean).join(' ') }];
    return tellTimeline(db, {
      personId,
      at: happenedAt,
      kind: 'note',
      title,
      byLine: actorOf(db).name,
      voices,
    });
  }
  const entryId = await saveEntry(db, {
    ...{ personId, conversationId: conversation.id, kind: conversation.kind, happenedAt, title },
    ...{ said, noticed, agreed, withWhom, isWithPerson },
  });
  const entry = await findEntry(db, entryId);
  const voice = said ? 'said' : noticed ? 'noticed' : 'agreed';
  for (const fact of facts)
    await tagFact(db, { entry, voice, startsAt: 0, endsAt: entry[voice].length, ...fact });
}
