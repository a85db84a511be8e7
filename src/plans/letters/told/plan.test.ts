import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, earlier, lunch, nights, plan, told } from '../../agreement/plan.fixture.ts';
import type { Plan } from '../../plan.ts';
import { textsIn } from '../letter.ts';
import { type AroundPlan, planLetter } from './plan.ts';

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
const letter = (changes: Partial<Plan>, around: Partial<AroundPlan> = {}) =>
  textsIn(planLetter(envelope, { ...stands, ...changes }, { ...alone, ...around })).join('\n');
const alone: AroundPlan = { kind: 'adult', money: null, before: earlier, next: { plan: null, payments: [] } };

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
    assert.match(
      text,
      /Somebody near in the night\.\nBefore: By Saltbeck Nights[\s\S]*The pendant rings us instead\./,
    );
  });

  it('P1 says nothing of a difference where there is none', () => {
    const beside = earlier.needs.map(({ id, need }) => ({
      ...{ wasNeedId: id, was: need, answeredBy: [id.replace('was ', '')], words: '' },
    }));
    assert.doesNotMatch(letter({ beside }), /different from your plan before/);
  });

  it('P1 says who met it, how, and what was paid each week, before and now', () => {
    const text = letter({ ...told, parts: [{ ...calls, councilPence: 9_000, personPence: 500 }] });
    assert.match(
      text,
      /Before: By Saltbeck Nights, and paid for\. A waking call at two, every night\. £160 a week: the council pays all of it\.\nNow: By Saltbeck Nights, .* £95 a week: the council pays £90 and you pay £5\./,
    );
    assert.match(text, /In all, before: £160 a week: .*\nIn all, now: £95 a week: /);
    assert.doesNotMatch(letter({}, { before: null }), /Before:/, 'a first plan has none before it');
  });

  it('P1 says a need that is new, and one that goes by other words now', () => {
    const lunchClub = { ...lunch, id: 'club', need: 'Company at lunch' };
    const text = letter({
      needs: [nights, lunchClub, { ...lunch, id: 'garden', need: 'A garden' }],
      beside: [{ wasNeedId: 'was lunch', was: lunch.need, answeredBy: ['club'], words: '' }],
    });
    assert.match(text, /A cooked lunch\.\nBefore: By Carol.*\nNow, as “Company at lunch”: By Carol/);
    assert.match(text, /A garden\.\nBefore: it was not in your plan\.\nNow: By Carol/);
  });

  it('P2 says when we next ask: the first window, then by the day counted from the last, and a direct payment’s own', () => {
    const first = { from: '2027-01-12', by: '2027-01-26', last: null, isLate: false };
    const later = { from: null, by: '2028-01-20', last: '2027-01-20', isLate: false };
    assert.match(
      letter({}, { next: { plan: first, payments: [] } }),
      /We will ask you how it is going between 12 January 2027 and 26 January 2027\.\nYou can ask us to look at it sooner\./,
    );
    const held = letter({}, { next: { plan: later, payments: [{ purpose: 'Trips out', next: first }] } });
    assert.match(
      held,
      /We asked you how it is going on 20 January 2027\. We will ask you again by 20 January 2028\./,
    );
    assert.match(held, /About your direct payment, for “Trips out”: We will ask you how it is going between/);
    assert.match(
      letter({}, { next: { plan: { ...first, by: '2026-11-01', isLate: true }, payments: [] } }),
      /We should have asked you how it is going by 1 November 2026, and have not yet\./,
    );
    assert.doesNotMatch(letter({}), /When we next ask you/);
  });
});
