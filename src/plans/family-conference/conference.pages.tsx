import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { answerInWords, type Conference } from './conference.ts';
import { AnswerFields, ArrangementsForm, HeldForm } from './conference-forms.pages.tsx';
import type { ConferenceValue } from './conference-page.store.ts';
import { TheFamilysPlan } from './familys-plan.pages.tsx';

/** One family group conference, from the offer to the day its plan is looked at again. */
export function ConferencePage(value: ConferenceValue, frame: Frame, again?: Again) {
  const { identity, today, conference } = value;
  const { answer, heldOn } = conference;
  // A form that came back is shown again, so that nothing typed is lost.
  const isToCome = (!heldOn && answer === 'yes') || again !== undefined;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="A plan the family makes"
    >
      <h2>A plan the family makes</h2>
      <p>{whatNext(conference, nameFor(identity))}</p>
      <WhatIsKnown conference={conference} />
      {heldOn ? <TheFamilysPlan value={value} /> : null}
      {heldOn ? <LookedAgain value={value} frame={frame} again={cameBack(again, 'howItIs')} /> : null}
      {isToCome ? (
        <ArrangementsForm value={value} frame={frame} again={cameBack(again, 'coordinator')} />
      ) : null}
      {isToCome ? <HeldForm value={value} frame={frame} again={cameBack(again, 'whoCame')} /> : null}
      {heldOn ? null : <AnswerForm value={value} frame={frame} again={cameBack(again, 'answerWords')} />}
      <p>
        <a href={`/people/${identity.personId}/family-conference`}>Everything offered</a>
      </p>
    </PersonFrame>
  );
}

function whatNext({ answer, heldOn, coordinator }: Conference, name: string): string {
  if (heldOn) return 'The plan is the family’s. This page keeps us to what we said we would do to back it.';
  if (answer === 'no') return `${name} would rather not, and that is a good answer. It can be offered again.`;
  if (answer === 'not-now') return 'Not now. Ask again when the time is better.';
  if (answer === null) return 'It has been offered. Nobody has answered yet.';
  return coordinator
    ? 'They said yes. Write down how it was once it has been.'
    : 'They said yes. Find somebody independent to bring everybody together.';
}

function WhatIsKnown({ conference }: { conference: Conference }) {
  const { offeredOn, answer, answerWords, coordinator, advocateName, plannedOn, heldOn } = conference;
  return (
    <InsetText>
      <p>Offered on {longDate(offeredOn)}.</p>
      {answer ? (
        <p>
          They said: {answerInWords[answer].toLowerCase()}. {sentence(answerWords ?? '')}
        </p>
      ) : null}
      {coordinator ? <p>{coordinator} brings everybody together.</p> : null}
      {advocateName ? <p>{advocateName} speaks up for them.</p> : null}
      {plannedOn && !heldOn ? <p>It is on {longDate(plannedOn)}.</p> : null}
      {heldOn ? <p>It was on {longDate(heldOn)}.</p> : null}
    </InsetText>
  );
}

interface Props {
  value: ConferenceValue;
  frame: Frame;
  again: Again | undefined;
}

function AnswerForm({ value: { conference }, frame, again }: Props) {
  const form = (
    <Form action={`/family-conferences/${conference.id}/answer`} frame={frame}>
      <AnswerFields again={again} legend="What did they say?" />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Keep what they said
      </Button>
    </Form>
  );
  return conference.answer ? (
    <Details summary="They say something else now" open={again !== undefined}>
      {form}
    </Details>
  ) : (
    form
  );
}

function LookedAgain({ value: { conference, today }, frame, again }: Props) {
  if (conference.lookedAgainOn)
    return <p>The plan was last looked at again on {longDate(conference.lookedAgainOn)}.</p>;
  return (
    <>
      <h2>Look at it again</h2>
      {conference.lookAgainOn ? <p>The day for it is {longDate(conference.lookAgainOn)}.</p> : null}
      <Form action={`/family-conferences/${conference.id}/looked-again`} frame={frame}>
        <Input {...asked(again, 'lookedAgainOn', longDate(today))} label="The day you looked at it again" />
        <Textarea {...asked(again, 'howItIs')} label="How it is going, in their words" rows={4} />
        <Input {...asked(again, 'nextLookOn')} label="A day to look once more, if they would like one" />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </>
  );
}
