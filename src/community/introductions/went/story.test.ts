import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Said, storyOf } from './story.ts';

const one = {
  stage: 'went',
  how: 'going-along',
  listingName: 'Harbour Choir',
  offeredOn: '2026-11-02',
  agreedOn: '2026-11-05',
  introducedOn: '2026-11-10',
  wentOn: '2026-11-17',
  stillGoing30On: null,
  stillGoing90On: null,
  endedWhy: null,
  said: [] as Said[],
} as const;

describe('what came of an introduction, a month later', () => {
  it('says nothing yet in the first month', () => {
    assert.deepEqual(storyOf(one, 'Wilf', '2026-12-09'), []);
  });

  it('says what happened, and that nobody has said', () => {
    assert.deepEqual(storyOf(one, 'Wilf', '2026-12-10'), [
      'Wilf was introduced to Harbour Choir on Tuesday 10 November.',
      'Wilf first went on Tuesday 17 November.',
    ]);
    const unknown = storyOf({ ...one, stage: 'introduced', wentOn: null }, 'Wilf', '2026-12-10');
    assert.equal(unknown[1], 'Nobody has said yet whether Wilf went.');
  });

  it('keeps the person’s own answer beside the group’s, though they differ', () => {
    const said: Said[] = [
      { who: 'person', what: 'went', happenedOn: '2026-11-17', words: null },
      { who: 'group', what: 'not-going', happenedOn: '2026-12-18', words: 'Not since the tea urn broke' },
      { who: 'person', what: 'still-going', happenedOn: '2026-12-17', words: 'Every week but one' },
    ];
    assert.deepEqual(storyOf({ ...one, said }, 'Wilf', '2026-12-20').slice(2), [
      'Wilf said, of Thursday 17 December: still going. “Every week but one”',
      'The group said, of Friday 18 December: not going any more. “Not since the tea urn broke”',
    ]);
  });

  it('“not for me” is told in their words', () => {
    const ended = { ...one, stage: 'not-for-me', wentOn: null, endedWhy: 'Too loud' } as const;
    assert.equal(storyOf(ended, 'Wilf', '2027-01-02').at(-1), 'It was not for Wilf: “Too loud”');
  });
});
