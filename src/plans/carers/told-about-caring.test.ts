import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Statement } from '../../people/carers/willing.ts';
import { stillToAsk, type ToldAboutCaring, thingsInWords } from './told-about-caring.ts';

const said = (side: Statement['side'], answer: Statement['answer']): Statement => ({
  carerId: 'jean',
  thing: 'nights',
  side,
  answer,
  saidOn: '2026-11-20',
  recordedAt: new Date('2026-11-20T15:00:00Z'),
});
const all: ToldAboutCaring = {
  statements: [said('willing', 'yes'), said('able', 'no')],
  marked: [
    { kind: 'carer-likely-to-stay', phrase: 'Not for another winter.' },
    { kind: 'carer-wishes', phrase: 'I want to go back to the choir.' },
  ],
};

describe('N5 what the law asks of a carer’s own conversation (Care Act 2014 s10(5) and (6))', () => {
  it('N5 nothing is left to ask when all of it was', () => assert.deepEqual(stillToAsk(all, 'Jean'), []));

  const missing: [string, ToldAboutCaring, RegExp][] = [
    ['willing', { ...all, statements: [said('able', 'no')] }, /^What is Jean willing to do/],
    ['able', { ...all, statements: [said('willing', 'yes')] }, /^What is Jean able to do/],
    ['likely to stay so', { ...all, marked: all.marked.slice(1) }, /^Is Jean likely to go on/],
    ['their own life', { ...all, marked: all.marked.slice(0, 1) }, /^What does Jean want for work/],
  ];
  for (const [what, told, question] of missing)
    it(`N5 asks one plain question when nobody asked about: ${what}`, () => {
      const questions = stillToAsk(told, 'Jean');
      assert.equal(questions.length, 1);
      assert.match(questions[0] ?? '', question);
    });

  it('N5 says each thing with both sides and their days', () => {
    assert.deepEqual(thingsInWords(all.statements), [
      'Nights: willing, yes, 20 November 2026; able, no, 20 November 2026.',
    ]);
    assert.match(thingsInWords([said('able', 'yes')])[0] ?? '', /willing, not asked yet/);
  });
});
