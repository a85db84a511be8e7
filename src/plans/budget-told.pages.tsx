import { longDate } from '../platform/ui/dates.ts';
import { type BudgetPart, moneyInWords, totalsInWords, totalsOf } from './budget.ts';
import { directPaymentInWords } from './plan.ts';
import type { PlanTellingProps } from './plan-telling.pages.tsx';

export function Budget(props: PlanTellingProps) {
  const { plan, name, money } = props;
  if (!plan.parts.length)
    return <p>No money is part of this plan{plan.state === 'being-written' ? ' yet' : ''}.</p>;
  return (
    <>
      <Parts {...props} howOften="weekly" />
      <Parts {...props} howOften="once" />
      {plan.directPayment ? <p>A direct payment? {directPaymentInWords[plan.directPayment]}.</p> : null}
      {money ? (
        <p>
          How {name === 'you' ? 'your' : 'their'} share was worked out, {longDate(money.doneOn)}:{' '}
          {money.words}
        </p>
      ) : null}
    </>
  );
}

/** What runs each week and what is paid once, apart, each with its own total: only what runs is ongoing (E3). */
function Parts({ plan, name, partAction, howOften }: PlanTellingProps & Pick<BudgetPart, 'howOften'>) {
  const parts = plan.parts.filter((part) => part.howOften === howOften);
  if (!parts.length) return null;
  const needOf = new Map(plan.needs.map(({ id, need }) => [id, need]));
  return (
    <>
      <h3>{howOften === 'weekly' ? 'Each week' : 'Once'}</h3>
      <ul class="app-spaced">
        {parts.map(({ id, needId, what, councilPence, personPence }) => (
          <li key={id}>
            <b>{what}</b>, {howOften === 'weekly' ? 'each week' : 'once'}: it costs{' '}
            {moneyInWords(councilPence + personPence)} in full; the council pays {moneyInWords(councilPence)},{' '}
            {name} {name === 'you' ? 'pay' : 'pays'} {moneyInWords(personPence)}. For:{' '}
            {(needId && needOf.get(needId)) || 'no need yet'}
            {partAction?.(id)}
          </li>
        ))}
      </ul>
      {totalsInWords(totalsOf(parts), name).map((sentence) => (
        <p>
          <b>{sentence}</b>
        </p>
      ))}
    </>
  );
}
