import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { afterSilence, type Due, isDue, isSilent, nextAsked } from './cycle.ts';
import { paceOf, roundsApart } from './pace.ts';

const pace = paceOf({});
const today = '2026-11-22';
const ago = (days: number) => addDays(today, -days);
const group: Due = {
  ...{ checkedOn: ago(30), nextAskOn: null, termEnds: [], spread: 0 },
  ...{ pausedFrom: null, pausedUntil: null, onlyUntil: null },
};
const due = (more: Partial<Due>) => isDue({ ...group, ...more }, today, pace);

describe('when a group is asked whether it is still right', () => {
  it('asks two weeks before its 90 days are up, so that the answer comes in time', () => {
    assert.equal(due({ checkedOn: ago(75) }), false);
    assert.equal(due({ checkedOn: ago(76) }), true);
  });

  it('asks at most four times a year: rounds begin 92 days apart, and never within the quiet of another', () => {
    assert.equal(roundsApart(pace), 92);
    assert.equal(due({ checkedOn: ago(88), nextAskOn: addDays(today, 1) }), false);
    assert.equal(due({ checkedOn: ago(88), nextAskOn: today }), true);
  });

  it('asks those of a directory read in one day on days of their own, earlier and never later', () => {
    assert.equal(due({ checkedOn: ago(60), spread: 15 }), false);
    assert.equal(due({ checkedOn: ago(60), spread: 16 }), true);
    assert.equal(due({ checkedOn: ago(60), spread: 16, nextAskOn: ago(1) }), false, 'only the first time');
  });

  it('asks what nobody ever checked, however it came', () => {
    assert.equal(due({ checkedOn: null }), true);
    assert.equal(due({ checkedOn: null, nextAskOn: addDays(today, 5) }), false);
  });

  for (const [what, ends] of [
    ['a term', { termEnds: ['2026-07-20', '2026-12-04'] }],
    ['a pause', { pausedFrom: ago(60), pausedUntil: '2026-12-04' }],
    ['only for now', { onlyUntil: '2026-12-04' }],
  ] as const) {
    it(`asks sooner when ${what} is about to end, unless it was asked or checked in the last six weeks`, () => {
      assert.equal(due({ checkedOn: ago(50), ...ends }), true);
      assert.equal(due({ checkedOn: ago(44), ...ends }), false);
      assert.equal(due({ checkedOn: ago(50), ...ends, nextAskOn: addDays(ago(44), 92) }), false);
      assert.equal(due({ checkedOn: ago(50), ...ends, nextAskOn: addDays(ago(45), 92) }), true);
      assert.equal(isDue({ ...group, checkedOn: ago(50), ...ends }, ago(3), pace), false);
    });
  }

  it('leaves alone what is away until a day it said, and what has ended', () => {
    assert.equal(due({ checkedOn: ago(100), pausedFrom: ago(50), pausedUntil: '2027-01-05' }), false);
    assert.equal(
      due({ checkedOn: ago(100), pausedFrom: ago(50) }),
      true,
      'a pause without an end is asked about',
    );
    assert.equal(due({ checkedOn: ago(100), onlyUntil: ago(1) }), false);
  });

  it('can say when it will be asked next', () => {
    assert.equal(nextAsked({ ...group, checkedOn: ago(70) }, today, pace), addDays(today, 6));
    assert.equal(nextAsked({ ...group, onlyUntil: ago(1) }, today, pace), null);
  });

  it('a council may have numbers of its own, and nonsense among its settings changes none', () => {
    const own = paceOf({ asking: { hiddenAfter: 150, mostAYear: 2, cycle: 'often', chance: -3, waits: 1 } });
    assert.deepEqual({ ...pace, hiddenAfter: 150, mostAYear: 2 }, own);
    assert.equal(roundsApart(own), 183);
  });
});

describe('when nobody answers', () => {
  const after = (nth: number, days: number | null, sentThisYear = nth, way: 'e-mail' | 'post' = 'e-mail') =>
    afterSilence({ nth, way, sentOn: days === null ? null : ago(days), sentThisYear }, today, pace);

  it('asks again after a week, and after two silences a named steward rings', () => {
    assert.equal(after(1, 6), 'wait');
    assert.equal(after(1, 7), 'ask again');
    assert.equal(after(2, 6), 'wait');
    assert.equal(after(2, 7), 'ring');
  });

  it('gives a card two weeks from the day it was posted', () => {
    assert.equal(after(1, null, 1, 'post'), 'wait');
    assert.equal(after(1, 13, 1, 'post'), 'wait');
    assert.equal(after(1, 14, 1, 'post'), 'ask again');
  });

  it('never sends a fifth message in a year: a person rings instead', () => {
    assert.equal(after(1, 7, 3), 'ask again');
    assert.equal(after(1, 7, 4), 'ring');
  });

  it('hides at 120 days what was asked and did not answer, and never what was not asked', () => {
    const silent = (more: Partial<Parameters<typeof isSilent>[0]>) =>
      isSilent({ ...group, checkedOn: ago(120), askedOn: ago(32), hasAnswered: false, ...more }, today, pace);
    assert.equal(silent({}), true);
    assert.equal(silent({ checkedOn: ago(119) }), false);
    assert.equal(silent({ askedOn: null }), false);
    assert.equal(silent({ checkedOn: null, askedOn: ago(27) }), false, 'it has four weeks to answer');
    assert.equal(silent({ checkedOn: null, askedOn: ago(28) }), true);
    assert.equal(silent({ hasAnswered: true }), false);
    assert.equal(silent({ pausedFrom: ago(90), pausedUntil: '2027-01-05' }), false);
  });
});
