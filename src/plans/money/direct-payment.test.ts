import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CapacityFound,
  type DirectPayment,
  directPaymentCatchUp,
  mayAgreeDirectPayment,
  mayEndDirectPayment,
  mayWriteFirstPayment,
  questionsAbout,
} from './direct-payment.ts';

const payment: DirectPayment = {
  id: 'mornings',
  personId: 'wilf',
  planId: 'plan',
  askedOrOffered: 'asked',
  agreedOn: '2026-08-20',
  purpose: 'Somebody of my own choosing for the boats.',
  weeklyPence: 12_000,
  managedBy: 'self',
  managerName: null,
  conditions: '',
  firstPaidOn: '2026-08-31',
  endedOn: null,
  endedBecause: null,
  needsMetThen: null,
  agreedBy: 'Rowan',
  version: 1,
};
const today = '2026-11-21';

describe('C3-5 a direct payment is agreed', () => {
  const asked = { ...payment, agreedOn: today };
  const why = (changes: Partial<DirectPayment>, standing: { id: string } | null = { id: 'plan' }) =>
    mayAgreeDirectPayment({ ...asked, ...changes }, standing, today)?.because;

  it('C3-5 under a plan that stands, for a purpose in words', () => {
    assert.equal(why({}), undefined);
    assert.match(why({}, null) ?? '', /no plan stands/);
    assert.match(why({ purpose: ' ' }) ?? '', /what the money is for/);
  });

  it('C3-5 with a name where somebody else looks after it', () => {
    assert.match(why({ managedBy: 'nominated' }) ?? '', /who looks after the money/);
    assert.match(why({ managedBy: 'authorised', managerName: ' ' }) ?? '', /who looks after the money/);
    assert.equal(why({ managedBy: 'nominated', managerName: 'Carol' }), undefined);
  });

  it('C3-5 not on a day to come', () => {
    assert.match(why({ agreedOn: '2026-11-22' }) ?? '', /not come yet/);
  });
});

describe('C3-5 the first payment is written once', () => {
  const why = (changes: Partial<DirectPayment>, on: string) =>
    mayWriteFirstPayment({ ...payment, firstPaidOn: null, ...changes }, on, today)?.because;

  it('C3-5 from the day it was agreed to today', () => {
    assert.equal(why({}, '2026-08-20'), undefined);
    assert.equal(why({}, today), undefined);
    assert.match(why({}, '2026-08-19') ?? '', /before it was agreed/);
    assert.match(why({}, '2026-11-22') ?? '', /not come yet/);
  });

  it('C3-5 and neither again nor after the end', () => {
    assert.match(why({ firstPaidOn: '2026-08-31' }, today) ?? '', /written already/);
    assert.match(why({ endedOn: '2026-10-01' }, today) ?? '', /has ended/);
  });
});

describe('P1 a direct payment ends and the needs do not', () => {
  const ending = {
    endedOn: today,
    endedBecause: 'She moves to Spain.',
    needsMetThen: 'Saltbeck Mornings come.',
  };
  const why = (changes: Partial<typeof ending>, of: Partial<DirectPayment> = {}) =>
    mayEndDirectPayment({ ...payment, ...of }, { ...ending, ...changes })?.because;

  it('P1 with why, and with how the same needs are met from then on', () => {
    assert.equal(why({}), undefined);
    assert.match(why({ endedBecause: '' }) ?? '', /why it ends/);
    assert.match(why({ needsMetThen: ' ' }) ?? '', /how the same needs are met/);
  });

  it('P1 not before it was agreed, and once', () => {
    assert.match(why({ endedOn: '2026-08-19' }) ?? '', /before it was agreed/);
    assert.match(why({}, { endedOn: '2026-10-01' }) ?? '', /has ended/);
  });
});

describe('P2 a direct payment has catch-ups of its own', () => {
  const held = (heldOn: string, directPaymentId: string | null = 'mornings') => ({ heldOn, directPaymentId });
  const next = (of: Partial<DirectPayment>, catchUps = [] as ReturnType<typeof held>[], on = today) =>
    directPaymentCatchUp({ ...payment, ...of }, catchUps, on);

  it('P2 the first within six months of the first payment: from 31 August, the last day of February', () => {
    assert.deepEqual(next({}), { from: null, by: '2027-02-28', last: null, isLate: false });
    assert.equal(next({ firstPaidOn: '2027-08-31' })?.by, '2028-02-29', 'in a leap year, the 29th');
  });

  it('P2 then within twelve months of the last, a leap day included', () => {
    assert.equal(next({}, [held('2026-10-01'), held('2026-11-01')])?.by, '2027-11-01');
    assert.equal(next({}, [held('2028-02-29')], '2028-03-01')?.by, '2029-02-28');
  });

  it('P2 the last day is in time, and the next is late', () => {
    assert.equal(next({}, [], '2027-02-28')?.isLate, false);
    assert.equal(next({}, [], '2027-03-01')?.isLate, true);
  });

  it('P2 only one about this payment counts, held after the first of it and not still to come', () => {
    const others = [
      held('2026-10-01', null),
      held('2026-10-01', 'other'),
      held('2026-08-31'),
      held('2026-08-01'),
    ];
    assert.equal(next({}, [...others, held('2026-11-22')])?.by, '2027-02-28');
    assert.equal(next({}, [held('2026-09-01')])?.by, '2027-09-01');
  });

  it('P2 none before the first payment, nor from the day it has ended', () => {
    assert.equal(next({ firstPaidOn: null }), null);
    assert.equal(next({ endedOn: today }), null);
    assert.notEqual(next({ endedOn: '2026-11-22' }), null);
  });
});

describe('N4 who looks after the money is asked, and nothing stops for it', () => {
  const authorised = { ...payment, managedBy: 'authorised' as const, managerName: 'Carol' };
  const found = (about: string, finding: string): CapacityFound => ({
    decision: 'The money',
    about,
    finding,
    lookedAtOn: '2026-11-01',
  });

  it('N4 whether they can decide it themselves, until it is found about money', () => {
    assert.match(questionsAbout(authorised, [], null).join(), /Could they decide this for themselves\?/);
    assert.match(questionsAbout(authorised, [found('care', 'cannot')], null).join(), /Could they decide/);
    assert.deepEqual(questionsAbout(authorised, [found('money', 'cannot')], null), []);
  });

  it('N4 whether it is what they want, once it was found that they can decide: the latest finding counts', () => {
    const both = [found('money', 'can'), found('money', 'cannot')];
    assert.match(questionsAbout(authorised, both, null).join(), /Is that what they want\?/);
  });

  it('N4 nothing of somebody who looks after it themselves, or chose who does, or whose payment has ended', () => {
    assert.deepEqual(questionsAbout(payment, [], 12_000), []);
    assert.deepEqual(questionsAbout({ ...authorised, managedBy: 'nominated' }, [], null), []);
    assert.deepEqual(questionsAbout({ ...authorised, endedOn: today }, [], null), []);
  });

  it('C3-5 which is right, when it is more than the council pays in the plan', () => {
    assert.match(questionsAbout(payment, [], 11_999).join(), /Which of the two is right\?/);
  });
});
