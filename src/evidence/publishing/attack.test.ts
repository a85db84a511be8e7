import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attack, roundingAlone } from './attack/attack.ts';

const seed = 20_261_122;

describe('an attacker with everything we publish', () => {
  it('E10 recovers no hidden count, at one date or from the difference of two', (t) => {
    const found = attack(seed, 25);
    t.diagnostic(`seed ${seed}: ${JSON.stringify(found)}`);
    assert.ok(found.hidden > 500);
    assert.equal(found.recovered, 0);
    assert.equal(found.undecided, 0);
  });

  it('E10 recovers some where counts are only hidden and rounded, so the attacker is worth something', (t) => {
    const found = attack(seed, 25, roundingAlone);
    t.diagnostic(`rounding alone, seed ${seed}: ${JSON.stringify(found)}`);
    assert.ok(found.recovered > 0);
  });
});
