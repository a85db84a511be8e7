import type { Day } from '../../platform/clock.ts';
import type { Looked } from '../looking/which-site.ts';
import { type XmrPhase, xmr } from '../statistics/over-time/xmr.ts';
import type { MonthCount } from './counted.ts';
import type { CountedDrift } from './drift.store.ts';
import { figuresOf, type HowFigure, type HowSpread, spreadsOf } from './figures.ts';

/** What is drawn month by month: what it says, of whom, in what, and what it can be at most. */
export const driftCharts = [
  {
    measure: 'hand-ons',
    title: 'Hand-ons from one of us to another',
    statistic:
      'For every hundred people who got in touch that month: contacts a colleague took on and named people who changed, within 28 days.',
    unit: 'hand-ons for a hundred people',
  },
  {
    measure: 'days-1-to-2',
    title: 'Days from the first conversation 1 to the first conversation 2',
    statistic:
      'For those who had both within 90 days, by the month conversation 1 began: half waited so long or less. A month has its point once 90 days have passed.',
    unit: 'days',
  },
  {
    measure: 'words-an-entry',
    title: 'Words in an entry',
    statistic: 'On average over the entries of the month, whoever’s words they are.',
    unit: 'words',
  },
  {
    measure: 'own-fields',
    title: 'How much of what is written is in the person’s own words',
    statistic:
      'Of every hundred fields filled in entries of the month, those that hold what the person said.',
    unit: 'in a hundred',
    most: 100,
  },
  {
    measure: 'words-to-spare',
    title: 'Words that make people into work, in our own notes',
    statistic:
      'Of every hundred entries with notes of ours, those in which the writing aid finds one; never inside the person’s own words.',
    unit: 'in a hundred',
    most: 100,
  },
] as const;

export interface DriftChart {
  measure: (typeof driftCharts)[number]['measure'];
  phases: XmrPhase[];
  /** Months of fewer than enough to draw a point. */
  tooFew: number;
}

export interface Drift {
  asOf: Day;
  figures: HowFigure[];
  days1To2: HowSpread[];
  charts: DriftChart[];
}

export interface DriftValue extends Drift {
  looked: Looked;
  counted: { at: Date; isDear: boolean };
  tap: { onDay: Day }[];
}

/** What the database counted of a team, never of anybody in it. A month of too few has no point (E8, E9). */
export function driftOf(counted: CountedDrift, asOf: Day, tooFewBelow: number): Drift {
  return {
    asOf,
    figures: figuresOf(counted.shares, ['handed-on', 'own-words', 'words-to-spare'], asOf, tooFewBelow),
    days1To2: spreadsOf(counted.spreads, 'days-1-to-2', tooFewBelow),
    charts: driftCharts.map((chart) => {
      const mine = counted.months.filter(({ measure }) => measure === chart.measure);
      const enough = mine.filter(({ over }) => over >= tooFewBelow);
      const most = 'most' in chart ? { most: chart.most } : {};
      const phases = xmr({ points: enough.map(pointOf), within: { least: 0, ...most } });
      return { measure: chart.measure, phases, tooFew: mine.length - enough.length };
    }),
  };
}

const pointOf = ({ on, value }: MonthCount) => ({ on, value: Math.round(value * 10) / 10 });
