import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import type { Disagreement } from '../agreement/disagreeing.store.ts';
import type { Plan } from '../plan.ts';
import { howItStands, whatWasDone } from '../urgent-help/urgent-help.ts';
import { Changes } from './beside.pages.tsx';
import type { PlanChanges } from './changes.store.ts';
import { whatChanged } from './what-changed.ts';

interface PlanChangesProps {
  personId: string;
  plan: Plan | null;
  changes: PlanChanges;
  name: string;
  today: Day;
}

/** Urgent changes first, then whether the plan before still runs, what changed since, and what was not agreed. */
export function PlanChangesTold({ personId, plan, changes, name, today }: PlanChangesProps) {
  return (
    <>
      <UrgentChanges {...{ personId, plan, changes, name, today }} />
      {plan ? <SincePlanBefore {...{ personId, plan, changes, name, today }} /> : null}
      {changes.disagreements.map((one) => (
        <NotAgreed key={one.planId} disagreement={one} plan={plan} name={name} />
      ))}
    </>
  );
}

function UrgentChanges({ personId, plan, changes: { urgent }, today }: PlanChangesProps) {
  if (plan && plan.state !== 'standing') return null;
  return (
    <>
      {urgent.length ? (
        <InsetText>
          <p>
            {plan
              ? 'Changed at once, because it could not wait:'
              : 'Helped at once, because it could not wait:'}
          </p>
          <ul>
            {urgent.map((help) => (
              <li key={help.id}>
                {whatWasDone(help)} {howItStands(help, today)}
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      <p>
        <a href={`/people/${personId}/urgent-help`}>
          {urgent.length
            ? 'Look at it again, or help with something else at once'
            : 'Something cannot wait: help at once'}
        </a>
      </p>
    </>
  );
}

function SincePlanBefore({ plan, changes: { before }, name, today }: PlanChangesProps & { plan: Plan }) {
  if (!plan || !before) return null;
  if (plan.state === 'being-written') return null;
  return (
    <>
      {plan.startsOn && plan.startsOn > today ? (
        <p>
          It begins on {longDate(plan.startsOn)}. Until then{' '}
          <a href={`/plans/${before.id}`}>the plan before</a> goes on as it is.
        </p>
      ) : null}
      <Details summary="What changed since the last one">
        <Changes sentences={whatChanged(before, plan, name)} />
        <p>
          <a href={`/plans/${plan.id}/beside`}>Need by need, beside the plan before</a>
        </p>
      </Details>
    </>
  );
}

interface NotAgreedProps {
  disagreement: Disagreement;
  plan: Plan | null;
  name: string;
}

/** P1: the plan that stood was kept, their words with it, and how they were told to challenge. */
function NotAgreed({ disagreement, plan, name }: NotAgreedProps) {
  const { planId, saidOn, words, wouldGoDown, toldHowToChallenge, keptBy } = disagreement;
  const isThis = planId === plan?.id;
  return (
    <InsetText>
      <p>
        On {longDate(saidOn)} {name} did not agree to{' '}
        {isThis ? 'this plan' : <a href={`/plans/${planId}`}>a plan</a>} with less in it (
        {wouldGoDown.join('; ')}). The plan that stood goes on.
      </p>
      <blockquote class="app-said">{words}</blockquote>
      <p>{keptBy} told them how to challenge:</p>
      <ul>
        {toldHowToChallenge.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
    </InsetText>
  );
}
