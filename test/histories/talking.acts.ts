import {
  conversationToWriteIn,
  holdConversation,
  openConversationOf,
} from '../../src/conversations/conversations.store.ts';
import { saveEntry } from '../../src/conversations/entries.store.ts';
import { type FactName, factKind } from '../../src/conversations/facts.ts';
import { answerQuestion, letRest } from '../../src/conversations/rest/rest.store.ts';
import { saveContact } from '../../src/people/contacts/contacts.store.ts';
import { as, someDay, someWorker, tell, today, type World } from './world.ts';

export async function getsInTouch(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  await saveContact(db, {
    personId: world.personId,
    madeAt: world.now,
    how: 'phone',
    madeBy: 'Ada',
    madeByRelation: 'themselves',
    permission: 'own-words',
    words: 'I would like a hand.',
  });
  tell(world, 'got in touch', null);
}

export async function talks(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const conversation = await conversationToWriteIn(db, world.personId, null, world.now);
  await saveEntry(db, {
    personId: world.personId,
    conversationId: conversation.id,
    kind: conversation.kind,
    happenedAt: world.now,
    isWithPerson: world.luck.happens(0.8),
    said: 'I want my garden back.',
  });
  tell(world, 'talked', null);
}

const kinds: [FactName, ...FactName[]] = [
  'what-matters',
  'what-matters',
  'carer-asked',
  'carer-asked',
  'information-given',
  'information-given',
  'how-to-come-back',
  'how-to-come-back',
  'check-back',
  'check-back',
  'may-have-needs',
  'may-have-needs',
  'needs-assessment-made',
  'declined',
  'declined',
  'under-way',
  'asked-if-entitled',
  'asked-again',
  'situation-changed',
];

/** A whole conversation 1 as it mostly goes: everything marked, now and then a piece forgotten. */
export async function listensAndConnects(world: World): Promise<void> {
  await talks(world);
  const settled = world.luck.pick([
    'may-have-needs',
    'declined',
    'under-way',
    'needs-assessment-made',
  ] as const);
  const wanted = [
    'what-matters',
    'carer-asked',
    'information-given',
    'how-to-come-back',
    'check-back',
    settled,
  ] as const;
  for (const kind of wanted) if (world.luck.happens(0.93)) await marksFact(world, kind);
  await triesToRest(world);
}

/** Marks any fact with details filled in at random, some left out. */
export async function marksFact(world: World, asked?: FactName): Promise<void> {
  const db = await as(world, someWorker(world));
  const conversation = await openConversationOf(db, world.personId, 1);
  if (!conversation) return;
  const kind = asked ?? world.luck.pick(kinds);
  const details: Record<string, string> = {};
  for (const detail of factKind(kind).details) {
    if (world.luck.happens(0.06)) continue;
    const choices = 'choices' in detail ? (detail.choices ?? []) : [];
    const chosen = choices[world.luck.between(0, Math.max(choices.length - 1, 0))]?.value;
    details[detail.name] =
      detail.type === 'day' ? someDay(world) : detail.type === 'choice' ? (chosen ?? '') : 'in her words';
  }
  if (kind === 'check-back' && details.checkBackOn && details.checkBackOn < today(world))
    details.checkBackOn = today(world);
  await answerQuestion(db, conversation, { kind, voice: 'said', sentence: 'She said so.', details });
  tell(world, `marked ${kind} ${JSON.stringify(details)}`, null);
}

export async function triesToRest(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = await openConversationOf(db, world.personId, world.luck.pick([1, 1, 1, 3, 2]));
  if (!open) return;
  tell(world, `rest conversation ${open.kind}`, await letRest(db, await holdConversation(db, open.id)));
}
