import type { Day } from '../../../platform/clock.ts';
import { fourRules, type Signal } from './four-rules.ts';
import { inOrder, type PointInTime } from './point-in-time.ts';

/** A decision, by somebody and with a reason, that a chart begins again from a day. Never made by arithmetic. */
export interface Rebase {
  /** The first day of the points that begin again. */
  from: Day;
  decidedOn: Day;
  why: string;
}

/** A stretch of the chart with one middle line. */
export interface XmrPhase {
  points: PointInTime[];
  /** The decision that began it; null for the first. */
  rebase: Rebase | null;
  middle: number;
  /** Null until there are enough points: draw a run chart's line, and say limits come at `LIMITS_FROM` points. */
  limits: { low: number; high: number } | null;
  /** How many of the first points the middle and the limits come from; later points are judged by them and do not move them. */
  computedFrom: number;
  /** Size of each step from the point before (none for the first), their mean, and the limit of a single step. */
  steps: { sizes: number[]; mean: number; limit: number } | null;
  /** Places are counted from the phase's first point. */
  signals: Signal[];
}

/** Limits are drawn from this many points (E9). A judgement: twelve are the least that Provost and Murray take as trial limits. */
export const LIMITS_FROM = 12;
/**
 * From this many points on the middle and the limits stand still. A judgement, within Provost and Murray's 20 to 30: limits
 * that every new point moves would follow a slow drift and hide it, which is re-basing without a decision.
 */
export const HELD_FROM = 24;
/** 3 and 3.267 mean steps, by way of d2 = 1.128 for pairs: 2.66 as published. */
const LIMIT_IN_STEPS = 2.66;
const STEP_LIMIT_IN_STEPS = 3.267;

/**
 * XmR chart (individual values and moving ranges): middle line, natural limits, and the four rules, phase by phase. A phase
 * begins only where the caller brings a dated decision. `within` holds limits inside what the measure can be, such as
 * 0 and 1 for a share. Steps are not screened for outliers, as some tools do: limits are then a little wider.
 * Units are the measure's. Throws on a day told twice or a value that is not a number.
 * Sources: Shewhart WA (1931); Wheeler DJ (2000), Understanding Variation; Provost LP, Murray SK (2011), The Health Care
 * Data Guide, chapters 4 and 5; NHS England, Making Data Count (2019).
 * @example xmr({ points }).at(-1)?.limits // { low: 4.2, high: 19.1 }
 */
export function xmr(chart: {
  points: readonly PointInTime[];
  rebases?: readonly Rebase[];
  within?: { least?: number; most?: number };
}): XmrPhase[] {
  const points = inOrder(chart.points);
  const rebases = (chart.rebases ?? []).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const begins = [null, ...rebases];
  return begins.flatMap((rebase, at) => {
    const from = rebase?.from ?? '';
    const to = rebases[at]?.from ?? '\uffff';
    const mine = points.filter((point) => point.on >= from && point.on < to);
    return mine.length === 0 ? [] : [phase(mine, rebase, chart.within ?? {})];
  });
}

function phase(
  points: PointInTime[],
  rebase: Rebase | null,
  within: { least?: number; most?: number },
): XmrPhase {
  const values = points.map((point) => point.value);
  const base = values.slice(0, HELD_FROM);
  const middle = mean(base);
  const sizes = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const step = base.length < 2 ? 0 : mean(sizes.slice(0, base.length - 1));
  const hasLimits = base.length >= LIMITS_FROM;
  const limits = hasLimits
    ? {
        low: Math.max(within.least ?? Number.NEGATIVE_INFINITY, middle - LIMIT_IN_STEPS * step),
        high: Math.min(within.most ?? Number.POSITIVE_INFINITY, middle + LIMIT_IN_STEPS * step),
      }
    : null;
  return {
    points,
    rebase,
    middle,
    limits,
    computedFrom: base.length,
    steps: hasLimits ? { sizes, mean: step, limit: STEP_LIMIT_IN_STEPS * step } : null,
    signals: fourRules(values, { middle, low: limits?.low ?? null, high: limits?.high ?? null }),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
