/** What an hour was for, in the order it is shown. */
export const hourKinds = [
  'with-people',
  'travelling',
  'writing-up',
  'meetings',
  'learning',
  'in-the-community',
  'other',
] as const;
export type HourKind = (typeof hourKinds)[number];

export const hourKindInWords: Record<HourKind, string> = {
  'with-people': 'With people',
  travelling: 'Travelling between',
  'writing-up': 'Writing up',
  meetings: 'Meetings inside',
  learning: 'Learning together',
  'in-the-community': 'In the community',
  other: 'Other',
};

/** Which words of a calendar mean which kind. What has no word is other. */
export type CalendarWords = Record<Exclude<HourKind, 'other'>, string[]>;

/** The order in which kinds are tried: "travel to visit" is travelling, "write up visit" is writing. */
export const triedInOrder = [
  'travelling',
  'writing-up',
  'learning',
  'in-the-community',
  'meetings',
  'with-people',
] as const satisfies readonly HourKind[];

/** What every council begins with, and may change. */
export const wordsToBeginWith: CalendarWords = {
  travelling: ['travel', 'travelling', 'drive', 'driving', 'bus to', 'train to'],
  'writing-up': ['write up', 'writing up', 'write-up', 'notes', 'recording', 'admin', 'paperwork', 'emails'],
  learning: ['training', 'learning', 'reflection', 'reflective', 'workshop', 'action learning', 'shadowing'],
  'in-the-community': [
    'community',
    'walkabout',
    'patch',
    'drop-in',
    'drop in',
    'coffee morning',
    'group visit',
    'festival',
  ],
  meetings: [
    'meeting',
    'supervision',
    'team',
    'huddle',
    'stand-up',
    '1:1',
    'one to one',
    'glue',
    'catch-up with manager',
  ],
  'with-people': [
    'visit',
    'conversation',
    'home visit',
    'call with',
    'ring',
    'phone call',
    'see',
    'family',
    'alongside',
  ],
};

/**
 * The kind of an event: its categories are asked first, since somebody chose them, then the words of its title. A word
 * counts whole: "see" is not in "seeds". @example kindOf(['Travel'], 'Out', wordsToBeginWith) // 'travelling'
 */
export function kindOf(categories: readonly string[], title: string, words: CalendarWords): HourKind {
  return byWords(categories.join(' · '), words) ?? byWords(title, words) ?? 'other';
}

function byWords(text: string, words: CalendarWords): HourKind | null {
  const plain = ` ${plainly(text)} `;
  return (
    triedInOrder.find((kind) =>
      words[kind].some((word) => plainly(word) !== '' && plain.includes(` ${plainly(word)} `)),
    ) ?? null
  );
}

const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}:]+/gu, ' ')
    .trim();
