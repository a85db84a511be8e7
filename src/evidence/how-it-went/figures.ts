import { addDays, type Day } from '../../platform/clock.ts';
import { counterMeasure, type Figure, TOO_FEW_BELOW } from '../figure.ts';
import { type Group, groups } from '../measured.ts';
import { survival } from '../statistics/follow-up/survival.ts';
import { tooFewToCompare } from '../statistics/too-few.ts';
import { wilson } from '../statistics/wilson.ts';
import type { WithinWindow } from '../within-window.ts';
import type { Counted, LastedCount, ShareCount, SpreadCount } from './counted.ts';
import { type MeasureName, type ShareDefinition, shareDefinitions } from './definitions.ts';

/** A share with all that a figure must carry (E8); what is counted may be people, introductions, promises … */
export interface HowFigure extends Omit<Figure, 'of' | 'windowDays'> {
  measure: MeasureName;
  group: Group;
  rule: string;
  of: ShareDefinition['of'];
  /** Null where an answer is known at once, or when it ends. */
  windowDays: number | null;
}

/** The middle half of a quantity over people; nothing but how many where there are too few. */
export type HowSpread = Pick<SpreadCount, 'measure' | 'group' | 'people'> & {
  tooFew: boolean;
  numbers: Omit<SpreadCount, 'measure' | 'group' | 'people'> | null;
};

/** Days until half had come to rest, those open still counted as still open. */
export interface HowLong {
  group: Group;
  conversations: number;
  stillOpen: number;
  /** Null while half have not come to rest, or there are too few. */
  median: number | null;
  tooFew: boolean;
}

/** Every share named, in each group, as figures. A group in which nobody can be asked yet has a figure of nobody. */
export function figuresOf(
  shares: readonly ShareCount[],
  measures: readonly MeasureName[],
  asOf: Day,
  tooFewBelow = TOO_FEW_BELOW,
): HowFigure[] {
  const counted = (measure: string, group: Group): WithinWindow =>
    countedOf(
      shares.find((one) => one.measure === measure && one.group === group),
      measure,
      asOf,
    );
  return measures.flatMap((measure) => {
    const { rule, what, words, of, days, beside }: ShareDefinition = shareDefinitions[measure];
    return groups.map((group): HowFigure => {
      const { numerator, denominator, notYetKnown, died, moved, interval } = counted(measure, group);
      const besideIt = isMeasure(beside) ? shareDefinitions[beside].what : beside;
      return {
        ...{ measure, group, rule, what, of, definition: words, windowDays: days ?? null },
        ...{ numerator, denominator, interval, notYetKnown, died, moved },
        followUp: { to: asOf, known: denominator, everybody: denominator + notYetKnown },
        tooFew: tooFewToCompare([{ denominator }], tooFewBelow),
        counterMeasure: counterMeasure(besideIt, counted(beside, group), tooFewBelow),
      };
    });
  });
}

export function spreadsOf(
  counted: readonly SpreadCount[],
  measure: string,
  tooFewBelow = TOO_FEW_BELOW,
): HowSpread[] {
  return groups.map((group) => {
    const found = counted.find((one) => one.measure === measure && one.group === group);
    const people = found?.people ?? 0;
    const tooFew = people < tooFewBelow;
    const { lower, median, upper, ninetieth, most } = found ?? nothing;
    return {
      measure,
      group,
      people,
      tooFew,
      numbers: tooFew ? null : { lower, median, upper, ninetieth, most },
    };
  });
}

/** E7: how long staying close lasted, by Kaplan-Meier. */
export function howLong(lasted: Counted['lasted'], tooFewBelow = TOO_FEW_BELOW): HowLong[] {
  return groups.map((group) => {
    const mine = lasted.filter((one) => one.group === group);
    const conversations = peopleOf(mine);
    const tooFew = conversations < tooFewBelow;
    const median = tooFew ? null : (survival(mine).find(({ notYet }) => notYet <= 0.5)?.day ?? null);
    const stillOpen = peopleOf(mine.filter(({ became }) => became === 'lookedNoFurther'));
    return { group, conversations, stillOpen, median, tooFew };
  });
}

const peopleOf = (rows: readonly LastedCount[]): number => rows.reduce((sum, { people }) => sum + people, 0);

const nothing = { lower: 0, median: 0, upper: 0, ninetieth: 0, most: 0 };

const isMeasure = (name: string): name is MeasureName => Object.hasOwn(shareDefinitions, name);

function countedOf(count: ShareCount | undefined, measure: string, asOf: Day): WithinWindow {
  const { yes, no, died, moved, unknown } = count ?? { yes: 0, no: 0, died: 0, moved: 0, unknown: 0 };
  const denominator = yes + no + died + moved;
  const definition: ShareDefinition | null = isMeasure(measure) ? shareDefinitions[measure] : null;
  const windowDays = definition?.days ?? 0;
  const followed = { windowDays, followUpTo: asOf, startsTo: addDays(asOf, -windowDays) };
  const interval = wilson(yes, denominator);
  return { ...followed, numerator: yes, denominator, notYetKnown: unknown, died, moved, interval };
}
