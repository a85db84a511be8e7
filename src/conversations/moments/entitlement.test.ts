import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactName } from '../facts.ts';
import type { KnownFact } from '../known-facts.ts';
import { entitlementClock, type TowardsAnAnswer } from './entitlement.ts';

const fact = (kind: FactName, happenedOn: string, details: Record<string, string> = {}): KnownFact => ({
  kind,
  details,
  phrase: 'words',
  happenedOn,
  recordedAt: new Date(`${happenedOn}T12:00:00Z`),
});
const asked = (askedOn: string) => fact('asked-if-entitled', askedOn, { askedOn });
const no = (declinedOn: string, more: Record<string, string> = {}) =>
  fact('declined', declinedOn, {
    declinedOn,
    capacity: 'not-in-doubt',
    abuseRisk: 'no',
    wouldBringBack: 'if the stairs get harder',
    ...more,
  });
const clock = (facts: KnownFact[], more: Partial<TowardsAnAnswer> = {}) =>
  entitlementClock({
    facts,
    decidedOn: [],
    isConversation3Open: false,
    hasOpenEnquiry: false,
    withinDays: 28,
    today: '2026-11-21',
    ...more,
  });

describe('N1 asking what one is entitled to', () => {
  it('N1 has no clock while nobody asked', () => {
    assert.equal(clock([fact('what-matters', '2026-11-01')]), null);
  });

  it('N1 counts from the day they asked, the same day being no days, and says the day to answer by', () => {
    assert.deepEqual(clock([asked('2026-11-21')]), {
      since: '2026-11-21',
      days: 0,
      answerBy: '2026-12-19',
      isLate: false,
      state: 'asked',
      answeredOn: null,
      answeredBy: null,
    });
  });

  it('N1 goes by the day they asked, not the day it was written', () => {
    assert.equal(clock([fact('asked-if-entitled', '2026-11-20', { askedOn: '2026-11-02' })])?.days, 19);
    assert.equal(clock([fact('asked-if-entitled', '2026-11-02')])?.days, 19);
  });

  it('N1 asking again never moves the clock', () => {
    assert.equal(clock([asked('2026-11-20'), asked('2026-11-02')])?.since, '2026-11-02');
  });

  it('N1 is late the day after the day to answer by, over 29 February too', () => {
    const leap = [asked('2028-02-15')];
    assert.equal(clock(leap, { today: '2028-03-14' })?.isLate, false);
    assert.equal(clock(leap, { today: '2028-03-14' })?.answerBy, '2028-03-14');
    assert.equal(clock(leap, { today: '2028-03-15' })?.isLate, true);
  });

  it('N1 counts calendar days when the clocks change', () => {
    assert.equal(clock([asked('2026-10-24')], { today: '2026-10-26' })?.days, 2);
  });

  it('N1 a conversation 3 open is under way and no answer', () => {
    const under = clock([asked('2026-10-01')], { isConversation3Open: true });
    assert.deepEqual([under?.state, under?.isLate], ['under-way', true]);
  });

  it('N1 a decision on or after that day answers it, an earlier one does not', () => {
    assert.equal(clock([asked('2026-11-02')], { decidedOn: ['2026-11-01'] })?.state, 'asked');
    const answered = clock([asked('2026-11-02')], { decidedOn: ['2026-11-20', '2026-11-12'] });
    assert.deepEqual(
      [answered?.state, answered?.answeredOn, answered?.days, answered?.answeredBy],
      ['answered', '2026-11-12', 10, 'decision'],
    );
    assert.equal(clock([asked('2026-11-02')], { decidedOn: ['2026-11-02'] })?.state, 'answered');
  });

  it('N1 asking again after an answer starts another clock', () => {
    const again = clock([asked('2026-09-01'), asked('2026-11-10')], { decidedOn: ['2026-09-20'] });
    assert.deepEqual([again?.since, again?.state], ['2026-11-10', 'asked']);
  });

  it('N1, C1-2 their own later “no” answers it only when it counts', () => {
    const ask = asked('2026-11-02');
    assert.equal(clock([ask, no('2026-11-09')])?.answeredBy, 'their-no');
    assert.equal(clock([ask, no('2026-11-09', { abuseRisk: 'yes' })])?.state, 'asked');
    assert.equal(clock([ask, no('2026-11-09', { capacity: 'in-doubt' })])?.state, 'asked');
    assert.equal(clock([ask, no('2026-11-09')], { hasOpenEnquiry: true })?.state, 'asked');
    assert.equal(clock([ask, no('2026-11-02')])?.state, 'asked', 'the same day is not later');
  });

  it('N1 keeps the days of the rule set it opened under', () => {
    assert.equal(clock([asked('2026-11-02')], { withinDays: 42 })?.answerBy, '2026-12-14');
  });
});
