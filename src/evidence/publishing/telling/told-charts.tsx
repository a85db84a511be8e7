import { longDate } from '../../../platform/ui/dates.ts';
import { CurveChart, type CurveLine, curveMessage } from '../../charts/curve-chart.tsx';
import { FlowChart, type FlowStep } from '../../charts/flow-chart.tsx';
import { type RangeDrawn, RangesChart } from '../../charts/ranges-chart.tsx';
import type { Curve } from '../../curve.ts';
import { shareMessage } from '../../site/sections/messages.ts';
import type { ToldGroup } from '../cells.ts';
import type { Bundle, ToldFigure, ToldReached } from './bundle.ts';
import { asFigure } from './told-site.ts';
import { besideInWords, groupInWords, measureInWords, shareAsTold, toldInWords } from './told-words.ts';

/**
 * Charts of what everybody is told, drawn from the bundle and from nothing else: whoever measures a line with a ruler
 * finds the told number again, and no other (E10).
 */
export interface ToldChartProps {
  bundle: Bundle;
  /** Where the same figures are as a file; a preview has none yet. */
  csv?: string | undefined;
}

type Measure = ToldFigure['measure'];

const did: Record<Measure, string> = {
  people: 'came to draw on ongoing support',
  episodes: 'came to draw on ongoing support, counting episodes,',
  returns: 'came back',
};

/** Shares with their ranges at every window somebody has been followed for, and the whole table below. */
export function SharesChart({ bundle, csv, measure }: ToldChartProps & { measure: Measure }) {
  const { site, asAt } = bundle;
  const figures = of(bundle, measure);
  const windows = [...new Set(figures.map(({ windowDays }) => windowDays))];
  const isKnown = (days: number): boolean =>
    figures.some(({ windowDays, denominator }) => windowDays === days && denominator !== 0);
  const groups = figures.filter(({ windowDays }) => windowDays === windows[0]).map(({ group }) => group);
  return (
    <RangesChart
      id={`told-${measure}`}
      title={messageOf(bundle, measure)}
      statistic={`${measureInWords[measure]}, followed to ${longDate(asAt)}${markOf(bundle)}.`}
      bands={windows.filter(isKnown).map((days) => ({
        name: `${days} days`,
        ranges: groups.flatMap((group) =>
          figures
            .filter((one) => one.windowDays === days && one.group === group)
            .map((one) => drawn(one, groupInWords(group, site))),
        ),
      }))}
      table={{
        caption: `${measureInWords[measure]}, followed to ${longDate(asAt)}.`,
        head: ['Within', 'Who', 'Number, share and its 95% range', 'Not yet known', 'Died, and moved away'],
        rows: figures.map((one) => [
          `${one.windowDays} days`,
          groupInWords(one.group, site),
          shareAsTold(one),
          toldInWords(one.notYetKnown),
          `${toldInWords(one.died)}, and ${toldInWords(one.moved)}`,
        ]),
      }}
      csv={csv && `${csv}&of=${measure}`}
    />
  );
}

/** How soon ongoing support began, as steps: between two windows nothing is told, so nothing is drawn. */
export function HowSoonTold({ bundle, csv }: ToldChartProps) {
  const { site } = bundle;
  const groups = ['site', 'elsewhere'] as const;
  const lines = groups.flatMap((group): CurveLine[] => {
    const curve = stepsOf(of(bundle, 'people').filter((one) => one.group === group));
    if (curve.steps.length === 0) return [];
    return [{ name: groupInWords(group, site), curve, isComparison: group === 'elsewhere' }];
  });
  if (lines.length === 0) return null;
  return (
    <CurveChart
      id="told-how-soon"
      title={curveMessage(lines)}
      statistic={`How soon ongoing support began, told at ${windowsInWords(bundle)} days and drawn as steps; each step is of everybody followed that long${markOf(bundle)}.`}
      lines={lines}
      csv={csv && `${csv}&of=people`}
    />
  );
}

/** How far people answered by the site went. */
export function HowFarTold({ bundle, csv }: ToldChartProps) {
  const reached = bundle.reached.find(({ group }) => group === 'site');
  if (!reached?.everybody) return null;
  return (
    <FlowChart
      id="told-how-far"
      title={reachedMessage(reached)}
      statistic={`New people who got in touch with ${bundle.site.name} since ${longDate(bundle.site.startedOn)}, by the furthest conversation each has come to. Each line is part of the first; reaching conversation 3 is not the same as drawing on support.`}
      steps={stepsFrom(reached)}
      csv={csv && `${csv}&of=reached`}
    />
  );
}

function stepsFrom({ everybody, one, two, three, none, ongoing }: ToldReached): FlowStep[] {
  return [
    { name: 'Got in touch', people: everybody },
    { name: 'No conversation yet', people: none },
    { name: 'Conversation 1 and no further', people: one },
    { name: 'Conversation 2', people: two },
    { name: 'Conversation 3', people: three },
    { name: 'Began ongoing support so far', people: ongoing },
  ];
}

function reachedMessage({ everybody, one, three }: ToldReached): string {
  const share = (part: number | null): string =>
    part === null || !everybody ? 'few' : `${Math.round((100 * part) / everybody)}%`;
  return `Of everybody who got in touch, ${share(one)} went no further than conversation 1, and ${share(three)} came to conversation 3`;
}

/** How many days the last step is drawn for, so that it is seen to be one. */
const LAST_STEP = 15;

/** The told shares as steps; a window nobody has been followed for, or that is hidden, has no step. */
function stepsOf(figures: readonly ToldFigure[]): Curve {
  const steps = figures.flatMap(({ windowDays, percentage, low, high }) =>
    percentage === null || low === null || high === null
      ? []
      : [{ day: windowDays, share: percentage / 100, interval: { low: low / 100, high: high / 100 } }],
  );
  const readings = steps.map(({ day, share, interval }) => ({
    ...{ day, share, interval },
    stillFollowed: figures.find(({ windowDays }) => windowDays === day)?.denominator ?? 0,
  }));
  return { steps, followedTo: (steps.at(-1)?.day ?? 0) + LAST_STEP, readings };
}

function drawn(one: ToldFigure, who: string): RangeDrawn {
  const { percentage, low, high } = one;
  const share =
    percentage === null || low === null || high === null
      ? null
      : { at: percentage / 100, low: low / 100, high: high / 100 };
  return { who, share, words: shareAsTold(one) };
}

/** What the told shares come to in one line, with no more than chance leaves standing. */
function messageOf(bundle: Bundle, measure: Measure): string {
  const figures = (group: ToldGroup) =>
    of(bundle, measure)
      .filter((one) => one.group === group)
      .map((one) => asFigure(one, bundle.asAt));
  const there = figures('elsewhere');
  const where = there.length > 0 ? besideInWords(bundle.site) : null;
  return shareMessage({ name: bundle.site.name, where, here: figures('site'), there }, did[measure]);
}

const of = ({ figures }: Bundle, measure: Measure): ToldFigure[] =>
  figures
    .filter((one) => one.measure === measure)
    .toSorted((one, other) => one.windowDays - other.windowDays);

const windowsInWords = (bundle: Bundle): string => {
  const days = [...new Set(of(bundle, 'people').map(({ windowDays }) => windowDays))];
  return `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`;
};

/** E11: on every chart that draws the comparison, when it was named after the start. */
const markOf = ({ site }: Bundle): string =>
  site.comparisonMark ? `. The comparison was ${site.comparisonMark}` : '';
