import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextDays, type Standing, standingInWords } from './standing.ts';

const today = '2026-11-22';
const tuesdays = {
  ...{ freq: 'WEEKLY' as const, interval: 1, byday: ['TU'], bymonthday: [], dtstart: null, validFrom: null },
  ...{ validTo: null, opensAt: null, closesAt: null, description: null },
};
const usual: Standing = {
  ...{
    pausedFrom: null,
    pausedUntil: null,
    pausedWords: null,
    onlyUntil: null,
    datesByHand: [],
    isUserLed: null,
  },
};
const next = (standing: Partial<Standing>) => nextDays([tuesdays], { ...usual, ...standing }, today, 3);

describe('the next days it is really on', () => {
  it('are its usual ones when nothing else was said', () => {
    assert.deepEqual(next({}), ['2026-11-24', '2026-12-01', '2026-12-08']);
  });

  it('begin again on the day a pause ends, and are none while nobody knows when', () => {
    assert.deepEqual(next({ pausedFrom: '2026-11-20', pausedUntil: '2026-12-08' })[0], '2026-12-08');
    assert.deepEqual(next({ pausedFrom: '2026-11-20' }), []);
    assert.deepEqual(next({ pausedFrom: '2026-12-01', pausedUntil: '2026-12-09' }), [
      '2026-11-24',
      '2026-12-15',
      '2026-12-22',
    ]);
  });

  it('leave out holidays, take in what was added, and stop at its last day', () => {
    const datesByHand = [
      { heldOn: '2026-11-24', isOn: false, words: 'the hall is let' },
      { heldOn: '2026-11-26', isOn: true, words: null },
    ];
    assert.deepEqual(next({ datesByHand }), ['2026-11-26', '2026-12-01', '2026-12-08']);
    assert.deepEqual(next({ onlyUntil: '2026-12-01' }), ['2026-11-24', '2026-12-01']);
  });
});

describe('how it stands, in words', () => {
  const says = (standing: Partial<Standing>) => standingInWords({ ...usual, ...standing }, today);

  it('says paused, only for now and not on, with the day', () => {
    assert.deepEqual(says({}), []);
    assert.deepEqual(says({ pausedFrom: '2026-11-20', pausedWords: 'The roof leaks.' }), [
      'Paused for now. The roof leaks.',
    ]);
    assert.deepEqual(says({ pausedFrom: '2026-12-20', pausedUntil: '2027-01-05' }), [
      'Paused from 20 December 2026 until 5 January 2027.',
    ]);
    assert.deepEqual(
      says({ pausedFrom: '2026-10-01', pausedUntil: '2026-11-01' }),
      [],
      'a pause that is over',
    );
    assert.deepEqual(says({ onlyUntil: '2026-12-12' }), ['Only for now: the last day is 12 December 2026.']);
    assert.deepEqual(
      says({ datesByHand: [{ heldOn: '2026-11-24', isOn: false, words: 'the hall is let' }] }),
      ['Not on Tuesday 24 November: the hall is let.'],
    );
  });
});
