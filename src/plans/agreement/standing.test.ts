import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exceptions } from '../../conversations/gate/gate.ts';
import { firstCatchUp, type Plan } from '../plan.ts';
import { asked, calls, plan as laterPlan, lunch, nights } from './plan.fixture.ts';
import { type AskedToStand, mayStand, whatPlanWants } from './standing.ts';

/** A first plan: none stood before it. */
const plan: Plan = { ...laterPlan, number: 1, follows: null };
const ready: AskedToStand = { ...asked, plan, earlier: null };
const withPlan = (changes: Partial<Plan>): AskedToStand => ({ ...ready, plan: { ...plan, ...changes } });
/** The rule and reason of each thing wanting, one line each. */
const wanting = (asked: AskedToStand) =>
  whatPlanWants(asked).map(({ rule, because }) => `${rule} ${because}`);

describe('C3-5 a plan may begin to stand', () => {
  it('C3-5 when needs, decision, people and money are all in place', () => {
    assert.equal(mayStand(ready), null);
  });

  it('C3-5, N5 a refusal names each rule once, in short sentences', () => {
    const refusal = mayStand(
      withPlan({ advice: '', needs: [nights, { ...lunch, ownerSaidYesOn: null }], goodLife: '' }),
    );
    assert.equal(refusal?.refused, 'C3-5, N5');
    assert.equal(
      refusal?.because,
      'it does not say what a good life is to them. It gives no advice on what else can help. Carol has not said yes to “A cooked lunch”',
    );
    assert.match(
      refusal?.satisfyBy ?? '',
      /^write it in their words\. Write what can meet, .* Ask them, and write the day they said yes$/,
    );
  });

  it('C3-5 also when the person agrees in part or not at all, for a first plan', () => {
    assert.equal(mayStand({ ...ready, agreement: 'disagree' }), null);
  });

  const refusals: [string, AskedToStand, RegExp][] = [
    ['without a decision', { ...ready, determination: null }, /^C3-5 no decision has been given/],
    ['without a need', withPlan({ needs: [], parts: [] }), /^C3-5 no need is set down/],
    [
      'without a good life in their words',
      withPlan({ goodLife: '  ' }),
      /^C3-5 it does not say what a good life/,
    ],
    ['without advice', withPlan({ advice: '' }), /^C3-5 it gives no advice/],
    [
      'when nobody is named for a need',
      withPlan({ needs: [{ ...nights, who: ' ' }, lunch] }),
      /^C3-5 nobody is named as meeting “Somebody near/,
    ],
    [
      'N5 when family has not said yes',
      withPlan({ needs: [nights, { ...lunch, ownerSaidYesOn: null }] }),
      /^N5 Carol has not said yes/,
    ],
    [
      'when a group has not said yes',
      withPlan({ needs: [nights, { ...lunch, metBy: 'group', ownerSaidYesOn: null }] }),
      /^C3-5 Carol has not said yes/,
    ],
    [
      'when an unmet need the law covers says nothing more',
      withPlan({ needs: [{ ...nights, metBy: 'not-met', how: '' }] }),
      /^C3-5 .* does not say what happens about it/,
    ],
    ['when a paid need has no part', withPlan({ parts: [] }), /^C3-5 .* the budget has no part for it/],
    [
      'when a part is for no need',
      withPlan({ parts: [calls, { ...calls, id: 'q', needId: null, what: 'Sundries' }] }),
      /^C3-5 “Sundries” in the budget is for no need/,
    ],
    [
      'when nobody asked about a direct payment',
      withPlan({ directPayment: 'not-yet-talked-about' }),
      /^C3-5 nobody has asked about a direct payment/,
    ],
    [
      'when direct payment is blank',
      withPlan({ directPayment: null }),
      /^C3-5 nobody has asked about a direct payment/,
    ],
    [
      'when they pay a share with no written record',
      withPlan({ parts: [{ ...calls, personPence: 2_500 }] }),
      /^C3-5 they would pay a share/,
    ],
    [
      'when it does not say which needs the law covers',
      withPlan({ needs: [{ ...nights, isEligible: false }, lunch] }),
      /^C3-5 the plan does not say which needs/,
    ],
    [
      'when it says the law covers what the decision did not',
      { ...ready, determination: { isEligible: false, decidedOn: '2026-11-20' } },
      /^C3-5 a need is marked/,
    ],
  ];
  for (const [when, asked, reason] of refusals)
    it(`C3-5 is refused ${when}, and for nothing else`, () => {
      const all = wanting(asked);
      assert.equal(all.length, 1, all.join('\n'));
      assert.match(all[0] ?? '', reason);
      assert.equal(mayStand(asked)?.refused, all[0]?.split(' ')[0]);
    });

  it('C3-5 a share with its written record is no obstacle', () => {
    const asked = withPlan({ parts: [{ ...calls, personPence: 2_500 }] });
    assert.equal(mayStand({ ...asked, share: { weeklyPence: 2_500 } }), null);
  });

  it('C3-5 a share above what the written record says is refused', () => {
    const asked = withPlan({ parts: [{ ...calls, personPence: 2_501 }] });
    assert.match(
      wanting({ ...asked, share: { weeklyPence: 2_500 } }).join(),
      /^C3-5 they would pay £25\.01 a week, and the record says £25 at most$/,
    );
  });

  it('C3-5 a need that is not met stays on the page and does not stop the plan', () => {
    const asked = withPlan({
      needs: [{ ...nights, metBy: 'not-met', who: '', how: 'We ask two more agencies by 5 December.' }],
      parts: [],
    });
    assert.equal(mayStand(asked), null);
  });

  it('C3-5 names everything that is wanting at once', () => {
    const refused = mayStand({ ...withPlan({ goodLife: '', advice: '' }), determination: null });
    assert.match(refused?.because ?? '', /no decision.*good life.*advice/);
  });
});

describe('C2-3 no long-term plan in a crisis', () => {
  it('C2-3 waits while conversation 2 is open, also for somebody who asked for a decision', () => {
    assert.equal(mayStand({ ...ready, hasOpenConversation2: true })?.refused, 'C2-3');
    assert.equal(
      mayStand({ ...ready, hasOpenConversation2: true, openedByException: 'asked-for-a-determination' })
        ?.refused,
      'C2-3',
    );
  });

  for (const kind of exceptions.filter((one) => one !== 'asked-for-a-determination'))
    it(`C2-3 does not hold back a duty with a day of its own: ${kind}`, () => {
      assert.equal(mayStand({ ...ready, hasOpenConversation2: true, openedByException: kind }), null);
    });
});

it('P2 the first catch-up falls 42 to 56 days after the plan starts', () => {
  assert.deepEqual(firstCatchUp('2026-11-21'), { from: '2027-01-02', to: '2027-01-16' });
});
