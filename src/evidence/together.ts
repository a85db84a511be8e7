import { type Figure, figure } from './figure.ts';
import { TOO_FEW_BELOW } from './statistics/too-few.ts';
import { wilson } from './statistics/wilson.ts';

/**
 * Figures of two groups with nobody in common as figures of them together, window by window: everybody who came to a site,
 * with its tap on or off. A site that turns its tap off when busy meets other people than it turns away; only everybody
 * who came may be set beside everybody elsewhere (E9; intention to treat, Hollis S, Campbell F (1999), BMJ 319:670-674).
 * On planted sites that do nothing, counting only whom the tap let in found one in ten better (bench/planted-truth.ts).
 * Windows only one group has are left as they are.
 * @example together(evidence.site.people, evidence.tapOff.people)[1]?.denominator
 */
export function together(
  one: readonly Figure[],
  other: readonly Figure[],
  tooFewBelow = TOO_FEW_BELOW,
): Figure[] {
  return one.map((mine) => {
    const theirs = other.find(({ windowDays }) => windowDays === mine.windowDays);
    return theirs ? sumOf(mine, theirs, tooFewBelow) : mine;
  });
}

function sumOf(one: Figure, other: Figure, tooFewBelow: number): Figure {
  const sum = (of: (figure: Figure) => number): number => of(one) + of(other);
  const numerator = sum((each) => each.numerator);
  const denominator = sum((each) => each.denominator);
  const beside = {
    numerator: sum((each) => each.counterMeasure.numerator),
    denominator: sum((each) => each.counterMeasure.denominator),
    notYetKnown: sum((each) => each.counterMeasure.notYetKnown),
  };
  return figure({
    what: one.what,
    definition: one.definition,
    of: one.of,
    counted: {
      windowDays: one.windowDays,
      numerator,
      denominator,
      notYetKnown: sum((each) => each.notYetKnown),
      died: sum((each) => each.died),
      moved: sum((each) => each.moved),
      followUpTo: one.followUp.to,
      startsTo: one.followUp.to,
      interval: wilson(numerator, denominator),
    },
    counterMeasure: {
      what: one.counterMeasure.what,
      ...beside,
      tooFew: beside.denominator < tooFewBelow,
    },
    tooFewBelow,
  });
}
