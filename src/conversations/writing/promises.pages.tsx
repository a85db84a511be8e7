import type { Identity } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { type Day, dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { nearDate } from '../../platform/ui/dates.ts';
import { errorOf, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../platform/ui/govuk/choices.tsx';
import { When } from '../../platform/ui/telling.tsx';
import type { Entry } from '../conversation.ts';
import type { ProposedPromise } from './agreements.ts';

export interface PromisesValue {
  identity: Identity;
  today: Day;
  entry: Entry;
  proposed: (ProposedPromise & { place: number })[];
}

/** Lines that look like promises, for a yes or a no. */
export function PromisesPage(
  { identity, today, entry, proposed }: PromisesValue,
  frame: Frame,
  again?: Again,
) {
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="Promises"
      frame={frame}
      again={again}
    >
      <h2>Are these promises?</h2>
      <p>
        You wrote these lines about <When on={dayOf(entry.happenedAt)} />. Untick what is not a promise.
      </p>
      <Form action={`/entries/${entry.id}/promises`} frame={frame}>
        <Checkboxes
          name="promise"
          legend="What we agreed"
          error={errorOf(again, 'promise')}
          items={proposed.map(({ place, who, what, dueOn, isOurs }) => ({
            value: String(place),
            label: `${who} ${what}${dueOn ? `, by ${nearDate(dueOn, today)}` : ''}`,
            hint: isOurs ? 'Yours: it will be on your Today' : undefined,
          }))}
          values={valuesOf(
            again,
            'promise',
            proposed.map(({ place }) => String(place)),
          )}
        />
        <Button>Yes, keep these</Button>
      </Form>
    </PersonFrame>
  );
}
