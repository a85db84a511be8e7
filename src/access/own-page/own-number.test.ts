import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNumber, keepNumber, numberProblem } from './own-number.ts';

describe('the number somebody keeps in their head', () => {
  it('S2 may not be one that others would guess', () => {
    for (const guessed of [
      '111111',
      '121212',
      '123123',
      '234567',
      '987654',
      '020341',
      '410302',
      '12345',
      '1234567',
      'abcdef',
      '',
    ])
      assert.ok(numberProblem(guessed, '1941-03-02'), guessed);
    for (const good of ['402917', '40 29 17', '40-29-17'])
      assert.equal(numberProblem(good, '1941-03-02'), null, good);
  });

  it('S2 is kept only stretched, and never the same twice', async () => {
    const [one, other] = [await keepNumber('402917'), await keepNumber('402917')];
    assert.notDeepEqual(one.hash, other.hash);
    assert.ok(await isNumber('40 29 17', one));
    assert.ok(!(await isNumber('402918', one)));
    assert.ok(!(await isNumber('402917', null)));
  });
});
