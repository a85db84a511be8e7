import { Table } from '../../platform/ui/govuk/table.tsx';
import type { Interval } from '../statistics/wilson.ts';
import type { CostFound } from './cost.ts';
import { betweenPounds, people, pounds } from './in-words.ts';
import type { Avoided } from './money/avoided.ts';
import type { AvoidedRow } from './money/avoided-rows.ts';

interface Sides {
  value: CostFound;
  there: string;
}

/** What may not have happened: an estimate, in a place of its own, never added to what is paid. */
export function AvoidedSection({ value, there }: Sides) {
  const { starts, increases } = value;
  if (starts.length === 0)
    return (
      <section>
        <h2>What may have been avoided</h2>
        <p>Nothing can be said: the site is set beside nobody.</p>
      </section>
    );
  return (
    <section>
      <h2>What may have been avoided: an estimate, not money paid</h2>
      <p>
        How much rarer it was here than in the comparison ({there}), times what it usually costs there for a
        whole year. It is never added to what is paid, and the two may be of different people for reasons that
        are not the site.
      </p>
      <Table
        caption="New people who began ongoing support"
        tabIndex={0}
        firstCellIsHeader
        head={['Followed for', 'Here and there', 'Estimate for a whole year']}
        rows={starts.map((row) => cells(`${row.windowDays} days`, row))}
      />
      <Table
        caption="Those with support on the first day whose support went up since"
        tabIndex={0}
        firstCellIsHeader
        head={['Followed', 'Here and there', 'Estimate for a whole year']}
        rows={[cells('since the first day', increases)]}
      />
    </section>
  );
}

const cells = (followed: string, { here, there, estimate }: AvoidedRow): string[] => [
  followed,
  `${outOf(here)} here, ${outOf(there)} there${here.notYetKnown > 0 ? `; not yet known for ${here.notYetKnown.toLocaleString('en-GB')} here` : ''}`,
  estimate ? estimateInWords(estimate) : 'too few to compare',
];

const outOf = ({ numerator, denominator }: AvoidedRow['here']): string =>
  denominator === 0 ? 'nobody yet' : `${numerator.toLocaleString('en-GB')} of ${people(denominator)}`;

/** The range and never the middle; whether it is fewer or more is said in words and not by a sign. */
export function estimateInWords({ people: fewer, pence, usual, couldBeNothing }: Avoided): string {
  const many = (number: number): string => String(Math.round(number * 10) / 10);
  const range = `${fewerOrMore(fewer, many, 'people')}; ${fewerOrMore(pence, pounds, '', ['less', 'more'])}`;
  const nothing = couldBeNothing ? ' No difference we can be sure of.' : '';
  return `${range}.${nothing} One usually costs ${pounds(usual.meanPence)} (${betweenPounds(usual)}, of ${usual.people}).`;
}

/** @example fewerOrMore({ low: -3, high: 5 }, String, 'people') // 'Between 3 more and 5 fewer people' */
function fewerOrMore(
  { low, high }: Interval,
  inWords: (amount: number) => string,
  what: string,
  [down, up]: readonly [string, string] = ['fewer', 'more'],
): string {
  const end = (words: string) => [words, what].filter(Boolean).join(' ');
  const between = what ? 'Between' : 'between';
  if (low >= 0) return `${between} ${inWords(low)} and ${inWords(high)} ${end(down)}`;
  if (high <= 0) return `${between} ${inWords(-high)} and ${inWords(-low)} ${end(up)}`;
  return `${between} ${inWords(-low)} ${up} and ${inWords(high)} ${end(down)}`;
}
