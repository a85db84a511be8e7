import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { boundaryOf, readParts } from './parts.ts';

const boundary = 'b0undary';
const part = (head: string, held: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    held,
    Buffer.from('\r\n'),
  ]);
const end = Buffer.from(`--${boundary}--\r\n`);

/** The same bytes in pieces as a network gives them. */
async function* inPieces(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function partsOf(form: AsyncIterable<Buffer>, most = 1_000_000) {
  const parts: { field: string; isFile: boolean; held: Buffer; longest: number }[] = [];
  await readParts(form, boundary, most, ({ field, isFile }) => {
    const one = { field, isFile, held: Buffer.alloc(0), longest: 0 };
    parts.push(one);
    return {
      take(bytes) {
        one.held = Buffer.concat([one.held, bytes]);
        one.longest = Math.max(one.longest, bytes.length);
      },
      end() {},
    };
  });
  return parts;
}

describe('a form in parts', () => {
  it('is read the same however it is cut up on its way, whatever its files hold', async () => {
    const held = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .constantFrom('', '\r\n', `\r\n--${boundary}`.slice(0, -1), `--${boundary}`, '\r\n\r\n--', '-')
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(held, { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async (files, sizes) => {
          const form = Buffer.concat([
            ...files.map((one, n) => part(`name="f${n}"; filename="a.jpg"`, one)),
            end,
          ]);
          const parts = await partsOf(inPieces(form, sizes));
          assert.deepEqual(
            parts.map((one) => one.held),
            files.map((one) => Buffer.from(one)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is never held whole: a file is passed on as it comes', async () => {
    const form = Buffer.concat([part('name="f"; filename="a"', Buffer.alloc(500_000, 7)), end]);
    const [file] = await partsOf(inPieces(form, [16_384]));
    assert.equal(file?.held.length, 500_000);
    assert.ok((file?.longest ?? 0) <= 16_384 + boundary.length + 4);
  });

  it('is refused past its most, and when it ends before its last part', async () => {
    const form = Buffer.concat([part('name="f"; filename="a"', Buffer.alloc(5_000)), end]);
    await assert.rejects(partsOf(inPieces(form, [100]), 4_000), { statusCode: 413 });
    for (let cut = 0; cut < form.length - 4; cut += 97)
      await assert.rejects(partsOf(inPieces(form.subarray(0, cut), [100])), { statusCode: 400 });
  });

  it('says where its parts end, or is refused', () => {
    assert.equal(boundaryOf('multipart/form-data; boundary=abc'), 'abc');
    assert.equal(boundaryOf('multipart/form-data; boundary="a b c"'), 'a b c');
    assert.throws(() => boundaryOf('multipart/form-data'), { statusCode: 400 });
  });
});
