import { Chart } from './chart.tsx';
import { inner, page } from './drawing.ts';

export interface FlowStep {
  name: string;
  /** Null is hidden: nothing is drawn, and the words say so. */
  people: number | null;
}

export interface FlowChartProps {
  id: string;
  title: string;
  statistic: string;
  /** Everybody first; each further step is part of them, not of the step before. */
  steps: readonly FlowStep[];
  csv?: string | undefined;
}

/** How far people went: everybody who got in touch, then how many of them came to each conversation and to ongoing support. */
export function FlowChart({ id, title, statistic, steps, csv }: FlowChartProps) {
  const everybody = steps[0]?.people ?? 0;
  const width = (people: number | null) =>
    Math.round(((page.width - 20) * (people ?? 0) * 10) / Math.max(1, everybody)) / 10;
  return (
    <Chart
      id={id}
      title={title}
      statistic={statistic}
      summary={steps.map(({ name, people }) => `${name}: ${shown(people, everybody)}.`).join(' ')}
      table={flowTable(steps)}
      csv={csv}
      height={inner.top + steps.length * ROOM}
    >
      {steps.map(({ name, people }, at) => (
        <g class="app-chart-flow" key={name}>
          <rect x="10" y={inner.top + at * ROOM + 14} width={width(people)} height={ROOM - 20} />
          <text x="10" y={inner.top + at * ROOM + 9}>
            {name}: {shown(people, everybody)}
          </text>
        </g>
      ))}
    </Chart>
  );
}

/** How far people went, as the table below the chart and as a file. */
export function flowTable(steps: readonly FlowStep[]) {
  const everybody = steps[0]?.people ?? 0;
  return {
    caption: 'How far people went',
    head: ['Came to', 'People', 'Of everybody'],
    rows: steps.map(({ name, people }) => [
      name,
      people ?? HIDDEN,
      people === null ? '' : shareOf(people, everybody),
    ]),
  };
}

/** What one line takes, with its words. */
const ROOM = 31;

const HIDDEN = 'hidden';

const shareOf = (people: number, everybody: number): string =>
  everybody === 0 ? '' : `${Math.round((people / everybody) * 100)}%`;

const shown = (people: number | null, everybody: number): string =>
  people === null
    ? HIDDEN
    : people === everybody
      ? people.toLocaleString('en-GB')
      : `${people.toLocaleString('en-GB')} (${shareOf(people, everybody)})`;
