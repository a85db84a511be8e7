import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { howLong } from './how-long.forms.ts';
import { readHowLong } from './how-long.ts';

describe('About how long it took, as people write it', () => {
  const said: [string, number | null][] = [
    ['40', 40],
    ['about 40', 40],
    ['40 mins', 40],
    ['40m', 40],
    ['Forty minutes', 40],
    ['1h 30', 90],
    ['1h30', 90],
    ['1 hr 30 mins', 90],
    ['1:30', 90],
    ['1.5 hours', 90],
    ['1½ hours', 90],
    ['an hour and a half', 90],
    ['one and a half hours', 90],
    ['an hour', 60],
    ['2 hours and a quarter', 135],
    ['half an hour', 30],
    ['Half an hour.', 30],
    ['a quarter of an hour', 15],
    ['three quarters of an hour', 45],
    ['24h', 1_440],
    ['0', null],
    ['25 hours', null],
    ['1441', null],
    ['a while', null],
    ['most of the morning', null],
    ['-5', null],
    ['40 pounds', null],
    ['1e3', null],
  ];
  for (const [text, minutes] of said)
    it(`reads "${text}" as ${minutes === null ? 'nothing' : `${minutes} minutes`}`, () =>
      assert.equal(readHowLong(text), minutes));

  it('may be left out of a form, and says what to write when it cannot be read', () => {
    const field = howLong();
    assert.equal(field.parse(''), null);
    assert.equal(field.parse(undefined), null);
    assert.equal(field.parse(25), 25);
    const unread = field.safeParse('ages');
    assert.match(unread.error?.issues[0]?.message ?? '', /Write it like 40, 1h 30 or half an hour/);
  });
});
