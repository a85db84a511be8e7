import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { cleaned, pence, read, readDay, tick, ticks, typedOf, words } from './reading.ts';

describe('what was typed, put back', () => {
  it('is text, whatever arrived: a thing that cannot be told as text is nothing anybody typed', () => {
    const unreadable = { toString: 1, valueOf: 1 };
    assert.deepEqual(
      typedOf(cleaned({ a: unreadable, b: [unreadable, 2], c: 3, d: true, e: null, f: 'x' })),
      {
        ...{ a: '', b: ['', '2'], c: '3', d: 'true', e: undefined, f: 'x' },
      },
    );
  });
});

describe('a day as people write it', () => {
  it('is read in each way, and refused when there is no such day', () => {
    for (const text of [
      '2026-11-21',
      '21/11/2026',
      '21.11.2026',
      '21 November 2026',
      'Saturday 21st Nov 2026',
      ' 21 nov 2026 ',
    ])
      assert.equal(readDay(text), '2026-11-21', text);
    for (const text of ['31/02/2026', '2026-13-01', '29 February 2027', '1/1/26', 'soon', '21/11/9999', ''])
      assert.equal(readDay(text), null, text);
    assert.equal(readDay('29 February 2028'), '2028-02-29');
  });
  it('is never invented: whatever is typed, a real day comes back or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = readDay(text);
        return day === null || new Date(day).toISOString().startsWith(day);
      }),
    );
  });
});

describe('what arrives is made safe to keep', () => {
  it('loses NUL and half pairs, which a database refuses, and nothing else', () => {
    assert.deepEqual(cleaned({ a: 'x\u0000y', b: ['\uD800', 'é👩‍🦽'], c: 3 }), {
      a: 'xy',
      b: ['\uFFFD', 'é👩‍🦽'],
      c: 3,
    });
  });
  it('is refused when it nests without end', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    assert.throws(() => cleaned(deep), /deeply/);
  });
});

describe('fields', () => {
  const schema = z.object({
    said: words('Write what they said'),
    amount: pence('Write an amount'),
    isCarer: tick(),
    days: ticks(['mo', 'tu']),
  });
  it('take a form and JSON alike', () => {
    const form = read(schema, { said: ' I want my garden ', amount: '£1,012.5', isCarer: 'yes', days: 'tu' });
    assert.deepEqual(form, {
      ok: true,
      value: { said: 'I want my garden', amount: 101_250, isCarer: true, days: ['tu'] },
    });
    const json = read(schema, { said: 'x', amount: 12.5, isCarer: true, days: ['mo', 'tu'] });
    assert.ok(json.ok && json.value.amount === 1_250);
  });
  it('say one sentence each about what is wrong', () => {
    const back = read(schema, { said: '', amount: 'lots' });
    assert.deepEqual(back, {
      ok: false,
      problems: [
        { field: 'said', message: 'Write what they said' },
        { field: 'amount', message: 'Write the amount like 12.50' },
      ],
    });
  });
});
