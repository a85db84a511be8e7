import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, earlier, plan, told } from '../../agreement/plan.fixture.ts';
import type { Plan } from '../../plan.ts';
import { textsIn } from '../letter.ts';
import { planLetter } from './plan.ts';

const envelope = {
  from: { council: 'Saltbeck Council', team: 'Harbour team', phone: null },
  to: { fullName: 'Wilfred Acheson', knownAs: 'Wilf', window: [] },
  on: '2026-11-21',
};
const stands: Plan = {
  ...plan,
  ...{ state: 'standing', startsOn: '2026-12-01', agreement: 'agree', agreementWords: 'Go on then.' },
  agreedOn: '2026-11-21',
};
const letter = (changes: Partial<Plan>) =>
  textsIn(planLetter(envelope, { ...stands, ...changes }, { kind: 'adult', money: null })).join('\n');

describe('the plan as the person is given it', () => {
  for (const [agreement, said] of [
    ['agree', 'You agree with this plan.'],
    ['partly', 'You agree with part of this plan.'],
    ['disagree', 'You do not agree with this plan.'],
  ] as const)
    it(`C3-5 says “${said}”, their words, and how to challenge`, () => {
      const text = letter({ agreement });
      assert.ok(text.includes(said));
      assert.match(text, /Go on then\./);
      assert.match(text, /If you do not agree[\s\S]*Ombudsman/);
    });

  it('C3-5 names each line they do not agree with, with their words', () => {
    const notAgreed = [
      { needId: 'lunch', partId: null, words: 'Not at the club.' },
      { needId: null, partId: 'calls', words: '' },
    ];
    const text = letter({ agreement: 'partly', notAgreed });
    assert.match(
      text,
      /You do not agree with:\nA cooked lunch: “Not at the club\.”\nNight calls, in the fair budget/,
    );
    assert.doesNotMatch(letter({}), /You do not agree with:/);
  });

  it('P1 gives the reasons, the day they were told, each need beside how it is met now, and until when the old plan runs', () => {
    const text = letter({ ...told, parts: [{ ...calls, councilPence: 9_000 }] });
    assert.match(text, /What is different from your plan before, and why/);
    assert.match(text, /His hip has healed and he sleeps through\./);
    assert.match(text, /We told you on 20 November 2026\. Your plan before runs until 1 December 2026\./);
    assert.match(text, /Before: Somebody near in the night\.[\s\S]*The pendant rings us instead\./);
  });

  it('P1 says nothing of a difference where there is none', () => {
    const beside = earlier.needs.map(({ id, need }) => ({
      ...{ wasNeedId: id, was: need, answeredBy: [id.replace('was ', '')], words: '' },
    }));
    assert.doesNotMatch(letter({ beside }), /different from your plan before/);
  });
});
