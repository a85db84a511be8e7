import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultRules } from '../../../conversations/rule-set.ts';
import { wordsToSpare } from '../../../conversations/writing/words.ts';
import { addDays } from '../../../platform/clock.ts';
import { answerWithin, promiseAnswers, stillGoing, type Went } from './answers.ts';
import { hasWordToSpare, mayHoldWords } from './our-notes.ts';
import { stayedClose } from './staying-close.ts';

const began = '2026-06-01';
const kept = (days: number, ...contacts: number[]) => ({
  openedOn: began,
  endedOn: addDays(began, days),
  contactsOn: contacts.map((day) => addDays(began, day)),
  rules: defaultRules,
});

describe('E7 staying close', () => {
  it('E7 counts contacts a week over the days it was open, the first and the last among them', () => {
    assert.equal(stayedClose([kept(13, 0, 1, 2, 5, 9, 13)])?.perWeek, 3);
    assert.equal(stayedClose([kept(6)])?.perWeek, 0);
    assert.equal(stayedClose([kept(5, 1)]), null, 'less than a week says nothing');
    assert.equal(stayedClose([kept(2, 1), kept(3, 2)])?.perWeek, 2, 'all of theirs together');
  });

  it('E7 the longest gap runs from the opening to the day it ended, and contacts outside do not count', () => {
    assert.equal(stayedClose([kept(10, 3, 4)])?.longestGap, 6);
    assert.equal(stayedClose([kept(10, -4, 30)])?.longestGap, 10);
    assert.equal(stayedClose([kept(7, 1), kept(10, 8)])?.longestGap, 8);
  });

  it('C2-4 a gap is over the rhythm by the step that holds the day after the last contact', () => {
    const daily = [1, 2, 3, 4, 5, 6];
    assert.equal(stayedClose([kept(8, ...daily)])?.isOverRhythm, false, 'every second day from day 8');
    assert.equal(stayedClose([kept(7, 1, 2, 4, 5, 6)])?.isOverRhythm, true, 'two days in the first week');
    assert.equal(stayedClose([kept(9, ...daily)])?.isOverRhythm, true, 'three days in the second');
    const two = [8, 10, 12, 14, 16, 18, 20];
    assert.equal(stayedClose([kept(24, ...daily, ...two)])?.isOverRhythm, false, 'four days after day 21');
    assert.equal(stayedClose([kept(25, ...daily, ...two)])?.isOverRhythm, true);
  });

  it('C2-4 the rules it opened under hold, not ours of today', () => {
    const slower = { ...kept(7, 3), rules: { ...defaultRules, dailyToDay: 1, everySecondDayToDay: 1 } };
    assert.equal(stayedClose([slower])?.isOverRhythm, false);
    assert.equal(stayedClose([kept(7, 3)])?.isOverRhythm, true);
  });
});

describe('E8 what is not yet known', () => {
  it('E8 nobody is counted before their days have passed, not even those to whom it happened', () => {
    const one = { startOn: began, happenedOn: addDays(began, 2) };
    assert.equal(answerWithin(one, 28, addDays(began, 27)), 'unknown');
    assert.equal(answerWithin(one, 28, addDays(began, 28)), 'yes');
    assert.equal(answerWithin({ ...one, happenedOn: addDays(began, 29) }, 28, addDays(began, 60)), 'no');
    assert.equal(answerWithin({ startOn: began, diedOn: addDays(began, 3) }, 28, addDays(began, 60)), 'died');
  });

  const went: Went = {
    wentOn: began,
    stillGoingOn: null,
    endedOn: null,
    notGoingOn: null,
    diedOn: null,
    movedOn: null,
  };
  it('E7 still going is known from the day it can be asked, and silence is no answer', () => {
    const then = addDays(began, 30);
    assert.equal(stillGoing({ ...went, endedOn: addDays(began, 3) }, 30, addDays(began, 29)), 'unknown');
    assert.equal(stillGoing(went, 30, addDays(began, 200)), 'unknown');
    assert.equal(stillGoing({ ...went, stillGoingOn: then }, 30, then), 'yes');
    assert.equal(stillGoing({ ...went, stillGoingOn: addDays(then, 9) }, 30, then), 'unknown');
    assert.equal(stillGoing({ ...went, endedOn: addDays(began, 3) }, 30, then), 'no');
    assert.equal(stillGoing({ ...went, notGoingOn: then }, 30, then), 'no');
    assert.equal(stillGoing({ ...went, diedOn: addDays(began, 9) }, 30, then), 'died');
    assert.equal(stillGoing({ ...went, stillGoingOn: then, diedOn: addDays(then, 1) }, 30, then), 'yes');
  });
});

describe('E7 promises', () => {
  const due = '2026-11-20';
  const open = { dueOn: due, settledOn: null, state: 'open', version: 1 } as const;
  it('E7 are counted from the day after theirs, those kept early too', () => {
    const early = { ...open, state: 'kept', settledOn: '2026-11-01', version: 2 } as const;
    assert.equal(promiseAnswers(early, due)?.kept, 'unknown');
    assert.deepEqual(promiseAnswers(early, '2026-11-21'), {
      kept: 'yes',
      broken: 'no',
      pastItsDay: 'no',
      moved: 'no',
    });
    assert.equal(promiseAnswers(open, '2026-11-21')?.pastItsDay, 'yes');
    assert.equal(promiseAnswers({ ...open, dueOn: null }, '2026-11-21'), null);
  });

  it('E7 as at a day before it was settled, one stood open; and one that moved says so', () => {
    const late = { ...open, state: 'broken', settledOn: '2026-11-25', version: 3 } as const;
    assert.deepEqual(promiseAnswers(late, '2026-11-22'), {
      kept: 'no',
      broken: 'no',
      pastItsDay: 'yes',
      moved: 'yes',
    });
    assert.equal(promiseAnswers(late, '2026-11-25')?.broken, 'yes');
    assert.equal(promiseAnswers({ ...open, version: 2 }, '2026-11-21')?.moved, 'yes');
  });
});

describe('4.17 words that make people into work', () => {
  it('4.17 are looked for in our own notes and never in what somebody said', () => {
    assert.equal(hasWordToSpare('Her case was closed.'), true);
    assert.equal(hasWordToSpare('She said “my case was closed”. We sat in the garden.'), false);
    assert.equal(hasWordToSpare('He asked "what is a referral?" and laughed.'), false);
    assert.equal(hasWordToSpare('‘It’s my case’, she said. It’s John’s review.'), true);
    assert.equal(hasWordToSpare('‘It’s my case’, she said. It’s John’s garden.'), false);
    assert.equal(hasWordToSpare('In any case, she was in bed.'), false);
  });

  it('4.17 the database brings every text in which the writing aid would find one', () => {
    for (const phrase of wordsToSpare.flatMap(({ not }) => not)) {
      const text = `They wrote ${phrase.replace('*', 'ed').toUpperCase()} of her`;
      assert.equal(hasWordToSpare(text), true, text);
      assert.ok(
        mayHoldWords.some((word) => text.toLowerCase().includes(word)),
        text,
      );
    }
  });
});
