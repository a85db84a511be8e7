import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Deciding, decidedBy, mayDetermine } from './deciding.ts';
import type { Finding, Tests } from './determine.ts';
import { outcomesFor } from './outcomes.ts';

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

describe('C3-6 who decided', () => {
  it('C3-6 a decider who had not met them is told as such, and one who had is not', () => {
    assert.equal(decidedBy('Priya', false), 'Priya decided, and had not met them');
    assert.equal(decidedBy('Priya', true), 'Priya decided');
  });
});
