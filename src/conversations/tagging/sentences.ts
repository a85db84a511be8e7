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

/**
 * Where words stand in a text as somebody copied or typed them: any white space for white space, straight or
 * curly quotes, capitals or not. The first place when there are several; null when they are not there.
 * @example wordsIn('I won’t go.\nNot now.', "won't go. not") // { startsAt: 2, endsAt: 15, text: 'won’t go.\nNot' }
 */
export function wordsIn(text: string, copied: string): Sentence | null {
  const looked = copied
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['‘’ʼ]/g, "['‘’ʼ]")
    .replace(/["“”]/g, '["“”]')
    .replace(/\s+/g, '\\s+');
  const found = looked ? new RegExp(looked, 'iu').exec(text) : null;
  return found && { startsAt: found.index, endsAt: found.index + found[0].length, text: found[0] };
}
