import { dayInWords, shareInWords } from '../../figure.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { ToldGroup } from '../cells.ts';
import type { Told } from '../disclosure.ts';
import type { Bundle, ToldFigure, ToldReached, ToldWait } from './bundle.ts';

/** A count as everybody reads it. @example toldInWords(null) // 'hidden' */
export const toldInWords = (told: Told): string => (told === null ? 'hidden' : count(told));

export function groupInWords(group: ToldGroup, { name, setBeside }: Bundle['site']): string {
  if (group === 'site') return name;
  return group === 'elsewhere' ? `${setBeside ?? 'Elsewhere'}, same days` : `${name}, while the tap was off`;
}

/** Where those the site is set beside were answered. @example 'at Marsh' */
export const besideInWords = ({ setBeside }: Bundle['site']): string =>
  setBeside ? `at ${setBeside}` : 'elsewhere';

export const measureInWords: Record<ToldFigure['measure'], string> = {
  people: 'People who began ongoing support',
  episodes: 'Contact episodes followed by ongoing support',
  returns: 'People who came back after everything had rested',
};

/** A share as everybody reads it, from the told counts. @example '30 of 410: 7.3%, between 5.2% and 10.3%' */
export function shareAsTold({
  numerator,
  denominator,
}: Pick<ToldFigure, 'numerator' | 'denominator'>): string {
  if (denominator === null) return 'too few to compare';
  if (denominator === 0) return 'nobody has been followed that long yet';
  if (numerator === null) return `hidden, of ${count(denominator)}: too few to tell how many`;
  const share = shareInWords(numerator, denominator, wilson(numerator, denominator));
  return `${count(numerator)} of ${count(denominator)}: ${share}`;
}

/** E8: who came back within 90 days, as told, to stand in the same block as any figure. */
export const againstAsTold = (bundle: Bundle): string => besideAsTold(bundle, 'returns', 'came back');

/** Beside who came back, who came to draw on support: one may fall because the other rose. */
export const supportAsTold = (bundle: Bundle): string =>
  besideAsTold(bundle, 'people', 'began ongoing support');

function besideAsTold({ figures, site }: Bundle, measure: ToldFigure['measure'], did: string): string {
  const told = figures.filter((one) => one.measure === measure && one.windowDays === 90);
  const each = told
    .filter(({ group }) => group !== 'tap-off')
    .map((one) => `${one.group === 'site' ? `at ${site.name}` : besideInWords(site)}, ${shareAsTold(one)}`);
  return `how many ${did} within 90 days: ${each.join('; ')}`;
}

export function waitAsTold(wait: ToldWait): string {
  const { spokenWith, halfWithinDays, nineInTenWithinDays, notYetSpokenWith } = wait;
  const waiting =
    notYetSpokenWith === null
      ? 'How many have not yet been spoken with is hidden, being few.'
      : `${count(notYetSpokenWith)} have not yet been spoken with.`;
  if (spokenWith === null || halfWithinDays === null) return `Too few to compare. ${waiting}`;
  const nine = nineInTenWithinDays === null ? '' : `, and nine in ten ${within(nineInTenWithinDays)}`;
  return `Of ${count(spokenWith)} times somebody got in touch and has been spoken with, half were ${within(halfWithinDays)}${nine}. ${waiting}`;
}

export function reachedAsTold(reached: ToldReached): string {
  const { everybody, none, one, two, three, ongoing } = reached;
  if (everybody === null) return 'Too few to compare.';
  const parts = [
    `conversation 1 and no further ${toldInWords(one)}`,
    `conversation 2 ${toldInWords(two)}`,
    `conversation 3 ${toldInWords(three)}`,
    `no conversation yet ${toldInWords(none)}`,
  ];
  return `Of ${count(everybody)} new people: ${parts.join('; ')}. Began ongoing support so far, however long they have been followed: ${toldInWords(ongoing)}.`;
}

/** What the page shows and what it cannot, in a sentence each, for three readers (E8). */
export function forWhom(
  { name: siteName, setBeside }: Bundle['site'],
  asAt: string,
): { reader: string; shows: string; cannot: string }[] {
  return [
    {
      reader: 'For a director',
      shows: `It shows whether people answered by ${siteName} came to draw on ongoing support more or less often than people ${setBeside ? `${setBeside} answered` : 'answered elsewhere'} on the same days, followed to ${dayInWords(asAt)}, with the range that chance alone leaves.`,
      cannot:
        'It cannot show that the new way is why, or what it costs or saves: different people live in different places, and hours and money are not counted here.',
    },
    {
      reader: 'For a councillor',
      shows:
        'It shows for how many of the people who got in touch ongoing support began, how soon somebody spoke with them, and how many came back.',
      cannot:
        'It cannot show whether residents lead better lives for it: it counts what we did, and only the stories beside it begin to say what that was like.',
    },
    {
      reader: 'For a citizen',
      shows: 'It shows what usually happened to people who got in touch, taken all together.',
      cannot:
        'It cannot show what would happen for you, and nobody’s own story can be found in it: small numbers are hidden and the rest are rounded.',
    },
  ];
}

const count = (number: number): string => number.toLocaleString('en-GB');

const within = (number: number): string =>
  number === 0 ? 'the same day' : number === 1 ? 'within 1 day' : `within ${count(number)} days`;
