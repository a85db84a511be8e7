import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import type { KnownFact } from '../known-facts.ts';
import { declinedStands } from '../needs-settled.ts';

/** What is known of one person that may answer their question. */
export interface TowardsAnAnswer {
  /** Everything said that stands, in whichever conversation. */
  facts: readonly KnownFact[];
  /** The days on which a needs assessment was complete with a decision about it. */
  decidedOn: readonly Day[];
  /** One open now, whatever opened it; one that rested without a decision is no answer either. */
  isConversation3Open: boolean;
  /** An open enquiry (N2): then no “no” counts. */
  hasOpenEnquiry: boolean;
  /** The site’s number of days to answer in (rule set). */
  withinDays: number;
  today: Day;
}

export interface EntitlementClock {
  /** The earliest day they asked that has not been answered; asking again never moves it. */
  since: Day;
  days: number;
  answerBy: Day;
  isLate: boolean;
  state: 'asked' | 'under-way' | 'answered';
  /** Set when answered: the day, and by a decision or by their own valid no. */
  answeredOn: Day | null;
  answeredBy: 'decision' | 'their-no' | null;
}

/**
 * N1, Care Act 2014 s9(1), s13(1): since when somebody has been asking what they are entitled to, whatever
 * conversation is open, and what answers it: a decision on or after that day, or a “no” of their own, on a later
 * day, that counts (s11). A conversation 3 open now is under way, and no answer. Null when nobody asked.
 * The Act sets no number of days: the site’s own, 28 unless it says otherwise, is shown and never blocks.
 * @example entitlementClock({ facts: [asked('2026-11-02')], today: '2026-11-21', … }).days // 19
 */
export function entitlementClock(known: TowardsAnAnswer): EntitlementClock | null {
  const asks = known.facts
    .filter(({ kind }) => kind === 'asked-if-entitled')
    .map(askedOn)
    .toSorted();
  const open = asks.find((since) => !answerTo(since, known));
  const since = open ?? asks.at(-1);
  if (!since) return null;
  const answer = answerTo(since, known);
  const answerBy = addDays(since, known.withinDays);
  return {
    since,
    days: daysBetween(since, answer?.on ?? known.today),
    answerBy,
    isLate: (answer?.on ?? known.today) > answerBy,
    state: answer ? 'answered' : known.isConversation3Open ? 'under-way' : 'asked',
    answeredOn: answer?.on ?? null,
    answeredBy: answer?.by ?? null,
  };
}

export const askedOn = (fact: KnownFact): Day => fact.details.askedOn || fact.happenedOn;

function answerTo(
  since: Day,
  { decidedOn, facts, hasOpenEnquiry }: TowardsAnAnswer,
): { on: Day; by: 'decision' | 'their-no' } | null {
  const decided = decidedOn.filter((day) => day >= since).toSorted()[0];
  if (decided) return { on: decided, by: 'decision' };
  const no = facts.find(
    (fact) =>
      fact.kind === 'declined' &&
      saidNoOn(fact) > since &&
      declinedStands(fact, facts, hasOpenEnquiry).length === 0,
  );
  return no ? { on: saidNoOn(no), by: 'their-no' } : null;
}

const saidNoOn = (fact: KnownFact): Day => fact.details.declinedOn || fact.happenedOn;
