import { longDate } from '../../../platform/ui/dates.ts';
import { RangesChart } from '../../charts/ranges-chart.tsx';
import { type Figure, shareInWords } from '../../figure.ts';
import { placeOf } from '../../looking/which-site.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { differenceInWords } from '../finding.ts';
import { besideElsewhere, marked } from './beside-elsewhere.ts';

export interface SharesProps {
  value: EvidenceValue;
  kind: 'people' | 'returns';
  title: string;
}

/** Shares of one kind with their ranges, at every window somebody has been followed for. */
export function Shares({ value: { site, looked, evidence }, kind, title }: SharesProps) {
  const groups = besideElsewhere(site, evidence, kind);
  const windows = groups[0]?.figures ?? [];
  const isKnown = (at: number): boolean => groups.some(({ figures }) => (figures[at]?.denominator ?? 0) > 0);
  const unknown = windows.filter((_, at) => !isKnown(at)).map(({ windowDays }) => windowDays);
  const bands = windows.flatMap(({ windowDays }, at) =>
    isKnown(at)
      ? [{ windowDays, figures: groups.flatMap(({ name, figures }) => one(name, figures[at])) }]
      : [],
  );
  return (
    <RangesChart
      id={`shares-${kind}`}
      title={title}
      statistic={marked(
        site,
        `${statisticOf[kind]}, followed to ${longDate(evidence.asOf)}${later(unknown)}.`,
      )}
      bands={bands.map(({ windowDays, figures }) => ({
        name: `${windowDays} days`,
        ranges: figures.map(({ who, figure }) => ({ who, share: shareOf(figure), words: wordsOf(figure) })),
      }))}
      table={{
        caption: `${statisticOf[kind]}.`,
        head: [
          'Within',
          'Number, share and its 95% range',
          'Difference in percentage points',
          'Not yet known',
        ],
        rows: bands.flatMap(({ windowDays, figures }) =>
          figures.map(({ who, figure }, at) => [
            `${windowDays} days, ${who}`,
            `${count(figure.numerator)} of ${count(figure.denominator)}: ${wordsOf(figure)}`,
            at === 0 && figures.length > 1 ? differenceInWords(figure, figures[1]?.figure) : '',
            count(figure.notYetKnown),
            `${count(figure.died)}, and ${count(figure.moved)}`,
          ]),
        ),
      }}
      csv={placeOf('/evidence/figures.csv', looked)}
    />
  );
}

const statisticOf = {
  people: 'New people who began ongoing support',
  returns: 'People who came back after everything had rested',
};

const later = (windows: readonly number[]): string =>
  windows.length === 0 ? '' : `; within ${windows.join(' and ')} days not yet known for anybody`;

const one = (who: string, figure: Figure | undefined) => (figure ? [{ who, figure }] : []);

const shareOf = ({ tooFew, interval, numerator, denominator }: Figure) =>
  tooFew || !interval ? null : { at: numerator / denominator, ...interval };

const wordsOf = (figure: Figure): string =>
  figure.tooFew ? 'too few to compare' : shareInWords(figure.numerator, figure.denominator, figure.interval);

const count = (number: number): string => number.toLocaleString('en-GB');
