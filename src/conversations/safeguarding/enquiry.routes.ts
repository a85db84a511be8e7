import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { advocacyOf } from '../advocacy/advocacy.store.ts';
import { advocateBlocks } from '../advocacy/advocacy.ts';
import { advocacySentence } from '../advocacy/advocacy-in-words.ts';
import { findEnquiry, type OpenedEnquiry } from './enquiries.store.ts';
import { EnquiryPage, type EnquiryValue } from './enquiry.pages.tsx';
import {
  addOutcome,
  addStep,
  couldNotAsk,
  endEnquiry,
  judgeOutcome,
  outcomesOf,
  stepDone,
  stepsOf,
  takeLead,
} from './enquiry-changes.store.ts';
import {
  CouldNotAskForm,
  EndForm,
  JudgedForm,
  LeadForm,
  NewStepForm,
  OutcomeForm,
  OutcomePath,
  SafeguardingPath,
  StepDoneForm,
  StepPath,
} from './safeguarding.forms.ts';
import { endingWants } from './safeguarding.ts';

/** One enquiry: what they want, what is done, who leads it, and how it ends. */
export function enquiryRoutes(house: House): void {
  house.get('/enquiries/:id', {
    name: 'A safeguarding enquiry',
    may: alongsiders,
    params: SafeguardingPath,
    act: ({ db, params }) => enquiryPage(db, params.id),
    page: EnquiryPage,
  });
  outcomeRoutes(house);
  stepRoutes(house);

  house.post('/enquiries/:id/lead', {
    ...onEnquiry('Take on a safeguarding enquiry'),
    body: LeadForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'You lead it.', (enquiry) => takeLead(db, enquiry, body.version)),
  });
  house.post('/enquiries/:id/end', {
    ...onEnquiry('End a safeguarding enquiry'),
    body: EndForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'The enquiry has ended.', (enquiry) =>
        endEnquiry(db, enquiry, { ...body, endedOn: body.endedOn ?? dayOf(nowOf(db)) }),
      ),
  });
}

function outcomeRoutes(house: House): void {
  house.post('/enquiries/:id/outcomes', {
    ...onEnquiry('Write what somebody wants to come of an enquiry'),
    body: OutcomeForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Written down.', (enquiry) =>
        addOutcome(db, enquiry, { wanted: body.wanted, saidOn: body.saidOn ?? dayOf(nowOf(db)) }),
      ),
  });
  house.post('/enquiries/:id/outcomes/:outcome', {
    ...onEnquiry('Write how far it came about'),
    params: OutcomePath,
    body: JudgedForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Written down.', (enquiry) =>
        judgeOutcome(db, enquiry, params.outcome, { ...body, words: body.met }),
      ),
  });
  house.post('/enquiries/:id/could-not-ask', {
    ...onEnquiry('Write why somebody could not be asked'),
    body: CouldNotAskForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Written down.', (enquiry) => couldNotAsk(db, enquiry, body)),
  });
}

function stepRoutes(house: House): void {
  house.post('/enquiries/:id/steps', {
    ...onEnquiry('Write a step of an enquiry'),
    body: NewStepForm,
    act: ({ db, params, body: { step, ...body } }) =>
      changed(db, params.id, 'Written down.', (enquiry) => addStep(db, enquiry, { ...body, words: step })),
  });
  house.post('/enquiries/:id/steps/:step/done', {
    ...onEnquiry('Say that a step was done'),
    params: StepPath,
    body: StepDoneForm,
    act: ({ db, params, body }) =>
      changed(db, params.id, 'Written down.', (enquiry) => stepDone(db, enquiry, params.step, body.doneOn)),
  });
}

/** What every form of the page shares: who may, whose it is, and the page it comes back to. */
function onEnquiry(name: string) {
  return {
    name,
    may: alongsiders,
    params: SafeguardingPath,
    again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => enquiryPage(db, params.id),
    page: EnquiryPage,
  };
}

/** Opens the person first (W5), makes the change, and goes back to the enquiry. */
async function changed(
  db: CouncilDb,
  id: string,
  said: string,
  change: (enquiry: OpenedEnquiry) => Promise<Refusal | null>,
) {
  const enquiry = await findEnquiry(db, id);
  const { personId } = await openPerson(db, enquiry.personId);
  return (await change(enquiry)) ?? done(`/enquiries/${id}`, [personId], said);
}

async function enquiryPage(db: CouncilDb, id: string) {
  const enquiry = await findEnquiry(db, id);
  const { personId, reason } = await openPerson(db, enquiry.personId);
  const today = dayOf(nowOf(db));
  const advocacy = await advocacyOf(db, personId);
  const outcomes = await outcomesOf(db, id);
  const value: EnquiryValue = {
    identity: await identityOf(db, personId),
    today,
    me: actorOf(db).accountId,
    enquiry,
    outcomes,
    steps: await stepsOf(db, id),
    heard: advocacySentence(advocacy, today, 'their'),
    isAdvocateWaitedFor: advocateBlocks(advocacy, 'plan', today) !== null,
    wanting: endingWants({ ...enquiry, outcomes, endedOn: today, today }),
  };
  return shown(value, [personId], reason ?? undefined);
}
