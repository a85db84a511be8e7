import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linesOfDays, readDays } from './days-said.ts';
import { peopleInWords } from './few.ts';

describe('dates a group says by hand', () => {
  it('are written one on a line, or as one day to another', () => {
    assert.deepEqual(readDays('21/12/2026 to 23 December 2026\n\n 29 Dec 2026'), {
      days: ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-29'],
    });
    assert.deepEqual(readDays('21 November 2026 - 22 November 2026'), {
      days: ['2026-11-21', '2026-11-22'],
    });
    assert.deepEqual(readDays(''), { days: [] });
  });

  it('a line that is no day, runs backwards or is longer than a holiday is named', () => {
    for (const [text, words] of [
      ['21 December 2026\nsoon', 'Write “soon” as a day'],
      ['23/12/2026 to 21/12/2026', 'Write “23/12/2026 to 21/12/2026”'],
      ['1/1/2027 to 1/1/2028', 'is longer than 92 days'],
    ] as const) {
      const read = readDays(text);
      assert.ok('problem' in read && read.problem.includes(words), text);
    }
  });

  it('are told with those next to each other together, and read again as they were', () => {
    const days = ['2026-12-21', '2026-12-22', '2026-12-29', '2026-12-31', '2027-01-01'];
    const lines = linesOfDays(days);
    assert.deepEqual(lines, [
      '21 December 2026 to 22 December 2026',
      '29 December 2026',
      '31 December 2026 to 1 January 2027',
    ]);
    assert.deepEqual(readDays(lines.join('\n')), { days });
  });
});

describe('how many people came', () => {
  it('E10 from 1 to 7 is a few, and more is rounded to five', () => {
    assert.deepEqual([0, 1, 7, 8, 12, 13].map(peopleInWords), [
      ...['nobody', 'a few people', 'a few people', 'about 10 people', 'about 10 people', 'about 15 people'],
    ]);
  });
});
