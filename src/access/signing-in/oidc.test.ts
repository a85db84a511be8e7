import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AccountAtDoor,
  hasSecondFactor,
  type Proven,
  refusals,
  secondFactorOf,
  whoComesIn,
} from './oidc.ts';

const byDefault = secondFactorOf({});
const now = new Date('2026-11-21T09:32:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const rowan: AccountAtDoor = {
  accountId: 'rowan',
  role: 'practitioner',
  email: 'Rowan@northmoor.example.org',
  subject: null,
  disabledAt: null,
  enabledAt: daysAgo(400),
  lastSignedInAt: daysAgo(1),
};
const proven: Proven = {
  subject: 'sub-1',
  email: 'rowan@northmoor.example.org',
  amr: ['pwd', 'mfa'],
  acr: [],
};

describe('a second factor', () => {
  it('S1 is one word that says so, or two different kinds of proof', () => {
    for (const amr of [['mfa'], ['fido'], ['pwd', 'otp'], ['hwk', 'pin'], ['swk', 'fpt'], ['pwd', 'sms']])
      assert.equal(hasSecondFactor({ amr, acr: [] }, byDefault), true, amr.join());
  });

  it('S1 is not one proof, two of the same kind, an unknown word, or silence', () => {
    for (const amr of [[], ['pwd'], ['otp'], ['pwd', 'kba'], ['otp', 'hwk'], ['rsa', 'wia'], ['MFA ']])
      assert.equal(hasSecondFactor({ amr, acr: ['1'] }, byDefault), false, amr.join());
  });

  it('S1 may be named by the council: a level adds to the default, its own words replace it', () => {
    const levels = secondFactorOf({ secondFactor: { acr: ['c1'] } });
    assert.equal(hasSecondFactor({ amr: [], acr: ['c1'] }, levels), true);
    assert.equal(hasSecondFactor({ amr: [], acr: ['c2'] }, levels), false);
    assert.equal(hasSecondFactor({ amr: ['mfa'], acr: [] }, levels), true);
    const own = secondFactorOf({ secondFactor: { amr: ['hwk'] } });
    assert.equal(hasSecondFactor({ amr: ['hwk'], acr: [] }, own), true);
    assert.equal(hasSecondFactor({ amr: ['pwd', 'otp', 'mfa'], acr: [] }, own), false);
  });

  it('S1 is still wanted when the setting cannot be read', () => {
    for (const secondFactor of ['none', { amr: 'pwd' }, { acr: [7] }, [], null, false])
      assert.equal(
        hasSecondFactor({ amr: ['pwd'], acr: ['1'] }, secondFactorOf({ secondFactor })),
        false,
        JSON.stringify(secondFactor),
      );
  });
});

describe('who comes in', () => {
  const come = (accounts: AccountAtDoor[], who: Partial<Proven> = {}) =>
    whoComesIn(accounts, { ...proven, ...who }, byDefault, now);

  it('is known by subject, whatever has become of the address', () => {
    const bound = { ...rowan, subject: 'sub-1' };
    assert.equal(come([bound], { email: null }), bound);
    assert.equal(come([bound], { email: 'new@northmoor.example.org' }), bound);
  });

  it('is found the first time by a verified address, however it is written', () => {
    assert.equal(come([rowan]), rowan);
    assert.equal(come([rowan], { email: null }), refusals.unverified);
    assert.equal(come([rowan], { email: 'sam@northmoor.example.org' }), refusals.noAccount);
    assert.equal(come([]), refusals.noAccount);
  });

  it('never takes over an account that somebody else has come in to', () => {
    assert.equal(come([{ ...rowan, subject: 'sub-2' }]), refusals.anotherPerson);
  });

  it('chooses no account when two share an address', () => {
    assert.equal(
      come([rowan, { ...rowan, accountId: 'other', email: 'rowan@NORTHMOOR.example.org' }]),
      refusals.noAccount,
    );
  });

  it('S1 is refused without a second factor before anything is said of the account', () => {
    assert.equal(come([{ ...rowan, disabledAt: now }], { amr: ['pwd'] }), refusals.oneFactor);
  });

  it('S1 is refused when the account was closed, or unused for more than 60 days', () => {
    assert.equal(come([{ ...rowan, disabledAt: daysAgo(1) }]), refusals.disabled);
    assert.equal(come([{ ...rowan, lastSignedInAt: daysAgo(60.1) }]), refusals.unused);
    const justInTime = { ...rowan, lastSignedInAt: daysAgo(59.9) };
    assert.equal(come([justInTime]), justInTime);
    assert.equal(come([{ ...rowan, lastSignedInAt: null }]), refusals.unused);
    const openedAgain = { ...rowan, lastSignedInAt: daysAgo(300), enabledAt: daysAgo(2) };
    assert.equal(come([openedAgain]), openedAgain);
  });
});
