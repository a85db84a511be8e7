import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { type DirectPayment, managedByInWords, managers } from './direct-payment.ts';

export interface AgreePaymentProps {
  personId: string;
  name: string;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** What the money is for comes first, in their words; no list of what it may buy. */
export function AgreePayment({ personId, name, today, frame, again }: AgreePaymentProps) {
  const mine = cameBack(again, 'purpose');
  return (
    <Form action={`/people/${personId}/direct-payments`} frame={frame}>
      <h3>Agree a direct payment</h3>
      <Textarea
        {...asked(mine, 'purpose')}
        label="What the money is for"
        hint="In their words, as widely as they like"
        rows={3}
      />
      <Input {...asked(mine, 'weekly')} label="How much each week" prefix="£" class="govuk-input--width-5" />
      <Radios
        {...asked(mine, 'askedOrOffered')}
        legend="Whose idea was it?"
        items={[
          { value: 'asked', label: `${name} asked for it` },
          { value: 'offered', label: 'We offered it, and they said yes' },
        ]}
      />
      <Radios
        {...asked(mine, 'managedBy', 'self')}
        legend="Who looks after the money?"
        items={managers.map((value) => ({ value, label: managedByInWords[value] }))}
      />
      <Input {...asked(mine, 'managerName')} label="Their name, if it is somebody else" />
      <Textarea
        {...asked(mine, 'conditions')}
        label="Anything you agreed about it"
        hint="As little as you can"
        rows={2}
      />
      <Input {...asked(mine, 'agreedOn', longDate(today))} label="The day you agreed it" />
      <Button preventDoubleClick>Agree it</Button>
    </Form>
  );
}

export interface ChangePaymentProps {
  payment: DirectPayment;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** The form that came back keeps plain ids, so that its problems lead to it. */
function mineOf(again: Again | undefined, field: string, { id }: DirectPayment): Again | undefined {
  const back = cameBack(again, field);
  return back?.typed.which === id ? back : undefined;
}

export function WriteFirstPayment({ payment, today, frame, again }: ChangePaymentProps) {
  const mine = mineOf(again, 'firstPaidOn', payment);
  return (
    <Form action={`/direct-payments/${payment.id}/first-payment`} frame={frame} version={payment.version}>
      <input type="hidden" name="which" value={payment.id} />
      <Input
        {...asked(mine, 'firstPaidOn', longDate(today))}
        id={mine ? 'firstPaidOn' : `firstPaidOn-${payment.id}`}
        label="The day the money first arrived"
        hint="We ask how it is going within six months of it"
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Write the first payment
      </Button>
    </Form>
  );
}

export function EndPayment({ payment, today, frame, again }: ChangePaymentProps) {
  const mine = mineOf(again, 'endedBecause', payment);
  const idOf = (field: string) => (mine ? field : `${field}-${payment.id}`);
  return (
    <Details summary="It ends" open={mine !== undefined}>
      <Form action={`/direct-payments/${payment.id}/end`} frame={frame} version={payment.version}>
        <input type="hidden" name="which" value={payment.id} />
        <p>What they need goes on: say how it is met from that day.</p>
        <Input {...asked(mine, 'endedOn', longDate(today))} id={idOf('endedOn')} label="The day it ends" />
        <Textarea
          {...asked(mine, 'endedBecause')}
          id={idOf('endedBecause')}
          label="Why, as you told them"
          rows={2}
        />
        <Textarea
          {...asked(mine, 'needsMetThen')}
          id={idOf('needsMetThen')}
          label="How the same needs are met from then on"
          rows={2}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Let it end
        </Button>
      </Form>
    </Details>
  );
}
