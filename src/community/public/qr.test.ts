import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { qrOf } from './qr.ts';
import { readShort, shortAddress, typedAddress } from './short-address.ts';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const shorts = fc
  .array(fc.constantFrom(...letters), { minLength: 8, maxLength: 8 })
  .map((all) => all.join(''));

/** Reads a QR as a camera would see it: each module several points wide, dark on white. */
export function decoded({ size, path }: { size: number; path: string }): string | null {
  const scale = 4;
  const side = size * scale;
  const picture = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < Number(run) * scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4;
        picture.fill(0, at, at + 3);
      }
  return jsQR.default(picture, side, side)?.data ?? null;
}

describe('a QR', () => {
  it('is read back as exactly the short address printed beside it', () => {
    fc.assert(
      fc.property(
        shorts,
        fc.constantFrom('https://alongside.saltbeck.example', 'http://127.0.0.1:3000'),
        (short, origin) => {
          const address = shortAddress({ origin, councilSlug: 'saltbeck', short });
          assert.equal(decoded(qrOf(address)), address);
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
