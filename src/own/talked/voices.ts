import type { Voice, VoiceName } from '../../people/timeline/timeline.ts';
import type { Own } from '../frame/own.ts';

const order: VoiceName[] = ['said', 'noticed', 'think', 'agreed', 'note'];

/** What was written, their own words first; whatever is empty is left out. */
export function voicesInOrder(voices: readonly Voice[]): Voice[] {
  return voices
    .filter(({ words }) => words.trim())
    .toSorted((one, other) => order.indexOf(one.voice) - order.indexOf(other.voice));
}

/** Whose words they are. @example whoseWords(own, { voice: 'noticed', words: 'She smiled.' }) // 'We noticed:' */
export function whoseWords({ name, words: { talked } }: Own, { voice, who }: Voice): string {
  if (voice !== 'said') return talked[voice];
  return !who || who.toLowerCase() === name.toLowerCase() ? talked.youSaid : talked.otherSaid(who);
}

/** What happened, in their words and never in those written for staff. */
export function happened({ words: { talked } }: Own, kind: string): string {
  const kinds: Partial<Record<string, string>> = talked.kinds;
  return kinds[kind] ?? talked.otherKind;
}
