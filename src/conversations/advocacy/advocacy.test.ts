import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ActWithPerson,
  type Advocate,
  advocateBlocks,
  advocateWanted,
  considerAnyway,
  hardThings,
  type Involvement,
  inPlaceOn,
} from './advocacy.ts';
import { advocacySentence } from './advocacy-in-words.ts';
import { mayBeginWith, mayEndWith } from './advocate-days.ts';

const none: Involvement = {
  ...{ id: 'i', lookedOn: '2026-11-01', words: 'She follows every word' },
  ...{ understanding: false, retaining: false, weighing: false, communicating: false },
  ...{ appropriatePerson: null, appropriateRelation: null, appropriateAgreedOn: null },
  ...{ isAgreedByPerson: null, isPaid: null, hasLongStayAhead: false, hasDisagreement: false },
  ...{ considered: null, recordedBy: 'Rowan' },
};
const hard: Involvement = { ...none, retaining: true };
const helped: Involvement = {
  ...hard,
  ...{ appropriatePerson: 'Carol', appropriateRelation: 'niece', appropriateAgreedOn: '2026-11-01' },
  ...{ isAgreedByPerson: true, isPaid: false },
};
const asked: Advocate = {
  ...{ id: 'a', whatFor: 'the plan', askedOn: '2026-11-02', askedOf: 'Saltbeck Voices' },
  ...{ name: null, inPlaceOn: null, endedOn: null, endedBecause: null, version: 1 },
};
const there: Advocate = { ...asked, name: 'Meera Sandhu', inPlaceOn: '2026-11-10' };

describe('N3 when an advocate is wanted', () => {
  it('N3 is not, while nobody has looked or nothing would be very hard', () => {
    assert.equal(advocateWanted(null), false);
    assert.equal(advocateWanted(none), false);
  });

  for (const thing of hardThings)
    it(`N3 is, when only ${thing} would be very hard and nobody appropriate helps`, () => {
      assert.equal(advocateWanted({ ...none, [thing]: true }), true);
    });

  it('N3 is not, with somebody who said yes, whom the person agrees to and who is not paid', () => {
    assert.equal(advocateWanted(helped), false);
  });

  const lacking: [string, Partial<Involvement>][] = [
    ['is paid or there as a professional', { isPaid: true }],
    ['may be paid: nobody wrote it', { isPaid: null }],
    ['is not agreed to by the person', { isAgreedByPerson: false }],
    ['has not been asked about with the person', { isAgreedByPerson: null }],
    ['has not said yes', { appropriateAgreedOn: null }],
    ['has no name', { appropriatePerson: ' ' }],
  ];
  for (const [why, changes] of lacking)
    it(`N3 is, when the one who would help ${why}`, () => {
      assert.equal(advocateWanted({ ...helped, ...changes }), true);
    });
});

describe('N3 an advocate is thought about anyway', () => {
  it('N3 before a long stay, or when council and helper disagree, and only where it is hard and somebody helps', () => {
    assert.match(considerAnyway({ ...helped, hasLongStayAhead: true }) ?? '', /28 days or more in hospital/);
    assert.match(
      considerAnyway({ ...helped, hasDisagreement: true }) ?? '',
      /the council and Carol disagree/,
    );
    assert.equal(considerAnyway(helped), null);
    assert.equal(considerAnyway({ ...none, hasLongStayAhead: true }), null);
    assert.equal(considerAnyway({ ...hard, hasLongStayAhead: true }), null);
    assert.equal(considerAnyway(null), null);
  });
});

