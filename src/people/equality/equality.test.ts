import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { equalityQuestions } from './categories.ts';
import { changes, type EqualityFact, inWords, problemsWith, standing } from './equality.ts';

const fact = (id: string, more: Partial<EqualityFact>): EqualityFact => ({
  ...{ id, kind: 'ethnicity', answers: [], ownWords: null, saidBy: 'themselves', saidByWho: null },
  ...{ saidOn: '2026-05-04', writtenBy: 'Rowan', writtenAt: new Date('2026-05-04T10:00:00Z') },
  ...more,
});
const by = { saidBy: 'themselves', saidByWho: null, saidOn: '2026-11-21' } as const;
const ofEthnicity = (facts: EqualityFact[]) => standing(facts).find(({ kind }) => kind === 'ethnicity');

describe('what somebody says about who they are', () => {
  it('asks for the nineteen ethnic groups of the 2021 census of England', () => {
    const { categories } = equalityQuestions.ethnicity;
    assert.equal(categories.length, 19);
    assert.equal(new Set(categories.map(({ key }) => key)).size, 19);
  });

  it('lets the latest stand and keeps what was said before', () => {
    const found = ofEthnicity([
      fact('b', { answers: ['white-roma'] }),
      fact('a', { answers: ['white-irish'] }),
    ]);
    assert.equal(found?.stands?.id, 'b');
    assert.deepEqual(
      found?.before.map(({ id }) => id),
      ['a'],
    );
  });

  it('lets somebody take an answer back: nothing stands, and what was said is kept', () => {
    const found = ofEthnicity([fact('b', {}), fact('a', { answers: ['white-irish'] })]);
    assert.equal(found?.stands, null);
    assert.deepEqual(
      found?.before.map(({ id }) => id),
      ['b', 'a'],
    );
  });

  it('writes nothing when the same is said again, and nothing for what was left out', () => {
    const said = standing([fact('a', { answers: ['white-irish'] })]);
    assert.deepEqual(changes(said, { ethnicity: { answers: ['white-irish'], ownWords: null } }), []);
    assert.deepEqual(changes(said, { religion: { answers: [], ownWords: null } }), []);
    assert.deepEqual(changes(said, { ethnicity: { answers: [], ownWords: null } }), [
      { kind: 'ethnicity', answer: { answers: [], ownWords: null } },
    ]);
  });

  it('takes no answer outside the list, none beside others, no day to come and no nobody', () => {
    const wrong = (answers: string[]) =>
      problemsWith({ disability: { answers, ownWords: null } }, by, '2026-11-21').map(({ field }) => field);
    assert.deepEqual(wrong(['vision', 'hearing']), []);
    assert.deepEqual(wrong(['rather-not-say']), []);
    assert.deepEqual(wrong(['vision', 'none']), ['disability']);
    assert.deepEqual(wrong(['vision', 'rather-not-say']), ['disability']);
    assert.deepEqual(wrong(['pirate']), ['disability']);
    const two = { 'sexual-orientation': { answers: ['straight', 'bisexual'], ownWords: null } };
    assert.equal(problemsWith(two, by, '2026-11-21')[0]?.field, 'sexualOrientation');
    assert.deepEqual(
      problemsWith({}, { ...by, saidBy: 'somebody-for-them', saidOn: '2026-11-22' }, '2026-11-21').map(
        ({ field }) => field,
      ),
      ['saidByWho', 'saidOn'],
    );
  });

  it('keeps a person’s own words beside the standard answer', () => {
    assert.equal(
      inWords('religion', { answers: ['other'], ownWords: 'Pagan' }),
      'Any other religion or belief. In their words: “Pagan”',
    );
    assert.equal(inWords('gender', { answers: [], ownWords: 'me' }), 'In their words: “me”');
  });
});
