import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valueOf, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { type Identity, nameFor, possessive } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import { answerInWords, categoriesOf, equalityQuestions, NONE, RATHER_NOT_SAY } from './categories.ts';
import { type EqualityFact, fieldOf, inWords, type Said } from './equality.ts';

export interface EqualityValue {
  identity: Identity;
  said: Said[];
  today: Day;
  version: number;
}

/** What somebody wants to say about who they are; all of it may be left, and what was said before is kept. */
export function EqualityPage({ identity, said, today, version }: EqualityValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  const id = identity.personId;
  const goesOnFrom = Number(valueOf(again, 'version', String(version))) || version;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="around"
      frame={frame}
      again={again}
      title="About you, if you want to say"
    >
      <h2>About you, if you want to say</h2>
      <p>
        We ask so that we can see whether everybody is treated fairly: the answers are counted with other
        people’s and change nothing about what {name} is offered. Every one may be left, and may be taken
        back. <a href={`/people/${id}/details`}>Back to {possessive(name)} details</a>
      </p>
      <Form action={`/people/${id}/about-you`} frame={frame} version={goesOnFrom}>
        {said.map((one) => (
          <Question key={one.kind} said={one} again={again} />
        ))}
        <WhoSaidIt name={name} today={today} again={again} />
        <Button preventDoubleClick>Keep what was said</Button>
      </Form>
    </PersonFrame>
  );
}

function Question({ said: { kind, stands, before }, again }: { said: Said; again: Again | undefined }) {
  const field = fieldOf(kind);
  const { label, name, ...more } = equalityQuestions[kind];
  const answers = stands?.answers ?? [];
  const items = [...categoriesOf(kind).map(({ key }) => key), RATHER_NOT_SAY];
  const words = (key: string) => answerInWords(kind, key);
  return (
    <section>
      {kind === 'disability' ? (
        <>
          <input type="hidden" name={field} value="" />
          <Checkboxes
            name={field}
            legend={label}
            hint={'hint' in more ? more.hint : undefined}
            error={asked(again, field).error}
            values={valuesOf(again, field, answers)}
            items={items.map((key) => ({
              value: key,
              label: words(key),
              isExclusive: key === NONE || key === RATHER_NOT_SAY,
            }))}
          />
        </>
      ) : (
        <Select
          {...asked(again, field, answers[0] ?? '')}
          label={label}
          items={[{ value: '', text: 'Not said' }, ...items.map((key) => ({ value: key, text: words(key) }))]}
        />
      )}
      <Input
        {...asked(again, `${field}Words`, stands?.ownWords ?? '')}
        label={`In their own words: ${name}`}
        autoComplete="off"
      />
      {stands ? <p class="app-soft">{toldBy(stands)}</p> : null}
      {before.length ? <Before {...{ before, name }} /> : null}
    </section>
  );
}

function Before({ before, name }: { before: EqualityFact[]; name: string }) {
  return (
    <Details summary={`Said before: ${name}`}>
      <ul>
        {before.map((one) => (
          <li key={one.id}>
            {inWords(one.kind, one)}. <span class="app-soft">{toldBy(one)}</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function WhoSaidIt({ name, today, again }: { name: string; today: Day; again: Again | undefined }) {
  return (
    <>
      <Radios
        {...asked(again, 'saidBy', 'themselves')}
        legend="Who said it?"
        items={[
          { value: 'themselves', label: name },
          {
            value: 'somebody-for-them',
            label: 'Somebody for them',
            conditional: (
              <Input
                {...asked(again, 'saidByWho')}
                label={`Who, and who they are to ${name}`}
                hint="Ann, her sister"
                autoComplete="off"
              />
            ),
          },
        ]}
      />
      <Input {...asked(again, 'saidOn', longDate(today))} label="When it was said" />
    </>
  );
}

/** @example 'Said by themselves on 4 May 2026, written down by Rowan.' */
function toldBy({ saidBy, saidByWho, saidOn, writtenBy }: EqualityFact): string {
  const who = saidBy === 'themselves' ? 'themselves' : (saidByWho ?? 'somebody for them');
  return `Said by ${who} on ${longDate(saidOn)}${writtenBy ? `, written down by ${writtenBy}` : ''}.`;
}
