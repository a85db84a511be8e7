import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultRules, ruleSetOf } from './rule-set.ts';

describe('a site’s rules', () => {
  it('C2-4 C2-5 are the defaults until a site agrees its own', () => {
    assert.deepEqual(ruleSetOf(null), defaultRules);
    assert.equal(ruleSetOf(null).firstTeamTalkDay, 42);
  });

  it('C2-4 a site changes one number and keeps the rest', () => {
    assert.deepEqual(ruleSetOf({ rules: { dailyToDay: 5 } }), { ...defaultRules, dailyToDay: 5 });
  });

  it('refuses a rule nobody knows and a number that cannot be', () => {
    assert.throws(() => ruleSetOf({ rules: { dailyTooDay: 5 } }));
    assert.throws(() => ruleSetOf({ rules: { dailyToDay: -1 } }));
    assert.throws(() => ruleSetOf({ rules: { dailyToDay: '5' } }));
  });
});
