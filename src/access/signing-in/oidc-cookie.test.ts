import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Attempt, attemptCookie, attemptKey, seal, unseal } from './oidc-cookie.ts';

const now = new Date('2026-11-21T09:32:00Z');
const attempt: Attempt = {
  slug: 'northmoor',
  state: 'state',
  nonce: 'nonce',
  verifier: 'verifier',
  next: '/people?page=2',
  until: now.getTime() + 1_000,
};
const key = attemptKey('a secret');

describe('a sign-in on its way', () => {
  it('comes back as it was sealed, in any process that has the secret', () => {
    assert.deepEqual(unseal(attemptKey('a secret'), seal(key, attempt), now), attempt);
  });

  it('S2 says nothing to the browser that carries it and never looks the same twice', () => {
    const sealed = seal(key, attempt);
    assert.notEqual(sealed, seal(key, attempt));
    for (const word of ['northmoor', 'verifier', 'people'])
      assert.equal(Buffer.from(sealed, 'base64url').includes(word), false, word);
  });

  it('S2 is nothing when any one bit of it was changed', () => {
    const bytes = Buffer.from(seal(key, attempt), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.equal(unseal(key, changed.toString('base64url'), now), null, `bit ${bit}`);
    }
  });

  it('S2 is nothing once it has run out, under another key, or when it is not one of ours', () => {
    const sealed = seal(key, attempt);
    assert.equal(unseal(key, sealed, new Date(attempt.until)), null);
    assert.equal(unseal(attemptKey('another'), sealed, now), null);
    assert.equal(unseal(attemptKey(undefined), seal(attemptKey(undefined), attempt), now), null);
    for (const odd of [undefined, '', 'a', sealed.slice(0, 30), `${sealed}${'A'.repeat(5_000)}`, '{}'])
      assert.equal(unseal(key, odd, now), null);
    assert.equal(unseal(key, seal(key, { slug: 'northmoor' } as Attempt), now), null);
  });

  it('S6 has a cookie name that only https may set', () => {
    assert.equal(attemptCookie(true), '__Host-alongside-sign-in');
    assert.equal(attemptCookie(false), 'alongside-sign-in');
  });
});