describe('N3 what the lack of an advocate holds up', () => {
  const blocks = (act: ActWithPerson, advocates: Advocate[] = [], involvement: Involvement | null = hard) =>
    advocateBlocks({ involvement, advocates, markedOn: null }, act, '2026-11-21');

  for (const act of ['needs-assessment', 'decision', 'plan', 'plan-change'] as const)
    it(`N3 holds up a ${act}, says why, and lets it go on with an advocate in place`, () => {
      const refusal = blocks(act);
      assert.equal(refusal?.refused, 'N3');
      assert.match(refusal?.because ?? '', /keep it in mind, there is nobody appropriate to support them/);
      assert.equal(blocks(act, [there]), null);
    });

  it('N3 never holds up urgent help or safeguarding', () => {
    assert.equal(blocks('urgent-help'), null);
    assert.equal(blocks('safeguarding'), null);
  });

  it('N3 an advocate asked for is not yet in place, and the refusal says to wait for them', () => {
    assert.match(blocks('plan', [asked])?.satisfyBy ?? '', /^wait for the advocate who was asked for/);
    assert.match(blocks('plan')?.satisfyBy ?? '', /^ask for an advocate/);
  });

  it('N3 counts the day itself: in place from the first day to the last, both included', () => {
    const on = (day: string, advocate: Advocate) => inPlaceOn([advocate], day) !== null;
    const gone = { ...there, endedOn: '2026-11-20' };
    assert.equal(on('2026-11-09', there), false);
    assert.equal(on('2026-11-10', there), true);
    assert.equal(on('2026-11-20', gone), true);
    assert.equal(on('2026-11-21', gone), false);
    assert.equal(blocks('decision', [gone])?.refused, 'N3');
    assert.equal(blocks('decision', [gone, { ...there, id: 'b', inPlaceOn: '2026-11-21' }]), null);
  });

  it('N3 holds nothing up when nobody has looked, or somebody appropriate helps', () => {
    assert.equal(blocks('plan', [], null), null);
    assert.equal(blocks('plan', [], helped), null);
  });

  it('N3 marked in the words and not looked at since holds it up too, until an advocate is there', () => {
    const marked = (act: ActWithPerson, advocates: Advocate[] = []) =>
      advocateBlocks({ involvement: helped, advocates, markedOn: '2026-11-20' }, act, '2026-11-21');
    assert.match(marked('plan')?.because ?? '', /nobody has looked at it since/);
    assert.equal(marked('plan', [there]), null);
    assert.equal(marked('urgent-help'), null);
  });

  it('N3 a leap day is a day like another', () => {
    const leap = { ...there, inPlaceOn: '2028-02-29', endedOn: '2028-02-29' };
    assert.equal(inPlaceOn([leap], '2028-02-29'), leap);
    assert.equal(inPlaceOn([leap], '2028-03-01'), null);
    assert.equal(inPlaceOn([leap], '2028-02-28'), null);
  });
});

describe('N3 the days of an advocate', () => {
  const today = '2026-11-21';
  it('N3 begins once, not after today, nor before they were asked for, nor once they have gone', () => {
    assert.equal(mayBeginWith(asked, '2026-11-02', today), null);
    assert.match(mayBeginWith(asked, '2026-11-22', today)?.because ?? '', /after today/);
    assert.match(mayBeginWith(asked, '2026-11-01', today)?.because ?? '', /before the day they were asked/);
    assert.match(mayBeginWith(there, '2026-11-12', today)?.because ?? '', /in place already/);
    assert.match(mayBeginWith({ ...asked, endedOn: today }, today, today)?.because ?? '', /no longer/);
  });

  it('N3 ends once, from the day they began, or without ever having come', () => {
    assert.equal(mayEndWith(there, '2026-11-10', today), null);
    assert.equal(mayEndWith(asked, '2026-11-02', today), null);
    assert.match(mayEndWith(there, '2026-11-09', today)?.because ?? '', /before the day they began/);
    assert.match(mayEndWith(there, '2026-11-22', today)?.because ?? '', /after today/);
    assert.match(mayEndWith({ ...there, endedOn: today }, today, today)?.because ?? '', /already/);
  });
});

describe('N3 in a sentence', () => {
  const say = (involvement: Involvement | null, advocates: Advocate[] = []) =>
    advocacySentence({ involvement, advocates, markedOn: null }, '2026-11-21', 'your');
  it('N3 says who it is, in a letter to the person', () => {
    assert.equal(say(hard, [there]), 'Your advocate is Meera Sandhu, since 10 November 2026.');
    assert.match(say(hard, [asked]) ?? '', /asked for on 2 November 2026, from Saltbeck Voices/);
    assert.equal(say(hard), 'An advocate for you is wanted, and nobody has been asked yet.');
    assert.equal(say(helped), 'Carol helps you to be heard, with your yes.');
    assert.equal(say(none), 'You speak for yourself in this.');
    assert.equal(say(null), null);
  });
});
