import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { RETURN_WINDOWS } from '../returns.ts';
import { TOO_FEW_BELOW } from '../statistics/too-few.ts';
import type { CalendarWeek } from './calendar/calendars.store.ts';
import { type CalendarMinutes, type Freed, freedTime } from './hours/freed.ts';
import type { HourCost } from './hours/hour-cost.store.ts';
import { hoursWritten, knownTimes, type WrittenHours, weeksTold } from './hours/hours.ts';
import { type HourKind, hourKinds } from './hours/kinds.ts';
import { STRETCH_DAYS, type Written } from './hours/written.ts';
import { type AvoidedRow, avoidedStarts, increasesAvoided, sizeOf, windowSum } from './money/avoided-rows.ts';
import { type ChangeKind, changeKinds } from './money/changes.ts';
import type { Cohort, KindSum, MoneyCounted, Where } from './money/money.store.ts';
import { type Net, netOf, type SideHours } from './net.ts';

/** One kind of change of some people. Amounts are null where so few people are behind them that they are somebody's. */
export interface CashRow {
  cohort: Cohort;
  kind: ChangeKind;
  people: number;
  weeklyPence: number | null;
  inYearPence: number | null;
  fullYearPence: number | null;
}

/** What stands beside what went down (E8). */
export interface Beside {
  people: number;
  tooFew: boolean;
  undone: number | null;
  enquiries: number | null;
  crises: number | null;
  notAgreed: number;
  partlyAgreed: number;
  cameBack: { days: number; numerator: number; denominator: number; notYetKnown: number };
}

export interface CostFound {
  cash: CashRow[];
  /** The last day whose changes in what is paid are counted: the end of the last whole four weeks; null until the first are over. */
  changesTo: string | null;
  people: { cohort: Cohort; people: number; supported: number; unpriced: number }[];
  beside: Beside;
  starts: AvoidedRow[];
  increases: AvoidedRow;
  hours: { here: WrittenHours; there: WrittenHours; untilOn: string | null };
  /** Weeks of the site's team that may be told, the latest first. */
  weeks: { weekOn: string; kinds: { kind: HourKind; minutes: number }[] }[];
  freed: Freed[];
  hourCosts: HourCost[];
  /** E8: only when it may be said; else null, and why not. */
  net: Net | null;
  notYet: Refusal | null;
}

/** All that was read, for `costOf`. */
export interface CostRead {
  startedOn: string;
  isSetBeside: boolean;
  money: MoneyCounted;
  written: Written;
  weeks: readonly CalendarWeek[];
  hourCosts: HourCost[];
  tooFewBelow?: number | undefined;
  hoursKnownForPercent?: number | undefined;
}

/** Everything the page of cost and hours says, of what was counted. Nothing here is a target for anybody (P3). */
export function costOf(read: CostRead): CostFound {
  const { money, written, hourCosts, startedOn } = read;
  const tooFewBelow = read.tooFewBelow ?? TOO_FEW_BELOW;
  const told = { here: weeksTold(read.weeks, 'here'), there: weeksTold(read.weeks, 'there') };
  const hours = { here: hoursWritten(written, 'here'), there: hoursWritten(written, 'there') };
  const net = netFor(read, { hours, told, tooFewBelow });
  return {
    cash: money.sums
      .filter(({ where }) => where === 'here')
      .map((sum) => cashRow(sum, tooFewBelow))
      .toSorted(inOrder),
    changesTo: money.changesTo < startedOn ? null : money.changesTo,
    people: money.sizes
      .filter(({ where }) => where === 'here')
      .map(({ cohort, people, supported, unpriced }) => ({ cohort, people, supported, unpriced })),
    beside: besideOf(money, tooFewBelow),
    starts: read.isSetBeside ? avoidedStarts(money, tooFewBelow) : [],
    increases: increasesAvoided(money, read.isSetBeside ? tooFewBelow : Number.POSITIVE_INFINITY),
    hours: { ...hours, untilOn: written.untilOn },
    weeks: told.here.toSorted((one, other) => (one.weekOn < other.weekOn ? 1 : -1)).map(weekOf),
    freed: freedTime(told.here, startedOn),
    hourCosts,
    net: isRefusal(net) ? null : net,
    notYet: isRefusal(net) ? net : null,
  };
}

