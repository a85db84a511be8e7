import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LaterLines } from '../changing/beside.ts';
import { goingDown, whatGoesDown } from './going-down.ts';
import { calls, earlier, lunch, nights, plan } from './plan.fixture.ts';

const now = (changes: Partial<LaterLines>): LaterLines => ({ ...plan, ...changes });
const down = (changes: Partial<LaterLines>) => whatGoesDown(earlier, now(changes));
const part = (id: string, needId: string, councilPence: number, personPence = 0) => ({
  ...calls,
  ...{ id, needId, councilPence, personPence },
});
const beside = (wasNeedId: string, ...answeredBy: string[]) => ({
  wasNeedId,
  was: '',
  answeredBy,
  words: '',
});

describe('P1 what goes down from one plan to the next', () => {
  it('P1 nothing, when all is as it was', () => {
    assert.deepEqual(down({}), []);
  });

  it('P1 a need left out', () => {
    assert.deepEqual(down({ needs: [nights] }), ['“A cooked lunch” is left out']);
  });

  it('P1 a need no longer met', () => {
    assert.deepEqual(down({ needs: [nights, { ...lunch, metBy: 'not-met' }] }), [
      '“A cooked lunch” would no longer be met',
    ]);
  });

  it('P1 a need moved from paid support to family, a group or themselves, though the money stays', () => {
    for (const metBy of ['family', 'group', 'self'] as const)
      assert.deepEqual(down({ needs: [{ ...nights, metBy }, lunch] }), [
        '“Somebody near in the night” would no longer be paid for',
      ]);
  });

  it('P1 a need moved from family to paid support goes up', () => {
    assert.deepEqual(
      down({ needs: [nights, { ...lunch, metBy: 'paid' }], parts: [calls, part('meals', 'lunch', 3_000)] }),
      [],
    );
  });

  it('P1 a need the law no longer requires us to meet', () => {
    assert.deepEqual(down({ needs: [{ ...nights, isEligible: false }, lunch] }), [
      'the law would no longer require us to meet “Somebody near in the night”',
    ]);
  });

  it('P1 less money for a need, and in all', () => {
    assert.deepEqual(down({ parts: [part('calls', 'nights', 9_000)] }), [
      'the council would pay £90 a week for “Somebody near in the night” instead of £160',
      'the council would pay less each week',
    ]);
  });

  it('P1 money moved from the council to the person', () => {
    assert.deepEqual(down({ parts: [part('calls', 'nights', 9_000, 7_000)] }), [
      'the council would pay £90 a week for “Somebody near in the night” instead of £160',
      'the council would pay less each week',
      'they would pay more each week',
    ]);
  });

  it('P1 the person’s share alone', () => {
    assert.deepEqual(down({ parts: [part('calls', 'nights', 16_000, 1)] }), [
      'they would pay more each week',
    ]);
  });

  it('P1 support that is smaller, although the council’s share is not', () => {
    const before = { ...earlier, parts: [{ ...calls, needId: 'was nights', personPence: 4_000 }] };
    assert.deepEqual(whatGoesDown(before, plan), [
      'less would be paid for “Somebody near in the night” each week',
    ]);
  });

  it('P1 fewer hours, where both plans say how many', () => {
    const before = { ...earlier, needs: [{ ...nights, id: 'was nights', how: 'Ten hours a week' }] };
    const needs = [{ ...nights, how: 'One hour a day' }];
    assert.deepEqual(whatGoesDown(before, now({ needs })), [
      '“Somebody near in the night” would have less time',
    ]);
    assert.deepEqual(whatGoesDown(before, now({ needs: [nights] })), []);
  });

  it('P1 less for one need shows although there is more for another', () => {
    const parts = [part('calls', 'nights', 9_000), part('meals', 'lunch', 50_000)];
    assert.deepEqual(down({ needs: [nights, { ...lunch, metBy: 'paid' }], parts }), [
      'the council would pay £90 a week for “Somebody near in the night” instead of £160',
    ]);
  });

  it('P1 a need in other words is the need it is set beside', () => {
    const needs = [{ ...nights, need: 'To sleep without fear' }, lunch];
    assert.deepEqual(down({ needs }), ['“Somebody near in the night” is left out']);
    assert.deepEqual(down({ needs, beside: [beside('was nights', 'nights')] }), []);
  });

  it('P1 what it is set beside comes before the same words', () => {
    const needs = [
      { ...nights, metBy: 'not-met' as const },
      lunch,
      { ...nights, id: 'new', need: 'Nights, at hers' },
    ];
    const parts = [part('calls', 'new', 16_000)];
    assert.deepEqual(down({ needs, parts, beside: [beside('was nights', 'new')] }), []);
    assert.match(down({ needs, parts }).join(), /“Somebody near in the night” would no longer be met/);
  });

  it('P1 what answered it and was then removed answers nothing, and the same words count again', () => {
    assert.deepEqual(down({ beside: [beside('was nights', 'gone')] }), []);
  });

  it('P1 two needs answered by one are looked at together', () => {
    const before = {
      needs: [...earlier.needs, { ...nights, id: 'was bath', need: 'A bath' }],
      parts: [...earlier.parts, part('was baths', 'was bath', 4_000)],
    };
    const both = [beside('was nights', 'nights'), beside('was bath', 'nights')];
    assert.deepEqual(whatGoesDown(before, now({ parts: [part('all', 'nights', 20_000)], beside: both })), []);
    assert.deepEqual(
      goingDown(before, now({ parts: [part('all', 'nights', 17_000)], beside: both })).map(
        ({ phrase }) => phrase,
      ),
      [
        'the council would pay £170 a week for “Somebody near in the night” and “A bath” instead of £200',
        'the council would pay less each week',
      ],
    );
  });

  it('P1 one need that becomes several is looked at together', () => {
    const evening = { ...nights, id: 'evening', need: 'Somebody in the evening' };
    const two = { needs: [nights, evening, lunch], beside: [beside('was nights', 'nights', 'evening')] };
    const parts = [part('a', 'nights', 10_000), part('b', 'evening', 6_000)];
    assert.deepEqual(down({ ...two, parts }), []);
    const unmet = {
      ...two,
      needs: [nights, { ...evening, metBy: 'not-met' as const }, lunch],
      parts: [calls],
    };
    assert.deepEqual(down(unmet), ['some of “Somebody near in the night” would no longer be met']);
  });

  it('P1 a need that was not met and still is not goes nowhere; left out, it goes', () => {
    const unmet = { ...lunch, metBy: 'not-met' as const };
    const before = {
      ...earlier,
      needs: [
        { ...nights, id: 'was nights' },
        { ...unmet, id: 'was lunch' },
      ],
    };
    assert.deepEqual(whatGoesDown(before, now({ needs: [nights, unmet] })), []);
    assert.deepEqual(whatGoesDown(before, now({ needs: [nights] })), ['“A cooked lunch” is left out']);
  });

  it('P1 a need that shares an answer with another is looked at by itself too: nothing is lost in the crowd', () => {
    const paidLunch = { ...lunch, metBy: 'paid' as const };
    const before = { ...earlier, needs: [nights, paidLunch], parts: [calls] };
    const alone = { ...lunch, metBy: 'self' as const };
    const later = now({
      needs: [nights, alone],
      parts: [calls],
      beside: [beside('nights', 'nights', 'lunch'), beside('lunch', 'lunch')],
    });
    assert.deepEqual(whatGoesDown(before, later), ['“A cooked lunch” would no longer be paid for']);
    const notOwed = now({ ...later, needs: [nights, { ...paidLunch, isEligible: false }] });
    const owed = { ...before, needs: [nights, { ...paidLunch, isEligible: true }] };
    assert.deepEqual(whatGoesDown(owed, notOwed), [
      'the law would no longer require us to meet “A cooked lunch”',
    ]);
    const unmetBefore = { ...before, needs: [{ ...nights, metBy: 'not-met' as const }, lunch] };
    const unmetNow = now({ ...later, needs: [nights, { ...lunch, metBy: 'not-met' as const }] });
    assert.deepEqual(whatGoesDown(unmetBefore, unmetNow), ['“A cooked lunch” would no longer be met']);
  });
});
