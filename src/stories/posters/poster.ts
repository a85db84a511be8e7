import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { StoryFace } from '../story.ts';

/** What hangs in a library or a surgery: words of the teller's choice, and the way to the rest. Nobody's record. */
export interface Poster {
  title: string;
  words: string;
  name: string | null;
  untilOn: Day;
  short: string;
}

/** As many letters as can be read from two steps away on A4. */
export const mostLetters = 900;

/** All the words a story shows. */
export const wordsOf = (face: Pick<StoryFace, 'words' | 'retelling'>): string =>
  face.words || face.retelling || '';

/**
 * S-1: a poster says what its teller said yes to, word for word, or a part of that; nothing is left out from the middle and
 * nothing put in.
 * @returns the words for the poster, with spaces and lines as they stand in the story
 * @example wordsForPoster({ words: 'I grow leeks. For the street.' }, 'I grow leeks.') // 'I grow leeks.'
 */
export function wordsForPoster(face: Pick<StoryFace, 'words' | 'retelling'>, part: string): string | Refusal {
  const all = [face.words, face.retelling].filter((one): one is string => Boolean(one));
  const found =
    part.trim() === '' ? wordsOf(face) : all.map((one) => standing(part, one)).find((one) => one !== null);
  if (!found)
    return refuse(
      'S-1',
      'these words are not all in the story, one after another, as it was agreed',
      'copy the words from the story just as they stand, or choose the whole of it',
    );
  if (found.length > mostLetters)
    return refuse(
      'S-1',
      'these are more words than can be read on a poster',
      'choose a part: a few sentences',
    );
  return found;
}

/** The part as it stands in the whole, however its spaces were typed; null when it does not. */
function standing(part: string, whole: string): string | null {
  const words = part
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+')).exec(whole)?.[0] ?? null;
}

/** @example storyAddress({ origin: 'https://a.example', councilSlug: 'saltbeck', short: 'k7m2pq9x' }) // 'https://a.example/at/saltbeck/s/k7m2-pq9x' */
export const storyAddress = (at: { origin: string; councilSlug: string; short: string }): string =>
  `${at.origin}/at/${at.councilSlug}/s/${at.short.slice(0, 4)}-${at.short.slice(4)}`;
