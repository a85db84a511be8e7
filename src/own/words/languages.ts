import type { Said } from '../../platform/ui/said.ts';
import { english, type Words } from './english.ts';

/** The languages these pages are written in, by the name people give them. Another one is a file and a line here. */
export const languages: Record<string, Words> = { English: english };

/** The words for whoever speaks these, the first that is written here; English where none is. */
export function wordsIn(spoken: readonly string[]): Words {
  return spoken.map((language) => languages[language]).find((words) => words !== undefined) ?? english;
}

/** What stands around a page in these words. */
export const saidIn = ({ frame, shell }: Words): Said => ({ ...shell, lang: frame.lang });
