import { nameFor } from '../people/person.ts';
import { PersonFrame } from '../people/person-frame.tsx';
import type { Again } from '../platform/http/routes.ts';
import type { Frame } from '../platform/ui/frame.ts';
import { OpenAgain } from './carers/open-again.pages.tsx';
import { nextInWords } from './catch-ups/next.ts';
import { PlanChangesTold } from './changing/changes.pages.tsx';
import { Copies } from './letters/given/copies.pages.tsx';
import type { PlanValue } from './plan-page.store.ts';
import { PlanTelling } from './plan-telling.pages.tsx';
import { WhereItStands } from './where-it-stands.pages.tsx';

/** One plan, whichever it is: it stays readable when a later one has taken over. */
export function PlanPage(value: PlanValue, frame: Frame, again?: Again) {
  const { identity, today, plan, copies, money, leftOpen = [], next, changes } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} again={again} title="A plan">
      {plan.state === 'being-written' ? (
        <p>
          This plan is being written. <a href={`/plans/${plan.id}/writing`}>Go on writing</a>
        </p>
      ) : null}
      <OpenAgain leftOpen={leftOpen} personId={identity.personId} />
      <WhereItStands plan={plan} name={name} next={next ? nextInWords(next, today) : undefined} />
      {changes ? <PlanChangesTold {...{ personId: identity.personId, plan, changes, name, today }} /> : null}
      <PlanTelling plan={plan} name={name} money={money} leftOpen={leftOpen} />
      <p>
        <a href={`/plans/${plan.id}/beside`}>Need by need, beside the plan before</a> ·{' '}
        <a href={`/people/${identity.personId}/plan/versions`}>Any two plans side by side</a>
      </p>
      <Copies {...{ of: 'plan', thingId: plan.id, identity, copies, today, frame }} />
    </PersonFrame>
  );
}
