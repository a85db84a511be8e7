import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { OverTimeChart } from '../charts/over-time-chart.tsx';
import { CountedAtWords } from '../kept/counted-at-words.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { placeOf } from '../looking/which-site.ts';
import { type DriftValue, driftCharts } from './drift.ts';
import { groupInWords, openingOf } from './in-words.ts';
import { otherDefinitions } from './other-definitions.ts';
import { Shares } from './sections/share-table.tsx';
import { middleHalf } from './sections/staying-close.tsx';

/** Practice-and-law 4.17: whether the old ways come back, of a team and never of anybody in it. */
export function DriftPage(value: DriftValue, frame: Frame) {
  const { looked, figures, days1To2 } = value;
  const { site } = looked;
  return (
    <EvidenceFrame
      looked={looked}
      here="how-it-went"
      path="/evidence/how-it-went/drift"
      title="Sliding back"
      frame={frame}
    >
      <p class="app-when">
        <a href={placeOf('/evidence/how-it-went', looked)}>Back to how it went</a>
      </p>
      <h1>Sliding back</h1>
      <CountedAtWords counted={value.counted} />
      <p>{openingOf(site, figures, 'handed-on')}</p>
      <Shares caption="Whether the old ways come back" site={site} figures={figures} />
      <Table
        caption={otherDefinitions['days-1-to-2'].words}
        tabIndex={0}
        firstCellIsHeader
        head={['Who', 'Days']}
        rows={days1To2.map((one) => [groupInWords(one.group, site), middleHalf(one)])}
      />
      <h2>Month by month</h2>
      <p>
        {site.name}’s team, two years before the site and since. A month of too few has no point, nor one that
        fewer than three of us wrote in: nothing is measured of anybody who works here.{' '}
        <a href={placeOf('/evidence/how-it-has-been', looked)}>What people have been put through</a>.
      </p>
      <Charts {...value} />
    </EvidenceFrame>
  );
}

function Charts({ looked, charts, tap }: DriftValue) {
  const notes = [
    { on: looked.site.startedOn, words: 'The site began' },
    ...tap.map(({ onDay }) => ({ on: onDay, words: 'Tap off' })),
  ];
  return (
    <>
      {driftCharts.map(({ measure, title, statistic, unit }) => {
        const chart = charts.find((one) => one.measure === measure);
        if (!chart || chart.phases.length === 0)
          return (
            <section key={measure}>
              <h3>{title}</h3>
              <p>
                {statistic} Nothing to draw yet, to {longDate(looked.asOf)}: no month of enough is whole.
              </p>
            </section>
          );
        return (
          <OverTimeChart
            key={measure}
            id={measure}
            title={title}
            statistic={statistic}
            phases={chart.phases}
            notes={notes}
            unit={unit}
            every="month"
            csv={placeOf('/evidence/how-it-went/drift.csv', looked)}
          />
        );
      })}
    </>
  );
}
