import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { HelpTold } from './help-told.pages.tsx';
import type { UrgentHelp } from './urgent-help.ts';

export interface UrgentHelpValue {
  identity: Identity;
  today: Day;
  help: UrgentHelp[];
}

/** Meeting what cannot wait, at once, and what was met at once before. */
export function UrgentHelpPage({ identity, today, help }: UrgentHelpValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Something urgent"
    >
      <h2>Help at once</h2>
      <p>
        For what cannot wait. Help first, then write it here: nothing else has to be in place, whatever is
        open with {name}. What the law asks for comes afterwards.
      </p>
      <Form action={`/people/${identity.personId}/urgent-help`} frame={frame}>
        <NewHelp name={name} today={today} again={cameBack(again, 'what')} />
        <Button preventDoubleClick>Keep it</Button>
      </Form>
      {help.length ? <h2>Helped at once before</h2> : null}
      {help.map((one) => (
        <HelpTold key={one.id} {...{ help: one, name, today, frame, again: cameBack(again, 'foundWords') }} />
      ))}
    </PersonFrame>
  );
}

function NewHelp({ name, today, again }: { name: string; today: Day; again: Again | undefined }) {
  return (
    <>
      <Textarea {...asked(again, 'what')} label="What was done, or is being done" rows={2} />
      <Textarea {...asked(again, 'why')} label="Why it could not wait" rows={3} />
      <Input {...asked(again, 'metOn', longDate(today))} label="From when" />
      <Input
        {...asked(again, 'untilOn')}
        label="Until which day"
        hint="We look at it again on that day. It goes on until somebody has"
      />
      <Input
        {...asked(again, 'costPence')}
        label="What it costs the council"
        prefix="£"
        class="govuk-input--width-5"
      />
      <Radios
        {...asked(again, 'howOften', 'weekly')}
        legend="How often"
        items={[
          { value: 'weekly', label: 'Each week' },
          { value: 'once', label: 'Once' },
        ]}
      />
      <Checkboxes
        name="isWithPerson"
        items={[{ value: 'yes', label: `I have talked with ${name} about it` }]}
        values={valuesOf(again, 'isWithPerson')}
      />
    </>
  );
}
