import { answerAsked, askColleague, askedOfMe } from '../../../src/people/contacts/asking.store.ts';
import { findContact, saveContact } from '../../../src/people/contacts/contacts.store.ts';
import { tellTimeline } from '../../../src/people/timeline/timeline.store.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import type { AskedColleagueAct, ContactAct, PersonKey, TriedAct } from '../script.ts';
import { actAs, allowed, instantOf, known, type Stage } from './stage.ts';

export async function playContact(
  stage: Stage,
  person: PersonKey,
  act: ContactAct,
  db: CouncilDb,
): Promise<void> {
  const isSelf = act.speaker === 'self';
  const contactId = await saveContact(db, {
    personId: known(stage.people, person),
    madeAt: instantOf(stage, act.at),
    how: act.how,
    madeBy: isSelf ? known(stage.names, person) : act.speaker,
    madeByRelation: isSelf ? 'themselves' : act.relation,
    permission: act.permission,
    words: act.words,
    safeNow: act.isSafeNow ?? null,
    mayHaveNeeds: act.mayHaveNeeds === undefined ? null : act.mayHaveNeeds ? 'yes' : 'no',
    carerAround: act.carerAround ?? null,
  });
  stage.contacts.set(act.key, contactId);
}

/** F1: asked, and answered by the one who was asked. */
export async function playAskedColleague(stage: Stage, act: AskedColleagueAct, db: CouncilDb): Promise<void> {
  const contact = await findContact(db, known(stage.contacts, act.contact));
  const colleague = known(stage.accounts, act.asked);
  allowed(
    await askColleague(db, contact, { colleagueId: colleague.accountId, sentence: act.why }),
    'ask a colleague',
  );
  const theirs = await actAs(stage, act.asked, instantOf(stage, act.at));
  const ask = (await askedOfMe(theirs)).find(({ contactId }) => contactId === contact.contactId);
  if (ask)
    allowed(
      await answerAsked(theirs, ask.askId, act.answer === 'yes' ? 'yes' : 'not-now'),
      'answer a colleague',
    );
}

/** A try does not stop the clock (E6): the story tells of it, and nobody has been spoken with. */
export async function playTried(
  stage: Stage,
  person: PersonKey,
  act: TriedAct,
  db: CouncilDb,
): Promise<void> {
  const how = { phone: 'We rang', visit: 'We called round', letter: 'We wrote', text: 'We sent a text' }[
    act.how
  ];
  await tellTimeline(db, {
    personId: known(stage.people, person),
    at: instantOf(stage, act.at),
    kind: 'tried',
    title: how,
    byLine: known(stage.accounts, act.by).name,
    voices: [{ voice: 'note', words: act.words }],
  });
}
