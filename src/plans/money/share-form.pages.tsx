import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';

export interface ShareFormProps {
  personId: string;
  name: string;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** The record, worked out together: how, the working line by line, from which day, and in words they can keep. */
export function ShareForm({ personId, name, today, frame, again }: ShareFormProps) {
  return (
    <Form action={`/people/${personId}/money`} frame={frame}>
      <p>
        In law this is called a financial assessment (Care Act 2014, section 17). {name} is owed it in
        writing.
      </p>
      <HowItWas again={again} name={name} />
      <Textarea
        {...asked(again, 'words')}
        label="How it was worked out, as you would tell them"
        hint="They keep these words. If no more was asked than needed, say why"
        rows={3}
      />
      <Input {...asked(again, 'doneOn', longDate(today))} label="The day you worked it out together" />
      <Input {...asked(again, 'fromOn', longDate(today))} label="It counts from" />
      <Button preventDoubleClick>Keep it</Button>
    </Form>
  );
}

function HowItWas({ again, name }: { again: Again | undefined; name: string }) {
  const lines = (field: string, label: string, hint?: string) => (
    <Textarea {...asked(again, field)} label={label} hint={hint} rows={3} />
  );
  return (
    <Radios
      {...asked(again, 'how')}
      legend="How was it worked out?"
      items={[
        {
          value: 'full',
          label: 'In full, with a working',
          hint: 'One line each, with the amount a week at the end: State pension 221.20',
          conditional: (
            <>
              {lines('comesIn', 'What comes in')}
              {lines('leftOut', 'What the law leaves out', 'Parts of what comes in that are not counted')}
              {lines('kept', 'What they must keep', 'From this year’s regulations')}
              {lines('costs', 'What disability costs them')}
            </>
          ),
        },
        {
          value: 'light-touch',
          label: 'With a light look',
          hint: 'It was plain without asking everything, and they agreed to that',
          conditional: <Weekly again={again} name={name} />,
        },
        {
          value: 'declined',
          label: 'They would rather not say',
          hint: 'Then they pay the full cost. Make sure they know, and that they may change their mind',
        },
      ]}
    />
  );
}

function Weekly({ again, name }: { again: Again | undefined; name: string }) {
  return (
    <Input
      {...asked(again, 'weekly')}
      label={`${name} pays each week`}
      prefix="£"
      class="govuk-input--width-5"
    />
  );
}
