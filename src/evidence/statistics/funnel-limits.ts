import { TOO_FEW_BELOW } from './too-few.ts';

/** How far from the overall share a team of one size may lie by chance alone; shares between 0 and 1. */
export interface FunnelLimits {
  low998: number;
  low95: number;
  high95: number;
  high998: number;
}

export interface FunnelTeam {
  name: string;
  numerator: number;
  denominator: number;
}

export interface FunnelPoint extends FunnelTeam {
  /** Null when nobody is counted. */
  share: number | null;
  limits: FunnelLimits | null;
  /** `too-few` is drawn without judgement. Beyond 95% happens to one team in twenty by chance; beyond 99.8% to two in a thousand. */
  place: 'within' | 'beyond-95' | 'beyond-998' | 'too-few';
}

/**
 * Funnel limits for a team with so many people when the share is `overall` for everybody: exact binomial, smoothed between
 * whole people as the paper does. Throws on a share outside 0 to 1 or fewer than one person.
 * Source: Spiegelhalter DJ (2005), Stat Med 24:1185-1202, appendix A.1.1.
 * @example funnelLimits(0.1, 100) // low998: 0.0142, low95: 0.0404, high95: 0.1577, high998: 0.1984
 */
export function funnelLimits(overall: number, denominator: number): FunnelLimits {
  if (!(overall >= 0 && overall <= 1) || !Number.isInteger(denominator) || denominator < 1)
    throw new RangeError(`no funnel for ${denominator} people and a share of ${overall}`);
  const [low998 = 0, low95 = 0, high95 = 0, high998 = 0] = binomialQuantiles(
    overall,
    denominator,
    [0.001, 0.025, 0.975, 0.999],
  );
  return { low998, low95, high95, high998 };
}

/**
 * Teams beside one another around the share of all of them together, never ranked. Teams too few to compare keep their
 * place in the sum and are not judged. Look at who a team meets before anybody asks what it does.
 * @example funnel([{ name: 'Harbour', numerator: 9, denominator: 90 }, { name: 'Quay', numerator: 30, denominator: 90 }])[1]?.place // 'beyond-95'
 */
export function funnel(teams: readonly FunnelTeam[], tooFewBelow = TOO_FEW_BELOW): FunnelPoint[] {
  const everybody = teams.reduce((sum, team) => sum + team.denominator, 0);
  const overall = teams.reduce((sum, team) => sum + team.numerator, 0) / Math.max(1, everybody);
  return teams.map((team) => {
    if (team.denominator === 0) return { ...team, share: null, limits: null, place: 'too-few' };
    const share = team.numerator / team.denominator;
    const limits = funnelLimits(overall, team.denominator);
    return {
      ...team,
      share,
      limits,
      place: team.denominator < tooFewBelow ? 'too-few' : placeOf(share, limits),
    };
  });
}

function placeOf(share: number, { low998, low95, high95, high998 }: FunnelLimits): FunnelPoint['place'] {
  if (share < low998 || share > high998) return 'beyond-998';
  return share < low95 || share > high95 ? 'beyond-95' : 'within';
}

/** Quantiles of a binomial share, straight lines between whole people; `tails` from low to high. */
function binomialQuantiles(share: number, people: number, tails: readonly number[]): number[] {
  if (share === 0 || share === 1) return tails.map(() => share);
  const found: number[] = [];
  let logMass = people * Math.log1p(-share);
  let upTo = 0;
  for (let count = 0; count <= people; count += 1) {
    const mass = Math.exp(logMass);
    upTo += mass;
    for (let tail = tails[found.length]; tail !== undefined && upTo >= tail; tail = tails[found.length])
      found.push(Math.max(0, (count - (upTo - tail) / mass) / people));
    if (found.length === tails.length) break;
    logMass += Math.log((people - count) / (count + 1)) + Math.log(share / (1 - share));
  }
  while (found.length < tails.length) found.push(1);
  return found;
}
