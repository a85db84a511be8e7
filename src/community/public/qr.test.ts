import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { qrOf } from '../../access/links/qr.ts';
import { seen } from './qr.fixture.ts';
import { readShort, shortAddress, typedAddress } from './short-address.ts';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const shorts = fc
  .array(fc.constantFrom(...letters), { minLength: 8, maxLength: 8 })
  .map((all) => all.join(''));

describe('a QR', () => {
  it('is read back as exactly the short address printed beside it', () => {
    fc.assert(
      fc.property(
        shorts,
        fc.constantFrom('https://alongside.saltbeck.example', 'http://127.0.0.1:3000'),
        (short, origin) => {
          const address = shortAddress({ origin, councilSlug: 'saltbeck', short });
          assert.equal(seen(qrOf(address)), address);
          assert.ok(address.endsWith(typedAddress(address)));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a short address', () => {
  it('is read however it was typed', () => {
    fc.assert(
      fc.property(shorts, (short) => {
        const address = shortAddress({ origin: 'https://a.example', councilSlug: 'saltbeck', short });
        const typed = address.split('/').at(-1) ?? '';
        for (const one of [
          typed,
          typed.toUpperCase(),
          ` ${short} `,
          typed.replaceAll('0', 'O').replaceAll('1', 'l'),
        ])
          assert.equal(readShort(one), short, one);
      }),
    );
  });

  it('is nothing when it cannot be one', () => {
    for (const typed of ['', 'k7m2', 'k7m2-pq9x-4tvw', 'k7m2-pq9!', '\u0000'])
      assert.equal(readShort(typed), null);
  });
});
