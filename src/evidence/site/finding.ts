import type { Figure } from '../figure.ts';
import { difference } from '../statistics/difference.ts';
import { TOO_FEW_BELOW } from '../statistics/too-few.ts';
import { together } from '../together.ts';

/**
 * The page's one sentence: people of the site beside those it is set beside on the same days, at the longest window both have
 * been followed for. It says when there is no difference we can be sure of, and when a shorter window says something else.
 * Whoever came while the tap was off is counted with the site (E9), and the sentence says so.
 * @param those whom the site is set beside, after "those": `answeredThere(site)`; null when nobody is
 * @example finding('Harbour', site.people, elsewhere.people, tapOff.people, 8, 'Marsh answered')
 */
export function finding(
  name: string,
  site: readonly Figure[],
  elsewhere: readonly Figure[],
  tapOff: readonly Figure[] = [],
  tooFewBelow = TOO_FEW_BELOW,
  those: string | null = 'answered elsewhere',
): string {
  if (those === null) return alone(name, together(site, tapOff, tooFewBelow));
  const pairs = together(site, tapOff, tooFewBelow).flatMap((here, at) => {
    const there = elsewhere[at];
    return there && !here.tooFew && !there.tooFew ? [{ here, there }] : [];
  });
  const last = pairs.at(-1);
  if (!last) return 'It is too soon to say: too few people have been followed for long enough to compare.';
  const { here, there } = last;
  const shares = `Of new people followed for ${here.windowDays} days, ${share(here)} of those ${name} answered${hasTapOff(tapOff, here) ? ', its tap on or off,' : ''} came to draw on ongoing support, and ${share(there)} of those ${those}`;
  const apart = difference(here, there);
  const another = pairs
    .filter((pair) => isClear(pair) && (!isClear(last) || sign(pair) !== sign(last)))
    .at(-1);
  const other = another
    ? ` Within ${another.here.windowDays} days there were ${sign(another) < 0 ? 'fewer' : 'more'} at ${name}: read the windows together.`
    : '';
  if (!apart) return `${shares}.`;
  if (!isClear(last))
    return `${shares}: no difference we can be sure of, because anything ${rangeOfPoints(apart)} fits what was seen.${other}`;
  return `${shares}: ${points(apart.difference)} percentage points ${apart.difference < 0 ? 'fewer' : 'more'} (${range(apart)}).${other}`;
}

/** What a site shows that is set beside nobody. */
function alone(name: string, figures: readonly Figure[]): string {
  const last = figures.filter(({ tooFew }) => !tooFew).at(-1);
  if (!last) return 'It is too soon to say: too few people have been followed for long enough.';
  return `Of new people followed for ${last.windowDays} days, ${share(last)} of those ${name} answered came to draw on ongoing support. Nobody stands beside them, so whether that is fewer cannot be said.`;
}

/** One window of the site beside the same elsewhere. @example '2.1 fewer, between 4.0 fewer and 0.2 fewer' */
export function differenceInWords(here: Figure, there: Figure | undefined): string {
  if (!there || here.tooFew || there.tooFew) return 'too few to compare';
  const apart = difference(here, there);
  if (!apart) return 'too few to compare';
  const both = `${signed(apart.difference)}, ${range(apart)}`;
  return isClear({ here, there }) ? both : `${both}: includes no difference`;
}

const hasTapOff = (tapOff: readonly Figure[], here: Figure): boolean =>
  tapOff.some((one) => one.windowDays === here.windowDays && one.denominator > 0);

interface Pair {
  here: Figure;
  there: Figure;
}

/** The interval leaves no difference out. */
function isClear({ here, there }: Pair): boolean {
  const apart = difference(here, there);
  return apart !== null && apart.low * apart.high > 0;
}

const sign = ({ here, there }: Pair): number => Math.sign(difference(here, there)?.difference ?? 0);

const share = (one: Figure): string => `${((one.numerator / one.denominator) * 100).toFixed(1)}%`;

const points = (share: number): string => Math.abs(share * 100).toFixed(1);

const signed = (share: number): string => `${points(share)} ${share < 0 ? 'fewer' : 'more'}`;

const rangeOfPoints = ({ low, high }: { low: number; high: number }): string =>
  `from ${points(low)} percentage points ${low < 0 ? 'fewer' : 'more'} to ${signed(high)}`;

const range = (apart: { low: number; high: number } | null): string =>
  apart ? `between ${signed(apart.low)} and ${signed(apart.high)}` : 'nobody to compare';
