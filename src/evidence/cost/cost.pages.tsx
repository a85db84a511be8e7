import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { CountedAtWords } from '../kept/counted-at-words.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { type Looked, placeOf } from '../looking/which-site.ts';
import { comparisonInWords, elsewhereName } from '../site/compared.ts';
import { AvoidedSection } from './avoided-section.tsx';
import { CashSection } from './cash-section.tsx';
import type { CostFound } from './cost.ts';
import { HoursSection } from './hours-section.tsx';
import { betweenPounds, hoursBetween, pounds } from './in-words.ts';
import { type Net, netLeavesOut } from './net.ts';

export interface CostValue extends CostFound {
  looked: Looked;
  /** Whoever reads may also say what an hour costs and read in a calendar. */
  mayKeep: boolean;
  counted: { at: Date; isDear: boolean };
}

/** Cost and hours: what is paid, what may have been avoided, the hours it took, and only with all of them what is left. */
export function CostPage(value: CostValue, frame: Frame) {
  const { looked, hourCosts, mayKeep } = value;
  const { site } = looked;
  const comparison = comparisonInWords(site);
  return (
    <EvidenceFrame looked={looked} here="cost" title="Cost and hours" frame={frame}>
      <h1>Cost and hours</h1>
      <p>
        This shows what changed in what the same people’s support costs since {site.name} began, and what is
        known of the hours staff gave. {cannotSay(value)}
      </p>
      <p>
        Nothing here is a target for a person or a worker, and no talk about a plan begins from it (rule P3).
      </p>
      {comparison ? <p>{comparison}</p> : null}
      {site.comparisonMark ? (
        <p>
          <b>The comparison was {site.comparisonMark}.</b>
        </p>
      ) : null}
      <CountedAtWords counted={value.counted} />
      <CashSection value={value} />
      <AvoidedSection value={value} there={elsewhereName(site)} />
      <HoursSection value={value} there={elsewhereName(site)} />
      <section>
        <h2>Paid less, less the hours it took</h2>
        {value.net ? <NetFigure net={value.net} /> : <NotYet notYet={value.notYet} />}
        <HourCostSaid {...{ hourCosts, mayKeep }} />
      </section>
      <p>
        <a href={placeOf('/evidence/cost/figures.csv', looked)}>The same as a file (CSV)</a>
      </p>
    </EvidenceFrame>
  );
}

const cannotSay = ({ net, looked: { site } }: CostValue): string =>
  net
    ? `It cannot say that ${site.name} is why.`
    : `It cannot say what ${site.name} saved: that needs the hours too, and what is missing is said below.`;

function NotYet({ notYet }: Pick<CostFound, 'notYet'>) {
  if (!notYet) return null;
  return (
    <InsetText>
      <p>
        No such figure is shown (rule {notYet.refused}), because {notYet.because}.
      </p>
      <p>To have one: {notYet.satisfyBy}.</p>
    </InsetText>
  );
}

function NetFigure({ net }: { net: Net }) {
  return (
    <>
      <p>
        <b>{betweenPounds(net.netPence)} a year.</b> Payments for those who had support on the first day are{' '}
        {pounds(Math.abs(net.cashPence))} {net.cashPence < 0 ? 'more' : 'less'} for a whole year; the hours
        are {hoursBetween(net.moreHours)} a year more than the comparison gives as many people, known from{' '}
        {net.by}, which cost {betweenPounds(net.hoursPence)}.
      </p>
      <p>It leaves out:</p>
      <ul>
        {netLeavesOut.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}

function HourCostSaid({ hourCosts, mayKeep }: Pick<CostValue, 'hourCosts' | 'mayKeep'>) {
  const [latest] = hourCosts;
  return (
    <p>
      {latest
        ? `An hour costs £${(latest.penceAnHour / 100).toFixed(2)}, from ${latest.source}, as at ${longDate(latest.sourceOn)}.`
        : 'Nobody has said what an hour costs.'}{' '}
      {mayKeep ? <a href="/evidence/cost/hour">Say what an hour costs</a> : null}
    </p>
  );
}
