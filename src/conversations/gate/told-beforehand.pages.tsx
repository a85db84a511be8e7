import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { formatChoices } from './formats.ts';
import type { ToldBeforehand } from './told-beforehand.store.ts';

export interface ToldValue {
  identity: Identity;
  today: Day;
  conversationId: string;
  told: ToldBeforehand | null;
}

/** C3-3: nobody finds out afterwards that a conversation was the one that counted. */
export function ToldPage({ identity, today, conversationId, told }: ToldValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      frame={frame}
      again={again}
      title="Told beforehand"
    >
      <h2>Tell {name} what this conversation is</h2>
      <p>
        Before it counts in law, {name} hears from you that this is the conversation in which we work out what
        they need and what the law says we must do. They can have anybody with them. They get a copy.
      </p>
      {told ? (
        <p>
          {name} was told on {longDate(told.toldOn)}, {told.format}.{' '}
          <a href={`/conversations/${conversationId}/determination`}>Go on to the decision</a>
        </p>
      ) : null}
      <Form action={`/conversations/${conversationId}/told-beforehand`} frame={frame}>
        <Input {...asked(again, 'toldOn', longDate(today))} label="The day they were told" />
        <Radios {...asked(again, 'format')} legend="How" items={[...formatChoices]} />
        <Input
          {...asked(again, 'formatDetail')}
          label="Which language, or what else helped"
          hint="If you like: Polish, photographs, Makaton"
        />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </PersonFrame>
  );
}
