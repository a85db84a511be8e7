import type { Site } from './site.store.ts';

type Named = Pick<Site, 'compared'>;

/** E11: the site said before it began that there is nobody to set it beside, so nothing is. */
export const isSetBeside = ({ compared }: Named): boolean => compared.kind !== 'none';

/** What the people a site is set beside are called. @example elsewhereName(site) // 'Marsh' */
export const elsewhereName = (site: Named): string => teamOf(site) ?? 'Elsewhere';

/** The same inside a sentence. @example `people ${answeredThere(site)}` // 'people Marsh answered' */
export function answeredThere(site: Named): string {
  const team = teamOf(site);
  return team ? `${team} answered` : 'answered elsewhere';
}

/** Where the figures set beside a site are from. @example atElsewhere(site) // 'at Marsh' */
export function atElsewhere(site: Named): string {
  const team = teamOf(site);
  return team ? `at ${team}` : 'elsewhere';
}

/**
 * Why what stands beside a site's figures is not, or not only, what was named; null where it is. What cannot be counted
 * here is said so, and everybody elsewhere takes its place, never quietly.
 */
export function comparisonInWords(site: Named & Pick<Site, 'name'>): string | null {
  const instead =
    'so what stands beside these figures is everybody answered elsewhere on the same days, which was not what was named';
  switch (site.compared.kind) {
    case 'none':
      return `${site.name} said that there is nobody to set it beside. Nothing stands beside these figures, so they show how many and never whether ${site.name} is why.`;
    case 'other-days':
      return `What was named is the same team on other days. Those are other people at another time, ${instead}. The days the tap was off are shown apart.`;
    case 'other-places':
      return `What was named is people from other places. Their record is not here, ${instead}. Places that have sent their figures stand beside one another on a page of their own.`;
    case 'not-named':
      return 'Nobody had said whom the site is set beside. What stands beside these figures is everybody answered elsewhere on the same days.';
    default:
      return null;
  }
}

const teamOf = ({ compared }: Named): string | null =>
  compared.kind === 'team' && compared.teamName ? compared.teamName.replace(/ team$/i, '') : null;
