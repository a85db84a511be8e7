import { type FunnelPoint, funnelLimits } from '../statistics/funnel-limits.ts';
import { Axes, Chart } from './chart.tsx';
import { along, inner, percent, rounded, widthOf } from './drawing.ts';

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
  const { overall, limits, across, up } = scalesFor(named);
  const line = (of: (typeof bounds)[number]) =>
    limits.map((one) => `${across.at(one.size)},${Math.max(inner.top, up.at(one[of]))}`).join(' ');
  return (
    <Chart
      id={id}
      title={title}
      statistic={statistic}
      summary={named.map((one) => `${one.name}: ${wordsOf(one)}.`).join(' ')}
      table={tableOf(named)}
      csv={csv}
    >
      <Axes
        across={across.ticks.map(({ value, at }) => ({ at, words: value.toLocaleString('en-GB') }))}
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
        {bounds.map((of) => (
          <polyline
            class={of.endsWith('95') ? 'app-chart-limit' : 'app-chart-far'}
            key={of}
            points={line(of)}
          />
        ))}
        {placed(named, across.at, up.at).map((team) => (
          <Team key={team.name} {...team} />
        ))}
      </g>
    </Chart>
  );
}

const bounds = ['low95', 'high95', 'low998', 'high998'] as const;

function scalesFor(teams: readonly FunnelPoint[]) {
  const everybody = teams.reduce((sum, one) => sum + one.denominator, 0);
  const overall = teams.reduce((sum, one) => sum + one.numerator, 0) / Math.max(1, everybody);
  const most = Math.max(10, ...teams.map(({ denominator }) => denominator));
  const sizes = Array.from({ length: 24 }, (_, at) => Math.max(1, Math.round((most * (at + 1)) / 24)));
  const limits = sizes.map((size) => ({ size, ...funnelLimits(overall, size) }));
  const shares = teams.map(({ share }) => share ?? 0);
  const highest = Math.min(1, Math.max(0.05, ...shares, ...limits.slice(6).map((one) => one.high998)));
  const across = along([0, most], [inner.left, inner.right], 4);
  return { overall, limits, across, up: along([0, highest], [inner.bottom, inner.top], 4) };
}

interface TeamPlaced {
  name: string;
  x: number;
  y: number;
  /** Its name stands under it, because another's would stand in the way above. */
  isUnder: boolean;
}

/** Where each team stands, from the left, and on which side of it its name has room. */
function placed(
  teams: readonly FunnelPoint[],
  x: (size: number) => number,
  y: (share: number) => number,
): TeamPlaced[] {
  const stood: TeamPlaced[] = [];
  for (const { name, denominator, share } of teams
    .filter(({ place }) => place !== 'too-few')
    .toSorted((one, other) => one.denominator - other.denominator)) {
    const [across, up] = [x(denominator), y(share ?? 0)];
    const isUnder = stood.some(
      (other) => !other.isUnder && other.x > across - widthOf(name) && Math.abs(other.y - up) < 12,
    );
    stood.push({ name, x: across, y: up, isUnder });
  }
  return stood;
}

function Team({ name, x, y, isUnder }: TeamPlaced) {
  return (
    <g>
      <circle cx={x} cy={y} r="3.5" />
      <text x={rounded(x - 5)} y={rounded(isUnder ? y + 14 : y - 6)} text-anchor="end">
        {name}
      </text>
    </g>
  );
}

function tableOf(teams: readonly FunnelPoint[]) {
  return {
    caption: 'Teams, in the order of the alphabet',
    head: ['Team', 'Number', 'Out of', 'Share', 'Beside the others'],
    rows: teams.map((one) => [
      one.name,
      one.place === 'too-few' ? 'too few' : one.numerator,
      one.denominator,
      one.place === 'too-few' || one.share === null ? '' : percent(one.share),
      placeInWords[one.place],
    ]),
  };
}

const wordsOf = ({ share, numerator, denominator, place }: FunnelPoint): string =>
  place === 'too-few' || share === null
    ? placeInWords['too-few']
    : `${numerator} of ${denominator} (${percent(share)}), ${placeInWords[place]}`;
