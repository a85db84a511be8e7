import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import type { DecidingForKept, DecisionFound, Decisions } from './deciding.store.ts';
import { authorities, authorityInWords, mayDecide, standsOn } from './deciding.ts';

export interface DecidingValue extends Decisions {
  identity: Identity;
  today: Day;
}

/** N4: each decision by itself, then whoever may decide something for them, and exactly what. */
export function DecidingPage(value: DecidingValue, frame: Frame, again?: Again) {
  const { identity, today, found, others } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="rights" title="Deciding" frame={frame} again={again}>
      <h2>One decision at a time</h2>
      <p>
        We begin from this: {name} can decide. Only where somebody has looked at one decision, with help given
        first, is it written here, and it says nothing about any other.
      </p>
      {found.map((one) => (
        <Found key={one.factId} one={one} value={value} />
      ))}
      <p>
        <a href={`/people/${identity.personId}/said?kind=capacity`}>
          Write down what was found about a decision
        </a>
      </p>
      <h2>Who may decide something for {name}</h2>
      {others.length ? null : <p>Nobody is written down.</p>}
      {others.map((one) => (
        <Other key={one.id} one={one} today={today} frame={frame} again={again} />
      ))}
      <AddSomebody personId={identity.personId} frame={frame} again={cameBack(again, 'authority')} />
    </PersonFrame>
  );
}

function Found({ one, value: { found, others, today } }: { one: DecisionFound; value: DecidingValue }) {
  const decides = one.finding === 'cannot' ? mayDecide(found, others, one, today) : null;
  return (
    <section class="app-entry">
      <h3>{one.decision}</h3>
      <p class="app-when">
        Looked at on {longDate(one.lookedAtOn)}
        {one.recordedBy ? `, written by ${one.recordedBy}` : ''}
      </p>
      <p>
        {one.finding === 'can' ? 'They can decide it.' : 'They could not decide it then.'}{' '}
        <a href={`/entries/${one.entryId}/facts`}>“{one.words}”</a>
      </p>
      {one.helpGiven ? <p>What helped: {sentence(one.helpGiven)}</p> : null}
      {one.consulted ? <p>Who was asked: {sentence(one.consulted)}</p> : null}
      {decides ? <WhoDecides decides={decides} /> : null}
    </section>
  );
}

function WhoDecides({ decides }: { decides: ReturnType<typeof mayDecide> }) {
  if (decides.who === 'the-person')
    return <p>They decide it now: a later look found that they can, or it was looked at anew.</p>;
  if (decides.who === 'best-interests') return <p>{sentence(decides.because)}</p>;
  const names = decides.names.map(({ name }) => name).join(' and ');
  if (decides.who === 'see-the-document')
    return <p>{names} may be the one to decide this, but nobody here has seen the document: see it first.</p>;
  return <p>{names} may decide this.</p>;
}

interface OtherProps {
  one: DecidingForKept;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** The form that came back keeps plain ids, so that its problems lead to it. */
function Other({ one, today, frame, again }: OtherProps) {
  const mine = again?.typed.which === one.id ? again : undefined;
  const prefix = mine ? '' : `${one.id}-`;
  const { text, source } = authorityInWords[one.authority];
  return (
    <section class="app-entry">
      <h3>{one.name}</h3>
      <p>
        {text}: {sentence(one.scope)} <span class="app-soft">{source}</span>
      </p>
      <p>{standing(one, today)}</p>
      {one.seenOn ? null : (
        <Form action={`/deciding-for/${one.id}/seen`} frame={frame}>
          <input type="hidden" name="which" value={one.id} />
          <Input
            {...asked(mine, 'seenOn')}
            id={`${prefix}seenOn`}
            label="The day somebody here saw the document"
          />
          <Button class="govuk-button--secondary">It was seen</Button>
        </Form>
      )}
      {one.untilOn ? null : (
        <Details summary="It has ended, or will">
          <Form action={`/deciding-for/${one.id}/end`} frame={frame}>
            <input type="hidden" name="which" value={one.id} />
            <Input
              {...asked(mine, 'untilOn')}
              id={`${prefix}untilOn`}
              label="The last day on which it holds"
            />
            <Button class="govuk-button--secondary">End it</Button>
          </Form>
        </Details>
      )}
    </section>
  );
}

function standing(one: DecidingForKept, today: Day): string {
  const seen = one.seenOn
    ? `The document was seen on ${longDate(one.seenOn)}.`
    : 'Nobody here has seen the document yet, so nothing is decided by it.';
  const from = one.fromOn ? ` From ${longDate(one.fromOn)}.` : '';
  const until = one.untilOn
    ? ` ${standsOn(one, today) ? 'Until' : 'Ended on'} ${longDate(one.untilOn)}.`
    : '';
  return `${seen}${from}${until}`;
}

function AddSomebody({
  personId,
  frame,
  again,
}: {
  personId: string;
  frame: Frame;
  again: Again | undefined;
}) {
  return (
    <Form action={`/people/${personId}/deciding-for`} frame={frame}>
      <h3>Add somebody</h3>
      <Input {...asked(again, 'name')} label="Their name" autoComplete="off" />
      <Select
        {...asked(again, 'authority')}
        label="What lets them decide"
        items={[
          { value: '', text: 'Choose' },
          ...authorities.map((value) => ({ value, text: authorityInWords[value].text })),
        ]}
      />
      <Input {...asked(again, 'scope')} label="Exactly what they may decide" autoComplete="off" />
      <Input
        {...asked(again, 'seenOn')}
        label="The day somebody here saw the document"
        hint="Leave it empty until somebody has"
      />
      <Input {...asked(again, 'fromOn')} label="From which day, if it says" />
      <InsetText>A document nobody has seen decides nothing.</InsetText>
      <Button>Write it down</Button>
    </Form>
  );
}
