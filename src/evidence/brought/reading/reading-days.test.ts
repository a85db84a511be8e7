import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDate } from './reading-days.ts';

describe('days as systems write them', () => {
  it('that can be one day only are read', () => {
    for (const text of [
      '2025-04-03',
      '2025-04-03T09:30:00Z',
      '2025-04-03 00:00',
      '20250403',
      '3 April 2025',
      '03-Apr-25',
      '3 apr 2025',
    ])
      assert.equal(readDate(text), '2025-04-03', text);
    assert.equal(readDate('31/12/2025'), '2025-12-31');
    assert.equal(readDate('04/04/2025'), '2025-04-04');
  });

  it('that could be two are asked for, and never guessed', () => {
    assert.equal(readDate('03/04/2025'), 'two ways');
    assert.equal(readDate('03/04/2025', 'day-first'), '2025-04-03');
    assert.equal(readDate('03/04/2025', 'month-first'), '2025-03-04');
    assert.equal(readDate('31/12/2025', 'month-first'), 'no day');
  });

  it('that are none are told', () => {
    for (const text of ['', '31 June 2025', '2025-02-30', 'soon', '45748'])
      assert.equal(readDate(text), 'no day', text);
  });
});
