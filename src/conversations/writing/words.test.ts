import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findWords, wordsToSpare } from './words.ts';

const found = (text: string, allow: string[] = []) => findWords(text, { allow }).map((hit) => hit.word);

describe('words to spare', () => {
  it('marks a word where it stands and says what to say in its place', () => {
    const [hit] = findWords('The referral came on Monday');
    assert.deepEqual([hit?.word, hit?.startsAt, hit?.endsAt], ['referral', 4, 12]);
    assert.match(hit?.say ?? '', /introduc/);
    assert.notEqual(hit?.why, '');
  });

  it('finds capitals, plurals, hyphens and endings', () => {
    assert.deepEqual(found('Cases, CLIENTS and Service Users'), ['Cases', 'CLIENTS', 'Service Users']);
    assert.deepEqual(found('reassessed, assessing, assessments'), ['reassessed', 'assessing', 'assessments']);
    assert.deepEqual(found('her care packages and a hand off'), ['care packages', 'hand off']);
    assert.deepEqual(found('reviewed, triaged, signposting'), ['reviewed', 'triaged', 'signposting']);
  });

  it('leaves everyday words alone', () => {
    assert.deepEqual(found('Take a suitcase in case it rains; in any case he lives close to the shop.'), []);
    assert.deepEqual(found('She reads in bed on the screen. Unity Street. Preview. Casey rang.'), []);
    assert.deepEqual(found('the unitary council, a bedroom, a closet, enclosed'), []);
  });

  it('still finds the word beside an everyday use of it', () => {
    assert.deepEqual(found('In case of rain, the case is closed'), ['case', 'closed']);
    assert.deepEqual(found('close friends, and close the record'), ['close']);
  });

  it('lets a statutory term stand where the caller allows it, and only there', () => {
    assert.deepEqual(found('This is your needs assessment.', ['needs assessment']), []);
    assert.deepEqual(found('The needs assessment and the assessment', ['needs assessment']), ['assessment']);
    assert.deepEqual(found('Needs assessments are free', ['needs assessment']), []);
  });

  it('finds every word of the list, in words it was given', () => {
    for (const { not } of wordsToSpare)
      for (const phrase of not) assert.equal(found(`x ${phrase.replace('*', '')} y`).length, 1, phrase);
  });

  it('marks a phrase once, not the words inside it again', () => {
    assert.deepEqual(found('a service user’s case-load'), ['service user', 'case-load']);
  });

  it('reads a council’s own list instead when there is one', () => {
    const list = [{ not: ['widget'], say: 'thing', why: 'because' }];
    assert.deepEqual(
      findWords('two widgets, one case', { list }).map((hit) => hit.word),
      ['widgets'],
    );
  });

  it('its own advice would pass', () => {
    for (const { say, why } of wordsToSpare)
      assert.deepEqual(found(`${say}. ${why}`, ['needs assessment']), []);
  });
});
