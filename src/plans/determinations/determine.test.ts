import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomesInLaw, sensesInLaw } from '../../conversations/facts.ts';
import { type Deciding, determine, type Finding, mayDetermine, type Tests } from './determine.ts';
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

describe('C3-3 and C3-4 when a decision may be given', () => {
  const ready: Deciding = {
    tests: adult,
    toldOn: '2026-11-10',
    writtenAdvice: null,
    decidedOn: '2026-11-21',
    today: '2026-11-21',
  };
  const no = { ...adult, outcomes: found('adult', 'clothing') };

  it('C3-4 a yes may be given once the person was told', () => {
    assert.equal(mayDetermine(ready), null);
  });

  it('C3-3 is refused when the person was not told, or only afterwards', () => {
    assert.equal(mayDetermine({ ...ready, toldOn: null })?.refused, 'C3-3');
    assert.equal(mayDetermine({ ...ready, toldOn: '2026-11-22' })?.refused, 'C3-3');
    assert.equal(mayDetermine({ ...ready, toldOn: '2026-11-21' }), null);
  });

  it('C3-4 is refused when dated after today', () => {
    assert.match(mayDetermine({ ...ready, decidedOn: '2026-11-22' })?.because ?? '', /after today/);
  });

  it('C3-4 is refused when “unable” names no sense, no words, or a sense that is not theirs', () => {
    const bare = (finding: Partial<Finding>, tests = adult) =>
      mayDetermine({
        ...ready,
        tests: { ...tests, outcomes: [...tests.outcomes.slice(1), { ...unable('nutrition'), ...finding }] },
      })?.refused;
    assert.equal(bare({ sense: null }), 'C3-4');
    assert.equal(bare({ words: ' ' }), 'C3-4');
    assert.equal(bare({ sense: 'much-longer' }), undefined);
    assert.equal(bare({ sense: 'much-longer' }, carer), 'C3-4');
  });

  it('C3-4 a no is refused without written advice', () => {
    assert.match(mayDetermine({ ...ready, tests: no, writtenAdvice: ' ' })?.because ?? '', /written advice/);
    assert.equal(
      mayDetermine({ ...ready, tests: no, writtenAdvice: 'The handyperson scheme fits rails free.' }),
      null,
    );
  });

  it('C3-4 a no may not rest on what nobody asked, when the answer could change it', () => {
    const silent = { ...no, outcomes: no.outcomes.slice(1) };
    const refused = mayDetermine({ ...ready, tests: silent, writtenAdvice: 'Advice.' });
    assert.match(refused?.satisfyBy ?? '', /Nothing yet about eating and drinking well/);
    assert.equal(
      mayDetermine({ ...ready, tests: { ...silent, causeIsMet: false }, writtenAdvice: 'Advice.' }),
      null,
    );
    assert.equal(
      mayDetermine({ ...ready, tests: { ...adult, outcomes: [unable('toilet'), unable('nutrition')] } }),
      null,
    );
  });
});
