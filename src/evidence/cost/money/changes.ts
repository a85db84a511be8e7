import { addDays, type Day } from '../../../platform/clock.ts';
import { fullYear, inYear } from './year.ts';

/** One line of ongoing support somebody draws on, and what it costs the council a week, in pence, from each day. */
export interface SupportLine {
  personId: string;
  what: string;
  startedOn: Day;
  /** The last day of it; null while it goes on. */
  endedOn: Day | null;
  endedBecause: string | null;
  /** Earliest first; the first holds from `startedOn`. */
  rates: readonly { from: Day; weeklyPence: number }[];
}

/** When a life here ended. */
export interface LifeEnd {
  diedOn: Day | null;
  movedAwayOn: Day | null;
}

export const changeKinds = ['begun', 'increased', 'reduced', 'ended', 'died', 'moved'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One change to what somebody's support costs. A rise and a fall on one day are two. */
export interface Change {
  personId: string;
  on: Day;
  kind: ChangeKind;
  /** More a week above nought, less below it. */
  weeklyPence: number;
  /** What was paid a week just before and just after, all lines together. */
  before: number;
  after: number;
}

/** One kind of change of some people, all together. */
export interface ChangeSum {
  kind: ChangeKind;
  people: number;
  weeklyPence: number;
  inYearPence: number;
  fullYearPence: number;
}

/**
 * Every change to what one person's ongoing support costs, line by line, earliest first. Lines of the same words are one
 * line. Support begins for somebody who had none that day (`begun`), ends when none is left (`ended`); between, rises
 * (`increased`) and falls (`reduced`) of one day stand apart and are never taken from one another. What ends because
 * somebody died or moved away is `died` or `moved`: no saving. Support is paid on its last day. Nothing is paid after a
 * death, and a line dated after it is a slip of the record.
 * @example changesOf([{ ...line, startedOn: '2026-05-01', rates: [{ from: '2026-05-01', weeklyPence: 20_000 }] }], alive)
 */
export function changesOf(lines: readonly SupportLine[], life: LifeEnd): Change[] {
  const { diedOn } = life;
  const paid = diedOn ? lines.filter(({ startedOn }) => startedOn <= diedOn) : lines;
  const steps = paid.flatMap((line) => stepsOf(line, diedOn));
  const days = [...new Set(steps.map(({ on }) => on))].toSorted();
  let open = 0;
  let paying = 0;
  return days.flatMap((on): Change[] => {
    const today = steps.filter((step) => step.on === on);
    const was = { open, paying };
    open += total(today, ({ opens }) => opens);
    paying += total(today, ({ pence }) => pence);
    const { rise, fall } = movesOf(today);
    const about = { personId: today[0]?.personId ?? '', on, before: was.paying, after: paying };
    if (was.open === 0) return [{ ...about, kind: 'begun', weeklyPence: rise }];
    if (open === 0) return [{ ...about, kind: whyEnded(today, on, life), weeklyPence: -fall }];
    return [
      ...(rise > 0 ? [{ ...about, kind: 'increased' as const, weeklyPence: rise }] : []),
      ...(fall > 0 ? [{ ...about, kind: 'reduced' as const, weeklyPence: -fall }] : []),
    ];
  });
}

/** Changes by kind, from one day to another, both included: each person once in a kind, and every amount added. */
export function sumsOf(changes: readonly Change[], from: Day, to: Day): ChangeSum[] {
  const within = changes.filter(({ on }) => on >= from && on <= to);
  return changeKinds.map((kind) => {
    const mine = within.filter((change) => change.kind === kind);
    return {
      kind,
      people: new Set(mine.map(({ personId }) => personId)).size,
      weeklyPence: total(mine, ({ weeklyPence }) => weeklyPence),
      inYearPence: total(mine, ({ weeklyPence, on }) => inYear(weeklyPence, on)),
      fullYearPence: fullYear(total(mine, ({ weeklyPence }) => weeklyPence)),
    };
  });
}

/** A reduction was undone when, later, what is paid is again at least what it was before it. */
export const wasUndone = (reduction: Change, changes: readonly Change[], to: Day): boolean =>
  changes.some(
    ({ personId, on, after }) =>
      personId === reduction.personId && on > reduction.on && on <= to && after >= reduction.before,
  );

interface Step {
  personId: string;
  what: string;
  on: Day;
  opens: -1 | 0 | 1;
  pence: number;
  because: string | null;
}

function stepsOf(line: SupportLine, diedOn: Day | null): Step[] {
  const { personId, startedOn, endedOn, endedBecause } = line;
  const what = line.what.trim().toLowerCase();
  const isCut = diedOn !== null && (endedOn === null || endedOn > diedOn);
  const last = isCut ? diedOn : endedOn;
  const rates = line.rates.filter(
    ({ from }) => from === startedOn || (from > startedOn && (!last || from <= last)),
  );
  const begins = rates.map(({ from, weeklyPence }, at) => ({
    ...{ personId, what, on: from, because: null },
    opens: at === 0 ? (1 as const) : (0 as const),
    pence: weeklyPence - (rates[at - 1]?.weeklyPence ?? 0),
  }));
  if (last === null) return begins;
  const because = isCut ? 'died' : endedBecause;
  const pence = -(rates.at(-1)?.weeklyPence ?? 0);
  return [...begins, { personId, what, on: addDays(last, 1), opens: -1, pence, because }];
}

/** What rose and what fell on one day, lines of the same words as one. */
function movesOf(steps: readonly Step[]): { rise: number; fall: number } {
  const byWhat = Map.groupBy(steps, ({ what }) => what);
  const moves = [...byWhat.values()].map((same) => total(same, ({ pence }) => pence));
  return {
    rise: total(moves, (pence) => Math.max(0, pence)),
    fall: total(moves, (pence) => Math.max(0, -pence)),
  };
}

function whyEnded(
  steps: readonly Step[],
  on: Day,
  { diedOn, movedAwayOn }: LifeEnd,
): 'died' | 'moved' | 'ended' {
  if (diedOn !== null && diedOn < on) return 'died';
  const isMoved = steps.some(({ because }) => because === 'moved-and-met-there');
  return isMoved || (movedAwayOn !== null && movedAwayOn <= on) ? 'moved' : 'ended';
}

const total = <One>(all: readonly One[], of: (one: One) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);
