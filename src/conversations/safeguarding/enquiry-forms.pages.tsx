import { nameFor } from '../../people/person.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valueOf } from '../../platform/ui/form.tsx';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import type { EnquiryPart } from './enquiry.pages.tsx';
import { riskInWords, risks } from './safeguarding.ts';

const versionOf = ({ value, again }: EnquiryPart): number =>
  Number(valueOf(again, 'version', String(value.enquiry.version)));

/** Asked first, and so in full sight until something is written; behind its line afterwards. */
export function OutcomeForm(part: EnquiryPart) {
  if (part.value.outcomes.length === 0)
    return <WantedForm {...part} label="What would they like to happen?" />;
  return (
    <Details summary="They want something else too" open={part.again !== undefined}>
      <WantedForm {...part} label="What else would they like to happen?" />
    </Details>
  );
}

function WantedForm({ value, frame, again, label }: EnquiryPart & { label: string }) {
  return (
    <Form action={`/enquiries/${value.enquiry.id}/outcomes`} frame={frame}>
      <Textarea
        {...asked(again, 'wanted')}
        label={label}
        hint="In their words, one thing at a time. “Leave it be” is an answer too."
        rows={2}
      />
      <Input {...asked(again, 'saidOn')} label="The day they said so, if it was not today" />
      <Button class={value.outcomes.length ? 'govuk-button--secondary' : ''} preventDoubleClick>
        Write what they want
      </Button>
    </Form>
  );
}

export function CouldNotAskForm({ value, frame, again }: EnquiryPart) {
  const { enquiry } = value;
  return (
    <Details summary="They cannot be asked" open={again !== undefined}>
      <Form
        action={`/enquiries/${enquiry.id}/could-not-ask`}
        frame={frame}
        version={versionOf({ value, frame, again })}
      >
        <Textarea
          {...asked(again, 'because', enquiry.couldNotAskBecause)}
          label="Why they could not be asked, and who spoke for them"
          rows={2}
        />
        <Button class="govuk-button--secondary">Write why</Button>
      </Form>
    </Details>
  );
}

export function NewStepForm({ value, frame, again }: EnquiryPart) {
  const { enquiry, outcomes } = value;
  return (
    <Form action={`/enquiries/${enquiry.id}/steps`} frame={frame}>
      <Textarea {...asked(again, 'step')} label="What was done, or will be" rows={2} />
      <Input {...asked(again, 'who')} label="Who does it" hint="Me, the police, their GP" />
      <Input {...asked(again, 'dueOn')} label="By when, if it is still to do" />
      <Input {...asked(again, 'doneOn')} id="stepDoneOn" label="Or the day it was done" />
      <Button class={outcomes.length ? '' : 'govuk-button--secondary'} preventDoubleClick>
        Write the step
      </Button>
    </Form>
  );
}

export function EndForm({ value, frame, again }: EnquiryPart) {
  const { enquiry, wanting, identity, today } = value;
  const name = nameFor(identity);
  return (
    <Details summary="End this enquiry" open={again !== undefined}>
      {wanting.length ? (
        <InsetText>
          <p>Before it can end:</p>
          <ul>
            {wanting.map(({ because, satisfyBy, refused }) => (
              <li key={because}>
                {sentence(because)} To go on: {satisfyBy}. <span class="app-soft">(Rule {refused})</span>
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      <Form
        action={`/enquiries/${enquiry.id}/end`}
        frame={frame}
        version={versionOf({ value, frame, again })}
      >
        <Textarea {...asked(again, 'whatWasDone')} label="What was done" rows={3} />
        <Textarea
          {...asked(again, 'personsView')}
          label={`What ${name} says of it`}
          hint="In their words, or in the words of whoever spoke for them"
          rows={3}
        />
        <Radios
          {...asked(again, 'riskNow')}
          legend="What is the risk now?"
          items={risks.map((one) => ({ value: one, label: riskInWords[one] }))}
        />
        <Input {...asked(again, 'endedOn', longDate(today))} label="The day it ended" />
        <Button class="govuk-button--secondary" preventDoubleClick>
          End the enquiry
        </Button>
      </Form>
    </Details>
  );
}
