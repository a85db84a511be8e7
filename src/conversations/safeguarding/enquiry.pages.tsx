import { HoldThisBack } from '../../people/held-back/hold-this-back.tsx';
import type { Identity } from '../../people/person.ts';
import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { Voices } from '../../people/timeline/voices.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { weekdayDate } from '../../platform/ui/dates.ts';
import { cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { SummaryList } from '../../platform/ui/govuk/summary-list.tsx';
import { When } from '../../platform/ui/telling.tsx';
import type { OpenedEnquiry } from './enquiries.store.ts';
import type { Step } from './enquiry-changes.store.ts';
import { CouldNotAskForm, EndForm, NewStepForm, OutcomeForm } from './enquiry-forms.pages.tsx';
import { Outcome, StepLine } from './enquiry-lines.pages.tsx';
import { AtOnce } from './safeguarding.pages.tsx';
import { answerInWords, type Question, questions, riskInWords, type WantedOutcome } from './safeguarding.ts';

/** Everything an enquiry's own page shows, ready. */
export interface EnquiryValue {
  identity: Identity;
  today: Day;
  me: string;
  enquiry: OpenedEnquiry;
  outcomes: WantedOutcome[];
  steps: Step[];
  /** Who helps them to be heard, in a sentence. */
  heard: string | null;
  isAdvocateWaitedFor: boolean;
  /** What it still wants before it may end. */
  wanting: Refusal[];
}

export interface EnquiryPart {
  value: EnquiryValue;
  frame: Frame;
  again?: Again | undefined;
}

/** One safeguarding enquiry: what they want first, then what is done, and at the end how far it came about. */
export function EnquiryPage(value: EnquiryValue, frame: Frame, again?: Again) {
  const { identity, today, enquiry } = value;
  const isOpen = enquiry.endedOn === null;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="rights"
      title="A safeguarding enquiry"
      frame={frame}
      again={again}
    >
      <h2>A safeguarding enquiry</h2>
      <p>
        It opened on <When at={enquiry.openedAt} />. What {nameFor(identity)} wants comes first; what we do
        follows from it.
      </p>
      {isOpen ? <AtOnce /> : <Ended value={value} />}
      <Heard value={value} />
      <Wanted value={value} frame={frame} again={again} />
      <Steps value={value} frame={frame} again={again} />
      <Lead value={value} frame={frame} />
      <Told value={value} />
      {isOpen ? <EndForm value={value} frame={frame} again={cameBack(again, 'personsView')} /> : null}
      <p>
        <a href={`/people/${identity.personId}/safeguarding`}>Everything about keeping them safe</a>
        {' · '}
        <HoldThisBack
          personId={identity.personId}
          kind="enquiry"
          thingId={enquiry.id}
          title="this enquiry"
          held={enquiry.held}
        />
      </p>
    </PersonFrame>
  );
}

function Ended({ value: { enquiry, identity } }: { value: EnquiryValue }) {
  return (
    <InsetText>
      <p>It ended on {enquiry.endedOn ? weekdayDate(enquiry.endedOn) : ''}.</p>
      <p>What was done: {enquiry.whatWasDone}</p>
      <p>
        {nameFor(identity)}’s view: “{enquiry.personsView}”
      </p>
      {enquiry.riskNow ? <p>{riskInWords[enquiry.riskNow]}.</p> : null}
    </InsetText>
  );
}

/** Care Act 2014 s68: an advocate is called for here too, and nothing waits for one. */
function Heard({ value: { heard, isAdvocateWaitedFor, identity } }: { value: EnquiryValue }) {
  return (
    <p>
      {heard ?? `Nobody has looked yet at what would help ${nameFor(identity)} to be heard.`}{' '}
      {isAdvocateWaitedFor
        ? 'The law calls for an advocate here (Care Act 2014 s68); the enquiry goes on meanwhile. '
        : ''}
      <a href={`/people/${identity.personId}/advocate`}>Being heard</a>
    </p>
  );
}

function Wanted({ value, frame, again }: EnquiryPart) {
  const { enquiry, outcomes, identity } = value;
  const isOpen = enquiry.endedOn === null;
  const name = nameFor(identity);
  return (
    <>
      <h2>What {name} wants to come of it</h2>
      {outcomes.length ? null : <p>Nobody has written it yet.</p>}
      <ul class="app-plain-list">
        {outcomes.map((one) => (
          <Outcome key={one.id} outcome={one} value={value} frame={frame} again={again} />
        ))}
      </ul>
      {enquiry.couldNotAskBecause ? <p>They could not be asked: {enquiry.couldNotAskBecause}</p> : null}
      {isOpen ? <OutcomeForm value={value} frame={frame} again={cameBack(again, 'wanted')} /> : null}
      {isOpen ? <CouldNotAskForm value={value} frame={frame} again={cameBack(again, 'because')} /> : null}
    </>
  );
}

function Steps({ value, frame, again }: EnquiryPart) {
  const { enquiry, steps } = value;
  return (
    <>
      <h2>What we do</h2>
      {steps.length ? null : <p>Nothing is written yet.</p>}
      <ul class="app-plain-list">
        {steps.map((step) => (
          <StepLine key={step.id} step={step} value={value} frame={frame} again={again} />
        ))}
      </ul>
      {enquiry.endedOn ? null : <NewStepForm value={value} frame={frame} again={cameBack(again, 'step')} />}
    </>
  );
}

function Lead({ value: { enquiry, me }, frame }: EnquiryPart) {
  return (
    <>
      <h2>Who leads it</h2>
      <p>{enquiry.leadId === me ? 'You lead it.' : `${enquiry.lead} leads it.`}</p>
      {enquiry.endedOn || enquiry.leadId === me ? null : (
        <Form action={`/enquiries/${enquiry.id}/lead`} frame={frame} version={enquiry.version}>
          <Button class="govuk-button--secondary" preventDoubleClick>
            I take it on from {enquiry.lead}
          </Button>
        </Form>
      )}
    </>
  );
}

function Told({ value: { enquiry } }: { value: EnquiryValue }) {
  return (
    <>
      <h2>What we were told</h2>
      <Voices voices={[{ voice: 'said', who: enquiry.toldBy, words: enquiry.words }]} />
      {enquiry.doneAtOnce ? <p>Done at once: {enquiry.doneAtOnce}</p> : null}
      <SummaryList
        rows={(Object.keys(questions) as Question[]).map((question) => ({
          key: questions[question],
          value: answerInWords[enquiry[question]],
        }))}
      />
      <p class="app-soft">
        {enquiry.answeredBy} answered, <When at={enquiry.answeredAt} />
      </p>
    </>
  );
}
