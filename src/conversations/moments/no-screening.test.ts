import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factKind, factKinds, factsNeededAt } from '../facts.ts';
import type { KnownFact } from '../known-facts.ts';
import { mayRest, rests } from '../resting.ts';
import { stillToAsk } from './gaps.ts';
import { wouldScreen } from './no-screening.ts';

const today = '2026-11-21';
const said = (kind: KnownFact['kind'], details: Record<string, string> = {}): KnownFact => ({
  ...{ kind, details, phrase: 'words', happenedOn: today },
  recordedAt: new Date('2026-11-21T12:00:00Z'),
});
const askedBeforeResting = (facts: readonly KnownFact[], hasOpenEnquiry = false) => {
  const stands = mayRest({ kind: 1 }, facts, today, {
    hasOpenEnquiry,
    advocacy: { involvement: null, advocates: [], markedOn: null },
  });
  return rests(stands) ? [] : stands.flatMap(({ answers }) => answers);
};

describe('C1-3 conversation 1 never screens', () => {
  it('C1-3 what decides eligibility would screen; what matters to somebody would not', () => {
    for (const name of ['unable', 'ordinary-residence', 'wants-council-to-meet'] as const)
      assert.equal(wouldScreen(name), true, name);
    for (const name of ['what-matters', 'carer-asked', 'may-have-needs', 'information-given'] as const)
      assert.equal(wouldScreen(name), false, name);
  });

  it('C1-3 nothing that is looked for at first contact, in conversation 1 or in a crisis screens', () => {
    for (const moment of ['first-contact', 'conversation-1-rests', 'conversation-2'] as const)
      assert.deepEqual(factsNeededAt(moment).filter(wouldScreen), [], moment);
    for (const conversation of [1, 2] as const)
      assert.deepEqual(
        stillToAsk(conversation, [])
          .map(({ kind }) => kind)
          .filter(wouldScreen),
        [],
      );
  });

  it('C1-3 no question that stands before resting screens, whatever was said so far', () => {
    const before: (readonly KnownFact[])[] = [
      [],
      [said('may-have-needs', { answer: 'yes' })],
      [said('asked-if-entitled', { askedOn: today })],
      [said('declined', { declinedOn: today, abuseRisk: 'yes', capacity: 'in-doubt' })],
      [said('declined', { declinedOn: '2026-11-01' }), said('situation-changed', { changedOn: today })],
    ];
    for (const facts of before)
      for (const hasOpenEnquiry of [false, true]) {
        const asked = askedBeforeResting(facts, hasOpenEnquiry);
        assert.ok(asked.length > 0);
        assert.deepEqual(asked.filter(wouldScreen), []);
      }
  });

  it('C1-3, N1 somebody who asks what they are entitled to is not screened for it: the question is theirs', () => {
    assert.equal(wouldScreen('asked-if-entitled'), false);
    const kinds = askedBeforeResting([said('asked-if-entitled', { askedOn: today })]);
    assert.ok(kinds.includes('under-way'));
  });

  it('C1-3 conversation 1 may rest without one word of eligibility or money', () => {
    const enough = [
      said('what-matters'),
      said('may-have-needs', { answer: 'no' }),
      said('carer-asked', { answer: 'nobody' }),
      said('information-given', { what: 'The lunch club', format: 'talked through', givenOn: today }),
      said('how-to-come-back'),
      said('check-back', { declined: 'yes' }),
    ];
    assert.deepEqual(askedBeforeResting(enough), []);
    assert.ok(enough.every(({ kind }) => !wouldScreen(kind)));
  });

  it('C1-3 every kind that conversation 3 alone looks for by a test of eligibility would screen', () => {
    for (const name of Object.keys(factKinds) as (keyof typeof factKinds)[])
      if (/SI 2015\/313/.test(factKind(name).law)) assert.equal(wouldScreen(name), true, name);
  });
});
