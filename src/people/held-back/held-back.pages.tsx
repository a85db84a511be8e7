import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { When } from '../../platform/ui/telling.tsx';
import { type Identity, nameFor } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { HeldBack } from './held-back.store.ts';
import { type Law, lawfulReasons, MOST_MONTHS } from './held-back.ts';
import { HeldBackEntry } from './held-back-entry.tsx';
import { HoldThisBack } from './hold-this-back.tsx';
import type { HeldThing, MayBeHeld } from './things.store.ts';

interface PersonShown {
  identity: Identity;
  today: Day;
}

export interface HeldBackValue extends PersonShown {
  held: HeldBack[];
  things: MayBeHeld[];
  more: string | null;
}

/** What is held back from somebody, why, and who decided; and what else might be. Staff only: they see no trace of it. */
export function HeldBackPage(
  { identity, today, held, things, more }: HeldBackValue,
  frame: Frame,
  again?: Again,
) {
  const name = nameFor(identity);
  const at = `/people/${identity.personId}/held-back`;
  return (
    <PersonFrame {...{ identity, today, frame, again }} here="rights" title="Held back">
      <h2>Held back from {name}</h2>
      <p>
        {name} may read everything about them but what the law lets us hold back. On their own page it leaves
        no trace. Somebody other than whoever asked decides, and nothing is held back for good.
      </p>
      {held.length ? null : <p>Nothing is held back.</p>}
      {held.map((one) => (
        <HeldBackEntry key={one.id} held={one} today={today} liftFrom={at} frame={frame} />
      ))}
      <h2>Hold something back</h2>
      <p>Choose the smallest part that would do.</p>
      <ul class="app-plain-list">
        {things.map((thing) => (
          <li key={thing.thingId}>
            {thing.title} {thing.on ? <When at={thing.on} /> : null}{' '}
            <HoldThisBack personId={identity.personId} {...thing} />
          </li>
        ))}
      </ul>
      {more ? (
        <p>
          <a href={`${at}?before=${more}`}>Earlier</a>
        </p>
      ) : null}
    </PersonFrame>
  );
}

export interface HoldBackValue extends PersonShown {
  thing: HeldThing;
  laws: Law[];
}

/** Asking for one thing to be held back. */
export function HoldBackPage({ identity, today, thing, laws }: HoldBackValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame {...{ identity, today, frame, again }} here="rights" title="Hold something back">
      <h2>Hold this back from {name}</h2>
      <blockquote class="app-matters">
        <p>
          <b>{thing.title}</b>
        </p>
        {thing.words.map((words) => (
          <p>{words}</p>
        ))}
      </blockquote>
      {thing.also.length ? <p>What was promised in it, and what adds to it, goes with it.</p> : null}
      <p>
        From the moment you ask it is out of sight on {name}’s own page. Somebody else then decides; if they
        say no, {name} sees it at once.
      </p>
      <Form action={`/people/${identity.personId}/held-back`} frame={frame}>
        <input type="hidden" name="kind" value={thing.kind} />
        <input type="hidden" name="thing" value={thing.thingId} />
        <Radios
          name="law"
          legend="The reason in law"
          value={valueOf(again, 'law')}
          error={errorOf(again, 'law')}
          items={laws.map((law) => ({
            value: law,
            label: lawfulReasons[law].inWords,
            hint: lawfulReasons[law].source,
          }))}
        />
        <Textarea
          {...asked(again, 'reason')}
          label="Why, in your words"
          hint="What would happen to whom, were they to read it."
        />
        <Radios
          name="isSmallest"
          legend="Is this the smallest part that would do?"
          value={valueOf(again, 'isSmallest')}
          error={errorOf(again, 'isSmallest')}
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No, a smaller part would do' },
          ]}
        />
        <Input
          {...asked(again, 'lookAgainOn')}
          label="When somebody looks at this again"
          hint={`Within ${MOST_MONTHS} months, such as 21 May 2027`}
        />
        <Button>Hold it back and ask</Button>
      </Form>
    </PersonFrame>
  );
}
