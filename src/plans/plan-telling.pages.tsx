import type { ComponentChildren } from 'preact';
import { longDate } from '../platform/ui/dates.ts';
import { moneyInWords, totalsInWords, totalsOf } from './budget.ts';
import { directPaymentInWords, metByInWords, type NeedLine, type Plan } from './plan.ts';

export interface PlanTellingProps {
  plan: Plan;
  name: string;
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
  return (
    <>
      <h2>A good life</h2>
      {plan.goodLife ? (
        <blockquote class="app-said">{plan.goodLife}</blockquote>
      ) : (
        <p>Nothing written yet.</p>
      )}
      <Told heading={`What ${name} does`} words={plan.whatIDo} />
      <Told heading={`What ${name} would like`} words={plan.wishes} />
      {afterLife}
      <h2>What is needed, and who does what</h2>
      <Needs {...props} />
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
      <p class="app-kept">{words}</p>
    </>
  );
}

function Needs({ plan, needAction }: PlanTellingProps) {
  if (!plan.needs.length)
    return <p>No need is set down yet. Needs come first; who meets them and money come after.</p>;
  return (
    <ol>
      {plan.needs.map((line, index) => (
        <li key={line.id}>
          <b>{line.need}</b>
          {line.isEligible ? ' (the law requires us to meet this)' : ''}
          <br />
          {howItIsMet(line)}
          {needAction?.(line, index)}
        </li>
      ))}
    </ol>
  );
}

/** Who meets a need, as one sentence. An unmet need says so. */
export function howItIsMet({ metBy, who, how, ownerSaidYesOn }: NeedLine): string {
  const by = metBy === 'not-met' || !who ? metByInWords[metBy] : `${metByInWords[metBy]}: ${who}`;
  const yes = ownerSaidYesOn ? `They said yes on ${longDate(ownerSaidYesOn)}.` : '';
  return [`${by}.`, how, yes].filter(Boolean).join(' ');
}

function Budget({ plan, name, partAction }: PlanTellingProps) {
  if (!plan.parts.length)
    return <p>No money is part of this plan{plan.state === 'being-written' ? ' yet' : ''}.</p>;
  const needOf = new Map(plan.needs.map(({ id, need }) => [id, need]));
  return (
    <>
      <ul>
        {plan.parts.map(({ id, needId, what, howOften, councilPence, personPence }) => (
          <li key={id}>
            <b>{what}</b>, {howOften === 'weekly' ? 'each week' : 'once'}: the council pays{' '}
            {moneyInWords(councilPence)}, {name} {name === 'you' ? 'pay' : 'pays'} {moneyInWords(personPence)}
            . For: {(needId && needOf.get(needId)) || 'no need yet'}
            {partAction?.(id)}
          </li>
        ))}
      </ul>
      {totalsInWords(totalsOf(plan.parts), name).map((sentence) => (
        <p>
          <b>{sentence}</b>
        </p>
      ))}
      {plan.directPayment ? <p>A direct payment? {directPaymentInWords[plan.directPayment]}.</p> : null}
      {plan.financialRecordOn ? (
        <p>
          How the share was worked out, {longDate(plan.financialRecordOn)}: {plan.financialRecordWords}
        </p>
      ) : null}
    </>
  );
}
