import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, errorOf, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { hardFor, hardThingInWords, hardThings, type Involvement } from './advocacy.ts';

interface InvolvementFormProps {
  id: string;
  name: string;
  /** What stands now, to begin from. */
  latest: Involvement | null;
  frame: Frame;
  again: Again | undefined;
}

/** Shown open while nobody has looked; behind its line afterwards. */
export function InvolvementForm(props: InvolvementFormProps) {
  const { id, name, latest, frame, again } = props;
  return (
    <Details
      summary={latest ? 'Something changed' : `What would be very hard for ${name}?`}
      open={!latest || again !== undefined}
    >
      <Form action={`/people/${id}/involvement`} frame={frame}>
        <Checkboxes
          name="hard"
          legend={`Which of these would be very hard for ${name}, even with our help?`}
          hint="Tick none if none is."
          items={hardThings.map((value) => ({ value, label: `To ${hardThingInWords[value]}` }))}
          values={valuesOf(again, 'hard', latest ? hardFor(latest) : [])}
          error={errorOf(again, 'hard')}
        />
        <Textarea
          {...asked(again, 'words')}
          label="What shows it"
          hint={`What ${name} said, or what you saw`}
          rows={3}
        />
        <Input {...asked(again, 'lookedOn')} label="The day, if it was not today" />
        <SomebodyAppropriate {...props} />
        <Anyway {...props} />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </Details>
  );
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const asAnswer = (is: boolean | null | undefined): string =>
  is === null || is === undefined ? '' : is ? 'yes' : 'no';

function SomebodyAppropriate({ name, latest, again }: InvolvementFormProps) {
  const agreedOn = latest?.appropriateAgreedOn;
  return (
    <>
      <h3>Is there somebody who can help {name} to be heard?</h3>
      <Input
        {...asked(again, 'appropriatePerson', latest?.appropriatePerson)}
        label="Their name, if there is somebody"
        hint="Family or a friend: not anybody paid to be there"
        autoComplete="off"
      />
      <Input
        {...asked(again, 'appropriateRelation', latest?.appropriateRelation)}
        label={`Who they are to ${name}`}
      />
      <Radios
        {...asked(again, 'isPaid', asAnswer(latest?.isPaid))}
        legend="Are they paid for caring, or involved as a professional?"
        items={yesOrNo}
      />
      <Radios
        {...asked(again, 'isAgreedByPerson', asAnswer(latest?.isAgreedByPerson))}
        legend={`Does ${name} agree to be helped by them?`}
        items={yesOrNo}
      />
      <Input
        {...asked(again, 'appropriateAgreedOn', agreedOn ? longDate(agreedOn) : '')}
        label="The day they said yes"
        hint="Leave it empty until they have"
      />
    </>
  );
}

function Anyway({ latest, again }: InvolvementFormProps) {
  return (
    <>
      <Checkboxes
        name="hasLongStayAhead"
        legend="Is either of these so?"
        items={[
          {
            value: 'yes',
            label: '28 days or more in hospital, or 8 weeks or more in a care home, are ahead',
            isChecked:
              valuesOf(again, 'hasLongStayAhead', latest?.hasLongStayAhead ? ['yes'] : []).length > 0,
          },
          {
            value: 'yes',
            name: 'hasDisagreement',
            label: 'We and the person who helps them disagree about something that matters',
            isChecked: valuesOf(again, 'hasDisagreement', latest?.hasDisagreement ? ['yes'] : []).length > 0,
          },
        ]}
      />
      <Textarea
        {...asked(again, 'considered', latest?.considered)}
        label="If so: what you thought about an advocate all the same"
        rows={2}
      />
    </>
  );
}
