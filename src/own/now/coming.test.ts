import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarItem } from '../../conversations/calendar/calendar.ts';
import { clocks } from '../../conversations/calendar/clocks.ts';
import { comingToldOf } from './coming.ts';

const item = (kind: string, by: string, part = ''): CalendarItem => ({
  ...{
    kind,
    part,
    by,
    from: by,
    says: 'For staff.',
    link: '/',
    act: 'Do',
    kindInWords: 'A duty',
    rule: 'P2',
  },
  ...{ sourceId: 'a', personId: 'p', name: 'Wilf' },
});

describe('what happens next, as they are told it', () => {
  it('is the soonest first, each once, and no more than can be kept in mind', () => {
    const told = comingToldOf([
      item('catch-up-first', '2027-01-16'),
      item('check-back', '2026-12-01'),
      item('check-back', '2026-12-09'),
      item('move-here', '2026-12-20'),
      item('copy-owed', '2026-12-24'),
    ]);
    assert.deepEqual(
      told.map(({ kind, by }) => `${kind} ${by}`),
      ['ask 2026-12-01', 'moveHere 2026-12-20', 'copy 2026-12-24'],
    );
  });

  it('N2 never has in it what keeps somebody safe, nor what is only ours to do', () => {
    const items = ['safe-ask', 'safe-step', 'power-unseen', 'need-check', 'carer-no'].map((kind) =>
      item(kind, '2026-12-01'),
    );
    assert.deepEqual(comingToldOf([...items, item('conversation-2', '2026-12-01', 'peers')]), []);
  });

  it('speaks only of kinds that the calendar has', () => {
    const known = [
      'not-spoken',
      'check-back',
      'entitled-asked',
      'needs-under-way',
      'introduction-ask',
      'catch-up-first',
    ];
    for (const kind of known) {
      assert.ok(kind in clocks, kind);
      assert.equal(comingToldOf([item(kind, '2026-12-01')]).length, 1, kind);
    }
  });
});
