import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Down, Plan } from '../plan.ts';
import { keepsEarlier } from './earlier-plan.ts';
import { asked, calls, earlier, less, lunch, nights, plan, told } from './plan.fixture.ts';
import { type AskedToStand, mayStand, whatPlanWants } from './standing.ts';

/** The rule and reason of each thing wanting, one line each. */
const wanting = (one: AskedToStand) => whatPlanWants(one).map(({ rule, because }) => `${rule} ${because}`);
const withPlan = (changes: Partial<Plan>, more: Partial<AskedToStand> = {}): AskedToStand => ({
  ...less,
  ...more,
  plan: { ...less.plan, ...changes },
});
const withDown = (changes: Partial<Down>, more: Partial<AskedToStand> = {}) =>
  withPlan({ down: { ...less.plan.down, ...changes } }, more);

describe('P1 nothing goes down without everything the person is owed', () => {
  it('P1 less is possible with a new conversation and decision, them involved, need beside need, reasons, a day, and what happens if it does not work', () => {
    assert.deepEqual(wanting(less), []);
    assert.equal(mayStand(less), null);
  });

  it('P3 doing more for oneself, or what it costs, may be named beside what changed in their life, and is no reason alone', () => {
    assert.deepEqual(wanting(withDown({ because: ['life-changed', 'costs', 'managing-better'] })), []);
    for (const because of [['managing-better'], ['costs']] as const)
      assert.equal(mayStand(withDown({ because: [...because] }))?.refused, 'P3');
  });

  const missing: [string, AskedToStand, RegExp][] = [
    [
      'in the conversation of the plan that stands',
      withPlan({ conversationId: 'old three' }),
      /^P1 .*with no new conversation 3 since/,
    ],
    [
      'when the conversation opened on the day the earlier plan began',
      { ...less, conversationOpenedOn: '2026-06-01' },
      /^P1 .*with no new conversation 3 since/,
    ],
    [
      'with a decision given on the day the earlier plan began',
      { ...less, determination: { isEligible: true, decidedOn: '2026-06-01' } },
      /^P1 .*with no decision newer/,
    ],
    [
      'when they were not involved',
      withDown({ involved: ' ' }),
      /^P1 it does not say how they were involved/,
    ],
    [
      'when a need that goes down is not set beside how it will be met',
      withPlan({ beside: [] }),
      /^P1 it does not say how “Somebody near in the night” will be met with less/,
    ],
    ['when nothing says what has changed', withDown({ reasons: '' }), /^P1 it does not say what has changed/],
    ['P3 for money alone', withDown({ because: ['costs'] }), /^P3 what it costs, or that they manage better/],
    [
      'P3 for managing better, and money',
      withDown({ because: ['managing-better', 'costs'] }),
      /^P3 what it costs, or that they manage better/,
    ],
    ['P3 for nothing', withDown({ because: [] }), /^P3 what it costs/],
    [
      'without a day they were told',
      withDown({ toldOn: null }),
      /^P1 it does not say which day they were told/,
    ],
    [
      'before the day they are told',
      withDown({ toldOn: '2026-11-22' }),
      /^P1 the day they are told has not come yet/,
    ],
    [
      'told on the day it begins',
      withDown({ toldOn: '2026-11-21' }, { startsOn: '2026-11-21' }),
      /^P1 they were told no earlier than it would begin/,
    ],
    [
      'from a day that is past',
      withDown({}, { today: '2026-12-02' }),
      /^P1 something would go down from a day that is past/,
    ],
    [
      'when it does not say what happens if it does not work',
      withPlan({ ifThingsGoWrong: '\n' }),
      /^P1 it does not say what happens if less does not work/,
    ],
    ['when they do not agree', { ...less, agreement: 'disagree' }, /^P1 they do not agree, and the council/],
    [
      'when they agree in part, and nobody says with what',
      { ...less, agreement: 'partly' },
      /^P1 they do not/,
    ],
  ];
  for (const [when, one, reason] of missing)
    it(`P1 is refused ${when}, and for nothing else`, () => {
      const all = wanting(one);
      assert.equal(all.length, 1, all.join('\n'));
      assert.match(all[0] ?? '', reason);
      assert.equal(mayStand(one)?.refused, all[0]?.split(' ')[0]);
    });

  it('P1 after a plan that stands by duty, the conversation it waits for is the new one, its day included', () => {
    const byDuty = {
      ...withPlan({ conversationId: 'old three' }, { conversationOpenedOn: '2026-05-30' }),
      earlier: { ...earlier, agreement: null },
    };
    assert.deepEqual(wanting(byDuty), []);
    assert.deepEqual(
      wanting({ ...byDuty, determination: { isEligible: true, decidedOn: '2026-06-01' } }),
      [],
    );
    assert.match(
      wanting({ ...byDuty, determination: { isEligible: true, decidedOn: '2026-05-31' } }).join(),
      /^P1 .*with no decision newer/,
    );
  });

  it('P1 every need of the earlier plan stands beside how it is met now', () => {
    const all = wanting(withPlan({ needs: [nights], parts: [calls] }));
    assert.deepEqual(all, ['P1 “A cooked lunch” is in the plan that stands and beside nothing in this one']);
  });

  it('P1 is possible when they were told the day before, 29 February', () => {
    const one = withDown(
      { toldOn: '2028-02-29' },
      {
        startsOn: '2028-03-01',
        today: '2028-03-01',
        determination: { isEligible: true, decidedOn: '2028-02-28' },
      },
    );
    assert.deepEqual(wanting(one), []);
  });

  it('P1 more for one need does not pay for less of another', () => {
    const bath = { ...nights, id: 'bath', need: 'Help with a bath', who: 'Marnie' };
    const one = withPlan({
      needs: [nights, lunch, bath],
      parts: [
        { ...calls, councilPence: 9_000 },
        { ...calls, id: 'baths', needId: 'bath', what: 'Baths', councilPence: 30_000 },
      ],
      down: plan.down,
    });
    assert.match(wanting(one).join('\n'), /P1 it does not say what has changed/);
  });

  it('P1 a plan that gives as much or more asks nothing further, agreed or not, in any conversation', () => {
    const one: AskedToStand = {
      ...asked,
      plan: { ...plan, conversationId: 'old three', ifThingsGoWrong: '' },
      agreement: 'disagree',
      determination: { isEligible: true, decidedOn: '2026-05-01' },
      today: '2026-12-20',
    };
    assert.deepEqual(wanting(one), []);
  });

  it('P1 a first plan has nothing to go down from', () => {
    assert.deepEqual(wanting({ ...asked, earlier: null, agreement: 'disagree' }), []);
  });

  it('C3-5 a plan does not begin before the one it follows', () => {
    assert.match(wanting({ ...asked, startsOn: '2026-05-31' }).join(), /^C3-5 it would begin before/);
    assert.deepEqual(wanting({ ...asked, startsOn: '2026-06-01' }), []);
  });
});

