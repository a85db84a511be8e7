import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { ComparisonNamed } from './kept-site.ts';

/** Where a site's comparison stands, and what every figure set beside it must say. */
export interface ComparisonStanding<Named = ComparisonNamed> {
  state: 'not-named' | 'named' | 'named-after' | 'none';
  current: Named | null;
  /** Said beside every figure, for ever; null when it was named before the start and has stood since. */
  mark: string | null;
  /** Those named before the current one, oldest first. */
  earlier: Named[];
}

/**
 * E11: a comparison is named before the start; one chosen afterwards is marked as such for ever, whatever is said
 * later, because whoever chooses after looking can choose what flatters. The first day itself is after.
 * @example comparisonStanding(site).mark // 'named after the start, on 3 March 2026'
 */
export function comparisonStanding<Named extends Pick<ComparisonNamed, 'namedOn' | 'kind'>>(site: {
  startedOn: Day | null;
  comparisons: readonly Named[];
}): ComparisonStanding<Named> {
  const { startedOn } = site;
  const inOrder = site.comparisons.toSorted((one, other) =>
    one.namedOn < other.namedOn ? -1 : one.namedOn > other.namedOn ? 1 : 0,
  );
  const current = inOrder.at(-1) ?? null;
  const after = startedOn ? inOrder.filter(({ namedOn }) => namedOn >= startedOn) : [];
  const hadOneBefore = after.length < inOrder.length;
  return {
    state: !current ? 'not-named' : current.kind === 'none' ? 'none' : after.length ? 'named-after' : 'named',
    current,
    mark: after.length ? markOf(after, hadOneBefore) : null,
    earlier: inOrder.slice(0, -1),
  };
}

function markOf(after: readonly Pick<ComparisonNamed, 'namedOn' | 'kind'>[], hadOneBefore: boolean): string {
  const days = [...new Set(after.map(({ namedOn }) => longDate(namedOn)))];
  const when = days.length > 1 ? `${days.slice(0, -1).join(', ')} and again on ${days.at(-1)}` : days[0];
  const did = after.at(-1)?.kind === 'none' ? 'taken away' : 'named';
  return `${did} after the start, on ${when}${hadOneBefore ? ', in place of the one named before it' : ''}`;
}

/** E11: a later comparison, or one after the start, says why; both stay to be seen. */
export function mayNameComparison(
  site: { startedOn: Day | null; comparisons: readonly ComparisonNamed[] },
  why: string | null,
  today: Day,
): Refusal | null {
  const isAfter = site.startedOn !== null && today >= site.startedOn;
  if (why || !(isAfter || site.comparisons.length)) return null;
  return refuse(
    'E11',
    isAfter ? 'the site has begun' : 'whom it is set beside has been said already',
    'write why it changes; the day and the reason are shown beside every figure',
  );
}
