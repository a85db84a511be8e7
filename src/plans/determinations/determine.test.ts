import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomesInLaw, sensesInLaw } from '../../conversations/facts.ts';
import { determine, type Finding, type Tests } from './determine.ts';
import { adultOutcomes, carerOutcomes, outcomesFor, sensesFor } from './outcomes.ts';

const unable = (outcome: string): Finding => ({
  outcome,
  finding: 'unable',
  sense: 'without-help',
  words: '“I cannot reach.”',
});
const achieved = (outcome: string): Finding => ({ outcome, finding: 'achieved', sense: null, words: '' });

/** Everything asked, unable in the outcomes named. */
function found(kind: 'adult' | 'carer', ...unableIn: string[]): Finding[] {
  return outcomesFor(kind).map(({ key }) => (unableIn.includes(key) ? unable(key) : achieved(key)));
}
const adult: Tests = {
  kind: 'adult',
  causeIsMet: true,
  outcomes: found('adult', 'hygiene', 'clothing'),
  healthAtRisk: false,
  impactIsMet: true,
};
const carer: Tests = { ...adult, kind: 'carer', outcomes: found('carer', 'recreation') };

describe('C3-4 an adult (SI 2015/313 regulation 2)', () => {
  it('C3-4 there are ten outcomes and four senses', () => {
    assert.equal(adultOutcomes.length, 10);
    assert.equal(sensesFor('adult').length, 4);
  });

  it('C3-4 words tagged in conversations point at the same outcomes and senses', () => {
    assert.deepEqual(adultOutcomes.map(({ key }) => key).toSorted(), Object.keys(outcomesInLaw).toSorted());
    assert.deepEqual(
      sensesFor('adult').map(({ key }) => key),
      Object.keys(sensesInLaw),
    );
  });

  it('C3-4 is eligible when the cause is met, unable in two outcomes, and wellbeing is significantly affected', () => {
    assert.equal(determine(adult).isEligible, true);
  });

  it('C3-4 is not eligible when unable in one outcome only', () => {
    assert.equal(determine({ ...adult, outcomes: found('adult', 'clothing') }).isEligible, false);
  });

  it('C3-4 is not eligible when it does not come from an impairment or illness', () => {
    assert.equal(determine({ ...adult, causeIsMet: false }).isEligible, false);
  });

  it('C3-4 is not eligible without a significant impact on wellbeing', () => {
    assert.equal(determine({ ...adult, impactIsMet: false }).isEligible, false);
  });

  it('C3-4 health at risk is a carer’s test and does not make an adult eligible', () => {
    assert.equal(determine({ ...adult, healthAtRisk: true, outcomes: found('adult') }).isEligible, false);
  });

  it('C3-4 counts each outcome once, and only outcomes the law names', () => {
    const outcomes = [unable('clothing'), unable('clothing'), unable('recreation'), unable('singing')];
    assert.deepEqual(determine({ ...adult, outcomes }).unableTo, [
      'being dressed for the day and the weather',
    ]);
  });

  it('C3-4 gives sentences and names, never a score', () => {
    const { sentences, unableTo } = determine(adult);
    assert.deepEqual(unableTo, ['keeping clean', 'being dressed for the day and the weather']);
    assert.doesNotMatch(sentences.join(' '), /\d/);
  });
});

describe('C3-4 a carer (SI 2015/313 regulation 3)', () => {
  it('C3-4 there are eight outcomes and three senses: “takes much longer” is the adult’s alone', () => {
    assert.equal(carerOutcomes.length, 8);
    assert.deepEqual(
      sensesFor('carer').map(({ key }) => key),
      ['without-help', 'pain-distress-anxiety', 'danger'],
    );
    assert.equal(sensesFor('carer')[0]?.source, 'reg 3(3)(a)');
  });

  it('C3-4 is eligible when unable in any one outcome', () => {
    assert.equal(determine(carer).isEligible, true);
  });

  it('C3-4 is eligible when health is at risk, whatever they can achieve', () => {
    assert.equal(determine({ ...carer, outcomes: found('carer'), healthAtRisk: true }).isEligible, true);
  });

  it('C3-4 is not eligible when able in all and in good health', () => {
    assert.equal(determine({ ...carer, outcomes: found('carer') }).isEligible, false);
  });

  it('C3-4 is not eligible when it does not come from caring, or wellbeing is not significantly affected', () => {
    assert.equal(determine({ ...carer, causeIsMet: false }).isEligible, false);
    assert.equal(determine({ ...carer, impactIsMet: false }).isEligible, false);
  });
});

describe('C3-4 gaps are plain questions', () => {
  const oneGap = adult.outcomes.filter(({ outcome }) => outcome !== 'home-safety');

  it('C3-4 asks about what nobody said', () => {
    assert.deepEqual(
      determine({ ...adult, outcomes: oneGap }).gaps.map(({ question }) => question),
      ['Nothing yet about getting about their home safely: ask, or say why not'],
    );
  });

  it('C3-4 saying why not is an answer', () => {
    const why: Finding = {
      outcome: 'home-safety',
      finding: 'nothing-said',
      sense: null,
      words: 'He would rather not say yet.',
    };
    assert.deepEqual(determine({ ...adult, outcomes: [...oneGap, why] }).gaps, []);
  });
});
