import type { ComponentChildren } from 'preact';
import type { LeftOpen } from '../people/carers/leaning.store.ts';
import { Budget } from './budget-told.pages.tsx';
import { wordingOf } from './carers/plan-kind.ts';
import { WithTheirAgreement } from './carers/with-their-agreement.pages.tsx';
import type { FinancialAssessment } from './money/share.ts';
import { Needs } from './needs-told.pages.tsx';
import type { NeedLine, Plan } from './plan.ts';

export interface PlanTellingProps {
  plan: Plan;
  name: string;
  /** The written record of what they pay, when there is one. */
  money?: FinancialAssessment | null | undefined;
  /** N5: needs that are open again, since a carer can no longer be leaned on. */
  leftOpen?: readonly LeftOpen[] | undefined;
  /** What can be done with one need while the plan is being written. */
  needAction?: ((need: NeedLine, index: number) => ComponentChildren) | undefined;
  partAction?: ((partId: string) => ComponentChildren) | undefined;
  afterLife?: ComponentChildren;
  afterNeeds?: ComponentChildren;
  afterMoney?: ComponentChildren;
}

/** A plan as it reads: a good life first, then what is needed and who does what, and only then money. */
export function PlanTelling(props: PlanTellingProps) {
  const { plan, name, afterLife, afterNeeds, afterMoney } = props;
  const { goodLife, whatTheyDo, wishes } = wordingOf(plan.kind, name);
  return (
    <>
      <h2>{goodLife.heading}</h2>
      {plan.goodLife ? (
        <blockquote class="app-said">{plan.goodLife}</blockquote>
      ) : (
        <p>Nothing written yet.</p>
      )}
      <Told heading={whatTheyDo.heading} words={plan.whatIDo} />
      <Told heading={wishes.heading} words={plan.wishes} />
      {afterLife}
      <h2>What is needed, and who does what</h2>
      <Needs {...props} />
      <WithTheirAgreement kind={plan.kind} name={name} />
      {afterNeeds}
      <h2>Fair budget</h2>
      <Budget {...props} />
      {afterMoney}
      <Told heading="Advice on what else can help" words={plan.advice} />
      <Told heading="If things go wrong" words={plan.ifThingsGoWrong} />
    </>
  );
}

function Told({ heading, words }: { heading: string; words: string }) {
  if (!words) return null;
  return (
    <>
      <h3>{heading}</h3>
      <p class="app-lines">{words}</p>
    </>
  );
}
