import type { ComponentChildren } from 'preact';
import { Axes, Chart, type ChartProps } from './chart.tsx';
import { along, inner, page, percent } from './drawing.ts';

/** One share with its range; without one, the words say why. */
export interface RangeDrawn {
  who: string;
  share: { at: number; low: number; high: number } | null;
  /** The number, share and range in words, or why there is none. */
  words: string;
}

export interface RangesChartProps extends Pick<ChartProps, 'id' | 'title' | 'statistic' | 'table' | 'csv'> {
  /** What is drawn together, in order: every window, with everybody in the same order in each. */
  bands: readonly { name: string; ranges: readonly RangeDrawn[] }[];
}

const LEFT = 62;
const FROM = inner.top + 16;

/** Shares as points on their ranges, one scale for all: filled, hollow and square, so that they are told apart without colour. */
export function RangesChart({ bands, ...chart }: RangesChartProps) {
  const most = Math.max(0.05, ...bands.flatMap(({ ranges }) => ranges.map(({ share }) => share?.high ?? 0)));
  const across = along([0, most], [LEFT, inner.right - 34], 4);
  const rows = bands.flatMap(({ ranges }) => ranges).length;
  const step = Math.min(18, (inner.bottom - FROM - 6 * bands.length) / Math.max(1, rows));
  const summary = bands.map(({ name, ranges }) => `${name}: ${ranges.map(inWords).join('; ')}.`).join(' ');
  let y = FROM;
  const drawn: ComponentChildren[] = [];
  for (const { name, ranges } of bands) {
    const first = y;
    for (const [at, range] of ranges.entries()) {
      drawn.push(<Range key={`${name}${at}`} range={range} mark={at} y={Math.round(y)} at={across.at} />);
      y += step;
    }
    drawn.push(
      <text key={name} x={LEFT - 6} y={Math.round((first + y - step) / 2) + 4} text-anchor="end">
        {name}
      </text>,
    );
    y += 6;
  }
  const height = Math.round(y - step + 10 + page.bottom);
  return (
    <Chart {...chart} summary={summary} height={height}>
      <Axes
        height={height}
        across={across.ticks.map(({ value, at }) => ({ at, words: percent(value) }))}
        up={[]}
        acrossIs="share, and the range that chance alone leaves"
      />
      <Legend who={bands[0]?.ranges.map(({ who }) => who) ?? []} />
      <g class="app-chart-ranges">{drawn}</g>
    </Chart>
  );
}

const inWords = ({ who, words }: RangeDrawn): string => `${who} ${words}`;

function Range({
  range,
  mark,
  y,
  at,
}: {
  range: RangeDrawn;
  mark: number;
  y: number;
  at: (share: number) => number;
}) {
  if (!range.share)
    return (
      <text class="app-chart-quiet" x={LEFT} y={y + 4}>
        {range.words}
      </text>
    );
  return (
    <g>
      <line x1={at(range.share.low)} x2={at(range.share.high)} y1={y} y2={y} />
      <Mark mark={mark} x={at(range.share.at)} y={y} />
      <text x={at(range.share.high) + 5} y={y + 4}>
        {percent(range.share.at)}
      </text>
    </g>
  );
}

function Mark({ mark, x, y }: { mark: number; x: number; y: number }) {
  if (mark === 2) return <rect class="app-chart-hollow" x={x - 3.5} y={y - 3.5} width="7" height="7" />;
  return <circle class={mark === 1 ? 'app-chart-hollow' : undefined} cx={x} cy={y} r="4" />;
}

function Legend({ who }: { who: readonly string[] }) {
  let x = 8;
  return (
    <g class="app-chart-ranges">
      {who.map((name, mark) => {
        const at = x;
        x += 22 + name.length * 5.6;
        return (
          <g key={name}>
            <Mark mark={mark} x={at} y={8} />
            <text x={at + 8} y={12}>
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
