import { type BudgetPart, moneyInWords, type Shares, totalsOf } from '../../plans/budget.ts';
import type { Own } from '../frame/own.ts';
import { Idea } from '../reading/idea.tsx';

/** What each part costs and who pays, then the whole: each week and once apart (Care Act 2014 s26). */
export function OwnMoney({ own, parts }: { own: Own; parts: readonly BudgetPart[] }) {
  const { plan } = own.words;
  if (!parts.length) return null;
  const totals = totalsOf(parts);
  return (
    <>
      <h2>{plan.money}</h2>
      <Idea own={own} picture="money" means={plan.moneyMeans}>
        <ul>
          {parts.map(({ what, howOften, councilPence, personPence }) => (
            <li>
              <b>{what}</b>. {plan.each[howOften]} {paid(own, { council: councilPence, person: personPence })}
            </li>
          ))}
        </ul>
      </Idea>
      <Idea own={own} picture="money">
        <p>
          <b>{plan.all}</b>
        </p>
        {(['weekly', 'once'] as const)
          .filter((often) => totals[often].council + totals[often].person > 0)
          .map((often) => (
            <p>
              {plan.each[often]} {paid(own, totals[often])}
            </p>
          ))}
      </Idea>
    </>
  );
}

const paid = ({ words: { plan } }: Own, { council, person }: Shares): string =>
  [
    council ? plan.council(moneyInWords(council)) : '',
    person ? plan.yours(moneyInWords(person)) : plan.nothing,
  ]
    .filter(Boolean)
    .join(' ');
