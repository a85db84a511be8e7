import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, errorOf, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { downBecauseInWords, type Plan } from '../plan.ts';

interface DownAskedProps {
  plan: Plan;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

/** P1: what the person is owed before anything goes down. */
export function DownAsked({ plan, name, frame, again }: DownAskedProps) {
  const { because, reasons, involved, toldOn } = plan.down;
  return (
    <>
      <h2>What {name} is told</h2>
      <Form action={`/plans/${plan.id}/down`} frame={frame}>
        <input type="hidden" name="reasonsBefore" value={reasons} />
        <Checkboxes
          name="because"
          legend="What is behind it?"
          hint="What it costs, or that somebody manages better, is no reason by itself"
          error={errorOf(again, 'because')}
          values={valuesOf(again, 'because', because)}
          items={Object.entries(downBecauseInWords).map(([value, label]) => ({ value, label }))}
        />
        <Textarea
          {...asked(again, 'reasons', reasons)}
          label={`What has changed in ${name}’s life, and why that means this`}
          hint={`As you tell ${name}`}
        />
        <Textarea
          {...asked(again, 'involved', involved)}
          label={`How ${name} was involved, and who else was`}
          hint={`${name} reads this: write it to them`}
          rows={3}
        />
        <Input
          {...asked(again, 'toldOn', toldOn ? longDate(toldOn) : '')}
          label={`The day ${name} was told, with the reasons`}
          hint="Before it begins"
        />
        <Button preventDoubleClick>Save what they are told</Button>
      </Form>
      <p>
        If it does not work: {plan.ifThingsGoWrong || 'nothing is written yet.'}{' '}
        <a href={`/plans/${plan.id}/words`}>Change these words</a>
      </p>
    </>
  );
}

/** P1: what they were told, once the plan stands. */
export function DownTold({ plan: { down, ifThingsGoWrong } }: { plan: Plan }) {
  if (!down.toldOn) return null;
  return (
    <InsetText>
      <p>Something went down. Told on {longDate(down.toldOn)}:</p>
      <p class="app-lines">{down.reasons}</p>
      <p class="app-lines">How they were involved: {down.involved}</p>
      <p class="app-lines">If it does not work: {ifThingsGoWrong}</p>
    </InsetText>
  );
}
