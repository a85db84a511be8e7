import type { Day } from '../../../platform/clock.ts';
import { fourRules, type Signal } from '../../statistics/over-time/four-rules.ts';
import { HELD_FROM, LIMITS_FROM, type XmrPhase, xmr } from '../../statistics/over-time/xmr.ts';
import { type HourKind, hourKindInWords, hourKinds } from './kinds.ts';

/** One week of a team's calendar, in minutes by kind. */
export interface CalendarMinutes {
  weekOn: Day;
  minutes: Partial<Record<HourKind, number>>;
}

/** Where the hours of one kind went: every week, judged by what was usual before. */
export interface Freed {
  kind: HourKind;
  /** Null until there are twelve weeks before and twelve since. */
  phase: XmrPhase | null;
  went: 'up' | 'down' | 'both' | 'no-change' | 'not-yet-known';
  words: string;
}

/**
 * Where freed time went, kind by kind: hours a week of the site's team, judged by the limits of the weeks before it began
 * (the last 24 at most), never two points and never limits that the weeks since have moved. It is "not yet known"
 * with fewer than twelve weeks on either side. @example freedTime(weeks, '2026-03-01')[0]?.went // 'not-yet-known'
 */
export function freedTime(weeks: readonly CalendarMinutes[], startedOn: Day): Freed[] {
  const inOrder = weeks.toSorted((one, other) => (one.weekOn < other.weekOn ? -1 : 1));
  const before = inOrder.filter(({ weekOn }) => weekOn < startedOn).slice(-HELD_FROM);
  const since = inOrder.filter(({ weekOn }) => weekOn >= startedOn);
  return hourKinds.map((kind) => {
    if (before.length < LIMITS_FROM || since.length < LIMITS_FROM) {
      const words = `${hourKindInWords[kind]}: not yet known. There are ${before.length} weeks before and ${since.length} since; ${LIMITS_FROM} of each are needed.`;
      return { kind, phase: null, went: 'not-yet-known', words };
    }
    return judged(kind, pointsOf(before, kind), pointsOf(since, kind));
  });
}

type Points = XmrPhase['points'];

const pointsOf = (weeks: readonly CalendarMinutes[], kind: HourKind): Points =>
  weeks.map(({ weekOn, minutes }) => ({ on: weekOn, value: (minutes[kind] ?? 0) / 60 }));

function judged(kind: HourKind, before: Points, since: Points): Freed {
  const [usual] = xmr({ points: before, within: { least: 0 } });
  if (!usual) throw new Error('twelve weeks make a phase');
  const limits = usual.limits;
  const points = [...before, ...since];
  const lines = { middle: usual.middle, low: limits?.low ?? null, high: limits?.high ?? null };
  const signals = fourRules(
    points.map(({ value }) => value),
    lines,
  );
  const phase = { ...usual, points, steps: null, signals };
  const went = directionOf(
    fourRules(
      since.map(({ value }) => value),
      lines,
    ),
  );
  return { kind, phase, went, words: `${hourKindInWords[kind]}: ${inWords(went, usual)}` };
}

/** Only what says which way: a measure can be unusually quiet without having gone anywhere. */
function directionOf(signals: readonly Signal[]): Exclude<Freed['went'], 'not-yet-known'> {
  const ways = new Set(signals.map(({ direction }) => direction).filter((way) => way !== null));
  if (ways.size === 2) return 'both';
  return [...ways][0] ?? 'no-change';
}

function inWords(went: Freed['went'], { middle, limits }: XmrPhase): string {
  const usual = `Before, usually between ${hours(limits?.low ?? 0)} and ${hours(limits?.high ?? 0)} hours a week, around ${hours(middle)}.`;
  const since = {
    up: 'Since then some weeks are more than that by the rules of the chart.',
    down: 'Since then some weeks are less than that by the rules of the chart.',
    both: 'Since then some weeks are more than that and some less, by the rules of the chart.',
    'no-change': 'Since then no rule says that anything changed.',
    'not-yet-known': '',
  }[went];
  return `${usual} ${since}`;
}

const hours = (value: number): string => String(Math.round(value * 10) / 10);
