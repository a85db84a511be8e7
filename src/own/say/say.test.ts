import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aroundInWords, type Line } from '../line/line.ts';
import { lackingIn, type Saying, titles, waysFor, waysToSay } from './say.ts';

const today = '2026-11-21';
const line: Line = {
  ...{ kind: 'talked', id: 'a', sourceId: null, words: 'Mags likes company.', writer: 'Rowan' },
  ...{ on: '2026-11-17', around: null, isTheirsToDo: false },
};
const carol = { name: 'Carol', relation: 'niece', phone: null, gives: 'rings on Sundays' };
const saying = (part: Partial<Saying>): Saying => ({
  ...{ what: 'agree', words: null, on: null, around: null },
  ...part,
});
const lacks = (part: Partial<Saying>, of: Line = line) => lackingIn(of, saying(part), today);

describe('what can be said of a line', () => {
  it('W1 everything of every line, and a tick only of what somebody said they would do', () => {
    assert.deepEqual(
      waysFor(line),
      waysToSay.filter((way) => way !== 'done'),
    );
    assert.deepEqual(waysFor({ kind: 'promise' }), [...waysToSay]);
    assert.deepEqual(lacks({ what: 'done' }), [{ field: 'what', lacks: 'what' }]);
  });

  it('W1 agreeing, disagreeing and "not now" ask for no words and are never refused', () => {
    for (const what of ['agree', 'disagree', 'not-now'] as const) assert.deepEqual(lacks({ what }), []);
  });

  it('W1 words beside and a correction need their words, and a correction says something else', () => {
    assert.deepEqual(lacks({ what: 'beside' }), [{ field: 'words', lacks: 'beside' }]);
    assert.deepEqual(lacks({ what: 'correction' }), [{ field: 'words', lacks: 'correction' }]);
    assert.deepEqual(lacks({ what: 'correction', words: line.words }), [{ field: 'words', lacks: 'same' }]);
    assert.deepEqual(lacks({ what: 'correction', words: 'I like my own company.' }), []);
  });

  it('a day to come is no day that somebody said something', () => {
    assert.deepEqual(lacks({ on: '2026-11-22' }), [{ field: 'on', lacks: 'day' }]);
    assert.deepEqual(lacks({ on: '2026-11-03' }), []);
  });

  it('somebody around them is put right part by part, or in words', () => {
    const around: Line = { ...line, kind: 'around', around: carol, words: aroundInWords(carol) };
    const put = (part: Partial<typeof carol>, words: string | null = null) =>
      lacks({ what: 'correction', words, around: { ...carol, ...part } }, around);
    assert.deepEqual(put({ relation: 'sister' }), []);
    assert.deepEqual(put({}), [{ field: 'words', lacks: 'correction' }]);
    assert.deepEqual(put({}, 'She moved to Leeds.'), []);
    assert.deepEqual(put({ name: '' }), [{ field: 'name', lacks: 'name' }]);
    assert.deepEqual(put({ relation: '' }), [{ field: 'relation', lacks: 'relation' }]);
    assert.equal(aroundInWords(carol), 'Carol\nniece\nrings on Sundays');
  });

  it('the story tells it by the name they like', () => {
    assert.equal(titles.correction('Mags'), 'Mags put something right');
    assert.equal(new Set(waysToSay.map((way) => titles[way]('Mags'))).size, waysToSay.length);
  });
});
