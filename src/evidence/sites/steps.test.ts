import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readyToStart as ready } from './kept-site.fixture.ts';
import type { KeptSite, StepEvidence } from './kept-site.ts';
import { stepsOf } from './steps.ts';

const today = '2026-06-01';
const begun: KeptSite = { ...ready, startedOn: '2026-03-16' };

const shows = (step: StepEvidence['step'], more: Partial<StepEvidence> = {}): StepEvidence => ({
  ...{ id: step, step, kind: 'words', words: 'Said', whoseVoice: null, pointsAt: null },
  ...{ onDay: '2026-03-02', byWhom: 'Lena', writtenOn: '2026-03-02', writtenBy: 'Lena', ...more },
});
const one = (site: KeptSite, step: StepEvidence['step'], on = today) => {
  const found = stepsOf(site, on).find((standing) => standing.step === step);
  assert.ok(found);
  return found;
};

describe('the six steps of making it happen', () => {
  it('stand in their order, and a site that has said nothing has none', () => {
    const bare: KeptSite = { ...ready, scopes: [], aims: [], comparisons: [], baselines: [], measures: [] };
    assert.deepEqual(
      stepsOf(bare, today).map(({ step, stands }) => [step, stands]),
      ['story', 'detail', 'started', 'figures', 'reflection', 'spread'].map((step) => [step, 'nothing-yet']),
    );
  });

  it('evidence alone begins a step, and does not make it stand', () => {
    const site = { ...ready, aims: [], evidence: [shows('story')] };
    assert.equal(one(site, 'story').stands, 'begun');
    assert.equal(one({ ...ready, evidence: [shows('story')] }, 'story').stands, 'stands');
    assert.equal(one({ ...begun, evidence: [shows('spread')] }, 'spread').stands, 'begun');
  });

  it('the detail is co-produced only when people who are not staff agreed a rule', () => {
    const rule = {
      ...{ id: 'r', rule: 'Whoever answers, meets them', agreedOn: '2026-03-02', agreedBy: 'The team' },
      ...{ withPeople: false, replacesId: null, isSetAside: false, why: null },
      ...{ writtenOn: '2026-03-02', writtenBy: 'Lena' },
    };
    const person = {
      ...{ id: 'p', name: 'Dot', part: 'Votes on rules', comesAs: 'lives-here' as const, thankedHow: null },
      ...{ sinceOn: '2026-03-02', untilOn: null, writtenOn: '2026-03-02', writtenBy: 'Lena' },
    };
    const staffOnly = { ...ready, people: [person], rules: [rule] };
    assert.deepEqual(one(staffOnly, 'detail').missing, [
      'No rule has been agreed with people who are not staff',
    ]);
    const together = { ...staffOnly, rules: [{ ...rule, withPeople: true }] };
    assert.equal(one(together, 'detail').stands, 'stands');
  });

  it('E11 figures do not stand when the comparison came after the start', () => {
    assert.equal(one(begun, 'figures').stands, 'stands');
    assert.equal(one(begun, 'figures', '2026-03-30').stands, 'begun');
    const late = {
      ...begun,
      comparisons: begun.comparisons.map((named) => ({ ...named, namedOn: '2026-04-01' })),
    };
    assert.match(one(late, 'figures').missing.join(), /was not said before the start/);
  });

  it('reflection is open again once a team has been quiet for two weeks', () => {
    const entry = {
      ...{
        id: 'l',
        kind: 'reflected' as const,
        onDay: '2026-05-20',
        byWhom: 'The team',
        words: 'We rang late',
      },
      ...{ evidence: null, whatChanges: 'We ring by four', prompt: null, addsToId: null },
      ...{ writtenOn: '2026-05-20', writtenBy: 'Lena' },
    };
    assert.equal(one({ ...begun, log: [entry] }, 'reflection').stands, 'stands');
    const quiet = one({ ...begun, log: [{ ...entry, onDay: '2026-05-10' }] }, 'reflection');
    assert.deepEqual(
      [quiet.stands, quiet.missing],
      ['begun', ['Nothing has been talked over since 10 May 2026']],
    );
  });

  it('spreading cites the figures, people and staff, and is decided or has begun elsewhere', () => {
    const cited = (['figures', 'people', 'staff'] as const).map((whoseVoice) =>
      shows('spread', { whoseVoice }),
    );
    assert.equal(one({ ...begun, evidence: cited }, 'spread').stands, 'begun');
    const fens = { id: 'fens', name: 'Fens', startedOn: '2026-05-01' };
    assert.equal(one({ ...begun, evidence: cited, begunFromThis: [fens] }, 'spread').stands, 'stands');
    const decided = [...cited, shows('spread', { id: 'd', kind: 'log' })];
    assert.equal(one({ ...begun, evidence: decided }, 'spread').stands, 'stands');
  });
});
