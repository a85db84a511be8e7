import { longDate } from '../../../platform/ui/dates.ts';
import { CurveChart, type CurveLine } from '../../charts/curve-chart.tsx';
import { FlowChart, type FlowStep } from '../../charts/flow-chart.tsx';
import { OverTimeChart } from '../../charts/over-time-chart.tsx';
import { placeOf } from '../../looking/which-site.ts';
import { elsewhereName, isSetBeside } from '../compared.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import type { Site } from '../site.store.ts';

/** E3 drawn: how soon ongoing support began, with those who died or moved away counted as they came. */
export function HowSoon({ site, looked, evidence }: EvidenceValue) {
  return (
    <CurveChart
      id="how-soon"
      title="How soon ongoing support began"
      statistic={`New people since ${longDate(site.startedOn)}, each followed for as long as they have been; shaded, the 95% range at ${site.name}. A line ends where too few have been followed so long.`}
      lines={curveLines(site, evidence)}
      csv={placeOf('/evidence/how-soon.csv', looked)}
    />
  );
}

export const curveLines = (site: Site, evidence: Evidence): CurveLine[] => [
  { name: site.name, curve: evidence.site.curve },
  ...(isSetBeside(site)
    ? [{ name: elsewhereName(site), curve: evidence.elsewhere.curve, isComparison: true }]
    : []),
];

/** E7 drawn: the furthest conversation of each person, and ongoing support beside it. */
export function HowFar({ site, looked, evidence }: EvidenceValue) {
  const steps = flowSteps(evidence);
  if ((steps[0]?.people ?? 0) < evidence.tooFewBelow) return null;
  return (
    <FlowChart
      id="how-far"
      title="How far people went, and how many came to draw on support"
      statistic={`New people who got in touch with ${site.name} since ${longDate(site.startedOn)}. Each line is part of the first.`}
      steps={steps}
      csv={placeOf('/evidence/how-far.csv', looked)}
    />
  );
}

export function flowSteps({ site: { reached } }: Evidence): FlowStep[] {
  const { people, one, two, three, ongoing } = reached;
  return [
    { name: 'Got in touch', people },
    { name: 'Talked with somebody', people: one + two + three },
    { name: 'Somebody stayed close', people: two },
    { name: 'Planned a good life', people: three },
    { name: 'Began ongoing support', people: ongoing },
  ];
}

/** E6 and E9 drawn: week by week, before the site and since, with what may have moved it. */
export function WeekByWeek({ site, looked, evidence, log }: EvidenceValue) {
  return (
    <OverTimeChart
      id="week-by-week"
      title="Spoken with within seven days of getting in touch"
      statistic={`Of contact episodes each week at ${site.name}’s team, in hundredths; before the site and since. Two years, so that one bad month is not a beginning.`}
      phases={evidence.weekly}
      notes={[
        { on: site.startedOn, words: 'The site began' },
        ...log.tap.filter(({ isOn }) => !isOn).map(({ onDay }) => ({ on: onDay, words: 'Tap off' })),
      ]}
      unit="in a hundred, each week"
      csv={placeOf('/evidence/week-by-week.csv', looked)}
    />
  );
}
