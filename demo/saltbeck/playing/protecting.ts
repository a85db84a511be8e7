import {
  advocateBegan,
  askForAdvocate,
  type NewInvolvement,
  saveInvolvement,
} from '../../../src/conversations/advocacy/advocacy.store.ts';
import { findEnquiry, keepAnswers } from '../../../src/conversations/safeguarding/enquiries.store.ts';
import { addOutcome } from '../../../src/conversations/safeguarding/enquiry-changes.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import type { AdvocateAct, PersonKey, SafetyEnquiryAct } from '../script.ts';
import { actAs, allowed, instantOf, known, type Stage } from './stage.ts';

/** N2: three answers open it at once; what the person wants is written first. */
export async function playSafetyEnquiry(
  stage: Stage,
  person: PersonKey,
  act: SafetyEnquiryAct,
  db: CouncilDb,
): Promise<void> {
  const { id, isOpened } = await keepAnswers(db, known(stage.people, person), {
    hasNeeds: answer(act.hasCareAndSupportNeeds),
    atRisk: answer(act.isAtRiskOfAbuse),
    cannotProtect: answer(act.cannotProtectThemselves),
    words: act.note,
    toldBy: known(stage.accounts, act.by).name,
    whyNot: null,
  });
  if (!isOpened) return;
  for (const wanted of act.wantedOutcomes) {
    const outcome = { wanted, saidOn: dayOf(instantOf(stage, act.at)) };
    allowed(await addOutcome(db, await findEnquiry(db, id), outcome), `write what ${person} wants`);
  }
}

const answer = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** N3: what would be very hard, and who helps: somebody appropriate, or an advocate on the day they began. */
export async function playAdvocate(stage: Stage, person: PersonKey, act: AdvocateAct): Promise<void> {
  const personId = known(stage.people, person);
  const { supportedBy } = act;
  const db = await actAs(stage, act.by, instantOf(stage, supportedBy?.inPlace ?? act.at));
  await saveInvolvement(db, personId, seenIn(stage, act));
  if (supportedBy?.kind !== 'advocate') return;
  const advocateId = await askForAdvocate(db, personId, {
    whatFor: 'Being at the heart of what is decided',
    askedOn: dayOf(instantOf(stage, act.at)),
    askedOf: 'Saltbeck Voices',
  });
  const inPlaceOn = dayOf(instantOf(stage, supportedBy.inPlace));
  const began = { name: supportedBy.name, inPlaceOn, version: 1 };
  allowed(await advocateBegan(db, advocateId, began), `an advocate for ${person}`);
}

function seenIn(stage: Stage, { at, difficultyIn, supportedBy, note }: AdvocateAct): NewInvolvement {
  const helper = supportedBy?.kind === 'appropriate person' ? supportedBy : null;
  return {
    lookedOn: dayOf(instantOf(stage, at)),
    understanding: difficultyIn.includes('understanding'),
    retaining: difficultyIn.includes('retaining'),
    weighing: difficultyIn.includes('weighing'),
    communicating: difficultyIn.includes('communicating'),
    words: note,
    appropriatePerson: helper?.name ?? null,
    appropriateRelation: null,
    appropriateAgreedOn: helper ? dayOf(instantOf(stage, helper.inPlace)) : null,
    isAgreedByPerson: helper ? true : null,
    isPaid: helper ? false : null,
    hasLongStayAhead: false,
    hasDisagreement: false,
    considered: null,
  };
}
