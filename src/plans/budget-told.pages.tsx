import { longDate } from '../platform/ui/dates.ts';
import { moneyInWords, totalsInWords, totalsOf } from './budget.ts';
import { directPaymentInWords } from './plan.ts';
import type { PlanTellingProps } from './plan-telling.pages.tsx';

export function Budget({ plan, name, money, partAction }: PlanTellingProps) {
  if (!plan.parts.length)
    return <p>No money is part of this plan{plan.state === 'being-written' ? ' yet' : ''}.</p>;
  const needOf = new Map(plan.needs.map(({ id, need }) => [id, need]));
  return (
    <>
      <ul class="app-spaced">
        {plan.parts.map(({ id, needId, what, howOften, councilPence, personPence }) => (
          <li key={id}>
            <b>{what}</b>, {howOften === 'weekly' ? 'each week' : 'once'}: it costs{' '}
            {moneyInWords(councilPence + personPence)} in full; the council pays {moneyInWords(councilPence)},{' '}
            {name} {name === 'you' ? 'pay' : 'pays'} {moneyInWords(personPence)}. For:{' '}
            {(needId && needOf.get(needId)) || 'no need yet'}
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
      {money ? (
        <p>
          How {name === 'you' ? 'your' : 'their'} share was worked out, {longDate(money.doneOn)}: {money.words}
        </p>
      ) : null}
    </>
  );
}
