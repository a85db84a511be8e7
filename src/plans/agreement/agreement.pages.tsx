import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { PlanPage } from '../plan.pages.tsx';
import type { PlanValue } from '../plan-page.store.ts';
import { PlanTelling } from '../plan-telling.pages.tsx';
import type { SaidAlready } from './said-already.store.ts';
import type { Wanting } from './wanting.ts';
import { WhatTheySay } from './what-they-say.pages.tsx';

export interface AgreementValue extends PlanValue {
  wanting: Wanting[];
  /** What they disagreed with at their own page. */
  said: SaidAlready;
}

/** The whole plan, read together, and what the person says about it. */
export function AgreementPage(
  { identity, today, plan, copies, money, wanting, said }: AgreementValue,
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
        {plan.follows ? <BesideLink planId={plan.id} /> : null}
      </p>
      <PlanTelling plan={plan} name={name} money={money} />
      {wanting.length ? <StillWanting wanting={wanting} /> : null}
      <h2>What {name} says</h2>
      <Form
        action={`/plans/${plan.id}/agreement`}
        frame={frame}
        version={Number(valueOf(again, 'version', String(plan.version)))}
      >
        <WhatTheySay plan={plan} name={name} said={said} again={again} />
        <Input {...asked(again, 'startsOn', longDate(today))} label="The plan starts on" />
        <Button preventDoubleClick>Let the plan stand</Button>
      </Form>
    </PersonFrame>
  );
}

const BesideLink = ({ planId }: { planId: string }) => (
  <>
    {' '}
    · <a href={`/plans/${planId}/beside`}>Need by need, beside the plan that stands</a>
  </>
);

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
