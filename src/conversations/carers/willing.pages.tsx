import type { Said } from '../../people/carers/statements.store.ts';
import { type Side, sides } from '../../people/carers/willing.ts';
import { nameFor, possessive } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { PersonLink } from '../../people/person-link.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { OneThing, WillingValue } from './willing-page.store.ts';

/** What a carer is willing and able to do, one thing at a time, as they said it (N5). */
export function WillingPage(value: WillingValue, frame: Frame, again?: Again) {
  const { identity, today, lookedAfter, marked } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="around"
      frame={frame}
      again={again}
      title="Willing and able"
    >
      <h2>What {name} is willing and able to do</h2>
      <p>
        One thing at a time, as {name} said it. A plan leans on {name} only while both stand. Their words stay
        on this record: the other record sees the thing, yes or no, and the day.
      </p>
      {lookedAfter.length ? null : (
        <p>
          Nothing here says whom {name} looks out for. Join the two records under “People around” on the
          record of the person they look out for.
        </p>
      )}
      {lookedAfter.map((one) => (
        <LookedAfter key={one.personId} one={one} name={name} at={`/people/${identity.personId}`} />
      ))}
      {marked.length ? <Marked marked={marked} at={`/people/${identity.personId}`} /> : null}
      {lookedAfter.length ? <SayForm value={value} name={name} frame={frame} again={again} /> : null}
    </PersonFrame>
  );
}

interface LookedAfterProps {
  one: WillingValue['lookedAfter'][number];
  name: string;
  at: string;
}

function LookedAfter({ one, name, at }: LookedAfterProps) {
  return (
    <section>
      <h3>
        For <PersonLink id={one.personId} name={one.name} />
        {one.relation ? `: ${name} is written down there as ${one.relation}` : ''}
      </h3>
      {one.things.length ? (
        <ul class="app-plain-list">
          {one.things.map((thing) => (
            <li key={thing.thing}>
              <ThingSaid {...{ thing, name }} />
              <p>
                <a
                  href={`${at}/willing-and-able?thing=${encodeURIComponent(thing.thing)}&about=${one.personId}#willing`}
                >
                  Something has changed<span class="govuk-visually-hidden"> about {thing.thing}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing has been asked yet.</p>
      )}
      {one.earlier.length ? <Earlier earlier={one.earlier} /> : null}
    </section>
  );
}

function ThingSaid({ thing: { thing, said, isLeanedOn }, name }: { thing: OneThing; name: string }) {
  return (
    <>
      <b>{thing}</b>
      {isLeanedOn ? ': a plan leans on this' : ''}
      {sides.map((side) => (
        <p key={side}>{sideInWords(side, said[side], name)}</p>
      ))}
      {wordsOnce([said.willing, said.able]).map((words) => (
        <blockquote class="app-said">{words}</blockquote>
      ))}
    </>
  );
}

/** @example 'Able: no, 20 November 2026' */
function sideInWords(side: Side, said: Said | null, name: string): string {
  const title = side === 'willing' ? 'Willing' : 'Able';
  if (!said) return `${title}: nobody has asked ${name} yet`;
  return `${title}: ${said.answer}, ${longDate(said.saidOn)}`;
}

const wordsOnce = (said: readonly (Said | null)[]): string[] => [
  ...new Set(said.flatMap((one) => (one?.words ? [one.words] : []))),
];

function Earlier({ earlier }: { earlier: Said[] }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What was said before</span>
      </summary>
      <div class="govuk-details__text">
        <ul>
          {earlier.map((one) => (
            <li key={one.id}>
              {longDate(one.saidOn)}, {one.thing}: {one.side}, {one.answer}. “{one.words}”
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Marked({ marked, at }: { marked: WillingValue['marked']; at: string }) {
  return (
    <>
      <h3>Marked in their words, not yet said for whom</h3>
      <ul>
        {marked.map(({ entryId, phrase, thing }) => (
          <li key={`${entryId}${phrase}`}>
            “{phrase}”{' '}
            <a href={`${at}/willing-and-able?thing=${encodeURIComponent(thing)}#willing`}>Say for whom</a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface SayFormProps {
  value: WillingValue;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

function SayForm({ value: { identity, today, lookedAfter, begins }, name, frame, again }: SayFormProps) {
  const [only, ...others] = lookedAfter;
  return (
    <Form action={`/people/${identity.personId}/willing-and-able`} frame={frame}>
      <h3>{begins.thing ? `What ${name} says now` : `Something ${name} said`}</h3>
      {only && !others.length ? (
        <input type="hidden" name="forPerson" value={only.personId} />
      ) : (
        <Radios
          {...asked(again, 'forPerson', begins.about)}
          legend="For whom?"
          items={lookedAfter.map((one) => ({ value: one.personId, label: one.name }))}
        />
      )}
      <Input
        {...asked(again, 'thing', begins.thing)}
        label="Which thing"
        hint="One thing: nights, lifting, shopping"
      />
      <YesNo name="willing" legend={`Is ${name} willing?`} again={again} />
      <YesNo name="able" legend={`Is ${name} able?`} again={again} />
      <Textarea {...asked(again, 'words')} label={`In ${possessive(name)} words`} rows={3} />
      <Input {...asked(again, 'saidOn', longDate(today))} label={`The day ${name} said it`} />
      <Button preventDoubleClick>Write it down</Button>
    </Form>
  );
}

function YesNo({ name, legend, again }: { name: Side; legend: string; again: Again | undefined }) {
  return (
    <Radios
      {...asked(again, name)}
      legend={legend}
      class="govuk-radios--inline"
      items={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: '', label: 'Not asked' },
      ]}
    />
  );
}
