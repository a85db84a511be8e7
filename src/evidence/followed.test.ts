import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversion } from './conversion.ts';
import { followEpisodes, type SupportSpan } from './followed.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const called = (...days: string[]) => days.map((day) => ({ startedOn: day, endedOn: day }));
const rows = (supports: SupportSpan[], contacts = called('2026-03-02')) =>
  followEpisodes({ personId: 'Amina', contacts, supports }, year);

describe('following one person from their contacts', () => {
  it('E1 calls within four days are one row, and calls outside the cohort none', () => {
    const found = rows([], called('2025-06-01', '2026-03-02', '2026-03-05', '2026-08-10'));
    assert.deepEqual(
      found.map((row) => row.firstContactOn),
      ['2026-03-02', '2026-08-10'],
    );
  });

  it('E3 one-off, short-term and low-level support are not conversion', () => {
    for (const length of ['one-off', 'short-term', 'low-level'] as const) {
      const people = rows([{ length, startedOn: '2026-03-09' }]);
      assert.equal(conversion({ people, windowDays: 28, asOf: '2026-12-31' }).numerator, 0, length);
    }
    const people = rows([{ length: 'ongoing', startedOn: '2026-03-09' }]);
    assert.equal(conversion({ people, windowDays: 28, asOf: '2026-12-31' }).numerator, 1);
  });

  it('E2 support open the day before, and on the day, means this is not a new person', () => {
    assert.equal(rows([{ length: 'ongoing', startedOn: '2026-03-01' }])[0]?.hadOngoingAtStart, true);
    assert.equal(
      rows([{ length: 'ongoing', startedOn: '2026-01-01', endedOn: '2026-03-02' }])[0]?.hadOngoingAtStart,
      true,
    );
    assert.equal(
      rows([{ length: 'ongoing', startedOn: '2026-01-01', endedOn: '2026-03-01' }])[0]?.hadOngoingAtStart,
      false,
    );
  });

  it('E2 support that starts on the day of contact followed it', () => {
    const [row] = rows([{ length: 'ongoing', startedOn: '2026-03-02' }]);
    assert.deepEqual([row?.hadOngoingAtStart, row?.ongoingStartedOn], [false, '2026-03-02']);
  });

  it('E3 the first support after the contact is the one that counts, not one that ended long before', () => {
    const [row] = rows([
      { length: 'ongoing', startedOn: '2026-09-01' },
      { length: 'ongoing', startedOn: '2026-05-01' },
      { length: 'ongoing', startedOn: '2025-01-01', endedOn: '2025-02-01' },
    ]);
    assert.equal(row?.ongoingStartedOn, '2026-05-01');
  });
});
