import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { english } from './english.ts';

/** A school grade of 5 is an age of about ten; GOV.UK writes for nine. */
const highestGrade = 5;
const mostWords = 15;

/** How days and times are said is not ours to make easier. */
const { dates: _dates, ...parts } = english;

const samples = [
  ['Sam', 'Sam', 'Sam', 'Sam'],
  [2, 2, 2, 2],
];

/** Every sentence of a part, with names and days in it as they may come. */
function sentencesIn(said: unknown): string[] {
  if (typeof said === 'string') return sentences(said);
  if (typeof said === 'function') return sentences(withSamples(said as (...given: unknown[]) => string));
  if (typeof said !== 'object' || said === null) return [];
  return Object.values(said).flatMap(sentencesIn);
}

function withSamples(say: (...given: unknown[]) => string): string {
  for (const given of samples)
    try {
      return say(...given);
    } catch {}
  throw new Error(`no sample suits ${say}`);
}

const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?:])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/i.test(sentence));

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

/** Labels of a word or three would make anything look easy, and are left out. */
function gradeOf(said: readonly string[]): number {
  const all = said.filter((sentence) => wordsOf(sentence).length > 3);
  const words = all.flatMap(wordsOf);
  const counts = { sentence: all.length, word: words.length };
  return fleschKincaid({ ...counts, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
}

describe('how easy our own words are', () => {
  it('experience 4.10 the whole catalogue reads at an age of nine or ten', (context) => {
    const grades = Object.entries(parts)
      .map(([part, said]) => ({ part, grade: gradeOf(sentencesIn(said)) }))
      .toSorted((one, other) => one.grade - other.grade);
    const middle = grades[Math.floor(grades.length / 2)];
    const worst = grades.at(-1);
    const whole = gradeOf(sentencesIn(parts));
    context.diagnostic(
      `grade ${whole.toFixed(1)} in all; the middle file is ${middle?.part} at ${middle?.grade.toFixed(1)}, the hardest ${worst?.part} at ${worst?.grade.toFixed(1)}`,
    );
    assert.ok(
      whole <= highestGrade,
      `our words read at a school grade of ${whole.toFixed(1)}: ${grades.map(({ part, grade }) => `${part} ${grade.toFixed(1)}`).join(', ')}`,
    );
  });

  it('no sentence is longer than fifteen words', () => {
    const long = Object.entries(parts).flatMap(([part, said]) =>
      sentencesIn(said)
        .filter((sentence) => wordsOf(sentence).length > mostWords)
        .map(
          (sentence) =>
            `${part}: “${sentence}” has ${wordsOf(sentence).length} words: make two sentences of it`,
        ),
    );
    assert.deepEqual(long, [], long.join('\n'));
  });

  it('counts as it should: a hard sentence is hard', () => {
    assert.ok(
      gradeOf([
        'Notwithstanding eligibility considerations, authorities facilitate multidisciplinary assessment.',
      ]) > 12,
    );
    assert.ok(gradeOf(['The cat sat on the mat.']) < 1);
  });
});
