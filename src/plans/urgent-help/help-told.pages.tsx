import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { howItStands, thenWhatInWords, type UrgentHelp, whatWasDone } from './urgent-help.ts';

interface HelpToldProps {
  help: UrgentHelp;
  name: string;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** One thing met at once: what, why, how it stands, and looking at it again while nobody has. */
export function HelpTold({ help, name, today, frame, again }: HelpToldProps) {
  return (
    <section class="app-entry" id={`help-${help.id}`}>
      <h3>{whatWasDone(help)}</h3>
      <p>
        {sentence(help.why)} <span class="app-soft">{help.metBy}</span>
      </p>
      <p>
        <b>{howItStands(help, today)}</b>
      </p>
      {help.lookedAgainWords ? <p class="app-lines">{help.lookedAgainWords}</p> : null}
      {help.lookedAgainOn === null ? (
        <LookAgain {...{ help, name, today, frame, again: its(help, again) }} />
      ) : null}
    </section>
  );
}

/** Several such forms stand on one page; only the one that was sent comes back with its words. */
const its = ({ id }: UrgentHelp, again: Again | undefined): Again | undefined =>
  again?.typed.helpId === id ? again : undefined;

function LookAgain({ help, name, frame, again }: HelpToldProps) {
  const at = `-${help.id}`;
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Look at it again with {name}</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/urgent-help/${help.id}/looked-again`} frame={frame}>
          <input type="hidden" name="helpId" value={help.id} />
          <Radios
            {...asked(again, 'thenWhat')}
            id={`thenWhat${at}`}
            legend="What happens now?"
            items={Object.entries(thenWhatInWords).map(([value, label]) => ({ value, label }))}
          />
          <Input
            {...asked(again, 'againUntilOn')}
            id={`againUntilOn${at}`}
            label="If it goes on: until which day"
          />
          <Textarea
            {...asked(again, 'foundWords')}
            id={`foundWords${at}`}
            label={`What you found, with ${name}`}
            rows={3}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            We have looked at it again
          </Button>
        </Form>
      </div>
    </details>
  );
}
