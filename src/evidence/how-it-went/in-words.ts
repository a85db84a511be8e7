import { shareInWords } from '../figure.ts';
import type { Group } from '../measured.ts';
import { atElsewhere, elsewhereName, isSetBeside } from '../site/compared.ts';
import type { Site } from '../site/site.store.ts';
import type { HowFigure } from './figures.ts';

/** A site as these pages name it, and whom it is set beside. */
export type NamedSite = Pick<Site, 'name' | 'compared'>;

/** Who a group is, beside a site's name. @example groupInWords('before', site) // 'Harbour’s team, the two years before' */
export function groupInWords(group: Group, site: NamedSite): string {
  const { name } = site;
  const words: Record<Group, string> = {
    site: name,
    elsewhere: elsewhereName(site),
    'tap-off': `${name}, while the tap was off`,
    before: `${name}’s team, the two years before`,
  };
  return words[group];
}

/** A share as a cell; where too few are known, only how many. @example cellOf(figure) // '12 of 40 (30.0%)' */
export function cellOf(one: HowFigure): string {
  if (one.denominator === 0) return one.notYetKnown === 0 ? 'none yet' : 'not yet known';
  if (one.tooFew) return `too few to compare (${count(one.denominator)} in all)`;
  return `${count(one.numerator)} of ${count(one.denominator)} (${percent(one)})`;
}

/** The same with its range. */
export function cellInFull(one: HowFigure): string {
  if (one.tooFew) return cellOf(one);
  return `${count(one.numerator)} of ${count(one.denominator)}: ${shareInWords(one.numerator, one.denominator, one.interval)}`;
}

/** What a row is about. @example rowName(figure) // 'Had somebody stay close in a crisis, within 90 days' */
export function rowName({ measure, what, windowDays }: HowFigure): string {
  const whose = measure.startsWith('ours-') ? 'Ours ' : measure.startsWith('theirs-') ? 'Theirs ' : '';
  const words = `${whose}${what}`;
  const within =
    windowDays === null || measure.startsWith('still-going') ? '' : `, within ${windowDays} days`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${within}`;
}

/** A counter-measure in the same breath. @example besideOf(figure) // '3 of 40 got a “not for me” from the person' */
export function besideOf({ counterMeasure: one }: HowFigure): string {
  if (one.tooFew) return `too few to say how many ${one.what}`;
  return `${count(one.numerator)} of ${count(one.denominator)} ${one.what}`;
}

/** The one sentence a section opens with: the site, and whom it is set beside; never which is better. */
export function openingOf(
  site: NamedSite,
  figures: readonly HowFigure[],
  measure: HowFigure['measure'],
): string {
  const of = (group: Group) => figures.find((one) => one.measure === measure && one.group === group);
  const here = of('site');
  if (!here || here.denominator === 0) {
    const later = here?.notYetKnown ? `not yet known for ${count(here.notYetKnown)}` : 'nothing to count yet';
    return `At ${site.name}, ${later}.`;
  }
  const whose = measure.startsWith('ours-') ? ' of ours' : '';
  const within = here.windowDays === null ? '' : ` within ${here.windowDays} days`;
  const later = here.notYetKnown > 0 ? ` Not yet known for ${count(here.notYetKnown)} more.` : '';
  if (here.tooFew)
    return `At ${site.name}, how many ${here.of}${whose} ${here.what}${within} is known of only ${count(here.denominator)}: too few to compare.${later}`;
  const share = shareInWords(here.numerator, here.denominator, here.interval);
  const counted = `${count(here.numerator)} of ${count(here.denominator)} ${here.of}${whose} (${share})`;
  return `At ${site.name}, ${counted} ${here.what}${within}${besideSite(site, of('elsewhere'))}.${later}`;
}

/** A further share in a line of its own. @example alsoOf(site, figures, 'went') // 'Led to their going at least once, within 90 days: 4 of 9 …' */
export function alsoOf(
  site: NamedSite,
  figures: readonly HowFigure[],
  measure: HowFigure['measure'],
): string | null {
  const of = (group: Group) => figures.find((one) => one.measure === measure && one.group === group);
  const here = of('site');
  return here ? `${rowName(here)}: ${cellOf(here)}${besideSite(site, of('elsewhere'))}.` : null;
}

function besideSite(site: NamedSite, there: HowFigure | undefined): string {
  if (!isSetBeside(site)) return '';
  const share =
    there && !there.tooFew
      ? `${percent(there)} of ${count(there.denominator)}`
      : there?.denominator === 0
        ? cellOf(there)
        : 'too few to compare';
  return `; ${atElsewhere(site)} ${share}`;
}

/** A quantity as somebody says it: no more than one place. @example tidy(2.0402) // '2' */
export const tidy = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('en-GB');

export const count = (number: number): string => number.toLocaleString('en-GB');

const percent = ({ numerator, denominator }: HowFigure): string =>
  `${((numerator / denominator) * 100).toFixed(1)}%`;

/** What somebody asked for, or needed, and did not get, with what there was instead. */
export const unmetInWords: Record<string, string> = {
  'not-eligible': 'The law does not require us to meet their needs: each was given written advice instead',
  'catch-up-not-agreed': 'Asked for a catch-up and was told no, with why and how to challenge',
  'plan-not-agreed': 'Disagreed with a plan, in their words; one that took something away did not begin',
  'plan-agreed-in-part': 'Agreed with a plan in part only, the rest marked line by line',
  'need-not-met': 'Has a need that no plan meets; it stays on the plan’s page',
  'not-there': 'Asked for something nobody nearby offers yet',
  'group-said-no': 'A group said no, or not now, to an introduction',
};

export const ownAnswerInWords: Record<string, string> = {
  declined: 'Said no to a needs assessment themselves; each names what brings the offer back',
  'asked-again': 'Asked for one after all',
  'asked-if-entitled': 'Asked what they are entitled to',
};

export const comesOfInWords: Record<string, string> = {
  'nothing-changes': 'Nothing changes',
  'small-change': 'A small change',
  'look-again': 'Look again at what they need, in a new conversation',
  'urgent-help': 'Urgent help at once',
};

export const findingInWords: Record<string, string> = {
  achieved: 'Can do, it was said',
  unable: 'Cannot, in one of the law’s four senses',
  'nothing-said': 'Nothing said',
};
