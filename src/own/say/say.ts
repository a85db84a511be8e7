import type { Day } from '../../platform/clock.ts';
import { type AroundNow, aroundInWords, type Line } from '../line/line.ts';

export const waysToSay = ['beside', 'correction', 'agree', 'disagree', 'not-now', 'done'] as const;
export type WayToSay = (typeof waysToSay)[number];

export interface Saying {
  what: WayToSay;
  words: string | null;
  /** The day they said it; today when empty. */
  on: Day | null;
  around: AroundNow | null;
}

/** W1: everything can be said of every line; only what somebody said they would do can be ticked. */
export function waysFor({ kind }: Pick<Line, 'kind'>): WayToSay[] {
  return waysToSay.filter((way) => way !== 'done' || kind === 'promise');
}

export type Lacking = 'what' | 'beside' | 'correction' | 'same' | 'name' | 'relation' | 'day';

/**
 * What is wanted before it can be kept: words where words are the whole of it, and a day that has come. Nothing
 * else is asked, and no rule says no (W1).
 * @example lackingIn(line, { what: 'agree', words: null, on: null, around: null }, '2026-11-21') // []
 */
export function lackingIn(line: Line, saying: Saying, today: Day): { field: string; lacks: Lacking }[] {
  const { what, words, on } = saying;
  const lacks = (field: string, lacks: Lacking) => [{ field, lacks }];
  if (!waysFor(line).includes(what)) return lacks('what', 'what');
  if (on && on > today) return lacks('on', 'day');
  if (what === 'beside' && !words) return lacks('words', 'beside');
  if (what !== 'correction') return [];
  return line.around ? lackingAround(line.around, saying) : lackingWords(line, words);
}

function lackingWords(line: Line, words: string | null): { field: string; lacks: Lacking }[] {
  if (!words) return [{ field: 'words', lacks: 'correction' }];
  return words === line.words.trim() ? [{ field: 'words', lacks: 'same' }] : [];
}

/** Somebody around them is put right part by part, or in words alone. */
function lackingAround(now: AroundNow, { around, words }: Saying): { field: string; lacks: Lacking }[] {
  if (!around?.name) return [{ field: 'name', lacks: 'name' }];
  if (!around.relation) return [{ field: 'relation', lacks: 'relation' }];
  const isSame = aroundInWords(around) === aroundInWords(now);
  return isSame && !words ? [{ field: 'words', lacks: 'correction' }] : [];
}

/** How the story of a person tells what they said of a line, to whoever is alongside them. */
export const titles: Record<WayToSay, (name: string) => string> = {
  beside: (name) => `${name} added something`,
  correction: (name) => `${name} put something right`,
  agree: (name) => `${name} agrees`,
  disagree: (name) => `${name} does not agree`,
  'not-now': (name) => `${name} says: not now, ask me another time`,
  done: (name) => `${name} says this is done`,
};
