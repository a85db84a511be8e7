import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemOfError } from './problems.ts';

const statusOf = (code: string) => problemOfError(Object.assign(new Error('x'), { code })).status;

describe('what a failure is called', () => {
  it('is no fault of anybody when we are busy or the record cannot be reached: come back in a minute', () => {
    assert.equal(statusOf('FST_UNDER_PRESSURE'), 503);
    assert.equal(statusOf('57P01'), 503);
    assert.equal(statusOf('ECONNREFUSED'), 503);
  });

  it('is ours when nobody knows better, and shows nothing of what it was', () => {
    const problem = problemOfError(new Error('password in here'));
    assert.equal(problem.status, 500);
    assert.doesNotMatch(JSON.stringify(problem), /password/);
  });
});
