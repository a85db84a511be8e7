import { longDate } from '../../../platform/ui/dates.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { OverTimeChart } from '../../charts/over-time-chart.tsx';
import { placeOf } from '../../looking/which-site.ts';
import { atElsewhere, elsewhereName, isSetBeside } from '../compared.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import {
  changeOverTime,
  inFigures,
  isClear,
  levelInWords,
  type SaidBeforehand,
} from '../over-time/change-over-time.ts';
import { waitsInWords, waitsMessage } from '../sentences.ts';
import { marked } from './beside-elsewhere.ts';
import { FigureBlock } from './block.tsx';
import { notesOf } from './weekly-support.tsx';

/** E6, E9 and F2: how soon somebody was spoken with, now and week by week, before the site and since. */
export function Spoken(value: EvidenceValue) {
  const { site, looked, evidence, maySeeNames } = value;
  const { waits } = evidence.site;
  return (
    <FigureBlock
      value={value}
      id="spoken"
      title="How soon somebody was spoken with"
      more={<InSentences {...value} />}
      against={
        <>
          the longest wait at {site.name} was {waits.longest ?? 0} days, and {waits.notYetSpokenWith} have not
          been spoken with yet
          {maySeeNames ? (
            <>
              {' '}
              (
              <a href={placeOf('/evidence/not-yet-spoken-with', looked)}>
                those waiting 28 days or more, by name
              </a>
              )
            </>
          ) : null}
          .
        </>
      }
    >
      <OverTimeChart
        id="week-by-week"
        title={waitsMessage(site, evidence)}
        statistic={`Spoken with within seven days: of contact episodes each week at ${site.name}’s team, in a hundred, before the site and since.`}
        phases={evidence.weekly}
        notes={notesOf(value)}
        unit="in a hundred, each week"
        csv={placeOf('/evidence/week-by-week.csv', looked)}
      />
      <div>
        <Change {...value} />
      </div>
    </FigureBlock>
  );
}

function InSentences({ site, evidence: { site: here, elsewhere, tooFewBelow } }: EvidenceValue) {
  return (
    <>
      <p>
        <b>{site.name}.</b> {waitsInWords(here.waits, tooFewBelow)}
      </p>
      {isSetBeside(site) ? (
        <p>
          <b>{elsewhereName(site)}.</b> {waitsInWords(elsewhere.waits, tooFewBelow)}
        </p>
      ) : null}
    </>
  );
}

/** The change at a first day said beforehand, beside the same weeks elsewhere; or why there is no answer yet (E9, E11). */
function Change({ site, evidence, said }: EvidenceValue) {
  const here = changeOverTime(pointsOf(evidence.weekly), said);
  if ('notYet' in here)
    return (
      <p>
        <b>What changed at the first day: not yet.</b> It is not reckoned, because {here.notYet}. {chance}
      </p>
    );
  const there = isSetBeside(site) ? changeOverTime(pointsOf(evidence.weeklyBeside), said) : null;
  const beside = there && 'series' in there ? there.series : null;
  const rows = [
    { name: site.name, series: here.series },
    ...(beside ? [{ name: elsewhereName(site), series: beside }] : []),
  ];
  return (
    <>
      <p>
        <b>What changed at the first day.</b> At {site.name} it {levelInWords(here.series)} in a hundred at
        once
        {beside
          ? `; ${atElsewhere(site)}, over the same weeks, it ${levelInWords(beside)}${isClear(beside.levelChange) ? '' : ', which is no clear change'}`
          : ''}
        . Whatever else began that day would show in the same way. {chance}
      </p>
      <Details summary="Level and slope, with their ranges">
        <Table
          caption={marked(
            site,
            'The line after the first day, beside the earlier line carried on: in a hundred, with 95% ranges.',
          )}
          tabIndex={0}
          firstCellIsHeader
          head={['Where', 'Level, at once', 'Slope, each week', 'By the last week', 'Weeks']}
          rows={rows.map(({ name, series }) => [
            name,
            inFigures(series.levelChange),
            inFigures(series.trendChange),
            inFigures(series.changeByTheEnd),
            `${series.before} before, ${series.after} since`,
          ])}
        />
        <p>{beforehand(said)}</p>
      </Details>
    </>
  );
}

const beforehand = ({ startSaidOn, registeredOn }: SaidBeforehand): string =>
  `Days to conversation were registered on ${registeredOn ? longDate(registeredOn) : ''} and the first day was said on ${longDate(startSaidOn)}; that the line is drawn at seven days was not said beforehand. The ranges allow for weeks that resemble their neighbours.`;

const chance =
  'A chart is not a verdict: where nothing changes, chance alone shows a signal in about one chart in six of 24 weeks, and one in two of 52.';

const pointsOf = (phases: EvidenceValue['evidence']['weekly']) => phases.flatMap(({ points }) => points);
