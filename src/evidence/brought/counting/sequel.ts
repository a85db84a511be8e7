import { type Day, daysBetween } from '../../../platform/clock.ts';

/** What the national return reads in what followed a request, the first outranking the second and so on. */
export const servicesByRank = [
  'st-max',
  'nursing',
  'residential',
  'community',
  'prison',
  'low-level',
  'other short-term',
] as const;
export type RankedService = (typeof servicesByRank)[number];

/** A later event as the national return would hold it. An open one has no end. */
export interface LaterEvent {
  is: 'request' | 'assessment' | 'review' | RankedService;
  startsOn: Day;
  endsOn?: Day | undefined;
}

/** How many days after a request ends its first sequel may start. */
export const LOOK_AHEAD_DAYS = 28;
/** How many days the chain of what followed may pause. */
export const CHAIN_GAP_DAYS = 3;

/**
 * E5: what the national return (STS001) reads as following a request that ended on a day: of the events on or after
 * that day, none when the first starts more than 28 days later; else all until one starts more than 3 days after the one before it
 * ended, or until another request; of the services among them the highest ranked, whichever came first. Null when there is
 * none: the request's own outcome is what stands then.
 *
 * The code published in May 2024 lets in an open-ended first event however late it starts, to get by missing ends. The 28 days
 * are kept here, as its notes say, so a late service never looks as if it followed.
 * Source: NHS England, ASC-Client-Level-Data-SALT-ASCOF-transformations, STS001 replication code (2024).
 * @example sequel('2026-03-02', [{ is: 'community', startsOn: '2026-03-20' }]) // 'community'
 */
export function sequel(endedOn: Day, later: readonly LaterEvent[]): RankedService | null {
  let best: number = servicesByRank.length;
  let before: LaterEvent | undefined;
  const inOrder = later.filter((one) => one.startsOn >= endedOn).toSorted(byStart);
  for (const one of inOrder) {
    if (one.is === 'request' || isBroken(endedOn, before, one)) break;
    const rank = servicesByRank.indexOf(one.is as RankedService);
    if (rank >= 0) best = Math.min(best, rank);
    before = one;
  }
  return servicesByRank[best] ?? null;
}

function isBroken(endedOn: Day, before: LaterEvent | undefined, next: LaterEvent): boolean {
  if (!before) return daysBetween(endedOn, next.startsOn) > LOOK_AHEAD_DAYS;
  return before.endsOn !== undefined && daysBetween(before.endsOn, next.startsOn) > CHAIN_GAP_DAYS;
}

/** By start, then by end with the open ones last; a request that starts with others ends what they began. */
const byStart = (a: LaterEvent, b: LaterEvent): number =>
  compare(a.startsOn, b.startsOn) ||
  Number(a.is === 'request') - Number(b.is === 'request') ||
  compare(a.endsOn ?? 'open', b.endsOn ?? 'open');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The ways a council may send conversation 2 to the national return. */
export const waysToSend = ['not sent', 'a needs assessment', 'st-max', 'other short-term'] as const;
export type WayToSend = (typeof waysToSend)[number];

/**
 * E5: the same asking read under each way of sending conversation 2. A conversation 2 of more than 28 days that is not sent
 * makes the support after it vanish; sent as ST-Max, it outranks that support. Neither changes what happened to anybody.
 * @example sequelsBySending('2026-03-02', [{ startsOn: '2026-03-02', endsOn: '2026-04-20' }], [{ is: 'community', startsOn: '2026-04-21' }])
 * // { 'not sent': null, 'a needs assessment': 'community', 'st-max': 'st-max', 'other short-term': 'community' }
 */
export function sequelsBySending(
  endedOn: Day,
  secondConversations: readonly Omit<LaterEvent, 'is'>[],
  others: readonly LaterEvent[],
): Record<WayToSend, RankedService | null> {
  const sentAs = (is: LaterEvent['is']) =>
    sequel(endedOn, [...others, ...secondConversations.map((one) => ({ ...one, is }))]);
  return {
    'not sent': sequel(endedOn, others),
    'a needs assessment': sentAs('assessment'),
    'st-max': sentAs('st-max'),
    'other short-term': sentAs('other short-term'),
  };
}
