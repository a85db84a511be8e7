import { longDate } from '../../platform/ui/dates.ts';
import { Table } from '../../platform/ui/govuk/table.tsx';
import type { Beside, CashRow, CostFound } from './cost.ts';
import { cohortInWords, kindInWords, moreOrLess, people } from './in-words.ts';
import type { Cohort } from './money/money.store.ts';

const head = ['What happened', 'In its financial year', 'For a whole year'];
const isApart = ({ kind }: CashRow): boolean => kind === 'died' || kind === 'moved';

/** What the council really pays more or less, for the same people; never anything avoided. */
export function CashSection({ value }: { value: CostFound }) {
  return (
    <section>
      <h2>What is paid, for the same people</h2>
      {(['already', 'since'] as const).map((cohort) => (
        <CohortTable key={cohort} value={value} cohort={cohort} />
      ))}
      <p class="app-soft">
        Changes are counted in whole four weeks since the first day,{' '}
        {value.changesTo ? `here to ${longDate(value.changesTo)}` : 'and the first are not over'}, so that
        nobody’s amount can be found by looking on two days. A rise and a fall of one person are both counted.
        In its financial year is from the day it changed to 31 March; a whole year is 365.25 days. What ends
        because somebody died or moved away is no saving and stands apart.
      </p>
      <BesideReductions beside={value.beside} />
    </section>
  );
}

function CohortTable({ value, cohort }: { value: CostFound; cohort: Cohort }) {
  const size = value.people.find((one) => one.cohort === cohort);
  const rows = value.cash.filter((row) => row.cohort === cohort);
  if (!size) return <p>{cohortInWords[cohort]}: nobody.</p>;
  if (rows.length === 0)
    return (
      <p>
        {cohortInWords[cohort]}: {people(size.people)}.
        {value.changesTo ? ' Nothing has changed in what is paid.' : ' What changed is not told yet.'}
      </p>
    );
  return (
    <>
      {rows.every(isApart) ? (
        <p>
          {cohortInWords[cohort]}: {people(size.people)}. Nothing has changed in what is paid but this:
        </p>
      ) : (
        <Table
          caption={`${cohortInWords[cohort]}: ${people(size.people)}`}
          tabIndex={0}
          firstCellIsHeader
          head={head}
          rows={rows.filter((row) => !isApart(row)).map(cells)}
        />
      )}
      {rows.some(isApart) ? (
        <Table
          caption="Apart, and no saving"
          tabIndex={0}
          firstCellIsHeader
          head={head}
          rows={rows.filter(isApart).map(cells)}
        />
      ) : null}
      {size.unpriced > 0 ? (
        <p>
          No weekly amount is written for some of the support of {size.unpriced} of {people(size.supported)},
          so nothing is counted for it.
        </p>
      ) : null}
    </>
  );
}

const TOO_FEW = 'too few to tell';
const cells = ({ kind, people: many, inYearPence, fullYearPence }: CashRow): string[] => [
  `${kindInWords[kind]}: ${people(many)}`,
  inYearPence === null ? TOO_FEW : moreOrLess(inYearPence),
  fullYearPence === null ? TOO_FEW : moreOrLess(fullYearPence),
];

/** E8: no figure without what stands beside it. */
function BesideReductions({ beside }: { beside: Beside }) {
  const { cameBack, undone, enquiries, crises } = beside;
  return (
    <>
      <p>
        <b>Beside it:</b> support went down or ended for {people(beside.people)}, deaths and moves left out.
      </p>
      <ul>
        {beside.people === 0 ? null : (
          <li>
            {undone === null || enquiries === null || crises === null
              ? 'Too few to tell for how many it was undone, or what came after.'
              : `For ${undone} it was undone: later at least as much was paid again. After it, somebody asked whether ${enquiries} of them were safe, and for ${crises} life became a crisis.`}
          </li>
        )}
        <li>
          {beside.notAgreed} plans that would have taken something down were not agreed with, so the plan
          before them was kept. {beside.partlyAgreed} took something down although the person agreed in part,
          or not at all.
        </li>
        <li>
          {cameBack.numerator} of {people(cameBack.denominator)} came back within {cameBack.days} days of
          everything resting; not yet known for {cameBack.notYetKnown} more.
        </li>
        <li>Complaints are not in this record, so nothing is said of them.</li>
      </ul>
    </>
  );
}
