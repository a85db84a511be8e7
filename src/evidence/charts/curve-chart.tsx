import type { Interval } from '../statistics/wilson.ts';
import { Axes, Chart } from './chart.tsx';
import { along, inner, percent, stepBand, stepPath } from './drawing.ts';

export interface CurveDay {
  day: number;
  share: number;
  interval: Interval | null;
  /** How many were still followed as the day began. */
  stillFollowed: number;
}

export interface CurveLine {
  name: string;
  points: readonly CurveDay[];
  /** Drawn broken, and without its range. */
  isComparison?: boolean;
  /** The last day anybody has been followed to: the line ends there. */
  followedTo: number;
}

export interface CurveChartProps {
  id: string;
  title: string;
  statistic: string;
  lines: readonly CurveLine[];
  /** The days that are read off in the table: 28, 90, 180, 365. */
  readAt: readonly number[];
  csv?: string | undefined;
}

/** How a share grows with the days since first contact; deaths and moves have taken people out of reach as they came. */
export function CurveChart({ id, title, statistic, lines, readAt, csv }: CurveChartProps) {
  const last = Math.max(1, ...lines.map(({ followedTo }) => followedTo));
  const days = along([0, last], [inner.left, inner.right], 4);
  const highest = Math.max(0.05, ...lines.flatMap(({ points }) => points.map(heightOf)));
  const shares = along([0, highest], [inner.bottom, inner.top], 4);
  const at = (day: number, share: number) => ({ x: days.at(day), y: shares.at(share) });
  return (
    <Chart
      id={id}
      title={title}
      statistic={statistic}
      summary={summaryOf(lines, readAt)}
      table={tableOf(lines, readAt)}
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

const heightOf = ({ share, interval }: CurveDay): number => interval?.high ?? share;

function Line({
  line: { name, points, isComparison, followedTo },
  at,
}: {
  line: CurveLine;
  at: (day: number, share: number) => { x: number; y: number };
}) {
  const kept = points.filter(({ day }) => day <= followedTo);
  const steps = [
    at(0, 0),
    ...kept.map(({ day, share }) => at(day, share)),
    at(followedTo, kept.at(-1)?.share ?? 0),
  ];
  const ranged = kept.filter(({ interval }) => interval !== null);
  const end = steps.at(-1);
  return (
    <g class={isComparison ? 'app-chart-beside' : 'app-chart-line'}>
      {isComparison ? null : (
        <path
          class="app-chart-range"
          d={stepBand(
            ranged.map(({ day, interval }) => at(day, interval?.high ?? 0)),
            ranged.map(({ day, interval }) => at(day, interval?.low ?? 0)),
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

/** Where a line stands by a day: its last point on or before it; null when nobody was followed so long. */
export function standsAt(line: CurveLine, day: number): CurveDay | null {
  if (line.followedTo < day) return null;
  const before = line.points.filter((point) => point.day <= day);
  return (
    before.at(-1) ?? { day, share: 0, interval: null, stillFollowed: line.points[0]?.stillFollowed ?? 0 }
  );
}

function summaryOf(lines: readonly CurveLine[], readAt: readonly number[]): string {
  return lines
    .map((line) => {
      const read = readAt.flatMap((day) => {
        const point = standsAt(line, day);
        return point ? [`${percent(point.share)} by day ${day}`] : [];
      });
      return read.length > 0
        ? `${line.name}: ${read.join(', ')}.`
        : `${line.name}: nobody followed so long yet.`;
    })
    .join(' ');
}

function tableOf(lines: readonly CurveLine[], readAt: readonly number[]) {
  const rows = lines.flatMap((line) =>
    readAt.map((day) => {
      const point = standsAt(line, day);
      return point
        ? [`${line.name}, by day ${day}`, percent(point.share), rangeOf(point), String(point.stillFollowed)]
        : [`${line.name}, by day ${day}`, 'not yet known', '', ''];
    }),
  );
  return {
    caption: 'The curve at each window',
    head: ['By', 'Share', '95% range', 'Still followed'],
    rows,
  };
}

const rangeOf = ({ interval }: CurveDay): string =>
  interval ? `${percent(interval.low)} to ${percent(interval.high)}` : '';
