import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import type { Plan } from '../plan.ts';
import { Changes } from './beside.pages.tsx';
import { SideBySide, whenOf } from './side-by-side.pages.tsx';
import { whatChanged } from './what-changed.ts';

export interface VersionsValue {
  identity: Identity;
  today: Day;
  plans: Plan[];
  /** The two shown, the earlier first. */
  two: [Plan, Plan] | null;
}

/** Any two of a person's plans, side by side in words. */
export function VersionsPage({ identity, today, plans, two }: VersionsValue, frame: Frame) {
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} title="Plans side by side">
      <h2>Plans side by side</h2>
      <p>Here any two of {name}’s plans stand beside each other: needs, how they are met, and the money.</p>
      {plans.length > 1 ? (
        <Choose identity={identity} plans={plans} two={two} />
      ) : (
        <p>{plans.length ? `${name} has one plan so far.` : `${name} has no plan with us.`}</p>
      )}
      {two ? (
        <>
          <h3>What changed</h3>
          <Changes sentences={whatChanged(two[0], two[1], name)} />
          <SideBySide before={two[0]} after={two[1]} name={name} />
        </>
      ) : null}
      <p>
        <a href={`/people/${identity.personId}/plan`}>Back to the plan</a>
      </p>
    </PersonFrame>
  );
}

function Choose({ identity, plans, two }: Pick<VersionsValue, 'identity' | 'plans' | 'two'>) {
  const items = plans.map((plan) => ({ value: plan.id, text: `${whenOf(plan)}${untilOf(plan)}` }));
  return (
    <form method="get" action={`/people/${identity.personId}/plan/versions`}>
      <Select name="one" label="The earlier" items={items} value={two?.[0].id} />
      <Select name="other" label="The later" items={items} value={two?.[1].id} />
      <Button>Put them side by side</Button>
    </form>
  );
}

const untilOf = ({ followedOn }: Plan): string => (followedOn ? ` until ${longDate(followedOn)}` : '');
