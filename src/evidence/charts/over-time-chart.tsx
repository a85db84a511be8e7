import { type Day, daysBetween } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { XmrPhase } from '../statistics/over-time/xmr.ts';
import { Axes, Chart } from './chart.tsx';
import { along, inner, page, rounded, widthOf } from './drawing.ts';

/** Something that happened and may have moved the line: the site began, the tap was off. */
export interface ChartNote {
  on: Day;
  words: string;
}

export interface OverTimeProps {
  id: string;
  title: string;
  statistic: string;
  phases: readonly XmrPhase[];
  notes: readonly ChartNote[];
  /** Of the measure: "days", "people a week". */
  unit: string;
  /** What each point stands for; a week unless it is said. */
  every?: 'week' | 'month';
  csv?: string | undefined;
}

/**
 * A measure week by week with its middle and its natural limits (XmR), or its middle alone while there are fewer than
 * twelve points. Points that one of the four rules speaks of are drawn as squares, and said in words.
 */
export function OverTimeChart({
  id,
  title,
  statistic,
  phases,
  notes,
  unit,
  every = 'week',
  csv,
}: OverTimeProps) {
  const points = phases.flatMap((phase) => phase.points);
  const first = points[0]?.on;
  const last = points.at(-1)?.on;
  if (!first || !last)
    return (
      <p>
        {title} Nothing to draw yet: no {every} is whole.
      </p>
    );
  const across = along([0, Math.max(7, daysBetween(first, last))], [inner.left, inner.right], 3);
  const highest = Math.max(
    1,
    ...points.map(({ value }) => value),
    ...phases.map((one) => one.limits?.high ?? 0),
  );
  const up = along([0, highest], [inner.bottom, inner.top], 4);
  const x = (on: Day) => across.at(daysBetween(first, on));
  return (
    <Chart
      id={id}
      title={title}
      statistic={statistic}
      summary={`${summaryOf(phases, unit, every)} ${notes.map(({ on, words }) => `${words}: ${longDate(on)}.`).join(' ')}`}
      table={latest(overTimeTable(phases, unit, every))}
      csv={csv}
    >
      <Axes
        across={[first, last].map((on, at) => ({
          at: at === 0 ? inner.left + 26 : inner.right - 28,
          words: longDate(on).replace(/^\d+ /, ''),
        }))}
        up={up.ticks.map(({ value, at }) => ({ at, words: String(value) }))}
        acrossIs={unit}
      />
      {phases.map((phase) => (
        <Phase key={phase.points[0]?.on ?? 'none'} phase={phase} x={x} y={up.at} />
      ))}
      {notes
        .filter(({ on }) => on >= first && on <= last)
        .map(({ on, words }, at) => (
          <g class="app-chart-note" key={`${on}${words}`}>
            <line x1={x(on)} x2={x(on)} y1={inner.top} y2={inner.bottom} />
            <text {...besideLine(x(on), words)} y={inner.top + 8 + 12 * (at % 4)}>
              {words}
            </text>
          </g>
        ))}
    </Chart>
  );
}

/** To the right of its line, or to the left where it would go over the page's side. */
const besideLine = (at: number, words: string) =>
  at + 3 + widthOf(words) > page.width
    ? ({ x: rounded(at - 3), 'text-anchor': 'end' } as const)
    : { x: rounded(at + 3) };

function Phase({ phase, x, y }: { phase: XmrPhase; x: (on: Day) => number; y: (value: number) => number }) {
  const { points, middle, limits, signals } = phase;
  const from = x(points[0]?.on ?? '');
  const to = x(points.at(-1)?.on ?? '');
  const spoken = new Set(signals.flatMap(({ from: start, to: end }) => placesOf(start, end)));
  return (
    <g class="app-chart-line">
      <line class="app-chart-middle" x1={from} x2={to} y1={y(middle)} y2={y(middle)} />
      {limits
        ? [limits.low, limits.high].map((limit) => (
            <line class="app-chart-limit" key={limit} x1={from} x2={to} y1={y(limit)} y2={y(limit)} />
          ))
        : null}
      <polyline points={points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ')} />
      {points.map(({ on, value }, place) =>
        spoken.has(place) ? (
          <rect key={on} x={rounded(x(on) - 2)} y={rounded(y(value) - 2)} width="4" height="4" />
        ) : null,
      )}
    </g>
  );
}

const placesOf = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

function summaryOf(phases: readonly XmrPhase[], unit: string, every: 'week' | 'month'): string {
  return phases
    .map(({ points, middle, limits, signals }) => {
      const range = limits
        ? `usually between ${shown(limits.low)} and ${shown(limits.high)}`
        : `too few ${every}s yet to say what is usual`;
      const rules =
        signals.length > 0
          ? `Something changed by the rules in ${signals.length} places.`
          : 'No rule says that anything changed.';
      return `${points.length} ${every}s, around ${shown(middle)} ${unit}, ${range}. ${rules}`;
    })
    .join(' ');
}

/** On the page the last six weeks, and what is usual only in the words above; the file has it all. */
function latest(table: ReturnType<typeof overTimeTable>) {
  const rows = table.rows
    .slice(-6)
    .toReversed()
    .map((row) => row.slice(0, 2));
  return {
    ...table,
    head: table.head.slice(0, 2),
    rows,
    caption: `${table.caption}: the last ${rows.length}, the newest first`,
  };
}

/** Every point that is drawn, as the table below the chart and as a file. */
export function overTimeTable(phases: readonly XmrPhase[], unit: string, every: 'week' | 'month' = 'week') {
  return {
    caption: `Each ${every} (${unit})`,
    head: [every === 'week' ? 'Week of' : 'Month from', unit, 'Middle', 'Usual range'],
    rows: phases.flatMap(({ points, middle, limits }) =>
      points.map(({ on, value }) => [
        longDate(on),
        shown(value),
        shown(middle),
        limits ? `${shown(limits.low)} to ${shown(limits.high)}` : '',
      ]),
    ),
  };
}

const shown = (value: number): string => String(Math.round(value * 10) / 10);
