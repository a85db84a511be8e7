import { type Day, daysBetween } from '../../platform/clock.ts';
import type { Fact } from '../conversation.ts';
import { factKind } from '../facts.ts';
import { type KnownFact, lower } from '../known-facts.ts';

/** A fact with what a page needs to lead back to it. */
export type SaidFact = KnownFact & Pick<Fact, 'id' | 'entryId' | 'saidBy'>;

/** Something they said “no” or “not now” to, and where that stands. */
export interface OfferSaidNoTo {
  fact: SaidFact;
  what: string;
  saidOn: Day;
  isNotNow: boolean;
  wouldBringBack: string;
  askAgainOn: Day | null;
  /** Their no stands; we offer it again; the law asks us to whatever they said; or it is not sure they could decide. */
  state: 'stands' | 'offer-again' | 'duty-stands' | 'not-sure';
  /** Why it is not a plain no. */
  because: string;
}

/** What is open with them that bears on it. */
export interface OpenNow {
  /** N2: an enquiry, which says that there may be abuse or neglect. */
  hasOpenEnquiry?: boolean;
  conversation3OpenedOn?: Day | null;
}

/**
 * C1-2, Care Act 2014 s11(2) to (4): what they said no to, latest first, and what has brought it back: a later
 * request, a change of situation after the “no”, or the day both agreed to ask again. With a risk of abuse or
 * neglect, which an open enquiry is (N2), the duty stands despite the “no”. A later word about the same thing takes the place of the earlier.
 * @example offersToRevive([no, somethingChanged], '2026-11-21')[0].state // 'offer-again'
 */
export function offersToRevive(facts: readonly SaidFact[], today: Day, open: OpenNow = {}): OfferSaidNoTo[] {
  return [...lastWordOnEach(facts).values()]
    .filter((fact) => fact.kind === 'declined' || ['no', 'not-now'].includes(fact.details.answer ?? ''))
    .filter((fact) => !isTakenUp(fact, facts, open))
    .map((fact) => ({
      fact,
      what: whatOf(fact),
      saidOn: dayOfNo(fact),
      isNotNow: fact.details.answer === 'not-now',
      wouldBringBack: fact.details.wouldBringBack ?? '',
      askAgainOn: fact.details.askAgainOn || null,
      ...stateOf(fact, facts, today, open.hasOpenEnquiry ?? false),
    }))
    .toSorted((one, other) => other.saidOn.localeCompare(one.saidOn));
}

function stateOf(
  fact: SaidFact,
  facts: readonly SaidFact[],
  today: Day,
  hasOpenEnquiry: boolean,
): Pick<OfferSaidNoTo, 'state' | 'because'> {
  if (fact.details.abuseRisk === 'yes' || (fact.kind === 'declined' && hasOpenEnquiry))
    return { state: 'duty-stands', because: 'there may be abuse or neglect' };
  if (fact.details.capacity === 'in-doubt')
    return { state: 'not-sure', because: 'we are not sure that they could decide this for themselves' };
  const since = facts.find((one) => bringsBack(one, fact));
  if (since) return { state: 'offer-again', because: lower(factKind(since.kind).title) };
  if (fact.details.askAgainOn && fact.details.askAgainOn <= today)
    return { state: 'offer-again', because: 'the day you agreed to ask again has come' };
  return { state: 'stands', because: '' };
}

/** A request revives the one it is about; a change of situation revives everything. */
function bringsBack(later: SaidFact, no: SaidFact): boolean {
  const asks = ['asked-again', 'asked-if-entitled'];
  if (later.kind !== 'situation-changed' && !(no.kind === 'declined' && asks.includes(later.kind)))
    return false;
  return isAfter(later, later.details.askedOn || later.details.changedOn || later.happenedOn, no);
}

/** A needs assessment begun or made since, or a conversation 3 opened since, is no longer an offer. */
function isTakenUp(no: SaidFact, facts: readonly SaidFact[], { conversation3OpenedOn }: OpenNow): boolean {
  if (no.kind !== 'declined') return false;
  if (conversation3OpenedOn && conversation3OpenedOn >= dayOfNo(no)) return true;
  return facts.some(
    (one) =>
      (one.kind === 'under-way' && isAfter(one, one.details.startsOn || one.happenedOn, no)) ||
      (one.kind === 'needs-assessment-made' && isAfter(one, one.details.madeOn || one.happenedOn, no)),
  );
}

/** On a later day; on the same day, written later. */
function isAfter(one: SaidFact, on: Day, no: SaidFact): boolean {
  const days = daysBetween(dayOfNo(no), on);
  return days > 0 || (days === 0 && one.recordedAt > no.recordedAt);
}

function lastWordOnEach(facts: readonly SaidFact[]): Map<string, SaidFact> {
  const offers = facts
    .filter(({ kind }) => kind === 'declined' || kind === 'offer')
    .toSorted(
      (one, other) =>
        dayOfNo(one).localeCompare(dayOfNo(other)) || one.recordedAt.getTime() - other.recordedAt.getTime(),
    );
  return new Map(offers.map((fact) => [whatOf(fact).toLowerCase().trim(), fact]));
}

const dayOfNo = (fact: SaidFact): Day => fact.details.declinedOn || fact.happenedOn;

const whatOf = (fact: SaidFact): string =>
  fact.kind === 'declined' ? 'a needs assessment' : fact.details.what || fact.phrase;