function cashRow(sum: KindSum, tooFewBelow: number): CashRow {
  const { cohort, kind, people } = sum;
  const mayTell = people >= tooFewBelow;
  const { weeklyPence, inYearPence, fullYearPence } = sum;
  const amounts = mayTell
    ? { weeklyPence, inYearPence, fullYearPence }
    : { weeklyPence: null, inYearPence: null, fullYearPence: null };
  return { cohort, kind, people, ...amounts };
}

const inOrder = (one: CashRow, other: CashRow): number =>
  one.cohort === other.cohort
    ? changeKinds.indexOf(one.kind) - changeKinds.indexOf(other.kind)
    : one.cohort.localeCompare(other.cohort);

function besideOf(money: MoneyCounted, tooFewBelow: number): Beside {
  const { people, undone, enquiries, crises, notAgreed, partlyAgreed } = money.beside;
  const tooFew = people < tooFewBelow;
  const days = RETURN_WINDOWS[0];
  const cameBack = { days, ...windowSum(money.windows, 'returns', days, 'here') };
  const after = tooFew ? { undone: null, enquiries: null, crises: null } : { undone, enquiries, crises };
  return { people, tooFew, ...after, notAgreed, partlyAgreed, cameBack };
}

const weekOf = ({ weekOn, minutes }: CalendarMinutes): CostFound['weeks'][number] => ({
  weekOn,
  kinds: hourKinds.flatMap((kind) => (minutes[kind] ? [{ kind, minutes: minutes[kind] }] : [])),
});

interface Known {
  hours: Record<Where, WrittenHours>;
  told: Record<Where, CalendarMinutes[]>;
  tooFewBelow: number;
}

/** Paid less counts those who had support on the first day, deaths and moves left out. */
function netFor(read: CostRead, known: Known): Net | Refusal {
  const { money, isSetBeside, hourCosts, hoursKnownForPercent } = read;
  const paid = money.sums.filter(
    ({ cohort, where, kind }) =>
      cohort === 'already' && where === 'here' && kind !== 'died' && kind !== 'moved',
  );
  const hidden = total(
    paid.filter(({ people }) => people < known.tooFewBelow),
    ({ people }) => people,
  );
  const already = sizeOf(money, 'already', 'here');
  if (!isSetBeside)
    return refuse(
      'E8',
      'the site is set beside nobody, so nobody can say what hours were more',
      'name a comparison',
    );
  return netOf({
    here: sideOf(read, known, 'here'),
    there: sideOf(read, known, 'there'),
    cashPence: -total(paid, ({ fullYearPence }) => fullYearPence),
    supported: already.supported,
    unpriced: already.unpriced,
    penceAnHour: hourCosts[0]?.penceAnHour ?? null,
    wouldTellAFew: hidden > 0 && hidden < known.tooFewBelow,
    knownForPercent: hoursKnownForPercent,
  });
}

function sideOf({ money, written, startedOn }: CostRead, { hours, told }: Known, where: Where): SideHours {
  const mine = hours[where];
  const since = told[where].filter(({ weekOn }) => weekOn >= startedOn);
  const longest = Math.max(0, ...written.most.map(({ minutes }) => minutes));
  const stretches = new Set(written.cells.map(({ fromOn }) => fromOn)).size;
  return {
    times: mine.times,
    saidTimes: knownTimes(mine, []),
    calendarTimes: total(mine.told, (cell) =>
      knownTimes({ ...mine, told: [{ ...cell, known: 0 }] }, told[where]),
    ),
    said: mine.minutes && { low: mine.minutes.low, high: mine.minutes.high + mine.untoldTimes * longest },
    weeks: (stretches * STRETCH_DAYS) / 7,
    calendar: {
      minutes: total(since, ({ minutes }) => total(Object.values(minutes), (some) => some)),
      weeks: since.length,
    },
    people: sizeOf(money, 'since', where).people,
  };
}

const total = <One>(all: readonly One[], of: (one: One) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);
