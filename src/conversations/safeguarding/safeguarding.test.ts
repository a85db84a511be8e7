import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Ending, endingWants, enquiryIsOwed, mayEndEnquiry, threeAnswers } from './safeguarding.ts';

describe('N2 whether an enquiry is owed', () => {
  it('N2 is owed for every mixture of yes and suspected, and for none with a no (all 27)', () => {
    for (const hasNeeds of threeAnswers)
      for (const atRisk of threeAnswers)
        for (const cannotProtect of threeAnswers)
          assert.equal(
            enquiryIsOwed({ hasNeeds, atRisk, cannotProtect }),
            ![hasNeeds, atRisk, cannotProtect].includes('no'),
            `${hasNeeds}, ${atRisk}, ${cannotProtect}`,
          );
  });
});

const wanted = { wanted: 'to keep my key', isMet: 'partly' as const };
const ready: Ending = {
  openedAt: new Date('2026-11-10T11:00:00Z'),
  outcomes: [wanted],
  couldNotAskBecause: null,
  endedOn: '2026-11-20',
  today: '2026-11-21',
};
const wants = (changes: Partial<Ending>) =>
  endingWants({ ...ready, ...changes }).map(({ because }) => because);

describe('N2 ending an enquiry', () => {
  it('N2 may end once they were asked what they wanted and said how far it came about, even not at all', () => {
    assert.equal(mayEndEnquiry(ready), null);
    assert.equal(mayEndEnquiry({ ...ready, outcomes: [{ ...wanted, isMet: 'not' }] }), null);
  });

  it('N2 may not end when nobody asked what they want', () => {
    assert.deepEqual(wants({ outcomes: [] }), ['nobody has asked what they want to come of it']);
    assert.equal(mayEndEnquiry({ ...ready, outcomes: [] })?.refused, 'N2');
  });

  it('N2 may not end while one thing they wanted has no answer, and names which', () => {
    assert.deepEqual(wants({ outcomes: [wanted, { wanted: 'to see my son', isMet: null }] }), [
      'they have not said how far “to see my son” came about',
    ]);
  });

  it('N2 may end without either when it is written why they could not be asked; a blank is no reason', () => {
    const couldNotAskBecause = 'She died on 12 November; her sister spoke for her.';
    assert.equal(mayEndEnquiry({ ...ready, outcomes: [], couldNotAskBecause }), null);
    assert.equal(
      mayEndEnquiry({ ...ready, outcomes: [{ ...wanted, isMet: null }], couldNotAskBecause }),
      null,
    );
    assert.equal(wants({ outcomes: [], couldNotAskBecause: '  ' }).length, 1);
  });

  it('N2 says everything that is wanting at once', () => {
    const refusal = mayEndEnquiry({ ...ready, outcomes: [], endedOn: '2026-11-22' });
    assert.match(refusal?.because ?? '', /nobody has asked .* and the day it ended is after today/);
  });

  it('N2 may end the day it opened, and never before: midnight is England’s', () => {
    const openedAt = new Date('2026-06-30T23:01:00Z');
    assert.deepEqual(wants({ openedAt, endedOn: '2026-07-01', today: '2026-07-01' }), []);
    assert.deepEqual(wants({ openedAt, endedOn: '2026-06-30', today: '2026-07-01' }), [
      'the day it ended is before the day it opened',
    ]);
    assert.deepEqual(
      wants({ openedAt: new Date('2026-06-30T22:59:00Z'), endedOn: '2026-06-30', today: '2026-06-30' }),
      [],
    );
  });
});
