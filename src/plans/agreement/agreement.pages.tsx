import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { howToChallenge } from '../letters/challenge.ts';
import { PlanPage } from '../plan.pages.tsx';
import type { PlanValue } from '../plan-page.store.ts';
import { PlanTelling } from '../plan-telling.pages.tsx';
import type { Wanting } from './wanting.ts';

export interface AgreementValue extends PlanValue {
  wanting: Wanting[];
}

/** The whole plan, read together, and what the person says about it. */
export function AgreementPage(
  { identity, today, plan, copies, money, wanting }: AgreementValue,
  frame: Frame,
  again?: Again,
) {
  if (plan.state !== 'being-written') return PlanPage({ identity, today, plan, copies, money }, frame, again);
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Agree a plan"
    >
      <p>
        Read it together. <a href={`/plans/${plan.id}/writing`}>Change something</a>
      </p>
      <PlanTelling plan={plan} name={name} money={money} />
      {wanting.length ? <StillWanting wanting={wanting} /> : null}
      <h2>What {name} says</h2>
      <Form
        action={`/plans/${plan.id}/agreement`}
        frame={frame}
        version={Number(valueOf(again, 'version', String(plan.version)))}
      >
        <WhatTheySay name={name} again={again} />
        <Input {...asked(again, 'startsOn', longDate(today))} label="The plan starts on" />
        <Button preventDoubleClick>Let the plan stand</Button>
      </Form>
    </PersonFrame>
  );
}

function StillWanting({ wanting }: { wanting: Wanting[] }) {
  return (
    <InsetText>
      <p>Before it can stand:</p>
      <ul>
        {wanting.map(({ rule, because, satisfyBy }) => (
          <li>
            {because.charAt(0).toUpperCase()}
            {because.slice(1)}: {satisfyBy}. <span class="app-soft">(Rule {rule})</span>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

function WhatTheySay({ name, again }: { name: string; again: Again | undefined }) {
  return (
    <>
      <Radios
        {...asked(again, 'agreement')}
        legend={`Does ${name} agree?`}
        items={[
          { value: 'agree', label: 'Yes' },
          { value: 'partly', label: 'In part' },
          { value: 'disagree', label: 'No' },
        ]}
      />
      <Textarea {...asked(again, 'agreementWords')} label="In their words" />
      <p>If they do not agree, or not with all of it, tell them:</p>
      <ul>
        {howToChallenge.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
    </>
  );
}
