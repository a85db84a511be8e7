import {
  findConversation,
  holdConversation,
  openConversation,
} from '../../../src/conversations/conversations.store.ts';
import { openConversation3 } from '../../../src/conversations/gate/opening.store.ts';
import { letRest } from '../../../src/conversations/rest/rest.store.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import { isRefusal } from '../../../src/platform/refusal.ts';
import type { Act, OpenAct, PersonKey, RefusedAct, RestAct } from '../script.ts';
import {
  playDetermination,
  playMoneyWorkedOut,
  playOpenConversation3,
  playPeerTest,
  playPlan,
  playToldBeforehand,
} from './building-a-life.ts';
import { playIntroduction } from './connecting.ts';
import { playAskedColleague, playContact, playTried } from './getting-in-touch.ts';
import { playCatchUp, playFamilyConference, playUrgent } from './going-on.ts';
import { playAdvocate, playSafetyEnquiry } from './protecting.ts';
import { playHopedHome, playVisit } from './sharing-a-home.ts';
import { actAs, allowed, daysAfter, instantOf, known, type Stage } from './stage.ts';
import {
  playEndIntensive,
  playLogged,
  playNamedPerson,
  playOpenCrisis,
  playPeersTold,
  playReread,
  playSpent,
} from './staying-close.ts';
import { playNote } from './told-in-the-story.ts';
import { playDraft, playEntry, writeDown } from './writing.ts';

/** Plays one act as the worker who did it, at the moment it happened, through the product's own stores and rules. */
export async function play(stage: Stage, person: PersonKey, act: Act): Promise<void> {
  const db = await actAs(stage, act.by, instantOf(stage, act.at));
  switch (act.do) {
    case 'contact':
      return playContact(stage, person, act, db);
    case 'asked-colleague':
      return playAskedColleague(stage, act, db);
    case 'tried':
      return playTried(stage, person, act, db);
    case 'open':
      return playOpen(stage, person, act, db);
    case 'entry':
      return playEntry(stage, person, act, db);
    case 'draft':
      return playDraft(stage, person, act, db);
    case 'introduction':
      return playIntroduction(stage, person, act, db);
    case 'rest':
      return playRest(stage, person, act, db);
    case 'refused':
      return playRefused(stage, person, act, db);
    case 'logged':
      return playLogged(stage, act, db);
    case 'reread':
      return playReread(stage, act, db);
    case 'spent':
      return playSpent(stage, act, db);
    case 'peers-told':
      return playPeersTold(stage, act, db);
    case 'named-person':
      return playNamedPerson(stage, act);
    case 'end-intensive':
      return playEndIntensive(stage, act, db);
    case 'peer-test':
      return playPeerTest(stage, person, act, db);
    case 'told-beforehand':
      return playToldBeforehand(stage, act, db);
    case 'determination':
      return playDetermination(stage, person, act, db);
    case 'money-worked-out':
      return playMoneyWorkedOut(stage, person, act, db);
    case 'plan':
      return playPlan(stage, person, act, db);
    case 'catch-up':
      return playCatchUp(stage, person, act, db);
    case 'hoped-home':
      return playHopedHome(stage, person, act, db);
    case 'visit':
      return playVisit(stage, person, act);
    case 'family-conference':
      return playFamilyConference(stage, person, act, db);
    case 'urgent':
      return playUrgent(stage, person, act, db);
    case 'safety-enquiry':
      return playSafetyEnquiry(stage, person, act, db);
    case 'advocate':
      await playNote(stage, person, act, db);
      return playAdvocate(stage, person, act);
    default:
      return playNote(stage, person, act, db);
  }
}

async function playOpen(stage: Stage, person: PersonKey, act: OpenAct, db: CouncilDb): Promise<void> {
  const personId = known(stage.people, person);
  const open = async () => {
    if (act.kind === 3) return playOpenConversation3(stage, person, act, db);
    if (act.crisis) return playOpenCrisis(stage, person, act.crisis, db);
    return openConversation(db, { personId, kind: 1, openedAt: instantOf(stage, act.at) });
  };
  stage.conversations.set(act.conversation, await open());
}

/** C1-1: what the rule still wants is said in the words of the act, and then it rests by the rule. */
async function playRest(stage: Stage, person: PersonKey, act: RestAct, db: CouncilDb): Promise<void> {
  const id = known(stage.conversations, act.conversation);
  const conversation = await findConversation(db, id);
  if (conversation.restingOn) return;
  await writeDown(stage, person, db, act.at, {
    title: 'How to come back',
    agreed: act.howToComeBack,
    isWithPerson: false,
    conversationId: id,
    facts: [{ kind: 'how-to-come-back', details: {} }],
  });
  const checkBack =
    act.checkBackInDays === 'declined'
      ? { declined: 'yes' }
      : { checkBackOn: daysAfter(stage, act.at, act.checkBackInDays) };
  await writeDown(stage, person, db, act.at, {
    title: 'When we ask how it went',
    agreed:
      act.checkBackInDays === 'declined'
        ? 'No thank you to a check-back.'
        : 'We ask how it went on the day agreed.',
    isWithPerson: false,
    conversationId: id,
    facts: [{ kind: 'check-back', details: checkBack }],
  });
  allowed(await letRest(db, await holdConversation(db, id)), `rest ${act.conversation}`);
}

/** Played as a real attempt: the rule that the script names must refuse it. */
async function playRefused(stage: Stage, person: PersonKey, act: RefusedAct, db: CouncilDb): Promise<void> {
  const { attempt } = act;
  const answer =
    'rest' in attempt
      ? await letRest(db, await holdConversation(db, known(stage.conversations, attempt.rest)))
      : await openConversation3(db, known(stage.people, person), null);
  if (!isRefusal(answer) || !answer.refused.includes(act.rule))
    throw new Error(
      `The script says ${act.rule} refuses ${person}; ${isRefusal(answer) ? answer.refused : 'nothing'} did.`,
    );
}
