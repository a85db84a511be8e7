/** A sentence and where it stands; offsets are UTF-16 positions, as in JavaScript strings and facts. */
export interface Sentence {
  startsAt: number;
  endsAt: number;
  text: string;
}

const english = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/**
 * Splits words into sentences (Unicode UAX 29), white space outside them. `words.slice(startsAt, endsAt)` is
 * always the sentence, and nothing but white space is left out.
 * @example sentencesOf('He fixed it. It runs.') // two, the second at 13 to 21
 */
export function sentencesOf(words: string): Sentence[] {
  return [...english.segment(words)].flatMap(({ segment, index }) => {
    const text = segment.trim();
    const startsAt = index + segment.length - segment.trimStart().length;
    return text ? [{ startsAt, endsAt: startsAt + text.length, text }] : [];
  });
}
