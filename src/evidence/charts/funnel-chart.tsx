import { type FunnelPoint, funnelLimits } from '../statistics/funnel-limits.ts';
import { Axes, Chart } from './chart.tsx';
import { along, inner, percent, rounded } from './drawing.ts';

export interface FunnelChartProps {
  id: string;
  title: string;
  statistic: string;
  teams: readonly FunnelPoint[];
  csv?: string | undefined;
}

const placeInWords: Record<FunnelPoint['place'], string> = {
  within: 'within what chance alone does',
  'beyond-95': 'further than chance does one time in twenty',
  'beyond-998': 'further than chance does two times in a thousand',
  'too-few': 'too few to compare',
};

/** Teams around the share of all of them together, with the room that chance alone takes. Never a ranking: the order is the alphabet's. */
export function FunnelChart({ id, title, statistic, teams, csv }: FunnelChartProps) {
  const named = teams.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  const everybody = named.reduce((sum, one) => sum + one.denominator, 0);
  const overall = named.reduce((sum, one) => sum + one.numerator, 0) / Math.max(1, everybody);
  const most = Math.max(10, ...named.map(({ denominator }) => denominator));
  const across = along([0, most], [inner.left, inner.right], 4);
  const sizes = Array.from({ length: 24 }, (_, at) => Math.max(1, Math.round((most * (at + 1)) / 24)));
  const limits = sizes.map((size) => ({ size, ...funnelLimits(overall, size) }));
  const highest = Math.max(
    0.05,
    ...named.map(({ share }) => share ?? 0),
    ...limits.slice(6).map((one) => one.high998),
  );
  const up = along([0, Math.min(1, highest)], [inner.bottom, inner.top], 4);
  const line = (of: 'low95' | 'high95' | 'low998' | 'high998') =>
    limits.map((one) => `${across.at(one.size)},${Math.max(inner.top, up.at(one[of]))}`).join(' ');
  return (
    <Chart
      id={id}
      title={title}
      statistic={statistic}
      summary={named.map((one) => `${one.name}: ${wordsOf(one)}.`).join(' ')}
      table={{
        caption: 'Teams, in the order of the alphabet',
        head: ['Team', 'Number', 'Out of', 'Share', 'Beside the others'],
        rows: named.map((one) => [
          one.name,
          one.place === 'too-few' ? 'too few' : one.numerator,
          one.denominator,
          one.place === 'too-few' || one.share === null ? '' : percent(one.share),
          placeInWords[one.place],
        ]),
      }}
      csv={csv}
    >
      <Axes
        across={across.ticks.map(({ value, at }) => ({ at, words: String(value) }))}
        up={up.ticks.map(({ value, at }) => ({ at, words: percent(value) }))}
        acrossIs="people followed long enough"
      />
      <g class="app-chart-line">
        <line
          class="app-chart-middle"
          x1={inner.left}
          x2={inner.right}
          y1={up.at(overall)}
          y2={up.at(overall)}
        />
        {(['low95', 'high95', 'low998', 'high998'] as const).map((of) => (
          <polyline
            class={of.endsWith('95') ? 'app-chart-limit' : 'app-chart-far'}
            key={of}
            points={line(of)}
          />
        ))}
        {named
          .filter(({ place }) => place !== 'too-few')
          .map(({ name, denominator, share }) => (
            <g key={name}>
              <circle cx={across.at(denominator)} cy={up.at(share ?? 0)} r="3.5" />
              <text x={rounded(across.at(denominator) - 5)} y={up.at(share ?? 0) - 6} text-anchor="end">
                {name}
              </text>
            </g>
          ))}
      </g>
    </Chart>
  );
}

const wordsOf = ({ share, numerator, denominator, place }: FunnelPoint): string =>
  place === 'too-few' || share === null
    ? placeInWords['too-few']
    : `${numerator} of ${denominator} (${percent(share)}), ${placeInWords[place]}`;