describe('P1 a disagreement keeps the plan that stands', () => {
  const line = { needId: null, partId: null, words: '' };

  it('P1 when something goes down and they do not agree', () => {
    assert.equal(keepsEarlier({ ...less, agreement: 'disagree' }), true);
    assert.equal(keepsEarlier(less), false);
    assert.equal(keepsEarlier({ ...asked, agreement: 'disagree' }), false);
    assert.equal(keepsEarlier({ ...less, earlier: null, agreement: 'disagree' }), false);
  });

  it('P1 when the line they do not agree with is the one that goes down, by its need, its money or something else', () => {
    for (const one of [{ ...line, needId: 'nights' }, { ...line, partId: 'calls' }, line])
      assert.equal(keepsEarlier({ ...less, agreement: 'partly', notAgreed: [one] }), true);
  });

  it('P1 a line that does not go down may be left unagreed', () => {
    const one: AskedToStand = { ...less, agreement: 'partly', notAgreed: [{ ...line, needId: 'lunch' }] };
    assert.equal(keepsEarlier(one), false);
    assert.equal(mayStand(one), null);
  });

  it('P1 what they pay in all is about every part of the budget', () => {
    const one = { ...asked, plan: { ...plan, ...told, parts: [{ ...calls, personPence: 500 }] } };
    const share = { ...line, partId: 'calls' };
    assert.equal(keepsEarlier({ ...one, agreement: 'partly', notAgreed: [share] }), true);
    assert.equal(
      keepsEarlier({ ...one, agreement: 'partly', notAgreed: [{ ...line, needId: 'lunch' }] }),
      false,
    );
  });
});
