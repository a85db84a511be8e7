import { openConversationOf } from '../../src/conversations/conversations.store.ts';
import { openCrisis } from '../../src/conversations/crisis/crisis.store.ts';
import { logContact, tellPeers } from '../../src/conversations/crisis/crisis-log.store.ts';
import { endCrisis } from '../../src/conversations/crisis/ending.store.ts';
import {
  answerNamedPerson,
  askNamedPerson,
  openAskIn,
} from '../../src/conversations/crisis/named-person/named-person.store.ts';
import { savePeerTest } from '../../src/conversations/gate/gate.store.ts';
import { exceptions } from '../../src/conversations/gate/gate.ts';
import { openConversation3 } from '../../src/conversations/gate/opening.store.ts';
import { addDays } from '../../src/platform/clock.ts';
import { as, someWorker, tell, today, type World } from './world.ts';

export async function opensCrisis(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const opened = await openCrisis(db, world.personId, {
    mustChange: luck.pick(['Nights are not safe.', 'Nights are not safe.', ' ']),
    safetyNote: luck.pick(['Ring first.', 'Ring first.', '']),
    namedAccountId: someWorker(world).accountId,
    coverAccountId: someWorker(world).accountId,
    steadyLooksLike: 'Sleeping through.',
    todaysOneThing: '',
    nextContactAt: null,
  });
  tell(world, 'open conversation 2', opened);
}

/** Three acts on an open conversation 2, by anybody. */
export async function staysClose(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const crisis = await openConversationOf(db, world.personId, 2);
  if (!crisis) return;
  const { luck } = world;
  const contact = {
    line: 'Rang.',
    isWithPerson: luck.happens(0.8),
    rereadPlan: luck.happens(0.3),
    at: world.now,
    nextContactAt: null,
  };
  tell(world, 'log a contact', await logContact(db, crisis.id, contact));
}

export async function tellsPeers(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const crisis = await openConversationOf(db, world.personId, 2);
  if (!crisis) return;
  const share = {
    purpose: 'sharing' as const,
    sharedOn: today(world),
    attendeeIds: [someWorker(world).accountId, someWorker(world).accountId],
    personWasInvited: true,
    whatWeHeard: 'Go on.',
  };
  tell(world, 'tell peers', await tellPeers(db, crisis.id, share));
}

export async function asksForNamedPerson(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const crisis = await openConversationOf(db, world.personId, 2);
  if (!crisis) return;
  const ask = { toAccountId: someWorker(world).accountId, sentence: 'She knows her.' };
  tell(world, 'ask for another named person', await askNamedPerson(db, crisis.id, ask));
}

export async function answersNamedPerson(world: World): Promise<void> {
  const who = someWorker(world);
  const db = await as(world, who);
  const crisis = await openConversationOf(db, world.personId, 2);
  const ask = crisis ? await openAskIn(db, crisis.id) : null;
  if (!ask) return;
  const answer = world.luck.pick(['yes', 'yes', 'not-now'] as const);
  tell(world, `${who.name} answers ${answer} as named person`, await answerNamedPerson(db, ask.id, answer));
}

export async function endsCrisis(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const crisis = await openConversationOf(db, world.personId, 2);
  if (!crisis) return;
  const { luck } = world;
  const next = luck.pick(['resting', 'conversation-3', 'on'] as const);
  const ended = await endCrisis(db, crisis.id, {
    next,
    whatChanged: luck.pick(['She sleeps.', 'She sleeps.', '']),
    personsView: luck.pick(['Better.', 'Better.', '']),
    howToComeBack: luck.pick(['Ring us.', 'Ring us.', '']),
    checkBackOn: luck.pick([addDays(today(world), 14), null]),
    because: luck.pick(['Not steady yet.', null]),
  });
  tell(world, `end conversation 2, next ${next}`, ended);
}

export async function testsWithPeers(world: World): Promise<void> {
  const who = someWorker(world);
  const db = await as(world, who);
  const { luck } = world;
  await savePeerTest(db, {
    personId: world.personId,
    sharedAt: new Date(world.now.getTime() - luck.pick([0, 60, 5 * 86_400]) * 1_000),
    presenterId: who.accountId,
    attendeeIds: [who.accountId, someWorker(world).accountId],
    personWasInvited: true,
    whatWeHeard: '',
    why1UsedUp: luck.pick(['Everything nearby was tried.', 'Everything nearby was tried.', '']),
    why2UsedUp: luck.pick(['Not needed.', 'Not needed.', '']),
  });
  tell(world, 'peer test', null);
}

export async function opensConversation3(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const exception = luck.happens(0.35)
    ? { kind: luck.pick(exceptions), reason: luck.pick(['It is so.', '']) }
    : null;
  const opened = await openConversation3(db, world.personId, exception);
  tell(world, `open conversation 3${exception ? ` by ${exception.kind}` : ''}`, opened);
}
