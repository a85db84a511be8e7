import type { Colleague } from '../../access/accounts.store.ts';
import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { ChooseColleague } from './choosing.tsx';

export interface OpenCrisisValue {
  identity: Identity;
  today: Day;
  colleagues: Colleague[];
  me: string;
  open: { id: string; namedPerson: string | null } | null;
}

/** Conversation 2 opens at any time (C2-1): four things, and the rest can wait. */
export function OpenCrisisPage(
  { identity, today, colleagues, me, open }: OpenCrisisValue,
  frame: Frame,
  again?: Again,
) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      frame={frame}
      again={again}
      title="Stay close in a crisis"
    >
      <h2>Stay close to {name}</h2>
      <p>
        For when something must change now: one named person, and their cover, stay close until it is steady.
      </p>
      {open ? (
        <InsetText>
          Conversation 2 is already open{open.namedPerson ? `, and ${open.namedPerson} holds it` : ''}.{' '}
          <a href={`/conversations/${open.id}/crisis`}>Go to what must change now</a>
        </InsetText>
      ) : (
        <OpenForm {...{ name, identity, colleagues, me, frame, again }} />
      )}
    </PersonFrame>
  );
}

interface OpenFormProps {
  name: string;
  identity: Identity;
  colleagues: Colleague[];
  me: string;
  frame: Frame;
  again: Again | undefined;
}

function OpenForm({ name, identity, colleagues, me, frame, again }: OpenFormProps) {
  const field = (name: string, begins = '') => ({
    name,
    value: valueOf(again, name, begins),
    error: errorOf(again, name),
  });
  return (
    <Form action={`/people/${identity.personId}/crisis`} frame={frame}>
      <Textarea
        {...field('mustChange')}
        label="What must change now"
        hint={`In ${name}’s words, as short as they would say it`}
        rows={3}
      />
      <ChooseColleague
        {...field('namedAccountId', me)}
        label="The named person"
        hint={`The one ${name} rings, until this is over`}
        colleagues={colleagues}
      />
      <ChooseColleague
        {...field('coverAccountId')}
        label="Their cover"
        hint="Somebody else, for when they are not there"
        colleagues={colleagues}
      />
      <Textarea
        {...field('safetyNote')}
        label="To keep safe"
        hint={`What keeps ${name}, and whoever visits, safe`}
        rows={2}
      />
      <h3>If you know it already</h3>
      <Input {...field('todaysOneThing')} label="Today’s one thing" />
      <Textarea {...field('steadyLooksLike')} label="What steady will look like" rows={2} />
      <Input {...field('nextContact')} label="The next contact, as agreed" hint="For example tomorrow 10am" />
      <Button preventDoubleClick>Stay close</Button>
    </Form>
  );
}
