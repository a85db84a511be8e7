import { formatChoices } from '../../conversations/gate/formats.ts';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { CopySent } from './copies.store.ts';

export interface CopiesProps {
  /** `/plans/…` or `/determinations/…`. */
  at: string;
  name: string;
  copies: CopySent[];
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** The copies to print, those that went out, and a form for the next. */
export function Copies({ at, name, copies, today, frame, again }: CopiesProps) {
  return (
    <>
      <h2>Copies</h2>
      <p>
        <a href={`${at}/copy`}>A copy to print</a> ·{' '}
        <a href={`${at}/copy?format=large`}>A copy in large print</a>
      </p>
      {copies.length ? (
        <ul>
          {copies.map(({ sentOn, format, toWhom, sentBy }) => (
            <li>
              {longDate(sentOn)}: to {toWhom}, {format}, by {sentBy}
            </li>
          ))}
        </ul>
      ) : (
        <p>{name} has not been sent a copy yet.</p>
      )}
      <WriteSent {...{ at, name, today, frame, again }} />
    </>
  );
}

function WriteSent({ at, name, today, frame, again }: Omit<CopiesProps, 'copies'>) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Write down that a copy was sent</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`${at}/sent`} frame={frame}>
          <Input {...asked(again, 'toWhom', name)} label="Who to" />
          <Input
            {...asked(again, 'sentOn', longDate(today))}
            label="The day"
            hint="Check with them that the address is right before you post it"
          />
          <Radios {...asked(again, 'format')} legend="How" items={[...formatChoices]} />
          <Input {...asked(again, 'formatDetail')} label="Which language, or what else helped" />
          <Button class="govuk-button--secondary" preventDoubleClick>
            It was sent
          </Button>
        </Form>
      </div>
    </details>
  );
}
