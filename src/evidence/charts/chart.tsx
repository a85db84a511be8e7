import type { ComponentChildren } from 'preact';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { hung, inner, page, type Tick } from './drawing.ts';

export interface ChartProps {
  id: string;
  /** The message, as a sentence: what a councillor would say it shows. */
  title: string;
  /** What is drawn, of whom, to what day. */
  statistic: string;
  /** The same in words for whoever does not see it. */
  summary: string;
  /** Every figure that is drawn, and none that is not. */
  table: { caption: string; head: string[]; rows: (string | number)[][] };
  /** The same rows as a file. */
  csv?: string | undefined;
  /** Of the drawing, where it needs less room than others. */
  height?: number | undefined;
  children: ComponentChildren;
}

/** A chart with its message as its title, words for those who do not see it, and every figure in a table below. */
export function Chart({ id, title, statistic, summary, table, csv, height, children }: ChartProps) {
  return (
    <figure class="app-chart" id={id}>
      <figcaption>
        <h3>{title}</h3>
        <p class="app-soft">{statistic}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its name is the words below, so that they stand on the page once */}
      <svg
        viewBox={`0 0 ${page.width} ${height ?? page.height}`}
        role="img"
        aria-labelledby={`${id}-words`}
        focusable="false"
      >
        {children}
      </svg>
      <Details summary="In words and figures">
        <p id={`${id}-words`}>{summary}</p>
        <Table caption={table.caption} tabIndex={0} firstCellIsHeader head={table.head} rows={table.rows} />
        {csv ? (
          <p>
            <a href={csv}>The same as a file (CSV)</a>
          </p>
        ) : null}
      </Details>
    </figure>
  );
}

interface AxesProps {
  across: readonly Tick[];
  up: readonly Tick[];
  acrossIs: string;
  /** Of the drawing, where it is not as high as others. */
  height?: number;
}

/** Quiet lines to read by, figures at their ends, and what runs along the foot. */
export function Axes({ across, up, acrossIs, height = page.height }: AxesProps) {
  return (
    <g class="app-chart-axes">
      {up.map(({ at, words }) => (
        <g key={words}>
          <line x1={inner.left} x2={inner.right} y1={at} y2={at} />
          <text x={inner.left - 4} y={at + 4} text-anchor="end">
            {words}
          </text>
        </g>
      ))}
      {across.map(({ at, words }) => {
        const { x, anchor } = hung(at, words);
        return (
          <text key={words} x={x} y={height - page.bottom + 13} text-anchor={anchor}>
            {words}
          </text>
        );
      })}
      <text x={(inner.left + inner.right) / 2} y={height - 4} text-anchor="middle">
        {acrossIs}
      </text>
    </g>
  );
}
