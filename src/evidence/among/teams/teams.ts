import { type FunnelPoint, funnel } from '../../statistics/funnel-limits.ts';
import { SOON_DAYS } from '../counted.ts';
import { fold } from '../folding.ts';
import { TEAM_OF_ONE } from '../kinds.ts';
import { TEAM_WINDOW, type TeamCount } from './team-count.ts';

/** Teams around the share of all of them, on one measure. Never ranked. */
export interface TeamsBeside {
  measure: TeamCount['measure'];
  /** What it says, in a sentence. */
  says: string;
  statistic: string;
  definition: string;
  windowDays: number;
  points: FunnelPoint[];
  /** Counted in the share of all, and not drawn: too few, no team written down, or a team of one worker and the smallest other. */
  notDrawn: { teams: number; numerator: number; denominator: number };
  notYetKnown: number;
}

const told = {
  support: {
    windowDays: TEAM_WINDOW,
    did: `began ongoing support within ${TEAM_WINDOW} days`,
    of: 'new people by the team that answered the first of their contacts',
  },
  spoken: {
    windowDays: SOON_DAYS,
    did: `were spoken with within ${SOON_DAYS} days`,
    of: 'times somebody got in touch, by the team that answered first',
  },
} as const;

/**
 * A funnel for each measure (Spiegelhalter 2005). A team too small to draw stays in the sum that the funnel is made around.
 * One of a single worker is never drawn, because what it did would be a figure of that worker; and since other pages tell of
 * everybody together, it is counted with the smallest other team, as there, so that it cannot be got by taking away.
 * @example teamsBeside(counts, 8)[0]?.points
 */
export function teamsBeside(counts: readonly TeamCount[], tooFewBelow: number): TeamsBeside[] {
  const folded = foldedTeams(counts, tooFewBelow);
  return (['support', 'spoken'] as const).map((measure) => {
    const mine = counts.filter((one) => one.measure === measure);
    const isSmall = ({ team, denominator }: TeamCount): boolean =>
      team === null || denominator < tooFewBelow || folded.includes(team);
    const small = mine.filter((one) => isSmall(one) && one.denominator > 0);
    const sum = (of: readonly TeamCount[], what: 'numerator' | 'denominator' | 'notYetKnown'): number =>
      of.reduce((total, one) => total + one[what], 0);
    const together = { numerator: sum(small, 'numerator'), denominator: sum(small, 'denominator') };
    const drawn = mine.flatMap((one) =>
      one.team === null || isSmall(one) ? [] : [{ ...one, name: one.team }],
    );
    const all = funnel([...drawn, { name: SMALL_TEAMS, ...together }], tooFewBelow);
    const points = all.slice(0, -1).map(({ name, numerator, denominator, share, limits, place }) => ({
      ...{ name, numerator, denominator, share, limits, place },
    }));
    const { windowDays, did, of } = told[measure];
    return {
      ...{ measure, windowDays, points, says: saysOf(points, did) },
      statistic: `Of ${of}, those who ${did}. The lines are the room chance takes 95 times in 100, and 998 in 1,000.`,
      definition: `Of ${of}, followed for at least ${windowDays} days, those who ${did}.`,
      notDrawn: { teams: small.length, ...together },
      notYetKnown: sum(mine, 'notYetKnown'),
    };
  });
}

/** The same as on the page of everybody by team: by how many new people came, once for both measures. */
function foldedTeams(counts: readonly TeamCount[], tooFewBelow: number): string[] {
  const sizes = counts.flatMap(({ measure, team, denominator, notYetKnown }) =>
    measure === 'support' && team !== null
      ? [{ line: team, here: denominator + notYetKnown, elsewhere: 0 }]
      : [],
  );
  return sizes.some(({ line }) => line === TEAM_OF_ONE) ? fold(sizes, tooFewBelow, [TEAM_OF_ONE]) : [];
}

/** The small teams as the chart counts and does not draw them. */
export function counted({ points, notDrawn: { numerator, denominator } }: TeamsBeside): FunnelPoint[] {
  if (denominator === 0) return points;
  return [
    ...points,
    { name: SMALL_TEAMS, numerator, denominator, share: null, limits: null, place: 'too-few' },
  ];
}

const SMALL_TEAMS = 'Teams too small to draw';

function saysOf(points: readonly FunnelPoint[], did: string): string {
  if (points.length < 2) return 'There are not two teams to set beside one another yet';
  const beyond = points.filter(({ place }) => place !== 'within').length;
  const whose = `how many ${did}`;
  if (beyond === 0) return `Chance alone would set the teams this far apart in ${whose}`;
  return `${beyond} of ${points.length} teams ${beyond === 1 ? 'lies' : 'lie'} further from the others than chance alone does, in ${whose}`;
}
