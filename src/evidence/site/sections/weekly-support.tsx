import { type ChartNote, OverTimeChart } from '../../charts/over-time-chart.tsx';
import { placeOf } from '../../looking/which-site.ts';
import { WEEKLY_SUPPORT_WITHIN } from '../../measured.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { weeklyMessage } from '../sentences.ts';

export const WEEKLY_SUPPORT_UNIT = 'people a week';

/** E9: people who came to draw on support, week by week, where others tell two averages: a count, whoever came. */
export function WeeklySupport({ site, looked, evidence, log }: EvidenceValue) {
  return (
    <OverTimeChart
      id="weekly-support"
      title={weeklyMessage(evidence.weeklySupport)}
      statistic={`New people of ${site.name}’s team whose support began that week, ${WEEKLY_SUPPORT_WITHIN} days or less after they first got in touch. A quiet month has fewer, whatever anybody does.`}
      phases={evidence.weeklySupport}
      notes={notesOf({ site, log })}
      unit={WEEKLY_SUPPORT_UNIT}
      csv={placeOf('/evidence/weekly-support.csv', looked)}
    />
  );
}

/** What may have moved a weekly line. */
export const notesOf = ({ site, log }: Pick<EvidenceValue, 'site' | 'log'>): ChartNote[] => [
  { on: site.startedOn, words: 'The site began' },
  ...log.tap.filter(({ isOn }) => !isOn).map(({ onDay }) => ({ on: onDay, words: 'Tap off' })),
];
