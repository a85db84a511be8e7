import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Said } from '../../people/carers/statements.store.ts';
import { thingsOf } from './caring.ts';

const said = (changes: Partial<Said>): Said => ({
  ...{ id: 'a', carerId: 'jean', forPersonId: 'wilf', thing: 'Nights', side: 'willing', answer: 'yes' },
  ...{ saidOn: '2026-11-20', recordedAt: new Date('2026-11-20T10:00:00Z'), words: '', entryId: null },
  isCurrent: true,
  ...changes,
});

describe('N5 what a carer said, thing by thing', () => {
  it('N5 wanting to and being able to stand apart, each with its last word', () => {
    const [nights] = thingsOf([said({}), said({ id: 'b', thing: 'nights', side: 'able', answer: 'no' })]);
    assert.equal(nights?.said.willing?.answer, 'yes');
    assert.equal(nights?.said.able?.answer, 'no');
  });

  it('N5 what was replaced is not said any more, and what was never asked is null', () => {
    assert.deepEqual(thingsOf([said({ isCurrent: false })]), []);
    assert.equal(thingsOf([said({ thing: 'Lifting' })])[0]?.said.able, null);
  });
});
