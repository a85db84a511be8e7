import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { moneyInWords } from '../budget.ts';
import { type NextCatchUp, nextInWords } from '../catch-ups/next.ts';
import type { DirectPayment } from './direct-payment.ts';
import { AgreePayment, EndPayment, WriteFirstPayment } from './direct-payment-forms.pages.tsx';

/** One direct payment, when its next catch-up is due, and what is still to be asked about it. */
export interface PaymentShown {
  payment: DirectPayment;
  next: NextCatchUp | null;
  questions: string[];
}

export interface DirectPaymentsValue {
  identity: Identity;
  today: Day;
  hasPlan: boolean;
  payments: PaymentShown[];
}

/** Money to arrange support their own way: what it is for, who looks after it, and when we ask how it is going. */
export function DirectPaymentsPage(value: DirectPaymentsValue, frame: Frame, again?: Again) {
  const { identity, today, hasPlan, payments } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Direct payments"
    >
      <h2>Direct payments</h2>
      <p>This page is about money that {name} has to arrange support in their own way.</p>
      {payments.length ? null : <p>{name} has no direct payment.</p>}
      {payments.map((shown) => (
        <Payment key={shown.payment.id} shown={shown} value={value} frame={frame} again={again} />
      ))}
      {hasPlan ? (
        <AgreePayment personId={identity.personId} name={name} today={today} frame={frame} again={again} />
      ) : (
        <InsetText>
          A direct payment is part of a plan, and no plan stands yet.{' '}
          <a href={`/people/${identity.personId}/plan`}>The plan</a>
        </InsetText>
      )}
    </PersonFrame>
  );
}

interface PaymentProps {
  shown: PaymentShown;
  value: DirectPaymentsValue;
  frame: Frame;
  again: Again | undefined;
}

function Payment({
  shown: { payment, next, questions },
  value: { identity, today },
  frame,
  again,
}: PaymentProps) {
  const { id, purpose, weeklyPence, conditions, firstPaidOn, endedOn } = payment;
  return (
    <article class="app-entry" id={`payment-${id}`}>
      <h3>
        {moneyInWords(weeklyPence)} a week{endedOn ? `, until ${longDate(endedOn)}` : ''}
      </h3>
      <blockquote class="app-said">{purpose}</blockquote>
      <p>
        {whoLooksAfterIt(payment)} Agreed on {longDate(payment.agreedOn)} with {payment.agreedBy};{' '}
        {payment.askedOrOffered === 'asked' ? 'they asked for it' : 'we offered it and they said yes'}.
      </p>
      {conditions ? <p class="app-lines">What we agreed about it: {conditions}</p> : null}
      {firstPaidOn ? <p>First paid on {longDate(firstPaidOn)}.</p> : null}
      {next ? (
        <p>
          {nextInWords(next, today)} And at once when something about it worries anybody.{' '}
          <a href={`/people/${identity.personId}/catch-ups?payment=${id}#hold`}>Write a catch-up about it</a>
        </p>
      ) : null}
      {questions.map((question) => (
        <InsetText>
          {question} <a href={`/people/${identity.personId}/rights`}>Rights and safety</a>
        </InsetText>
      ))}
      {payment.endedOn ? <HowItEnded payment={payment} /> : <Changes {...{ payment, today, frame, again }} />}
    </article>
  );
}

function Changes(props: { payment: DirectPayment; today: Day; frame: Frame; again: Again | undefined }) {
  return (
    <>
      {props.payment.firstPaidOn ? null : <WriteFirstPayment {...props} />}
      <EndPayment {...props} />
    </>
  );
}

function HowItEnded({ payment: { endedBecause, needsMetThen } }: { payment: DirectPayment }) {
  return (
    <>
      <p class="app-lines">Why it ended: {endedBecause}</p>
      <p class="app-lines">How the same needs are met: {needsMetThen}</p>
    </>
  );
}

function whoLooksAfterIt({ managedBy, managerName }: DirectPayment): string {
  if (managedBy === 'self') return 'They look after the money themselves.';
  return managedBy === 'nominated'
    ? `${managerName}, whom they chose, looks after the money.`
    : `${managerName} looks after the money in their place.`;
}
