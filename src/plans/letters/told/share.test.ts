import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FinancialAssessment } from '../../money/share.ts';
import { textsIn } from '../letter.ts';
import { shareLetter } from './share.ts';

const envelope = {
  from: { council: 'Saltbeck Council', team: null, phone: null },
  to: { fullName: 'Dora Winstanley', knownAs: 'Dora', window: [] },
  on: '2026-11-21',
};
const lines: FinancialAssessment['lines'] = [
  { side: 'coming-in', what: 'State pension', weeklyPence: 30_000 },
  { side: 'kept', what: 'What the law leaves you', weeklyPence: 23_000 },
  { side: 'costs', what: 'Extra washing', weeklyPence: 860 },
];
const full = { how: 'full', weeklyPence: 6_140, lines } as const;
const letter = (changes: Partial<FinancialAssessment>) =>
  textsIn(
    shareLetter(envelope, {
      ...({ id: '0193f1b2-7c00-7000-8000-00000041f07c', doneOn: '2026-11-19', doneBy: 'Rowan' } as const),
      ...({ words: '', fromOn: '2026-12-01', ...full, ...changes } as FinancialAssessment),
    }),
  ).join('\n');

describe('how a share was worked out, as the person is given it', () => {
  it('C3-5 says what the working leaves, when it is worked out in full', () => {
    assert.match(letter({}), /Extra washing\n£8\.60\nThat leaves £61\.40 a week\./);
    const kept = { side: 'kept', what: 'All of it', weeklyPence: 40_000 } as const;
    assert.match(letter({ lines: [...lines, kept], weeklyPence: 0 }), /That leaves nothing\./);
  });

  it('C3-5 says no such line for a light look, or where they would rather not say', () => {
    assert.doesNotMatch(letter({ how: 'light-touch' }), /That leaves/);
    assert.doesNotMatch(letter({ how: 'declined', weeklyPence: null, lines: [] }), /That leaves/);
  });
});
