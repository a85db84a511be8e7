import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayEndForDeath, mayWriteDeath } from './death.ts';

const living = { bornOn: '1944-03-01', diedOn: null };

describe('that somebody died', () => {
  it('is written with a day that has come, today included', () => {
    assert.equal(mayWriteDeath(living, '2026-11-21', '2026-11-21'), null);
    assert.match(mayWriteDeath(living, '2026-11-22', '2026-11-21')?.because ?? '', /has not come yet/);
  });

  it('is no day before they were born', () => {
    assert.match(mayWriteDeath(living, '1944-02-29', '2026-11-21')?.because ?? '', /born on 1 March 1944/);
    assert.equal(mayWriteDeath({ ...living, bornOn: null }, '1944-02-29', '2026-11-21'), null);
  });

  it('is written once', () => {
    const died = { ...living, diedOn: '2026-11-01' };
    assert.match(mayWriteDeath(died, '2026-11-02', '2026-11-21')?.because ?? '', /written already/);
  });

  it('P1 ends support only when it is written, and from that day on', () => {
    assert.equal(mayEndForDeath(null, '2026-11-21')?.refused, 'P1');
    assert.equal(mayEndForDeath('2026-11-20', '2026-11-19')?.refused, 'P1');
    assert.equal(mayEndForDeath('2026-11-20', '2026-11-20'), null);
  });
});
