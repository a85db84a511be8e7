import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import type { Plan } from '../plan.ts';

export interface AddPartProps {
  plan: Plan;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

/** A part of the budget: for which need, what, and who pays what. */
export function AddPart({ plan, name, frame, again }: AddPartProps) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Add a part to the budget</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/plans/${plan.id}/budget-parts`} frame={frame}>
          <Select
            {...asked(again, 'needId')}
            label="For which need"
            items={[
              { value: '', text: 'Choose' },
              ...plan.needs.map(({ id, need }) => ({ value: id, text: need })),
            ]}
          />
          <Input {...asked(again, 'what')} label="What it pays for" />
          <Radios
            {...asked(again, 'howOften', 'weekly')}
            legend="How often"
            items={[
              { value: 'weekly', label: 'Each week' },
              { value: 'once', label: 'Once' },
            ]}
          />
          <Shares name={name} again={again} />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Add it
          </Button>
        </Form>
      </div>
    </details>
  );
}

function Shares({ name, again }: { name: string; again: Again | undefined }) {
  return (
    <>
      <Input {...asked(again, 'council')} label="The council pays" prefix="£" class="govuk-input--width-5" />
      <Input {...asked(again, 'person')} label={`${name} pays`} prefix="£" class="govuk-input--width-5" />
    </>
  );
}
