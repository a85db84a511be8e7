import assert from 'node:assert/strict';
import { it } from 'node:test';
import { segmentsOf } from './segments.ts';

const spans = (...pairs: [number, number][]) => pairs.map(([startsAt, endsAt]) => ({ startsAt, endsAt }));
const cut = (words: string, ...pairs: [number, number][]) =>
  segmentsOf(words, spans(...pairs)).map(({ text, fact }) => (fact ? `[${text}]` : text));

it('a fact is underlined inside the sentence it came from', () => {
  assert.deepEqual(cut('I fix engines daily', [2, 13]), ['I ', '[fix engines]', ' daily']);
});

it('words without facts stay whole, and no words give nothing', () => {
  assert.deepEqual(cut('I fix engines'), ['I fix engines']);
  assert.deepEqual(cut(''), []);
});

it('no word is lost or shown twice, whatever was tagged', () => {
  const words = 'Since Jean died the days are all one day.';
  for (const pairs of [
    [
      [0, 10],
      [5, 20],
    ],
    [
      [5, 20],
      [0, 10],
    ],
    [
      [0, 41],
      [3, 9],
    ],
    [[30, 99]],
    [[50, 60]],
  ] as [number, number][][])
    assert.equal(
      segmentsOf(words, spans(...pairs))
        .map(({ text }) => text)
        .join(''),
      words,
    );
});

it('of two facts that overlap the first keeps the shared words', () => {
  assert.deepEqual(cut('abcdef', [2, 6], [0, 4]), ['[abcd]', '[ef]']);
});
