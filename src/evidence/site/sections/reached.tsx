import { longDate } from '../../../platform/ui/dates.ts';
import { FlowChart, type FlowStep } from '../../charts/flow-chart.tsx';
import { placeOf } from '../../looking/which-site.ts';
import { elsewhereName, isSetBeside } from '../compared.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { reachedInWords, reachedMessage } from '../sentences.ts';
import { FigureBlock } from './block.tsx';

/** E7: the furthest conversation of each person, which is never the same as support. */
export function HowFar(value: EvidenceValue) {
  const { site, looked, evidence } = value;
  const isDrawn = evidence.site.reached.people >= evidence.tooFewBelow;
  return (
    <FigureBlock
      value={value}
      id="reached"
      title="How far conversations went"
      more={<InSentences {...value} />}
    >
      {isDrawn ? (
        <FlowChart
          id="how-far"
          title={reachedMessage(evidence.site)}
          statistic={`New people who got in touch with ${site.name} since ${longDate(site.startedOn)}. Each line is part of the first; planning a good life is not the same as drawing on support.`}
          steps={flowSteps(evidence)}
          csv={placeOf('/evidence/how-far.csv', looked)}
        />
      ) : null}
    </FigureBlock>
  );
}

function InSentences({ site, evidence }: EvidenceValue) {
  return (
    <>
      <p>
        <b>{site.name}.</b> {reachedInWords(evidence.site)}
      </p>
      {isSetBeside(site) ? (
        <p>
          <b>{elsewhereName(site)}.</b> {reachedInWords(evidence.elsewhere)}
        </p>
      ) : null}
    </>
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
