import { addDays, type Day } from '../../../platform/clock.ts';
import { nearDate } from '../../../platform/ui/dates.ts';
import { hasEnded, type Standing, type Way } from '../introduction.ts';

/** Who says how it went. */
export const tellers = ['person', 'group', 'along', 'us'] as const;
export type Teller = (typeof tellers)[number];
export const outcomes = ['went', 'still-going', 'not-going'] as const;
export type Outcome = (typeof outcomes)[number];

/** One thing somebody said of how it went, kept beside whatever others say. */
export interface Said {
  who: Teller;
  what: Outcome;
  happenedOn: Day;
  words: string | null;
}

/** So many days after they were introduced, a person's page says what came of it. */
const monthLater = 30;

export const tellerInWords = (who: Teller, name: string): string =>
  ({ person: name, group: 'The group', along: 'Whoever went along', us: 'We' })[who];

const outcomeInWords: Record<Outcome, string> = {
  went: 'went',
  'still-going': 'still going',
  'not-going': 'not going any more',
};

interface Told extends Standing {
  how: Way;
  listingName: string;
  endedWhy: string | null;
  said: readonly Said[];
}

/**
 * What came of an introduction, in plain sentences: each one's last word of it, whether or not they agree.
 * Empty until a month after the person was introduced, or has gone, whichever is known.
 * @example storyOf(one, 'Wilf', '2026-12-25') // ['Wilf was introduced to Harbour Choir on Saturday 21 November.', …]
 */
export function storyOf(one: Told, name: string, today: Day): string[] {
  const { introducedOn, wentOn, listingName, stage, said } = one;
  if (introducedOn === null || today < addDays(introducedOn, monthLater)) return [];
  const on = (day: Day) => nearDate(day, today);
  const sentences = [`${name} was introduced to ${listingName} on ${on(introducedOn)}.`];
  if (wentOn) sentences.push(`${name} first went on ${on(wentOn)}.`);
  else if (!hasEnded(stage)) sentences.push(`Nobody has said yet whether ${name} went.`);
  for (const who of tellers) {
    const last = said.filter((each) => each.who === who).at(-1);
    if (last) sentences.push(inWords(last, name, on));
  }
  if (stage === 'not-for-me' && one.endedWhy) sentences.push(`It was not for ${name}: “${one.endedWhy}”`);
  return sentences;
}

function inWords({ who, what, happenedOn, words }: Said, name: string, on: (day: Day) => string): string {
  const told = `${tellerInWords(who, name)} said, of ${on(happenedOn)}: ${outcomeInWords[what]}.`;
  return words ? `${told} “${words}”` : told;
}
