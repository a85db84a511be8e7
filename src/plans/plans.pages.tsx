import { nameFor } from '../people/person.ts';
import { PersonFrame } from '../people/person-frame.tsx';
import type { Again } from '../platform/http/routes.ts';
import { longDate } from '../platform/ui/dates.ts';
import { Form } from '../platform/ui/form.tsx';
import type { Frame } from '../platform/ui/frame.ts';
import { InsetText } from '../platform/ui/govuk/blocks.tsx';
import { Button } from '../platform/ui/govuk/button.tsx';
import { Aside } from '../platform/ui/telling.tsx';
import { moneyInWords } from './budget.ts';
import { Copies } from './copies/copies.pages.tsx';
import { agreementInWords, firstCatchUp, type Plan } from './plan.ts';
import type { PersonPlans, PlanValue } from './plan-page.store.ts';
import { PlanTelling } from './plan-telling.pages.tsx';
import type { Support } from './support.store.ts';

/** A person's plan: the one that stands, the one being written, and the way to the next. */
export function PersonPlanPage(value: PersonPlans, frame: Frame, again?: Again) {
  const { identity, today, standing } = value;
  const name = nameFor(identity);
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
      <Next value={value} name={name} frame={frame} />
      {standing ? (
        <>
          <WhereItStands plan={standing} name={name} />
          <PlanTelling plan={standing} name={name} />
          <p>
            <a href={`/plans/${standing.id}`}>This plan and its copies</a>
          </p>
        </>
      ) : null}
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
          <Button preventDoubleClick>{standing ? 'Begin a later plan' : 'Begin a plan'}</Button>
        </Form>
      )}
    </>
  );
}

function Beside({ value: { determination, support, earlier } }: { value: PersonPlans }) {
  return (
    <>
      {determination ? (
        <Aside heading="The decision">
          <p>
            <a href={`/determinations/${determination.id}`}>
              {determination.isEligible
                ? 'The law requires us to help'
                : 'The law does not require us to help'}
            </a>
            , {longDate(determination.decidedOn)}.
            {determination.deciderHasMetPerson ? '' : ` ${determination.decider} had not met them.`}
          </p>
        </Aside>
      ) : null}
      {support.length ? (
        <Aside heading="Support they draw on">
          <ul class="app-plain-list">
            {support.map((one) => (
              <li>{supportInWords(one)}</li>
            ))}
          </ul>
        </Aside>
      ) : null}
      {earlier.length ? (
        <Aside heading="Earlier plans">
          <ul class="app-plain-list">
            {earlier.map(({ id, startsOn, followedOn }) => (
              <li key={id}>
                <a href={`/plans/${id}`}>
                  {startsOn ? longDate(startsOn) : ''} to {followedOn ? longDate(followedOn) : 'a later plan'}
                </a>
              </li>
            ))}
          </ul>
        </Aside>
      ) : null}
    </>
  );
}

function supportInWords({ kind, what, startedOn, endedOn, weeklyPence }: Support): string {
  if (kind === 'one-off') return `${what}, once, ${longDate(startedOn)}`;
  const cost = weeklyPence ? `, ${moneyInWords(weeklyPence)} a week from the council` : '';
  return endedOn
    ? `${what}, ${longDate(startedOn)} to ${longDate(endedOn)}`
    : `${what}, since ${longDate(startedOn)}${cost}`;
}

function WhereItStands({ plan, name }: { plan: Plan; name: string }) {
  const { startsOn, agreement, agreementWords, agreedOn } = plan;
  if (!startsOn || !agreement) return null;
  const { from, to } = firstCatchUp(startsOn);
  return (
    <InsetText>
      <p>
        From {longDate(startsOn)}. {name} {agreementInWords[agreement]}
        {agreedOn ? ` (${longDate(agreedOn)})` : ''}:
      </p>
      <blockquote class="app-said">{agreementWords}</blockquote>
      {plan.followedOn ? (
        <p>A later plan took over on {longDate(plan.followedOn)}.</p>
      ) : (
        <p>
          A first catch-up on how it is going: between {longDate(from)} and {longDate(to)}.
        </p>
      )}
    </InsetText>
  );
}

/** One plan, whichever it is: it stays readable when a later one has taken over. */
export function PlanPage({ identity, today, plan, copies }: PlanValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} again={again} title="A plan">
      {plan.state === 'being-written' ? (
        <p>
          This plan is being written. <a href={`/plans/${plan.id}/writing`}>Go on writing</a>
        </p>
      ) : null}
      <WhereItStands plan={plan} name={name} />
      <PlanTelling plan={plan} name={name} />
      <Copies {...{ at: `/plans/${plan.id}`, name, copies, today, frame, again }} />
    </PersonFrame>
  );
}
