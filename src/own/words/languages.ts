import type { DoorLanguages } from '../../access/own-page/door-words.ts';
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

/** The same languages for the door, before anybody knows who comes. */
export const doorLanguages: DoorLanguages = () => {
  const [first = ['English', english] as const, ...others] = Object.entries(languages);
  return [atDoor(first), ...others.map(atDoor)];
};

function atDoor([name, words]: readonly [string, Words]) {
  return { name, said: saidIn(words), door: words.door, fields: words.fields };
}
