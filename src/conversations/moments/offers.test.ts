import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactName } from '../facts.ts';
import { offersToRevive, type SaidFact } from './offers.ts';

const today = '2026-11-21';
let minute = 0;
function fact(kind: FactName, happenedOn: string, details: Record<string, string> = {}): SaidFact {
  minute += 1;
  const recordedAt = new Date(Date.parse(`${happenedOn}T12:00:00Z`) + minute * 60_000);
  return {
    id: `${minute}`,
    entryId: 'e',
    saidBy: 'Wilf',
    kind,
    details,
    phrase: 'p',
    happenedOn,
    recordedAt,
  };
}
const no = (declinedOn: string, more: Record<string, string> = {}) =>
  fact('declined', declinedOn, {
    declinedOn,
    capacity: 'not-in-doubt',
    abuseRisk: 'no',
    wouldBringBack: 'if eating gets harder',
    ...more,
  });
const offer = (on: string, answer: string, more: Record<string, string> = {}) =>
  fact('offer', on, { what: 'Lunch club', answer, wouldBringBack: 'in spring', ...more });
const states = (...facts: SaidFact[]) => offersToRevive(facts, today).map(({ state }) => state);

describe('C1-2 what they said no to', () => {
  it('C1-2 stands, with what would bring it back', () => {
    const [only] = offersToRevive([no('2026-11-17')], today);
    assert.deepEqual(
      [only?.state, only?.what, only?.saidOn, only?.wouldBringBack],
      ['stands', 'a needs assessment', '2026-11-17', 'if eating gets harder'],
    );
  });

  it('C1-2 a later request brings it back, whichever way they ask', () => {
    assert.deepEqual(states(no('2026-11-10'), fact('asked-again', '2026-11-12')), ['offer-again']);
    assert.deepEqual(states(no('2026-11-10'), fact('asked-if-entitled', '2026-11-12')), ['offer-again']);
    assert.deepEqual(states(no('2026-11-10'), fact('asked-again', '2026-11-09')), ['stands']);
  });

  it('C1-2 on the same day, only what was written after the “no” brings it back', () => {
    const before = fact('asked-again', '2026-11-10');
    const refused = no('2026-11-10');
    const after = fact('situation-changed', '2026-11-10');
    assert.deepEqual(states(before, refused), ['stands']);
    assert.deepEqual(states(refused, after), ['offer-again']);
  });

  it('C1-2 a change of situation brings every offer back, and names itself', () => {
    const changed = fact('situation-changed', '2026-11-20');
    const all = offersToRevive([no('2026-11-10'), offer('2026-11-11', 'no'), changed], today);
    assert.deepEqual(
      all.map(({ state, because }) => [state, because]),
      [
        ['offer-again', 'something changed'],
        ['offer-again', 'something changed'],
      ],
    );
  });

  it('C1-2 the day agreed brings it back on that day, not the day before', () => {
    const deferred = offer('2026-11-01', 'not-now', { askAgainOn: '2026-11-21' });
    assert.equal(offersToRevive([deferred], '2026-11-20')[0]?.state, 'stands');
    assert.equal(offersToRevive([deferred], '2026-11-21')[0]?.state, 'offer-again');
  });

  it('C1-2 a request for a needs assessment leaves other offers as they were', () => {
    assert.deepEqual(states(offer('2026-11-01', 'no'), fact('asked-again', '2026-11-12')), ['stands']);
  });

  it('C1-2 a later word about the same thing takes its place', () => {
    assert.deepEqual(states(offer('2026-11-01', 'not-now'), offer('2026-11-12', 'yes')), []);
    const again = no('2026-11-15');
    assert.deepEqual(
      offersToRevive([no('2026-11-01'), fact('asked-again', '2026-11-12'), again], today).map(
        ({ fact: { id }, state }) => [id, state],
      ),
      [[again.id, 'stands']],
    );
  });

  it('C1-2 risk of abuse or neglect keeps the duty, and so does an open enquiry (N2)', () => {
    assert.deepEqual(states(no('2026-11-17', { abuseRisk: 'yes' })), ['duty-stands']);
    const enquiry = offersToRevive([no('2026-11-17'), offer('2026-11-18', 'no')], today, {
      hasOpenEnquiry: true,
    });
    assert.deepEqual(
      enquiry.map(({ state }) => state),
      ['stands', 'duty-stands'],
    );
  });

  it('C1-2, N4 a “no” that they may not have been able to decide is not sure', () => {
    assert.deepEqual(states(no('2026-11-17', { capacity: 'in-doubt' })), ['not-sure']);
  });

  it('C1-2 is no longer an offer once the needs assessment is under way or made', () => {
    assert.deepEqual(
      states(no('2026-11-10'), fact('under-way', '2026-11-12', { startsOn: '2026-11-12' })),
      [],
    );
    assert.deepEqual(
      states(no('2026-11-10'), fact('needs-assessment-made', '2026-11-12', { madeOn: '2026-11-01' })),
      ['stands'],
    );
    const with3 = (conversation3OpenedOn: string) =>
      offersToRevive([no('2026-11-10')], today, { conversation3OpenedOn }).length;
    assert.deepEqual([with3('2026-11-09'), with3('2026-11-10')], [1, 0]);
  });
});
