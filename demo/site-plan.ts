/** An innovation site as a plan in days before the end of the history; the site of a demonstration council fits as it is. */
export interface SitePlan {
  name: string;
  team: string;
  postcodes: readonly string[];
  startedDaysAgo: number;
  /** The tap, oldest first; a turn with postcodes narrows the site to them from then on. */
  tap: readonly { daysAgo: number; turned: 'on' | 'off'; why: string; postcodes?: readonly string[] }[];
}

export const harbour: SitePlan = {
  name: 'Harbour',
  team: 'harbour',
  postcodes: ['SB1', 'SB2', 'SB3'],
  startedDaysAgo: 270,
  tap: [
    { daysAgo: 270, turned: 'on', why: 'Everybody new from these three postcodes.' },
    {
      daysAgo: 181,
      turned: 'off',
      why: 'Two of us away at once and five people in crisis: three weeks to catch breath.',
    },
    { daysAgo: 160, turned: 'on', why: 'Everybody back.' },
  ],
};

/**
 * Whether somebody getting in touch from a place is the site's to answer; undefined where there is no site.
 * @example tapFor(harbour, 'SB2', 170) // 'off'
 */
export function tapFor(plan: SitePlan, postcode: string, daysAgo: number): 'on' | 'off' | undefined {
  const turn = plan.tap.findLast((one) => one.daysAgo >= daysAgo);
  if (!turn || daysAgo > plan.startedDaysAgo) return undefined;
  return (turn.postcodes ?? plan.postcodes).includes(postcode) ? turn.turned : undefined;
}
