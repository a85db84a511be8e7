import type { Colleague } from '../../access/accounts.store.ts';
import type { ToldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { AboutCaring } from '../carers/told-about-caring.pages.tsx';
import type { ToldAboutCaring } from '../carers/told-about-caring.ts';
import type { Determination } from './determinations.store.ts';
import { OutcomeRows } from './outcome-rows.pages.tsx';
import type { Kind } from './outcomes.ts';
import type { SaidBefore } from './said-before.store.ts';
import { ThreeAuthors } from './three-authors.pages.tsx';
import { Cause, HealthAtRisk, Impact } from './three-tests.pages.tsx';

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
  /** What a carer told us about caring; only for a carer's decision. */
  caring: ToldAboutCaring | null;
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
      {value.caring ? <AboutCaring told={value.caring} personId={identity.personId} name={name} /> : null}
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
      <p>
        <a href={`/conversations/${conversationId}/rest`}>What is still to find out in this conversation</a>
      </p>
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
