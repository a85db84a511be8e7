import type { Colleague } from '../../access/accounts.store.ts';
import type { ToldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Determination, SaidBefore } from './determinations.store.ts';
import { OutcomeRows } from './outcome-rows.pages.tsx';
import type { Kind } from './outcomes.ts';

export interface DecidingValue {
  identity: Identity;
  today: Day;
  conversationId: string;
  kind: Kind;
  told: ToldBeforehand | null;
  given: Determination[];
  said: SaidBefore[];
  colleagues: Colleague[];
  me: string;
  /** Whether the one deciding has written of a time with the person (C3-6). */
  hasMet: boolean;
}

/** C3-4 on one page: the words already said, beside each thing the law asks. One row an outcome, no scores. */
export function DecidingPage(value: DecidingValue, frame: Frame, again?: Again) {
  const { identity, today, conversationId, kind } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="What the law says we must do"
    >
      <h2>What does the law say we must do for {name}?</h2>
      <BeforeYouDecide value={value} name={name} />
      <Form action={`/conversations/${conversationId}/determination`} frame={frame}>
        <input type="hidden" name="kind" value={kind} />
        <Cause kind={kind} name={name} again={again} />
        <OutcomeRows kind={kind} said={value.said} again={again} />
        {kind === 'carer' ? <HealthAtRisk name={name} again={again} /> : null}
        <Impact name={name} said={value.said} again={again} />
        <ThreeAuthors value={value} name={name} again={again} />
        <Button preventDoubleClick>Give the decision</Button>
      </Form>
    </PersonFrame>
  );
}

function BeforeYouDecide({ value, name }: { value: DecidingValue; name: string }) {
  const { conversationId, kind, told, given, hasMet } = value;
  const other = kind === 'adult' ? 'carer' : 'adult';
  return (
    <>
      {told ? (
        <p>
          {name} was told on {longDate(told.toldOn)}, {told.format}, what this conversation is.
        </p>
      ) : (
        <InsetText>
          Nothing here says that {name} was told what this conversation is.{' '}
          <a href={`/conversations/${conversationId}/told-beforehand`}>Tell them first</a>
        </InsetText>
      )}
      {hasMet ? null : (
        <InsetText>
          You have not written of a time with {name}. If you decide, the decision says so to everybody, {name}{' '}
          included.
        </InsetText>
      )}
      {given.map(({ id, decidedOn, decider }) => (
        <p key={id}>
          <a href={`/determinations/${id}`}>
            {decider} decided on {longDate(decidedOn)}
          </a>
        </p>
      ))}
      <p>
        {kind === 'adult'
          ? `About what ${name} needs for themselves.`
          : `About what ${name} needs because they care for somebody.`}{' '}
        <a href={`/conversations/${conversationId}/determination?kind=${other}`}>
          {kind === 'adult'
            ? 'They care for somebody, and it is about that'
            : 'It is about what they need for themselves'}
        </a>
      </p>
    </>
  );
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

interface PartProps {
  name: string;
  again: Again | undefined;
}

function Cause({ kind, name, again }: PartProps & { kind: Kind }) {
  const from = kind === 'adult' ? 'an impairment or illness' : 'care that somebody cannot do without';
  return (
    <>
      <Radios
        name="causeIsMet"
        legend={`Does what ${name} needs come from ${from}?`}
        hint={kind === 'adult' ? 'Of body or mind. A diagnosis is not needed.' : undefined}
        items={yesNo}
        value={valueOf(again, 'causeIsMet')}
        error={errorOf(again, 'causeIsMet')}
      />
      <Textarea
        name="causeWords"
        label="What it comes from"
        rows={2}
        value={valueOf(again, 'causeWords')}
        error={errorOf(again, 'causeWords')}
      />
    </>
  );
}

function HealthAtRisk({ name, again }: PartProps) {
  return (
    <Radios
      name="healthAtRisk"
      legend={`Is caring making ${name}’s health worse, in body or mind, or likely to?`}
      items={yesNo}
      value={valueOf(again, 'healthAtRisk')}
      error={errorOf(again, 'healthAtRisk')}
    />
  );
}

function Impact({ name, said, again }: PartProps & { said: SaidBefore[] }) {
  const words = said.filter(({ kind }) => kind === 'impact' || kind === 'what-matters');
  return (
    <>
      <Radios
        name="impactIsMet"
        legend={`Does it make a significant difference to ${name}’s wellbeing, or is it likely to?`}
        items={yesNo}
        value={valueOf(again, 'impactIsMet')}
        error={errorOf(again, 'impactIsMet')}
      />
      {words.map(({ phrase }) => (
        <blockquote class="app-said">{phrase}</blockquote>
      ))}
      <Textarea
        name="impactWords"
        label="What difference it makes"
        rows={3}
        value={valueOf(again, 'impactWords')}
        error={errorOf(again, 'impactWords')}
      />
    </>
  );
}

/** The wish, the view and the decision are three things with three authors. */
function ThreeAuthors({ value, name, again }: PartProps & { value: DecidingValue }) {
  const wanted = value.said.filter(({ kind }) => kind === 'wanted-outcome').map(({ phrase }) => phrase);
  return (
    <>
      <Textarea
        name="personsWish"
        label={`What ${name} wants`}
        hint="In their words"
        value={valueOf(again, 'personsWish', wanted.join('\n'))}
        error={errorOf(again, 'personsWish')}
      />
      <Select
        name="viewBy"
        label="Who knows them and says what they think"
        items={value.colleagues.map(({ id, name: text }) => ({ value: id, text }))}
        value={valueOf(again, 'viewBy', value.me)}
        error={errorOf(again, 'viewBy')}
      />
      <Textarea
        name="practitionersView"
        label="What they think"
        value={valueOf(again, 'practitionersView')}
        error={errorOf(again, 'practitionersView')}
      />
      <Textarea
        name="reasons"
        label="Your decision: the reasons"
        hint="You decide; it is given in your name"
        value={valueOf(again, 'reasons')}
        error={errorOf(again, 'reasons')}
      />
      <Input
        name="decidedOn"
        label="The day"
        value={valueOf(again, 'decidedOn', longDate(value.today))}
        error={errorOf(again, 'decidedOn')}
      />
      <Textarea
        name="writtenAdvice"
        label="Written advice"
        hint="Owed whenever the law does not require us to help: what can be done to meet, lessen or put off what they need"
        value={valueOf(again, 'writtenAdvice')}
        error={errorOf(again, 'writtenAdvice')}
      />
    </>
  );
}
