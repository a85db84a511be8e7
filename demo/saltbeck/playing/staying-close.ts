import { openCrisis } from '../../../src/conversations/crisis/crisis.store.ts';
import { logContact, spendMoney, tellPeers } from '../../../src/conversations/crisis/crisis-log.store.ts';
import { endCrisis } from '../../../src/conversations/crisis/ending.store.ts';
import {
  answerNamedPerson,
  askNamedPerson,
  openAskIn,
} from '../../../src/conversations/crisis/named-person/named-person.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import { minutesSaid } from '../../hours.ts';
import type {
  CrisisPlan,
  EndIntensiveAct,
  LoggedAct,
  NamedPersonAct,
  PeersToldAct,
  PersonKey,
  RereadAct,
  SpentAct,
} from '../script.ts';
import { actAs, allowed, daysAfter, instantOf, known, type Stage } from './stage.ts';

/** C2-1: what must change now, a named person, cover and a safety note. */
export async function playOpenCrisis(
  stage: Stage,
  person: PersonKey,
  plan: CrisisPlan,
  db: CouncilDb,
): Promise<string> {
  const opened = await openCrisis(db, known(stage.people, person), {
    mustChange: plan.inTheirWords || plan.mustChangeNow,
    safetyNote: plan.safetyNote,
    namedAccountId: known(stage.accounts, plan.namedPerson).accountId,
    coverAccountId: known(stage.accounts, plan.cover).accountId,
    steadyLooksLike: plan.steadyLooksLike,
    todaysOneThing: plan.mustChangeNow,
    nextContactAt: null,
  });
  return allowed(opened, `open conversation 2 with ${person}`);
}

const began = { phone: 'Rang: ', visit: '', text: 'By text: ', video: 'By video: ', ward: 'On the ward: ' };

export async function playLogged(stage: Stage, act: LoggedAct, db: CouncilDb): Promise<void> {
  const contact = {
    line: `${began[act.how]}${act.words}`,
    isWithPerson: true,
    rereadPlan: false,
    at: instantOf(stage, act.at),
    nextContactAt: null,
    minutes: minutesSaid(act.how, act.words),
  };
  allowed(await logContact(db, known(stage.conversations, act.conversation), contact), 'log a contact');
}

export async function playReread(stage: Stage, act: RereadAct, db: CouncilDb): Promise<void> {
  const line = act.changed ? `${act.words} What changed: ${act.changed}` : act.words;
  const contact = {
    line,
    isWithPerson: true,
    rereadPlan: true,
    at: instantOf(stage, act.at),
    nextContactAt: null,
    minutes: minutesSaid('visit', act.words),
  };
  allowed(await logContact(db, known(stage.conversations, act.conversation), contact), 'read the plan again');
}

/** C2-5: spent first; peers see it afterwards. */
export async function playSpent(stage: Stage, act: SpentAct, db: CouncilDb): Promise<void> {
  const conversation = known(stage.conversations, act.conversation);
  const money = {
    spentOn: dayOf(instantOf(stage, act.at)),
    amountPence: act.pence,
    whatFor: act.whatFor,
    whatItChanged: act.whatItChanged,
  };
  allowed(await spendMoney(db, conversation, money), 'spend small money');
}

export async function playPeersTold(stage: Stage, act: PeersToldAct, db: CouncilDb): Promise<void> {
  const share = {
    purpose: 'sharing' as const,
    sharedOn: dayOf(instantOf(stage, act.at)),
    attendeeIds: [act.by, ...act.peers].map((who) => known(stage.accounts, who).accountId),
    personWasInvited: act.personInvited,
    whatWeHeard: act.note,
    minutes: minutesSaid('peers', act.note),
  };
  allowed(await tellPeers(db, known(stage.conversations, act.conversation), share), 'tell peers');
}

/** C2-2: the one who asks has said yes by asking; the other answers. */
export async function playNamedPerson(stage: Stage, act: NamedPersonAct): Promise<void> {
  const conversation = known(stage.conversations, act.conversation);
  const at = instantOf(stage, act.at);
  const from = await actAs(stage, act.from, at);
  allowed(
    await askNamedPerson(from, conversation, {
      toAccountId: known(stage.accounts, act.to).accountId,
      sentence: act.why,
    }),
    'ask to be the named person',
  );
  const to = await actAs(stage, act.to, at);
  const ask = await openAskIn(to, conversation);
  if (ask)
    allowed(
      await answerNamedPerson(to, ask.id, act.theyAgreed ? 'yes' : 'not-now'),
      'answer as named person',
    );
}

export async function playEndIntensive(stage: Stage, act: EndIntensiveAct, db: CouncilDb): Promise<void> {
  const next = act.next === 'conversation 3' ? 'conversation-3' : act.next;
  const ended = await endCrisis(db, known(stage.conversations, act.conversation), {
    next,
    whatChanged: act.whatChanged,
    personsView: act.words,
    howToComeBack: act.howToComeBack,
    checkBackOn: act.checkBackInDays === 'declined' ? null : daysAfter(stage, act.at, act.checkBackInDays),
    because: next === 'on' ? act.whatChanged : null,
  });
  allowed(ended, 'end conversation 2');
}
