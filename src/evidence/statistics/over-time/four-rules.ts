/** What a chart is judged by: its middle line, and how far from it lie the limits (null when none may be drawn). */
export interface Judged {
  middle: number;
  low: number | null;
  high: number | null;
}

/** One reason to ask what happened, with the places on the chart (counted from 0) it is seen in. */
export interface Signal {
  rule:
    | 'outside-limits'
    | 'seven-on-one-side'
    | 'seven-rising-or-falling'
    | 'two-of-three-near-a-limit'
    | 'too-many-in-middle-third'
    | 'too-few-in-middle-third';
  from: number;
  to: number;
  direction: 'up' | 'down' | null;
}

/** Seven on one side, or seven rising or falling (six steps). NHS England's number; others use six, eight or nine. A judgement. */
export const SEVEN = 7;
/** Fifteen running in the middle third: Provost and Murray's number. A judgement. */
export const MANY_IN_MIDDLE = 15;
/** Eight running outside the middle third, on both sides: Nelson's number. A judgement. */
export const NONE_IN_MIDDLE = 8;

/**
 * The four published rules for a chart: (1) a point outside the limits; (2) seven running on one side of the middle line,
 * or seven rising or falling; (3) two of three running points in the outer third on one side, all three on that
 * side; (4) too many running in the middle third, or too few. With no limits only rule 2 can be asked. Equal neighbours
 * neither rise nor fall; a point on the middle line is on neither side and breaks a run. A signal says ask what happened,
 * not that anybody did well or badly: of charts of a measure that never changed, about one in six with 24 points and one
 * in two with 52 shows a signal by chance somewhere (bench/planted-truth.ts).
 * Sources: NHS England, Making Data Count (2019), and NHSRplotthedots for rules 1 to 3; Provost LP, Murray SK (2011),
 * The Health Care Data Guide, chapter 4; Nelson LS (1984), J Qual Technol 16:237-239, test 8.
 * @example fourRules([1, 2, 3, 4, 5, 6, 7], { middle: 4, low: null, high: null })[0]?.rule // 'seven-rising-or-falling'
 */
export function fourRules(values: readonly number[], judged: Judged): Signal[] {
  const sides = values.map((value) => Math.sign(value - judged.middle));
  const steps = values.map((value, at) => (at === 0 ? 0 : Math.sign(value - (values[at - 1] ?? value))));
  return [
    ...withLimits(values, judged),
    ...runs(sides, SEVEN).map((run) => ({ rule: 'seven-on-one-side' as const, ...run })),
    ...runs(steps, SEVEN - 1).map((run) => ({
      rule: 'seven-rising-or-falling' as const,
      ...run,
      from: run.from - 1,
    })),
  ].sort((one, other) => one.from - other.from || one.to - other.to);
}

function withLimits(values: readonly number[], { middle, low, high }: Judged): Signal[] {
  if (low === null || high === null) return [];
  const outside = values.map((value) => (value > high ? 1 : value < low ? -1 : 0));
  const near = values.map((value, at) => {
    if (outside[at] !== 0) return 0;
    if (value > middle + (2 / 3) * (high - middle)) return 1;
    return value < middle - (2 / 3) * (middle - low) ? -1 : 0;
  });
  const inMiddle = values.map((value) =>
    value <= middle + (high - middle) / 3 && value >= middle - (middle - low) / 3 ? 1 : -1,
  );
  const sides = values.map((value) => Math.sign(value - middle));
  const spread = runs(inMiddle, 1);
  return [
    ...outside.flatMap((side, at): Signal[] =>
      side === 0 ? [] : [{ rule: 'outside-limits', from: at, to: at, direction: side > 0 ? 'up' : 'down' }],
    ),
    ...twoOfThree(near, sides),
    ...spread
      .filter((run) => run.direction === 'up' && lengthOf(run) >= MANY_IN_MIDDLE)
      .map(({ from, to }): Signal => ({ rule: 'too-many-in-middle-third', from, to, direction: null })),
    ...spread
      .filter((run) => run.direction === 'down' && lengthOf(run) >= NONE_IN_MIDDLE)
      .filter(({ from, to }) => new Set(sides.slice(from, to + 1)).size > 1)
      .map(({ from, to }): Signal => ({ rule: 'too-few-in-middle-third', from, to, direction: null })),
  ];
}

/** Windows that overlap are one signal. */
function twoOfThree(near: readonly number[], sides: readonly number[]): Signal[] {
  const found: Signal[] = [];
  for (let from = 0; from + 3 <= near.length; from += 1) {
    for (const side of [1, -1]) {
      const three = near.slice(from, from + 3);
      const isOneSide = sides.slice(from, from + 3).every((each) => each === side);
      if (!isOneSide || three.filter((each) => each === side).length < 2) continue;
      const direction = side > 0 ? 'up' : 'down';
      const last = found.at(-1);
      if (last && last.direction === direction && last.to >= from) last.to = from + 2;
      else found.push({ rule: 'two-of-three-near-a-limit', from, to: from + 2, direction });
    }
  }
  return found;
}

interface Run {
  from: number;
  to: number;
  direction: 'up' | 'down';
}

/** The stretches of the same sign, not nought, that are at least so long. */
function runs(signs: readonly number[], least: number): Run[] {
  const found: Run[] = [];
  let from = 0;
  for (let at = 1; at <= signs.length; at += 1) {
    if (signs[at] === signs[from]) continue;
    if (signs[from] !== 0 && at - from >= least)
      found.push({ from, to: at - 1, direction: (signs[from] ?? 0) > 0 ? 'up' : 'down' });
    from = at;
  }
  return found;
}

const lengthOf = ({ from, to }: { from: number; to: number }): number => to - from + 1;
