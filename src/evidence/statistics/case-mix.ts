/** How many people of each group are of one kind. */
export interface KindCount {
  name: string;
  here: number;
  elsewhere: number;
}

export interface CaseMixRow extends KindCount {
  /** Shares of everybody in each group; null when a group is empty. */
  hereShare: number | null;
  elsewhereShare: number | null;
  /** How far apart the shares are, in standard deviations; null when it cannot be said. Above 0: more of them here. */
  apart: number | null;
  isFarApart: boolean;
}

/**
 * Further apart than this many standard deviations is worth saying. A judgement, and the usual one: Austin PC (2009),
 * Stat Med 28:3083-3107. It does not depend on how many people there are, as a test of significance would.
 */
export const FAR_APART = 0.1;

/**
 * The case-mix table of E9: who the site met beside who the comparison met, kind by kind, as counts, shares and a
 * standardised difference. Kinds of one thing (age bands) should add up to everybody; nothing is left out unsaid.
 * Throws on more of a kind than there are people.
 * @example caseMix({ here: 50, elsewhere: 200, kinds: [{ name: 'Aged 85 and over', here: 10, elsewhere: 70 }] })[0]?.apart // -0.341
 */
export function caseMix(groups: {
  here: number;
  elsewhere: number;
  kinds: readonly KindCount[];
}): CaseMixRow[] {
  return groups.kinds.map((kind) => {
    const hereShare = shareOf(kind.here, groups.here);
    const elsewhereShare = shareOf(kind.elsewhere, groups.elsewhere);
    const apart = standardDifference(hereShare, elsewhereShare);
    return {
      ...kind,
      hereShare,
      elsewhereShare,
      apart,
      isFarApart: apart !== null && Math.abs(apart) > FAR_APART,
    };
  });
}

function shareOf(kind: number, everybody: number): number | null {
  if (!(kind >= 0 && kind <= everybody))
    throw new RangeError(`${kind} of ${everybody} people is not a share`);
  return everybody === 0 ? null : kind / everybody;
}

function standardDifference(here: number | null, elsewhere: number | null): number | null {
  if (here === null || elsewhere === null) return null;
  if (here === elsewhere) return 0;
  const spread = Math.sqrt((here * (1 - here) + elsewhere * (1 - elsewhere)) / 2);
  return spread === 0 ? null : (here - elsewhere) / spread;
}
