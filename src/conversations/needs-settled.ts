import { daysBetween } from '../platform/clock.ts';
import { type FactName, factKind, missingDetails } from './facts.ts';
import {
  halfWritten,
  isComplete,
  type KnownFact,
  latest,
  lower,
  type Missing,
  missing,
} from './known-facts.ts';

/** C1-1, C1-2, N1: whether they may have needs is settled in one of four ways. An open enquiry (N2) says they may. */
export function needsSettled(facts: readonly KnownFact[], hasOpenEnquiry = false): Missing[] {
  if (isAssessed(facts) || isComplete(latest(facts, 'under-way'))) return [];
  const entitled = latest(facts, 'asked-if-entitled');
  const no = latest(facts, 'declined');
  if (entitled && !(no && isLaterDay(no, entitled)))
    return [
      missing(
        'N1',
        'they asked what they are entitled to, and that has to be answered',
        'make the needs assessment, or write when it began',
        ['needs-assessment-made', 'under-way'],
      ),
    ];
  if (no) return declinedStands(no, facts, hasOpenEnquiry);
  if (hasOpenEnquiry)
    return [
      missing(
        'C1-1',
        'a safeguarding enquiry is open, so they may need care and support, and nothing has come of that yet',
        'make the needs assessment, or write when it began',
        ['needs-assessment-made', 'under-way'],
      ),
    ];
  const answer = latest(facts, 'may-have-needs')?.details.answer;
  if (answer === 'no') return [];
  const because = answer
    ? 'they may need care and support, and nothing has come of that yet'
    : 'it is not settled whether they may need care and support';
  const ways: FactName[] = ['needs-assessment-made', 'under-way', 'declined'];
  return [
    missing(
      'C1-1',
      because,
      'write that they do not, or that a needs assessment was made, is under way or was turned down',
      answer ? ways : ['may-have-needs', ...ways],
    ),
    ...halfWritten(facts, ways),
  ];
}

/**
 * C1-2, Care Act 2014 s11: a “no” counts only with a day, no doubt about capacity (or capacity looked at), and
 * no risk of abuse or neglect, which an open enquiry is whatever was written (N2); and only until they ask again
 * or something changes.
 */
export function declinedStands(
  no: KnownFact,
  facts: readonly KnownFact[],
  hasOpenEnquiry = false,
): Missing[] {
  const pieces: Missing[] = [];
  const lacking = missingDetails('declined', no.details);
  if (lacking.length)
    pieces.push(
      missing(
        'C1-2',
        'their “no” to a needs assessment is only half written',
        `write: ${lacking.join('; ')}`,
        ['declined'],
      ),
    );
  if (no.details.capacity === 'in-doubt')
    pieces.push(
      missing(
        'C1-2',
        'we are not sure that they could decide this for themselves',
        'look at their capacity to decide it, and write what you found',
        ['declined', 'under-way'],
      ),
    );
  if (no.details.abuseRisk === 'yes' || hasOpenEnquiry)
    pieces.push(
      missing(
        'C1-2',
        'there may be abuse or neglect, so the duty to make a needs assessment stands despite the “no”',
        'make the needs assessment, or write when it began',
        ['needs-assessment-made', 'under-way'],
      ),
    );
  const since = revivedBy(no, facts);
  if (since)
    pieces.push(
      missing(
        'C1-2',
        `the offer came back: ${lower(factKind(since.kind).title)}`,
        'offer the needs assessment again, and write what they said',
        ['needs-assessment-made', 'under-way', 'declined'],
      ),
    );
  return pieces;
}

/** The request or change, later than the “no”, that brings the offer back. */
function revivedBy(no: KnownFact, facts: readonly KnownFact[]): KnownFact | undefined {
  const saidOn = no.details.declinedOn ?? no.happenedOn;
  return facts.find((fact) => {
    if (fact.kind !== 'asked-again' && fact.kind !== 'situation-changed') return false;
    const days = daysBetween(saidOn, fact.details.askedOn ?? fact.details.changedOn ?? fact.happenedOn);
    return days > 0 || (days === 0 && fact.recordedAt > no.recordedAt);
  });
}

/** A “no” on a later day than they asked is judged as any other; on the same day, what they asked stands. */
function isLaterDay(no: KnownFact, entitled: KnownFact): boolean {
  return (no.details.declinedOn || no.happenedOn) > (entitled.details.askedOn || entitled.happenedOn);
}

/** 5.2: made within the conversation counts only when they were told beforehand that it would be. */
function isAssessed(facts: readonly KnownFact[]): boolean {
  const made = latest(facts, 'needs-assessment-made');
  return isComplete(made) && (made?.details.toldOn ?? '') <= (made?.details.madeOn ?? '');
}
