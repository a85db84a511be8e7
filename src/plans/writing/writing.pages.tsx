import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import type { Carers } from '../carers/leaning.ts';
import { PlanPage } from '../plan.pages.tsx';
import type { PlanValue } from '../plan-page.store.ts';
import { PlanTelling } from '../plan-telling.pages.tsx';
import { AddPart } from './add-part.pages.tsx';
import { NeedActions, TakeOut } from './need-actions.pages.tsx';
import { NeedFields } from './need-fields.pages.tsx';

/** The plan while it is being written, in the order it is read: a good life, needs, who, and then money. */
export function PlanWritingPage(
  { identity, today, plan, copies, money, carers }: PlanValue,
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
      title="Writing a plan"
    >
      {plan.follows ? (
        <p>
          <a href={`/plans/${plan.id}/beside`}>Need by need, beside the plan that stands</a>
        </p>
      ) : null}
      <PlanTelling
        plan={plan}
        name={name}
        money={money}
        needAction={(line, index) => <NeedActions plan={plan} line={line} index={index} frame={frame} />}
        partAction={(partId) => (
          <TakeOut
            at={`/plans/${plan.id}/budget-parts/${partId}/removal`}
            what={plan.parts.find(({ id }) => id === partId)?.what ?? ''}
            frame={frame}
          />
        )}
        afterLife={
          <p>
            <a href={`/plans/${plan.id}/words`}>
              {plan.goodLife ? 'Change these words' : 'Write about a good life'}
            </a>
          </p>
        }
        afterNeeds={
          <AddNeed {...{ planId: plan.id, carers, today, frame, again: cameBack(again, 'need') }} />
        }
        afterMoney={
          plan.needs.length ? (
            <>
              <p>
                <a href={`/people/${identity.personId}/money`}>What {name} pays, and how it is worked out</a>
              </p>
              <AddPart plan={plan} name={name} frame={frame} again={cameBack(again, 'what')} />
            </>
          ) : null
        }
      />
      <p>
        <Button href={`/plans/${plan.id}/agreement`}>Read it together and agree it</Button>
      </p>
    </PersonFrame>
  );
}

interface AddNeedProps {
  planId: string;
  carers: Carers | undefined;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

function AddNeed({ planId, carers, today, frame, again }: AddNeedProps) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Set down a need</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/plans/${planId}/needs`} frame={frame}>
          <NeedFields carers={carers} today={today} again={again} />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Set it down
          </Button>
        </Form>
      </div>
    </details>
  );
}
