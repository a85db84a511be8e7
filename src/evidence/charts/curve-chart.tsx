import type { Curve, CurveReading, CurveStep } from '../curve.ts';
import { Axes, Chart } from './chart.tsx';
import { along, inner, percent, seen, stepBand, stepPath } from './drawing.ts';

export interface CurveLine {
  name: string;
  curve: Curve;
  /** Drawn broken, and without its range. */
  isComparison?: boolean;
}

export interface CurveChartProps {
  id: string;
  title: string;
  statistic: string;
  lines: readonly CurveLine[];
  csv?: string | undefined;
}

/** How a share grows with the days since first contact; deaths and moves have taken people out of reach as they came. */
export function CurveChart({ id, title, statistic, lines, csv }: CurveChartProps) {
  const last = Math.max(1, ...lines.map(({ curve }) => curve.followedTo));
  const days = along([0, last], [inner.left, inner.right], 4);
  const highest = Math.max(0.05, ...lines.flatMap(({ curve }) => curve.steps.map(heightOf)));
  const shares = along([0, highest], [inner.bottom, inner.top], 4);
  const at = (day: number, share: number) => ({ x: days.at(day), y: shares.at(share) });
  return (
    <Chart
      id={id}
      title={title}
      statistic={statistic}
      summary={summaryOf(lines)}
      table={curveTable(lines)}
      csv={csv}
    >
      <Axes
        across={days.ticks.map((tick) => ({ at: tick.at, words: String(tick.value) }))}
        up={shares.ticks.map((tick) => ({ at: tick.at, words: percent(tick.value) }))}
        acrossIs="days since first contact"
      />
      {lines.map((line) => (
        <Line key={line.name} line={line} at={at} />
      ))}
    </Chart>
  );
}

const heightOf = ({ share, interval }: CurveStep): number => interval?.high ?? share;

function Line({
  line: { name, curve, isComparison },
  at,
}: {
  line: CurveLine;
  at: (day: number, share: number) => { x: number; y: number };
}) {
  const { steps: kept, followedTo } = curve;
  const steps = seen([
    at(0, 0),
    ...kept.map(({ day, share }) => at(day, share)),
    at(followedTo, kept.at(-1)?.share ?? 0),
  ]);
  const ranged = kept.filter(({ interval }) => interval !== null);
  const end = steps.at(-1);
  return (
    <g class={isComparison ? 'app-chart-beside' : 'app-chart-line'}>
      {isComparison ? null : (
        <path
          class="app-chart-range"
          d={stepBand(
            seen(ranged.map(({ day, interval }) => at(day, interval?.high ?? 0))),
            seen(ranged.map(({ day, interval }) => at(day, interval?.low ?? 0))),
          )}
        />
      )}
      <path d={stepPath(steps)} />
      {end ? (
        <text x={end.x} y={end.y - 5} text-anchor="end">
          {name}
        </text>
      ) : null}
    </g>
  );
}

/** How soon, in one line: at day 90, once everybody drawn has been followed so long. @example 'By day 90 it had begun for 11% (Harbour) and 11.4% (Marsh)' */
export function curveMessage(lines: readonly CurveLine[]): string {
  const read = lines.flatMap(({ name, curve }) => {
    const share = curve.readings.find(({ day }) => day === READ_AT)?.share ?? null;
    return share === null ? [] : [`${percent(share)} (${name})`];
  });
  if (read.length === 0 || read.length < lines.length) return 'How soon it began';
  return `By day ${READ_AT} it had begun for ${read.join(' and ')}`;
}

const READ_AT = 90;

function summaryOf(lines: readonly CurveLine[]): string {
  return lines
    .map(({ name, curve }) => {
      const read = curve.readings.flatMap(({ day, share }) =>
        share === null ? [] : [`${percent(share)} by day ${day}`],
      );
      return read.length > 0 ? `${name}: ${read.join(', ')}.` : `${name}: too few followed so long yet.`;
    })
    .join(' ');
}

/** The curve read at each window, as the table below the chart and as a file. */
export function curveTable(lines: readonly CurveLine[]) {
  const rows = lines.flatMap(({ name, curve }) =>
    curve.readings.map((one) => [
      `${name}, by day ${one.day}`,
      one.share === null ? 'not yet known' : percent(one.share),
      rangeOf(one),
      String(one.stillFollowed),
    ]),
  );
  return {
    caption: 'The curve at each window',
    head: ['By', 'Share', '95% range', 'Still followed'],
    rows,
  };
}

const rangeOf = ({ interval }: CurveReading): string =>
  interval ? `${percent(interval.low)} to ${percent(interval.high)}` : '';
