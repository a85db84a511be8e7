import type { Again } from '../../platform/http/routes.ts';
import { longDate, nearDate, weekdayDate } from '../../platform/ui/dates.ts';
import { errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import type { EnquiryValue } from './enquiry.pages.tsx';
import type { Step } from './enquiry-changes.store.ts';
import { metInWords, metness, type WantedOutcome } from './safeguarding.ts';

interface LineProps {
  value: EnquiryValue;
  frame: Frame;
  again: Again | undefined;
}

/** Something they want, and how far it came about; the form that came back keeps plain ids. */
export function Outcome({ outcome, value, frame, again }: LineProps & { outcome: WantedOutcome }) {
  const { enquiry } = value;
  const mine = again?.typed.outcome === outcome.id ? again : undefined;
  const id = (field: string) => (mine ? field : `${field}-${outcome.id}`);
  return (
    <li>
      “{outcome.wanted}” <span class="app-by">{weekdayDate(outcome.saidOn)}</span>
      {outcome.isMet ? (
        <p>
          Did it come about? {metInWords[outcome.isMet]}. “{outcome.isMetWords}”
        </p>
      ) : null}
      {enquiry.endedOn ? null : (
        <Details
          summary={outcome.isMet ? 'They see it differently now' : 'How far did it come about?'}
          open={mine !== undefined}
        >
          <Form
            action={`/enquiries/${enquiry.id}/outcomes/${outcome.id}`}
            frame={frame}
            version={Number(valueOf(mine, 'version', String(enquiry.version)))}
          >
            <input type="hidden" name="outcome" value={outcome.id} />
            <Radios
              name="isMet"
              id={id('isMet')}
              legend="Did it come about, as they see it?"
              items={metness.map((one) => ({ value: one, label: metInWords[one] }))}
              value={valueOf(mine, 'isMet', outcome.isMet)}
              error={errorOf(mine, 'isMet')}
            />
            <Textarea
              name="met"
              id={id('met')}
              label="In their words"
              rows={2}
              value={valueOf(mine, 'met', outcome.isMetWords)}
              error={errorOf(mine, 'met')}
            />
            <Button class="govuk-button--secondary">Write it down</Button>
          </Form>
        </Details>
      )}
    </li>
  );
}

/** What was done, or will be and by when. */
export function StepLine({ step, value, frame, again }: LineProps & { step: Step }) {
  const { enquiry, today } = value;
  const mine = again?.typed.ofStep === step.id ? again : undefined;
  return (
    <li>
      <b>{step.who}:</b> {sentence(step.words)} <span class="app-by">{whenOf(step, today)}</span>
      {step.doneOn || enquiry.endedOn ? null : (
        <Form action={`/enquiries/${enquiry.id}/steps/${step.id}/done`} frame={frame} class="app-one-line">
          <input type="hidden" name="ofStep" value={step.id} />
          <Input
            name="doneOn"
            id={mine ? 'doneOn' : `doneOn-${step.id}`}
            label="Done on"
            value={valueOf(mine, 'doneOn', longDate(today))}
            error={errorOf(mine, 'doneOn')}
          />
          <Button class="govuk-button--secondary">It is done</Button>
        </Form>
      )}
    </li>
  );
}

function whenOf({ doneOn, dueOn }: Step, today: string): string {
  if (doneOn) return `done ${nearDate(doneOn, today)}`;
  return dueOn ? `by ${nearDate(dueOn, today)}` : 'no day yet';
}
