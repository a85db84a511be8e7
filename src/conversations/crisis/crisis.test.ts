import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Refusal } from '../../platform/refusal.ts';
import { type Ending, mayEnd, mayOpenCrisis, maySpend, pounds } from './crisis.ts';

const opening = {
  mustChange: 'I need to sleep in my own bed',
  safetyNote: 'Ring before 9',
  namedAccountId: 'rowan',
  coverAccountId: 'priya',
};
const here = new Set(['rowan', 'priya']);
const because = (refusal: Refusal | null): string => `${refusal?.refused}: ${refusal?.because}`;

describe('C2-1 opening conversation 2', () => {
  it('C2-1 opens with what must change now, a named person, named cover and a safety note', () => {
    assert.equal(mayOpenCrisis(opening, null, here), null);
  });

  it('C2-1 says all that is missing at once', () => {
    const nothing = { mustChange: ' ', safetyNote: '', namedAccountId: '', coverAccountId: 'left' };
    assert.equal(
      because(mayOpenCrisis(nothing, null, here)),
      'C2-1: this still needs what must change now, a named person who works here, cover who works here, a safety note',
    );
  });

  it('C2-1 nobody is their own cover', () => {
    assert.match(
      because(mayOpenCrisis({ ...opening, coverAccountId: 'rowan' }, null, here)),
      /^C2-1: the named person cannot/,
    );
  });

  it('C2-2 one is open at a time, with one named person', () => {
    assert.equal(
      because(mayOpenCrisis(opening, 'Sam', here)),
      'C2-2: conversation 2 is already open, with Sam as named person',
    );
  });
});

describe('C2-5 small money', () => {
  it('C2-5 is spent up to the site’s limit to the penny, and not a penny over', () => {
    assert.equal(maySpend(15_000, 5_000, 20_000), null);
    const refusal = maySpend(15_000, 5_001, 20_000);
    assert.equal(refusal?.refused, 'C2-5');
    assert.match(refusal?.satisfyBy ?? '', /^spend £50 or less/);
    assert.match(maySpend(20_000, 1, 20_000)?.satisfyBy ?? '', /^meet this as an urgent need/);
  });

  it('pounds are written as people write them', () => {
    assert.deepEqual([0, 5, 1250, 20_000, 123_456_78].map(pounds), [
      '£0',
      '£0.05',
      '£12.50',
      '£200',
      '£123,456.78',
    ]);
  });
});

describe('C2-6 ending conversation 2', () => {
  const facts = {
    today: '2026-11-21',
    peersLastHeardAt: new Date('2026-11-20T10:00:00Z'),
    lastDecidedAt: new Date('2026-11-01T10:00:00Z'),
  };
  const ending: Ending = {
    next: 'resting',
    whatChanged: 'He sleeps in his own bed',
    personsView: 'I am back',
    howToComeBack: 'Ring Rowan',
    checkBackOn: '2026-12-05',
    because: null,
  };

  it('C2-6 rests with what changed, their view, how to come back and a check-back', () => {
    assert.equal(mayEnd(ending, facts), null);
  });

  it('C2-6 does not end without what changed and the person’s view', () => {
    assert.match(because(mayEnd({ ...ending, whatChanged: '' }, facts)), /^C2-6/);
    assert.match(because(mayEnd({ ...ending, personsView: ' ' }, facts)), /^C2-6/);
  });

  it('C2-6 does not rest without a check-back on a day to come, nor R1 without how to come back', () => {
    assert.match(because(mayEnd({ ...ending, checkBackOn: null }, facts)), /it rests with a check-back/);
    assert.match(because(mayEnd({ ...ending, checkBackOn: '2026-11-21' }, facts)), /not after today/);
    assert.match(because(mayEnd({ ...ending, howToComeBack: ' ' }, facts)), /how to come back/);
  });

  it('C2-6 goes to conversation 3 without a check-back, with how to come back', () => {
    assert.equal(mayEnd({ ...ending, next: 'conversation-3', checkBackOn: null }, facts), null);
    assert.match(
      because(mayEnd({ ...ending, next: 'conversation-3', howToComeBack: null }, facts)),
      /how to come back/,
    );
  });

  it('C2-6 goes on with a reason that peers have heard since it began or last went on', () => {
    const on: Ending = {
      ...ending,
      next: 'on',
      because: 'The landlord has not answered',
      howToComeBack: null,
      checkBackOn: null,
    };
    assert.equal(mayEnd(on, facts), null);
    assert.match(because(mayEnd({ ...on, because: '' }, facts)), /goes on with a reason/);
    assert.match(because(mayEnd(on, { ...facts, peersLastHeardAt: null })), /peers have not heard/);
    assert.match(
      because(mayEnd(on, { ...facts, lastDecidedAt: facts.peersLastHeardAt })),
      /peers have not heard/,
    );
  });
});
