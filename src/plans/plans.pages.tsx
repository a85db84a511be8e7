import { nameFor } from '../people/person.ts';
import { PersonFrame } from '../people/person-frame.tsx';
import type { Again } from '../platform/http/routes.ts';
import { Form } from '../platform/ui/form.tsx';
import type { Frame } from '../platform/ui/frame.ts';
import { Button } from '../platform/ui/govuk/button.tsx';
import { Beside } from './beside-plan.pages.tsx';
import { OpenAgain } from './carers/open-again.pages.tsx';
import { HowItGoes } from './catch-ups/how-it-goes.pages.tsx';
import { nextInWords } from './catch-ups/next.ts';
import { PlanChangesTold } from './changing/changes.pages.tsx';
import type { PersonPlans } from './plan-page.store.ts';
import { PlanTelling } from './plan-telling.pages.tsx';
import { WhereItStands } from './where-it-stands.pages.tsx';

/** A person's plan: the one that stands, the one being written, and the way to the next. */
export function PersonPlanPage(value: PersonPlans, frame: Frame, again?: Again) {
  const { identity, today, standing, money } = value;
  const name = nameFor(identity);
  const isNextFirst = !standing || value.writing !== null || value.leftOpen.length > 0;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="A plan"
      aside={<Beside value={value} />}
    >
      <OpenAgain
        leftOpen={value.leftOpen}
        personId={identity.personId}
        isOpen={value.conversation3 !== null}
      />
      {isNextFirst ? <Next value={value} name={name} frame={frame} /> : null}
      {standing ? (
        <>
          <p>What {name} and we agreed: a good life, who does what, and the money.</p>
          <WhereItStands
            plan={standing}
            name={name}
            next={value.next ? nextInWords(value.next, today) : undefined}
          />
          <PlanChangesTold
            {...{ personId: identity.personId, plan: standing, changes: value.changes, name, today }}
          />
          <PlanTelling plan={standing} name={name} money={money} leftOpen={value.leftOpen} />
          <p>
            <a href={`/plans/${standing.id}`}>This plan and its copies</a>
          </p>
          <HowItGoes personId={identity.personId} hasPlan />
          {isNextFirst ? null : <Next value={value} name={name} frame={frame} />}
        </>
      ) : (
        <PlanChangesTold
          {...{ personId: identity.personId, plan: null, changes: value.changes, name, today }}
        />
      )}
    </PersonFrame>
  );
}

/** The one thing to do next, in its order: conversation 3, then the decision or the plan. */
function Next({ value, name, frame }: { value: PersonPlans; name: string; frame: Frame }) {
  const { identity, conversation3, writing, standing, determination } = value;
  if (!conversation3)
    return (
      <p>
        {standing ? '' : `${name} has no plan with us. `}
        <a href={`/people/${identity.personId}/conversation-3`}>Where we are before building a good life</a>
      </p>
    );
  return (
    <>
      {determination ? null : (
        <p>
          No decision has been given yet.{' '}
          <a href={`/conversations/${conversation3.id}/determination`}>
            Work out what the law says we must do
          </a>
        </p>
      )}
      {writing ? (
        <p>
          <Button href={`/plans/${writing.id}/writing`}>Go on writing the plan</Button>
        </p>
      ) : (
        <Form action={`/conversations/${conversation3.id}/plans`} frame={frame}>
          {standing ? (
            <Button class="govuk-button--secondary" preventDoubleClick>
              Begin a later plan
            </Button>
          ) : (
            <Button preventDoubleClick>Begin a plan</Button>
          )}
        </Form>
      )}
    </>
  );
}
