import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { comesOfItInWords, outcomes, reasons, whyInWords } from './catch-up.ts';
import type { CatchUpsValue } from './catch-ups-page.store.ts';

export interface HoldCatchUpProps {
  value: CatchUpsValue;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

/** A conversation, written in the order it goes: theirs first, then what goes well and what does not. */
export function HoldCatchUp({ value, name, frame, again }: HoldCatchUpProps) {
  const { identity, today, about } = value;
  return (
    <Form id="hold" action={`/people/${identity.personId}/catch-ups`} frame={frame}>
      <h3>Write a catch-up</h3>
      <Input {...asked(again, 'heldOn', longDate(today))} label="The day you talked" />
      <Radios
        {...asked(again, 'why', about.request ? 'they-asked' : '')}
        legend="Why you talked"
        items={reasons.map((reason) => ({ value: reason, label: whyInWords[reason] }))}
      />
      <Textarea
        {...asked(again, 'personsView')}
        label={`How ${name} says it is going`}
        hint="In their words"
      />
      <Textarea {...asked(again, 'goingWell')} label="What goes well" rows={3} />
      <Textarea
        {...asked(again, 'notGoingWell')}
        label="What does not"
        hint="Doing more for oneself is a joy, and nothing follows from it by itself"
        rows={3}
      />
      <WhatComesOfIt again={again} />
      <WhatItIsAbout value={value} again={again} />
      <Button preventDoubleClick>Keep it</Button>
    </Form>
  );
}

function WhatComesOfIt({ again }: { again: Again | undefined }) {
  const small = (
    <Checkboxes
      name="takesNothingAway"
      values={valuesOf(again, 'takesNothingAway')}
      items={[{ value: 'yes', label: 'Nothing in the plan is taken away by it' }]}
    />
  );
  const hints = {
    'nothing-changes': 'The plan goes on as it is',
    'small-change': 'Another hour, another day, somebody else: never less',
    'look-again': 'The only way to a different or a smaller plan. The plan runs on meanwhile',
    'urgent-help': 'Met today, before anything else',
  };
  return (
    <>
      <Radios
        {...asked(again, 'comesOfIt')}
        legend="What comes of it"
        items={outcomes.map((value) => ({
          value,
          label: comesOfItInWords[value],
          hint: hints[value],
          conditional: value === 'small-change' ? small : undefined,
        }))}
      />
      <Textarea {...asked(again, 'comesOfItWords')} label="What you agreed, and by when" rows={3} />
    </>
  );
}

function WhatItIsAbout({ value, again }: { value: CatchUpsValue; again: Again | undefined }) {
  const { payments, asked: requests, about } = value;
  return (
    <>
      {payments.length ? (
        <Select
          {...asked(again, 'directPaymentId', about.payment)}
          label="Was it about a direct payment too?"
          items={[
            { value: '', text: 'No' },
            ...payments.map(({ payment: { id, purpose } }) => ({ value: id, text: purpose.slice(0, 80) })),
          ]}
        />
      ) : null}
      {requests.length ? (
        <Select
          {...asked(again, 'requestId', about.request)}
          label="Did somebody ask for it?"
          items={[
            { value: '', text: 'No' },
            ...requests.map(({ id, askedBy, askedOn }) => ({
              value: id,
              text: `${askedBy}, ${longDate(askedOn)}`,
            })),
          ]}
        />
      ) : null}
      <Checkboxes
        name="isLight"
        values={valuesOf(again, 'isLight')}
        items={[{ value: 'yes', label: 'It was a short one, and that was enough' }]}
      />
    </>
  );
}
