import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashOfCode, newCode } from './code.ts';

describe('a short address', () => {
  it('S3 is never the same twice and can be typed from a postcard', () => {
    const codes = Array.from({ length: 1_000 }, newCode);
    assert.equal(new Set(codes).size, 1_000);
    for (const code of codes) assert.match(code, /^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
  });

  it('is read however it was typed', () => {
    const kept = hashOfCode('k7m2-pq9x-01vw');
    for (const typed of ['K7M2PQ9X01VW', ' k7m2 pq9x O1vw ', 'k7m2-pq9x-0lvw', 'K7m2-pq9x-OIvw'])
      assert.deepEqual(hashOfCode(typed), kept, typed);
    assert.notDeepEqual(hashOfCode('k7m2-pq9x-02vw'), kept);
  });

  it('says nothing of what cannot be one', () => {
    for (const typed of ['', 'short', 'k7m2-pq9x-4tv!', 'k7m2-pq9x-4tvw-4tvw', '\u0000'])
      assert.equal(hashOfCode(typed), null);
  });
});
