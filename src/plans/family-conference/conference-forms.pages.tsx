import { nameFor } from '../../people/person.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { answerInWords } from './conference.ts';
import type { ConferenceValue } from './conference-page.store.ts';

interface Props {
  value: ConferenceValue;
  frame: Frame;
  again: Again | undefined;
}

export function AnswerFields({ again, legend }: { again: Again | undefined; legend: string }) {
  return (
    <>
      <Radios
        {...asked(again, 'answer')}
        legend={legend}
        items={Object.entries(answerInWords).map(([value, label]) => ({ value, label }))}
      />
      <Textarea {...asked(again, 'answerWords')} label="In their words, if they said more" rows={3} />
    </>
  );
}

export function ArrangementsForm({ value: { conference }, frame, again }: Props) {
  return (
    <>
      <h2>Who brings everybody together</h2>
      <Form
        action={`/family-conferences/${conference.id}/arrangements`}
        frame={frame}
        version={conference.version}
      >
        <Input
          {...asked(again, 'coordinator', conference.coordinator)}
          label="The coordinator"
          hint="Somebody independent: not of the team alongside them, and not their named person"
        />
        <Checkboxes
          name="coordinatorIsIndependent"
          values={valuesOf(
            again,
            'coordinatorIsIndependent',
            conference.coordinatorIsIndependent ? ['yes'] : [],
          )}
          items={[{ value: 'yes', label: 'They are independent of the team and of the family' }]}
        />
        <Input
          {...asked(again, 'advocateName', conference.advocateName)}
          label="Who speaks up for them, if somebody does"
        />
        <Input
          {...asked(again, 'plannedOn', conference.plannedOn ? longDate(conference.plannedOn) : '')}
          label="The day it is to be"
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Write it down
        </Button>
      </Form>
    </>
  );
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export function HeldForm({ value: { identity, conference, today }, frame, again }: Props) {
  const name = nameFor(identity);
  return (
    <>
      <h2>How it was</h2>
      <Form action={`/family-conferences/${conference.id}/held`} frame={frame} version={conference.version}>
        <Input {...asked(again, 'heldOn', longDate(conference.plannedOn ?? today))} label="The day it was" />
        <Textarea {...asked(again, 'whoCame')} label="Who came" rows={3} />
        <Radios {...asked(again, 'personWasThere')} legend={`Was ${name} there?`} items={yesOrNo} />
        <Radios
          {...asked(again, 'hadPrivateTime')}
          legend="Did the family have time by themselves?"
          items={yesOrNo}
        />
        <Textarea {...asked(again, 'familyPlan')} label="The plan, in the family’s own words" rows={8} />
        <Textarea
          {...asked(again, 'weWill')}
          label="What we will do to back it"
          hint="One thing on each line. Each becomes a promise."
          rows={3}
        />
        <Input {...asked(again, 'weWillBy')} label="By which day" />
        <Input {...asked(again, 'lookAgainOn')} label="A day to look at it again" />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </>
  );
}
