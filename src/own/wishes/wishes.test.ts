import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownFormat } from '../../plans/letters/given/own-format.ts';
import {
  changedWishes,
  changesTold,
  formats,
  lackingInWishes,
  needOf,
  readTime,
  type Wishes,
} from './wishes.ts';

const wishes: Wishes = {
  ...{ mayRing: true, mayText: false, mayEmail: false, mayPost: true, phone: '01632 960 111', email: null },
  ...{ bestTimes: null, notBefore: null, notAfter: null, notDays: [], pleaseDoNot: null, sayNothingOf: null },
  ...{ notToBeTold: null, formats: [] },
};
const lacks = (part: Partial<Wishes>) =>
  lackingInWishes({ ...wishes, ...part }).map(({ field, lacks }) => `${field} ${lacks}`);

describe('how somebody wants to be reached', () => {
  it('reads a time as people write it, and nothing that is none', () => {
    for (const [text, time] of [
      ['9am', '09:00'],
      ['9', '09:00'],
      ['12am', '00:00'],
      ['12 pm', '12:00'],
      ['9.30pm', '21:30'],
      ['21:30', '21:30'],
      ['25:00', null],
      ['13pm', null],
      ['9:75', null],
      ['soon', null],
    ] as const)
      assert.equal(readTime(text), time, text);
  });

  it('a way to be reached needs where, and quiet hours have two ends the right way round', () => {
    assert.deepEqual(lacks({}), []);
    assert.deepEqual(lacks({ phone: null }), ['phone phoneNeeded']);
    assert.deepEqual(lacks({ phone: null, mayRing: false }), []);
    assert.deepEqual(lacks({ mayEmail: true }), ['email emailNeeded']);
    assert.deepEqual(lacks({ notBefore: '09:00' }), ['notAfter both']);
    assert.deepEqual(lacks({ notBefore: '20:00', notAfter: '09:00' }), ['notAfter order']);
  });

  it('W4 the story says that a number changed, never what it is, and keeps the old of everything else', () => {
    const after = { ...wishes, phone: '01632 960 222', pleaseDoNot: 'Do not ring the landline.' };
    const told = changesTold(changedWishes(wishes, after));
    assert.equal(told, 'phone: changed\nplease do not: Do not ring the landline. (before: nothing)');
    assert.deepEqual(changedWishes(wishes, { ...wishes }), []);
  });

  it('DAPB1605 each format wished for is one that letters are given in', () => {
    const found = formats.map((format) =>
      ownFormat({ needs: [{ kind: 'communication', need: needOf[format] }] }),
    );
    assert.deepEqual(
      found.map((one) => one?.format),
      ['large-print', 'easy-read', 'other-language', 'spoken'],
    );
  });
});
