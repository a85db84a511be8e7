import { longDate } from '../../../platform/ui/dates.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Page } from '../../../platform/ui/page.tsx';
import type { MoneySeen } from './money.store.ts';
import { inPounds } from './money.ts';

export interface MoneyValue {
  money: MoneySeen[];
  total: number;
  totalPence: number;
  limitPence: number;
  page: number;
  pages: number;
}

/** C2-5: what the team gave so that introductions could happen, and what it changed; seen by peers, approved by nobody. */
export function MoneyPage(value: MoneyValue, frame: Frame) {
  const { money, total, totalPence, limitPence, page, pages } = value;
  return (
    <Page title="Small local money" frame={frame} section="Community">
      <h1>Small local money</h1>
      <p>
        What we gave so that somebody could go: a taxi, a first month’s fee. Nobody approves it beforehand; we
        look at it together afterwards. Up to {inPounds(limitPence)} for a person in a year.
      </p>
      <p>{total === 0 ? 'Nothing yet.' : `${inPounds(totalPence)} in all, given ${times(total)}.`}</p>
      <ul class="app-plain-list">
        {money.map((one) => (
          <li key={one.moneyId}>
            <p>
              <b>{inPounds(one.amountPence)}</b> for {one.whatFor}:{' '}
              <a href={`/introductions/${one.introductionId}`}>
                {one.personName} and {one.listingName}
              </a>
            </p>
            <p>So that: {one.purpose}</p>
            <p>
              {one.whatItChanged
                ? `What it changed: ${one.whatItChanged}`
                : 'What it changed is not known yet.'}
            </p>
            <p class="app-by">
              {longDate(one.givenOn)}
              {one.givenBy ? `, given by ${one.givenBy}` : ''}
            </p>
          </li>
        ))}
      </ul>
      <nav aria-label="More">
        {page > 1 ? <a href={`/introductions/money?page=${page - 1}`}>Newer</a> : null}{' '}
        {page < pages ? <a href={`/introductions/money?page=${page + 1}`}>Older</a> : null}
      </nav>
    </Page>
  );
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
