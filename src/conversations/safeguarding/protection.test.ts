import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Advocate, type Involvement, nobodyLooked } from '../advocacy/advocacy.ts';
import type { FactName } from '../facts.ts';
import type { KnownFact } from '../known-facts.ts';
import { mayRest, rests } from '../resting.ts';
import { nothingOpen, type Protection } from './protection.ts';

const today = '2026-11-21';
const fact = (kind: FactName, details: Record<string, string> = {}): KnownFact => ({
  kind,
  details,
  phrase: 'words',
  happenedOn: '2026-11-17',
  recordedAt: new Date('2026-11-17T12:00:00Z'),
});
const rest = [
  fact('what-matters'),
  fact('carer-asked', { answer: 'not-now' }),
  fact('information-given', { what: 'a', format: 'b', givenOn: '2026-11-17' }),
  fact('how-to-come-back'),
  fact('check-back', { checkBackOn: '2026-12-15' }),
];
const no = fact('declined', {
  declinedOn: '2026-11-17',
  capacity: 'not-in-doubt',
  abuseRisk: 'no',
  wouldBringBack: 'if eating gets harder',
});
const made = fact('needs-assessment-made', {
  madeOn: '2026-11-17',
  toldOn: '2026-11-10',
  format: 'large print',
});
const enquiry: Protection = { ...nothingOpen, hasOpenEnquiry: true };
const refused = (facts: KnownFact[], protection: Protection, kind: 1 | 3 = 1) => {
  const answer = mayRest({ kind }, [...rest, ...facts], today, protection);
  return rests(answer) ? [] : answer.map(({ refused, because }) => `${refused} ${because}`);
};

describe('an open enquiry and a “no”', () => {
  it('C1-2 a “no” that stands otherwise does not while an enquiry is open, whatever was written of the risk', () => {
    assert.deepEqual(refused([no], nothingOpen), []);
    const [only, ...others] = refused([no], enquiry);
    assert.match(only ?? '', /^C1-2 there may be abuse or neglect/);
    assert.deepEqual(others, []);
  });

  it('N2 “they have no needs” does not stand either: an enquiry says they may', () => {
    const none = fact('may-have-needs', { answer: 'no' });
    assert.deepEqual(refused([none], nothingOpen), []);
    assert.match(refused([none], enquiry).join(), /^C1-1 a safeguarding enquiry is open/);
  });

  it('N2 a needs assessment made, or under way, lets it rest with the enquiry still open', () => {
    assert.deepEqual(refused([made], enquiry), []);
    assert.deepEqual(refused([fact('under-way', { startsOn: '2026-11-20' })], enquiry), []);
  });
});

const involvement: Involvement = {
  ...{ id: 'i', lookedOn: '2026-11-01', words: 'He agrees with whoever spoke last' },
  ...{ understanding: false, retaining: false, weighing: true, communicating: false },
  ...{ appropriatePerson: null, appropriateRelation: null, appropriateAgreedOn: null },
  ...{ isAgreedByPerson: null, isPaid: null, hasLongStayAhead: false, hasDisagreement: false },
  ...{ considered: null, recordedBy: 'Rowan' },
};
const advocate = (inPlaceOn: string | null, endedOn: string | null = null): Advocate => ({
  ...{ id: 'a', whatFor: 'her needs assessment', askedOn: '2026-11-02', askedOf: 'Saltbeck Voices' },
  ...{ name: inPlaceOn ? 'Meera Sandhu' : null, inPlaceOn, endedOn, endedBecause: null, version: 1 },
});
const heard = (...advocates: Advocate[]): Protection => ({
  hasOpenEnquiry: false,
  advocacy: { involvement, advocates, markedOn: null },
});

describe('N3 a needs assessment made within a conversation', () => {
  for (const kind of [1, 3] as const)
    it(`N3 is not complete in conversation ${kind} without the advocate somebody needs`, () => {
      assert.match(
        refused([made], heard(), kind).join(),
        /^N3 it would be very hard for them to weigh it up/,
      );
      assert.deepEqual(refused([made], heard(advocate('2026-11-17')), kind), []);
      assert.deepEqual(refused([made], { ...nothingOpen, advocacy: nobodyLooked }, kind), []);
    });

  it('N3 counts the day it was complete: an advocate who came the day after, or left the day before, was not there', () => {
    assert.equal(refused([made], heard(advocate('2026-11-18'))).length, 1);
    assert.equal(refused([made], heard(advocate('2026-11-03', '2026-11-16'))).length, 1);
    assert.deepEqual(refused([made], heard(advocate('2026-11-03', '2026-11-17'))), []);
  });

  it('N3 holds up nothing else: a conversation with no needs assessment rests', () => {
    assert.deepEqual(refused([no], heard()), []);
  });
});
