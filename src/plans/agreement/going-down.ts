import { type BudgetPart, moneyInWords, totalsOf } from '../budget.ts';
import { type Answered, type LaterLines, type Lines, quoted, setNeedsBeside } from '../changing/beside.ts';
import { saysLess } from '../changing/said-amounts.ts';
import type { NeedLine } from '../plan.ts';

/** Something that goes down: a phrase, and the needs it is about; none when it is the plan as a whole. */
export interface GoesDown {
  phrase: string;
  about: Answered | null;
}

/**
 * P1 (Care Act 2014 s27(4)): everything that goes down from one plan to the next. Need by need: left out, no
 * longer met, no longer paid for, no longer one the law requires us to meet, less money, fewer hours where both
 * say how many. Then in all: the council pays less, or the person more. More in one need never hides less in
 * another. @example goingDown(before, before) // []
 */
export function goingDown(before: Lines, after: LaterLines): GoesDown[] {
  const was = totalsOf(before.parts).weekly;
  const now = totalsOf(after.parts).weekly;
  return [
    ...setNeedsBeside(before, after).flatMap(lessIn),
    ...(now.council < was.council ? [inAll('the council would pay less each week')] : []),
    ...(now.person > was.person ? [inAll('they would pay more each week')] : []),
  ];
}

/** P1: the same as phrases. Empty when nothing goes down. */
export const whatGoesDown = (before: Lines, after: LaterLines): string[] =>
  goingDown(before, after).map(({ phrase }) => phrase);

const inAll = (phrase: string): GoesDown => ({ phrase, about: null });

function lessIn(about: Answered): GoesDown[] {
  const needs = quoted(about.was);
  const phrases =
    about.now.length === 0
      ? [`${needs} ${isOrAre(about.was)} left out`]
      : [noLongerMet(about, needs), noLongerOwed(about), lessMoney(about, needs), fewerHours(about, needs)];
  return phrases.filter((phrase) => phrase !== null).map((phrase) => ({ phrase, about }));
}

function noLongerMet({ was, now, each }: Answered, needs: string): string | null {
  const unmetBefore = was.filter(isUnmet).length;
  const unmetNow = now.filter(isUnmet).length;
  if (unmetNow === now.length && unmetBefore < was.length) return `${needs} would no longer be met`;
  if (unmetNow > unmetBefore) return `some of ${needs} would no longer be met`;
  const unmet = lostBy(each, (need) => !isUnmet(need));
  if (unmet.length) return `${quoted(unmet)} would no longer be met`;
  const unpaid = lostBy(each, isPaid);
  return unpaid.length ? `${quoted(unpaid)} would no longer be paid for` : null;
}

function noLongerOwed({ each }: Answered): string | null {
  const notOwed = lostBy(each, ({ isEligible }) => isEligible);
  return notOwed.length ? `the law would no longer require us to meet ${quoted(notOwed)}` : null;
}

/** The needs that were so, and that nothing answering them is any more. */
const lostBy = (each: Answered['each'], isSo: (need: NeedLine) => boolean): NeedLine[] =>
  each.filter(({ was, now }) => isSo(was) && !now.some(isSo)).map(({ was }) => was);

function lessMoney({ wasParts, nowParts }: Answered, needs: string): string | null {
  const was = totalsOf(wasParts).weekly;
  const now = totalsOf(nowParts).weekly;
  if (now.council < was.council)
    return `the council would pay ${moneyInWords(now.council)} a week for ${needs} instead of ${moneyInWords(was.council)}`;
  if (now.council + now.person < was.council + was.person) return `less would be paid for ${needs} each week`;
  return null;
}

function fewerHours({ was, now, wasParts, nowParts }: Answered, needs: string): string | null {
  return was.length === 1 && now.length === 1 && saysLess(inWords(was, wasParts), inWords(now, nowParts))
    ? `${needs} would have less time`
    : null;
}

const inWords = (needs: readonly NeedLine[], parts: readonly BudgetPart[]): string =>
  [...needs.map(({ how }) => how), ...parts.map(({ what }) => what)].join('. ');

const isUnmet = ({ metBy }: NeedLine): boolean => metBy === 'not-met';
const isPaid = ({ metBy }: NeedLine): boolean => metBy === 'paid';
const isOrAre = (needs: readonly unknown[]): string => (needs.length > 1 ? 'are' : 'is');
