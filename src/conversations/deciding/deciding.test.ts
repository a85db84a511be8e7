import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DecidingFor, type Finding, mayDecide } from './deciding.ts';

const today = '2026-11-21';
const cannot: Finding = {
  decision: 'Where to live',
  about: 'care',
  lookedAtOn: '2026-11-10',
  finding: 'cannot',
  recordedAt: new Date('2026-11-10T12:00:00Z'),
};
const attorney: DecidingFor = {
  name: 'Carol',
  authority: 'lasting-power-health',
  scope: 'Care and where to live',
  seenOn: '2026-10-01',
  fromOn: null,
  untilOn: null,
};
const who = (findings: Finding[], others: DecidingFor[], decision = 'Where to live', on = today) =>
  mayDecide(findings, others, { decision, about: 'care' }, on).who;

describe('N4 who may decide', () => {
  it('N4 the person, while nothing was found that says otherwise, whoever has papers', () => {
    assert.equal(who([], [attorney]), 'the-person');
  });

  it('N4 a finding about one decision says nothing about another', () => {
    assert.equal(who([cannot], [attorney], 'What to eat'), 'the-person');
    assert.equal(who([cannot], [attorney], ' where to LIVE? '), 'somebody-for-them');
  });

  it('N4 the latest finding about that decision counts; on one day, the one written last', () => {
    const can = { ...cannot, finding: 'can' as const };
    assert.equal(who([cannot, { ...can, lookedAtOn: '2026-11-12' }], [attorney]), 'the-person');
    assert.equal(who([{ ...can, lookedAtOn: '2026-11-01' }, cannot], [attorney]), 'somebody-for-them');
    const later = new Date('2026-11-10T15:00:00Z');
    assert.equal(who([cannot, { ...can, recordedAt: later }], []), 'the-person');
  });

  it('N4 an attorney for money decides nothing about care, nor an appointee, nor an earlier refusal', () => {
    for (const authority of [
      'lasting-power-money',
      'deputy-money',
      'enduring-power',
      'appointee',
      'advance-decision',
    ] as const)
      assert.equal(who([cannot], [{ ...attorney, authority }]), 'best-interests', authority);
    const money: Finding = { ...cannot, decision: 'Selling the house', about: 'money' };
    const asked = { decision: 'Selling the house', about: 'money' } as const;
    assert.equal(mayDecide([money], [attorney], asked, today).who, 'best-interests');
    const deputy: DecidingFor = { ...attorney, authority: 'deputy-money' };
    assert.equal(mayDecide([money], [deputy], asked, today).who, 'somebody-for-them');
  });

  it('N4 papers nobody here has seen decide nothing yet', () => {
    assert.equal(who([cannot], [{ ...attorney, seenOn: null }]), 'see-the-document');
  });

  it('N4 papers stand from their first day to their last, both days included', () => {
    assert.equal(who([cannot], [{ ...attorney, untilOn: today }]), 'somebody-for-them');
    assert.equal(who([cannot], [{ ...attorney, untilOn: '2026-11-20' }]), 'best-interests');
    assert.equal(who([cannot], [{ ...attorney, fromOn: today }]), 'somebody-for-them');
    assert.equal(who([cannot], [{ ...attorney, fromOn: '2026-11-22' }]), 'best-interests');
  });

  it('N4 with nobody else, it is decided in their best interests', () => {
    assert.equal(who([cannot], []), 'best-interests');
  });
});
