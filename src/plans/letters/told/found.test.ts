import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Determination } from '../../determinations/determinations.store.ts';
import { textsIn } from '../letter.ts';
import { willingToYou } from './caring.ts';
import { type Found, foundLetter, whoWasThere } from './found.ts';

const to = { fullName: 'Leonard Marsh', knownAs: 'Len', window: [] };
const envelope = {
  from: { council: 'Saltbeck Council', team: null, phone: null },
  to,
  on: '2026-11-21',
};
const decision: Determination = {
  ...{ id: 'decision', personId: 'len', conversationId: 'three', kind: 'carer' },
  ...{ causeIsMet: true, causeWords: '', impactIsMet: true, impactWords: '', healthAtRisk: true },
  outcomes: [
    { outcome: 'nutrition', finding: 'achieved', sense: null, words: 'I cook for two.' },
    { outcome: 'recreation', finding: 'unable', sense: 'without-help', words: 'No time.' },
  ],
  ...{ isEligible: true, personsWish: '', practitionersView: '', viewBy: 'Rowan', reasons: 'So.' },
  ...{ decider: 'Rowan', deciderHasMetPerson: true, decidedOn: '2026-11-20', writtenAdvice: null },
};
const nights = {
  ...{ carerId: 'len', forWhom: 'Joan', thing: 'nights', recordedAt: new Date('2026-11-20T10:00:00Z') },
  ...{ side: 'willing' as const, answer: 'yes' as const, saidOn: '2026-11-20' },
};
const wishes = {
  ...{ kind: 'carer-wishes' as const, voice: 'said' as const, phrase: 'Two mornings at the bakery.' },
  ...{ details: {}, happenedOn: '2026-11-20', saidBy: '', isWithPerson: true, withWhom: '' },
};
const found: Found = {
  ...{ conversationId: '0193f1b2-7c00-7000-8000-00000041f07c', kind: 'carer', facts: [wishes], toldOn: null },
  ...{ talkedOn: [], othersThere: ['Len', 'Joan and Len'], ourPeople: ['Rowan'], determination: decision },
  statements: [nights, { ...nights, side: 'able', answer: 'no', saidOn: '2026-11-21' }],
};
const letter = (changes: Partial<Found> = {}, advocate: string | null = null) =>
  textsIn(foundLetter({ ...envelope, advocate }, { ...found, ...changes })).join('\n');

describe('what we found, as the person is given it', () => {
  it('s12 says what they manage as well as what is hard', () => {
    assert.match(letter(), /What you manage\nEating and drinking well: you manage\. I cook for two\./);
    assert.doesNotMatch(letter({ determination: null }), /What you manage/);
  });

  it('N5 a carer reads what they are willing and able to do, their own wishes, and about their health', () => {
    const text = letter();
    assert.match(
      text,
      /Nights: you are willing \(20 November 2026\), and you are not able \(21 November 2026\)\./,
    );
    assert.match(
      text,
      /What you want for work, learning and time of your own\nYou said on 20 November 2026:/,
    );
    assert.match(text, /Your health is getting worse because of the care you give, or may\./);
    const well = { ...decision, healthAtRisk: false };
    assert.match(letter({ determination: well }), /We did not find that the care you give/);
  });

  it('C3-3 somebody who looks out for nobody reads nothing of caring', () => {
    const adult = { ...decision, kind: 'adult' as const, outcomes: [] };
    const text = letter({ kind: 'adult', determination: adult, statements: [], facts: [] });
    assert.doesNotMatch(text, /willing|Your health|time of your own/);
  });

  it('N5 names whom it is for where they look out for two people', () => {
    assert.deepEqual(willingToYou([nights, { ...nights, forWhom: 'Bert', answer: 'no' }]), [
      'For Joan, nights: you are willing (20 November 2026), and nobody has asked yet whether you are able.',
      'For Bert, nights: you are not willing (20 November 2026), and nobody has asked yet whether you are able.',
    ]);
  });

  it('says “you” to the person themselves, and each name once', () => {
    assert.deepEqual(whoWasThere(['Len', 'Joan and Len', 'Joan, Meera', 'leonard marsh'], to), [
      ...['you', 'Joan', 'Meera'],
    ]);
    assert.match(letter(), /Who was there: you and Joan\./);
  });

  it('N3 names the advocate when one is in place', () => {
    const said = 'Your advocate is Meera Sandhu, since 3 November 2026.';
    assert.match(letter({}, said), /Who speaks up with you\nYour advocate is Meera Sandhu/);
    assert.doesNotMatch(letter(), /Who speaks up with you/);
  });
});
