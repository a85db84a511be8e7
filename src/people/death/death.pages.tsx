import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { type Identity, nameFor } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';

export interface DeathValue {
  identity: Identity;
  today: Day;
  diedOn: Day | null;
}

/** The one place where it is written that somebody died. It stops what we would otherwise send or ask. */
export function DeathPage({ identity, today, diedOn }: DeathValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  const { personId } = identity;
  return (
    <PersonFrame identity={identity} today={today} here="now" title="A death" frame={frame} again={again}>
      <h2>{diedOn ? `${name} died on ${longDate(diedOn)}` : `When ${name} has died`}</h2>
      <p>
        This page is so that nobody rings or writes to {name} again, and those around are not asked twice.
        What {name} told us stays as it is.
      </p>
      {diedOn ? (
        <>
          <p>
            Support that still runs is ended where it stands, on{' '}
            <a href={`/people/${personId}/plan`}>the plan</a>. Think of{' '}
            <a href={`/people/${personId}/around`}>who is around</a>: they may want a conversation of their
            own.
          </p>
          <Form action={`/people/${personId}/death/mistake`} frame={frame}>
            <Input {...asked(again, 'why')} label="If this is a mistake, what happened" />
            <Button class="govuk-button--secondary">Take it back</Button>
          </Form>
        </>
      ) : (
        <Form action={`/people/${personId}/death`} frame={frame}>
          <Input {...asked(again, 'on')} label={`The day ${name} died`} hint="For example 21 November 2026" />
          <Input {...asked(again, 'toldBy')} label="Who told us" />
          <Textarea {...asked(again, 'words')} label="Anything they said that we should know" rows={3} />
          <Button preventDoubleClick>Write it down</Button>
        </Form>
      )}
    </PersonFrame>
  );
}
