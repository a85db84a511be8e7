import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../../platform/refusal.ts';
import {
  type AskedToHold,
  type CatchUp,
  catchUpDue,
  comesOfItInWords,
  mayHoldCatchUp,
  type PlanDays,
  planOn,
  reasons,
  toLookAgain,
  whyInWords,
} from './catch-up.ts';
import { nextInWords } from './next.ts';

const plan: PlanDays = { id: 'plan', state: 'standing', startsOn: '2026-11-21', followedOn: null };
const held = (heldOn: string, planId = 'plan') => ({ heldOn, planId });

describe('P2 when we next ask how a plan is going', () => {
  it('P2 42 to 56 days after it starts', () => {
    assert.deepEqual(catchUpDue(plan, [], '2026-11-22'), {
      from: '2027-01-02',
      by: '2027-01-16',
      last: null,
      isLate: false,
    });
  });

  it('P2 day 56 is in time, and day 57 is late', () => {
    assert.equal(catchUpDue(plan, [], '2027-01-16')?.isLate, false);
    assert.equal(catchUpDue(plan, [], '2027-01-17')?.isLate, true);
  });

  it('P2 then within twelve months of the last, whatever it was held for', () => {
    const due = catchUpDue(plan, [held('2026-12-01'), held('2027-01-10')], '2027-02-01');
    assert.deepEqual(due, { from: null, by: '2028-01-10', last: '2027-01-10', isLate: false });
  });

  it('P2 a year after a leap day is 28 February', () => {
    assert.equal(catchUpDue(plan, [held('2028-02-29')], '2028-03-01')?.by, '2029-02-28');
    assert.equal(catchUpDue(plan, [held('2028-02-29')], '2029-03-01')?.isLate, true);
  });

  it('P2 one on the day the plan starts, or before it, does not count; the day after does', () => {
    assert.equal(catchUpDue(plan, [held('2026-11-20'), held('2026-11-21')], '2026-11-25')?.last, null);
    assert.equal(catchUpDue(plan, [held('2026-11-22')], '2026-11-25')?.by, '2027-11-22');
  });

  it('P2 a plan that changes is a later plan with days of its own: two plans, two clocks', () => {
    const earlier = { ...plan, id: 'earlier', state: 'followed-by-a-later-one', followedOn: '2026-11-21' };
    const about = [held('2026-12-01', 'earlier')];
    assert.equal(catchUpDue(earlier, about, '2026-12-02'), null);
    assert.equal(catchUpDue(plan, about, '2026-12-02')?.by, '2027-01-16');
  });

  it('P2 nothing is due about a plan that is being written, nor counts what is still to come', () => {
    assert.equal(catchUpDue({ ...plan, state: 'being-written', startsOn: null }, [], '2026-12-01'), null);
    assert.equal(catchUpDue(plan, [held('2027-01-10')], '2027-01-09')?.last, null);
  });

  it('P2 is said in a sentence', () => {
    const said = (catchUps: ReturnType<typeof held>[], today: string) => {
      const due = catchUpDue(plan, catchUps, today);
      return due && nextInWords(due, today);
    };
    assert.equal(
      said([], '2026-11-22'),
      'We ask how it is going between 2 January 2027 and 16 January 2027.',
    );
    assert.equal(said([], '2027-01-02'), 'We ask how it is going by 16 January 2027.');
    assert.equal(said([], '2027-01-18'), 'The next was due by 16 January 2027, 2 days ago.');
    assert.equal(
      said([held('2027-01-10')], '2027-02-01'),
      'The last catch-up was on 10 January 2027. We ask how it is going by 10 January 2028.',
    );
  });
});

const asked: AskedToHold = {
  why: 'due',
  heldOn: '2027-01-05',
  comesOfIt: 'nothing-changes',
  comesOfItWords: '',
  takesNothingAway: false,
};
const today = '2027-01-06';
const why = (changes: Partial<AskedToHold>, plans: PlanDays[] = [plan]) => {
  const may = mayHoldCatchUp({ ...asked, ...changes }, plans, today);
  return isRefusal(may) ? `${may.refused} ${may.because}` : may.plan.id;
};

describe('P3 why a catch-up is held', () => {
  it('P3 is one of five, and none of them is what anything costs', () => {
    assert.deepEqual(
      [...reasons],
      ['due', 'they-asked', 'something-changed', 'a-carer-changed', 'a-concern'],
    );
    for (const text of [...Object.values(whyInWords), ...Object.values(comesOfItInWords)])
      assert.doesNotMatch(text, /cost|sav|budget|money|cheap|afford|less\b/i);
    for (const reason of reasons) assert.equal(why({ why: reason }), 'plan');
  });

  it('P3 is refused for a cost, for doing more for oneself, and for no reason at all', () => {
    for (const reason of ['cost', 'saving', 'growing-independence', 'constructor', ''])
      assert.match(why({ why: reason }), /^P3 a catch-up is held because/, reason);
  });
});

describe('P2 a catch-up is on how a plan is going', () => {
  it('P2 is refused where no plan ran on that day', () => {
    assert.match(why({}, []), /^P2 no plan ran on that day/);
    assert.match(why({ heldOn: '2026-11-20' }), /^P2 no plan ran on that day/);
    assert.match(why({}, [{ ...plan, state: 'being-written', startsOn: null }]), /^P2 no plan ran/);
    assert.equal(why({ heldOn: '2026-11-21' }), 'plan');
  });

  it('P2 is about the plan that ran on its day, when a later one has taken over since', () => {
    const earlier = {
      id: 'earlier',
      state: 'followed-by-a-later-one',
      startsOn: '2026-01-01',
      followedOn: '2026-11-21',
    };
    assert.equal(planOn([plan, earlier], '2026-11-20')?.id, 'earlier');
    assert.equal(planOn([plan, earlier], '2026-11-21')?.id, 'plan');
    assert.equal(why({ heldOn: '2026-11-20' }, [plan, earlier]), 'earlier');
  });

  it('P2 is not written before it was held', () => {
    assert.match(why({ heldOn: '2027-01-07' }), /^P2 that day has not come yet/);
    assert.equal(why({ heldOn: today }), 'plan');
  });

  it('P2 says what comes of it when something does', () => {
    for (const comesOfIt of ['small-change', 'look-again', 'urgent-help'] as const)
      assert.match(why({ comesOfIt, takesNothingAway: true }), /^P2 it does not say what comes of it/);
  });
});

describe('P1 what may come of a catch-up', () => {
  const words = { comesOfItWords: 'Three mornings in place of two, from Monday.' };

  it('P1 a small change takes nothing away', () => {
    assert.equal(why({ ...words, comesOfIt: 'small-change', takesNothingAway: true }), 'plan');
    assert.match(why({ ...words, comesOfIt: 'small-change' }), /^P1 a small change takes nothing away/);
  });

  it('P1 looking again waits for a new conversation 3, and is done once one has begun', () => {
    const again = { comesOfIt: 'look-again', heldOn: '2027-01-05' } as CatchUp;
    const quiet = { comesOfIt: 'nothing-changes', heldOn: '2027-01-06' } as CatchUp;
    assert.equal(toLookAgain([again], []), again);
    assert.equal(toLookAgain([again], ['2026-10-01']), again, 'the conversation 3 before it does not count');
    assert.equal(toLookAgain([again], ['2027-01-05']), null, 'the same day does');
    assert.equal(toLookAgain([quiet, again], []), null, 'a later catch-up was content');
    assert.equal(toLookAgain([], []), null);
  });
});
