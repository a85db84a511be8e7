import { longDate } from '../../../platform/ui/dates.ts';
import { CurveChart, type CurveLine, curveMessage } from '../../charts/curve-chart.tsx';
import { placeOf } from '../../looking/which-site.ts';
import { atElsewhere, elsewhereName, isSetBeside } from '../compared.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { FigureTable } from '../figure-table.tsx';
import { cameInWords } from '../sentences.ts';
import type { Site } from '../site.store.ts';
import { besideElsewhere, marked } from './beside-elsewhere.ts';
import { FigureBlock } from './block.tsx';
import { shareMessage } from './messages.ts';
import { Shares } from './shares.tsx';
import { Before } from './tap-off-and-before.tsx';
import { WeeklySupport } from './weekly-support.tsx';

/** E1, E3 and E4. */
export function Supported(value: EvidenceValue) {
  const { site, looked, evidence } = value;
  const sides = { here: evidence.site.people, there: evidence.elsewhere.people };
  const where = isSetBeside(site) ? atElsewhere(site) : null;
  return (
    <FigureBlock
      value={value}
      id="supported"
      title="Who came to draw on ongoing support"
      more={<InFull {...value} />}
      isWide
    >
      <Shares
        value={value}
        kind="people"
        title={shareMessage({ name: site.name, where, ...sides }, 'came to draw on support')}
      />
      <CurveChart
        id="how-soon"
        title={curveMessage(curveLines(site, evidence))}
        statistic={marked(
          site,
          `How soon: everybody new since ${longDate(site.startedOn)}, for as long as each has been followed; shaded, the 95% range.`,
        )}
        lines={curveLines(site, evidence)}
        csv={placeOf('/evidence/how-soon.csv', looked)}
      />
      <WeeklySupport {...value} />
    </FigureBlock>
  );
}

function InFull(value: EvidenceValue) {
  const { site, evidence } = value;
  const beside = isSetBeside(site)
    ? ` ${elsewhereName(site)} over the same days: ${cameInWords(evidence.elsewhere)}`
    : '';
  return (
    <>
      <p>
        {site.name} has had {cameInWords(evidence.site)}
        {beside}
      </p>
      <FigureTable
        caption="Contact episodes followed by ongoing support."
        groups={besideElsewhere(site, evidence, 'episodes')}
      />
      <Before {...value} />
    </>
  );
}

export const curveLines = (site: Site, evidence: Evidence): CurveLine[] => [
  { name: site.name, curve: evidence.site.curve },
  ...(isSetBeside(site)
    ? [{ name: elsewhereName(site), curve: evidence.elsewhere.curve, isComparison: true }]
    : []),
];
