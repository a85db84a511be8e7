import { addDays } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { OverTimeChart } from '../charts/over-time-chart.tsx';
import type { CostValue } from './cost.pages.tsx';
import type { WrittenHours } from './hours/hours.ts';
import { hourKindInWords, hourKinds } from './hours/kinds.ts';
import { hours, hoursInWords, sumOfRanges } from './hours/ranges.ts';
import { STRETCH_DAYS } from './hours/written.ts';

interface Sides {
  value: CostValue;
  there: string;
}

/** Hours without timesheets: from what somebody said while writing, and from the team's own calendar. */
export function HoursSection({ value, there }: Sides) {
  const { looked, mayKeep, hours: written } = value;
  return (
    <section>
      <h2>Hours staff gave</h2>
      <p>
        Nobody fills in a timesheet. Hours are told only where three or more workers are behind them, never of
        one worker.
      </p>
      <h3>From what was written</h3>
      <ul>
        <li>{writtenInWords(looked.site.name, written.here)}</li>
        <li>{writtenInWords(there, written.there)}</li>
      </ul>
      <Stretches written={written.here} />
      <h3>From the team’s calendar</h3>
      <CalendarWeeks value={value} />
      {mayKeep ? (
        <p>
          <a href="/evidence/cost/calendars">Read in a team’s calendar</a>
        </p>
      ) : null}
      <WhereFreedTimeWent value={value} />
    </section>
  );
}

function writtenInWords(name: string, { times, known, minutes, untoldTimes }: WrittenHours): string {
  if (times === 0) return `${name}: no contact is written down in whole four weeks yet.`;
  const total = minutes ? `Together ${hoursInWords(minutes)}` : 'How many hours they come to cannot be told';
  const untold =
    untoldTimes > 0 ? `; ${untoldTimes} more times are in weeks that too few workers wrote in` : '';
  return `${name}: how long it took is known for ${known} of ${times} times contact was written down. ${total}${untold}.`;
}

/** Four weeks in each row; on the page the last six, in the file all of them. */
function Stretches({ written }: { written: WrittenHours }) {
  const days = [...new Set(written.told.map(({ fromOn }) => fromOn))].toSorted().toReversed().slice(0, 6);
  if (days.length === 0) return null;
  return (
    <Table
      caption="Four weeks at a time, the latest first"
      tabIndex={0}
      firstCellIsHeader
      head={['Four weeks to', 'Known', 'Hours']}
      rows={days.map((fromOn) => {
        const mine = written.told.filter((cell) => cell.fromOn === fromOn);
        const ranges = mine.map(({ minutes }) => minutes).filter((range) => range !== null);
        const sum = (of: (cell: (typeof mine)[number]) => number) =>
          mine.reduce((total, cell) => total + of(cell), 0);
        return [
          longDate(addDays(fromOn, STRETCH_DAYS - 1)),
          `${sum(({ known }) => known)} of ${sum(({ times }) => times)} times`,
          ranges.length > 0 ? hoursInWords(sumOfRanges(ranges)) : 'not yet known',
        ];
      })}
    />
  );
}

function CalendarWeeks({ value: { weeks } }: { value: CostValue }) {
  if (weeks.length === 0)
    return <p>Not yet known: no calendar of three or more workers has been kept for this team.</p>;
  const latest = weeks.slice(0, 12);
  const minutesOf = (kind: string) =>
    latest.map(({ kinds }) => kinds.find((one) => one.kind === kind)?.minutes ?? 0);
  return (
    <>
      <p>
        {weeks.length} weeks are known. Of the last {latest.length}, to{' '}
        {longDate(addDays(latest[0]?.weekOn ?? '', 6))}:
      </p>
      <Table
        caption="Hours a week by kind"
        tabIndex={0}
        firstCellIsHeader
        head={['Kind', 'Least and most', 'Latest week']}
        rows={hourKinds.map((kind) => {
          const minutes = minutesOf(kind);
          return [
            hourKindInWords[kind],
            `${hours(Math.min(...minutes))} to ${hours(Math.max(...minutes))}`,
            hours(minutes[0] ?? 0),
          ];
        })}
      />
    </>
  );
}

/** Two are drawn, because they are what a site hopes to move; all are said in words. */
const drawn = ['with-people', 'writing-up'] as const;

function WhereFreedTimeWent({ value: { freed, looked } }: { value: CostValue }) {
  const isKnown = freed.some(({ phase }) => phase !== null);
  return (
    <>
      <h3>Where freed time went</h3>
      {isKnown ? (
        <ul>
          {freed.map(({ kind, words }) => (
            <li key={kind}>{words}</li>
          ))}
        </ul>
      ) : (
        <p>{freed[0]?.words.replace(/^[^:]+: n/, 'N')}</p>
      )}
      {freed
        .filter(({ kind }) => drawn.some((one) => one === kind))
        .map(({ kind, phase, words }) =>
          phase ? (
            <OverTimeChart
              key={kind}
              id={`hours-${kind}`}
              title={words}
              statistic={`Hours a week ${hourKindInWords[kind].toLowerCase()}, from the team’s calendar. The usual range is that of the weeks before ${looked.site.name} began.`}
              phases={[phase]}
              notes={[{ on: looked.site.startedOn, words: `${looked.site.name} began` }]}
              unit="hours a week"
            />
          ) : null,
        )}
    </>
  );
}
