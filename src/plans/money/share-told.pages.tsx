import { longDate } from '../../platform/ui/dates.ts';
import { moneyInWords } from '../budget.ts';
import { type FinancialAssessment, type Side, sides } from './share.ts';

const sideInWords: Record<Side, string> = {
  'coming-in': 'What comes in',
  'left-out': 'What the law leaves out',
  kept: 'What they must keep',
  costs: 'What disability costs them',
};

/** What one record says somebody pays, as a sentence. @example 'They pay £20 a week from 1 December 2026.' */
export function shareInWords({
  weeklyPence,
  fromOn,
}: Pick<FinancialAssessment, 'weeklyPence' | 'fromOn'>): string {
  const from = `from ${longDate(fromOn)}`;
  if (weeklyPence === null) return `They would rather not say, and pay the full cost ${from}.`;
  if (weeklyPence === 0) return `They pay nothing ${from}.`;
  return `They pay ${moneyInWords(weeklyPence)} a week at most ${from}.`;
}

/** One record with its working, line by line, so that anybody can add it up again. */
export function ShareTold({ record }: { record: FinancialAssessment }) {
  return (
    <>
      <p>
        <b>{shareInWords(record)}</b> Worked out on {longDate(record.doneOn)} by {record.doneBy}.{' '}
        <a href={`/letters/money/${record.id}`}>The letter that is theirs</a>
      </p>
      <p class="app-lines">{record.words}</p>
      {record.lines.length ? (
        <ul class="app-plain-list">
          {sides.map((side) => (
            <WorkingOf key={side} side={side} record={record} />
          ))}
          <li>That leaves {moneyInWords(record.weeklyPence ?? 0)} a week.</li>
        </ul>
      ) : null}
    </>
  );
}

function WorkingOf({ side, record }: { side: Side; record: FinancialAssessment }) {
  const lines = record.lines.filter((line) => line.side === side);
  if (!lines.length) return null;
  return (
    <li>
      <b>{sideInWords[side]}</b>:{' '}
      {lines.map(({ what, weeklyPence }) => `${what}: ${moneyInWords(weeklyPence)}`).join('; ')}
    </li>
  );
}
