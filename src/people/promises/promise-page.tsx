import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { nearDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { Identity } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { PromiseMade } from './promises.store.ts';

/** What became of a promise: kept, moved or broken, with why. */
export function PromisePage(
  { promise, identity, today }: { promise: PromiseMade; identity: Identity; today: Day },
  frame: Frame,
  again?: Again,
) {
  return (
    <PersonFrame identity={identity} today={today} here="now" frame={frame} again={again} title="A promise">
      <h2>
        {promise.who} {promise.what}
      </h2>
      <p>{promise.dueOn ? `Promised by ${nearDate(promise.dueOn, today)}.` : 'No day was set.'}</p>
      <Form action={`/promises/${promise.id}`} frame={frame} version={promise.version}>
        <Radios
          {...asked(again, 'state')}
          legend="What happened?"
          items={[
            { value: 'kept', label: 'It was kept' },
            { value: 'moved', label: 'It has moved' },
            { value: 'broken', label: 'It was not kept' },
          ]}
        />
        <Input
          {...asked(again, 'newDueOn')}
          label="To which day, if it moved"
          hint="For example 28 November 2026"
        />
        <Input {...asked(again, 'why')} label="Why, if it moved or was not kept" />
        <Button>Write it down</Button>
      </Form>
    </PersonFrame>
  );
}
