import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Advocate } from './advocacy.ts';

interface AskedFormProps {
  id: string;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

export function AskedForm({ id, name, frame, again }: AskedFormProps) {
  return (
    <Details summary="Ask for an advocate" open={again !== undefined}>
      <p>
        An advocate is independent of us. They help {name} to understand, to say what they want, and to
        challenge a decision.
      </p>
      <Form action={`/people/${id}/advocates`} frame={frame}>
        <Textarea {...asked(again, 'whatFor')} label="What for" rows={2} />
        <Input
          {...asked(again, 'askedOf')}
          label="Who was asked"
          hint="The advocacy group, and by name if you know it"
        />
        <Input {...asked(again, 'askedOn')} label="The day, if it was not today" />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Write that they were asked
        </Button>
      </Form>
    </Details>
  );
}

interface AdvocateFormProps {
  advocate: Advocate;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** Several advocates may share the page: the form that came back keeps plain ids. */
const fieldIn =
  ({ advocate, again }: AdvocateFormProps) =>
  (name: string, begins = '') => ({
    ...asked(again, name, begins),
    id: again ? name : `${name}-${advocate.id}`,
  });

const versionOf = ({ advocate, again }: AdvocateFormProps): number =>
  Number(valueOf(again, 'version', String(advocate.version)));

export function BeganForm(props: AdvocateFormProps) {
  const { advocate, today, frame } = props;
  const field = fieldIn(props);
  return (
    <Form action={`/advocates/${advocate.id}/began`} frame={frame} version={versionOf(props)}>
      <input type="hidden" name="advocate" value={advocate.id} />
      <Input {...field('name')} label="Who it is" autoComplete="off" />
      <Input {...field('inPlaceOn', longDate(today))} label="In place since" />
      <Button class="govuk-button--secondary" preventDoubleClick>
        They are in place
      </Button>
    </Form>
  );
}

export function EndedForm(props: AdvocateFormProps) {
  const { advocate, today, frame, again } = props;
  const field = fieldIn(props);
  return (
    <Details
      summary={advocate.inPlaceOn ? 'They are with them no longer' : 'They will not come'}
      open={again !== undefined}
    >
      <Form action={`/advocates/${advocate.id}/ended`} frame={frame} version={versionOf(props)}>
        <input type="hidden" name="advocate" value={advocate.id} />
        <Textarea {...field('endedBecause')} label="Why" rows={2} />
        <Input {...field('endedOn', longDate(today))} label="Since when" />
        <Button class="govuk-button--secondary">Write it down</Button>
      </Form>
    </Details>
  );
}
