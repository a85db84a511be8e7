import { openConversationOf } from '../../src/conversations/conversations.store.ts';
import { openCrisis } from '../../src/conversations/crisis/crisis.store.ts';
import { logContact, spendMoney, tellPeers } from '../../src/conversations/crisis/crisis-log.store.ts';
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
import { isRefusal } from '../../src/platform/refusal.ts';
import { as, mostly, orTurnedAway, someWorker, tell, today, type World } from './world.ts';

export async function opensCrisis(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const namedAccountId = someWorker(world).accountId;
  const opened = await openCrisis(db, world.personId, {
    mustChange: mostly(world, 'Nights are not safe.', ' '),
    safetyNote: mostly(world, 'Ring first.', ''),
    namedAccountId,
    coverAccountId: someWorker(world).accountId,
    steadyLooksLike: 'Sleeping through.',
    todaysOneThing: '',
    nextContactAt: null,
  });
  if (!isRefusal(opened)) world.noted.named.push({ conversationId: opened, accountId: namedAccountId });
  tell(world, 'open conversation 2', opened);
}

/** C2-5: spends a little without asking first. */
export async function spendsALittle(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const crisis = await openConversationOf(db, world.personId, 2);
  if (!crisis) return;
  const amountPence = world.luck.pick([1_500, 9_000, 20_000, 20_001]);
  const spent = await spendMoney(db, crisis.id, {
    amountPence,
    whatFor: 'A night light.',
    whatItChanged: '',
    spentOn: today(world),
  });
  tell(world, `spent ${amountPence} pence`, spent);
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

/** C2-2: somebody asks for another named person, and some or all of those asked answer. */
export async function changesNamedPerson(world: World): Promise<void> {
  if (!(await openConversationOf(await as(world, someWorker(world)), world.personId, 2)))
    await opensCrisis(world);
  await asksForNamedPerson(world);
  for (let times = world.luck.between(0, 3); times > 0; times -= 1) await answersNamedPerson(world);
}

async function asksForNamedPerson(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const crisis = await openConversationOf(db, world.personId, 2);
  if (!crisis) return;
  const ask = { toAccountId: someWorker(world).accountId, sentence: 'She knows her.' };
  tell(world, 'ask for another named person', await askNamedPerson(db, crisis.id, ask));
}

async function answersNamedPerson(world: World): Promise<void> {
  const who = someWorker(world);
  const db = await as(world, who);
  const crisis = await openConversationOf(db, world.personId, 2);
  const ask = crisis ? await openAskIn(db, crisis.id) : null;
  if (!ask) return;
  const answer = world.luck.pick(['yes', 'yes', 'yes', 'not-now'] as const);
  const answered = await orTurnedAway(answerNamedPerson(db, ask.id, answer));
  tell(world, `${who.name} answers ${answer} as named person`, answered);
}

export async function endsCrisis(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const crisis = await openConversationOf(db, world.personId, 2);
  if (!crisis) return;
  const { luck } = world;
  const next = mostly(world, luck.pick(['resting', 'conversation-3'] as const), 'on', 0.3);
  const ended = await endCrisis(db, crisis.id, {
    next,
    whatChanged: mostly(world, 'She sleeps.', '', 0.25),
    personsView: mostly(world, 'Better.', '', 0.25),
    howToComeBack: mostly(world, 'Ring us.', '', 0.25),
    checkBackOn: mostly(world, addDays(today(world), 14), null, 0.4),
    because: luck.pick(['Not steady yet.', null]),
  });
  tell(world, `end conversation 2, next ${next}`, ended);
}

export async function testsWithPeers(world: World): Promise<void> {
  const who = someWorker(world);
  const other = someWorker(world);
  const db = await as(world, who);
  const { luck } = world;
  const colleague = other === who ? world.council.accounts.lead : other;
  await savePeerTest(db, {
    personId: world.personId,
    sharedAt: new Date(world.now.getTime() - mostly(world, 60, luck.pick([0, 5 * 86_400]), 0.3) * 1_000),
    presenterId: who.accountId,
    attendeeIds: [who.accountId, ...mostly(world, [colleague.accountId], [])],
    personWasInvited: true,
    whatWeHeard: '',
    why1UsedUp: mostly(world, 'Everything nearby was tried.', ''),
    why2UsedUp: mostly(world, 'Not needed.', ''),
  });
  tell(world, 'peer test', null);
}

export async function opensConversation3(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const exception = luck.happens(0.35)
    ? { kind: luck.pick(exceptions), reason: mostly(world, 'It is so.', '', 0.3) }
    : null;
  const opened = await openConversation3(db, world.personId, exception);
  tell(world, `open conversation 3${exception ? ` by ${exception.kind}` : ''}`, opened);
}
