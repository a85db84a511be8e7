import {
  conversationToWriteIn,
  holdConversation,
  openConversationOf,
} from '../../src/conversations/conversations.store.ts';
import { saveEntry } from '../../src/conversations/entries.store.ts';
import { type FactName, factKind } from '../../src/conversations/facts.ts';
import { sayFact } from '../../src/conversations/moments/saying.store.ts';
import { answerQuestion, letRest } from '../../src/conversations/rest/rest.store.ts';
import { answerAsked, askColleague, askedOfMe } from '../../src/people/contacts/asking.store.ts';
import { findContact, saveContact } from '../../src/people/contacts/contacts.store.ts';
import type { TestAccount } from '../council.ts';
import {
  as,
  asItMostlyGoes,
  changesNothing,
  mostly,
  someDay,
  someWorker,
  tell,
  today,
  type World,
  workers,
} from './world.ts';

export async function getsInTouch(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const id = await saveContact(db, {
    personId: world.personId,
    madeAt: world.now,
    how: 'phone',
    madeBy: 'Ada',
    madeByRelation: 'themselves',
    permission: 'own-words',
    words: 'I would like a hand.',
  });
  world.noted.contacts.push({ id, madeAt: world.now.toISOString() });
  tell(world, 'got in touch', null);
}

/** F1: whoever holds a contact asks a colleague to take it on, and they answer; or somebody else tries to. */
export async function handsOn(world: World): Promise<void> {
  const { noted, council } = world;
  if (!noted.contacts.length) await getsInTouch(world);
  const [contact] = noted.contacts.slice(-1);
  if (!contact) return;
  const { heldById } = await findContact(await as(world, someWorker(world)), contact.id);
  const holder = workers.find((name) => council.accounts[name].accountId === heldById) ?? 'rowan';
  const me = mostly(world, council.accounts[holder], someWorker(world), 0.3);
  const colleague = someWorker(world);
  const db = await as(world, me);
  const ask = { colleagueId: colleague.accountId, sentence: 'She knows the family.' };
  const asked = await askColleague(db, await findContact(db, contact.id), ask);
  tell(world, `${me.name} asks ${colleague.name} to take a contact on`, asked);
  await answersAsked(world, mostly(world, colleague, someWorker(world), 0.5));
}

async function answersAsked(world: World, who: TestAccount): Promise<void> {
  const db = await as(world, who);
  const [ask] = await askedOfMe(db);
  if (!ask) return;
  const answer = world.luck.pick(['yes', 'yes', 'not-now'] as const);
  tell(world, `${who.name} answers ${answer}`, await answerAsked(db, ask.askId, answer));
}

/** N1, N4, C1-2: said at any moment, whatever is open; none of it changes a plan or support. */
export async function saysAtAnyMoment(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const kind = world.luck.pick([
    'asked-if-entitled',
    'capacity',
    'offer',
    'offer',
    'situation-changed',
  ] as const);
  const details = someDetails(world, kind);
  const said = await changesNothing(world, db, `N1 N4 C1-2 saying ${kind}`, () =>
    sayFact(db, world.personId, { kind, voice: 'said', sentence: 'She said so.', details }),
  );
  tell(world, `said ${kind} ${JSON.stringify(details)}`, said);
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
export const listensAndConnects = (world: World): Promise<void> =>
  asItMostlyGoes(world, () => aConversation1(world));

async function aConversation1(world: World): Promise<void> {
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
  for (const kind of wanted) if (mostly(world, true, false)) await marksFact(world, kind);
  if (world.luck.happens(0.2))
    await marksFact(world, world.luck.pick(['asked-if-entitled', 'asked-again', 'situation-changed']));
  await triesToRest(world, 1);
}

/** Marks any fact with details filled in at random, some left out. */
export async function marksFact(world: World, asked?: FactName): Promise<void> {
  const db = await as(world, someWorker(world));
  const conversation = await openConversationOf(db, world.personId, 1);
  if (!conversation) return;
  const kind = asked ?? world.luck.pick(kinds);
  const details = someDetails(world, kind);
  const came = await answerQuestion(db, conversation, {
    kind,
    voice: 'said',
    sentence: 'She said so.',
    details,
  });
  tell(world, `marked ${kind} ${JSON.stringify(details)}`, came);
}

/** Details filled in at random, some left out, on days near today. */
function someDetails(world: World, kind: FactName): Record<string, string> {
  const details: Record<string, string> = {};
  for (const detail of factKind(kind).details) {
    if (mostly(world, false, true)) continue;
    const choices = 'choices' in detail ? (detail.choices ?? []) : [];
    const any = choices[world.luck.between(0, Math.max(choices.length - 1, 0))]?.value;
    const chosen = mostly(world, choices[0]?.value, any, 0.6);
    details[detail.name] =
      detail.type === 'day'
        ? mostly(world, today(world), someDay(world), 0.5)
        : detail.type === 'choice'
          ? (chosen ?? '')
          : 'in her words';
  }
  if (kind === 'check-back' && details.checkBackOn && details.checkBackOn < today(world))
    details.checkBackOn = today(world);
  return details;
}

export async function triesToRest(
  world: World,
  which: 1 | 2 | 3 = world.luck.pick([1, 1, 1, 3, 2]),
): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = await openConversationOf(db, world.personId, which);
  if (!open) return;
  tell(world, `rest conversation ${open.kind}`, await letRest(db, await holdConversation(db, open.id)));
}
