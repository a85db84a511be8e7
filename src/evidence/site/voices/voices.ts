/** The blocks of the page that hold figures, each with words beside it. */
export const blocks = ['supported', 'spoken', 'reached', 'returned'] as const;
export type Block = (typeof blocks)[number];

/** Somebody's words, told or kept with their yes for whoever reads this page. Never the words of a record. */
export interface Voice {
  words: string;
  byWhom: string;
}

/** A story that everybody is told beside one kind of figure. */
export interface ToldStory extends Voice {
  beside: 'people' | 'episodes' | 'returns' | 'waits';
}

/** Words a site kept to show that one of its steps stands. */
export interface KeptWords extends Voice {
  whose: 'people' | 'staff';
}

const blockOf: Record<ToldStory['beside'], Block> = {
  people: 'supported',
  episodes: 'supported',
  returns: 'returned',
  waits: 'spoken',
};

/**
 * What stands beside each block: first the story told beside that very figure, then words the site kept, people's before
 * staff's, each in one place only. A block with nobody's words says so.
 * @example voicesBeside([], [{ words: 'Nobody asked me twice.', byWhom: 'A daughter', whose: 'people' }]).supported?.byWhom
 */
export function voicesBeside(
  told: readonly ToldStory[],
  kept: readonly KeptWords[],
): Partial<Record<Block, Voice>> {
  const beside: Partial<Record<Block, Voice>> = {};
  for (const { beside: kind, ...voice } of told) beside[blockOf[kind]] ??= voice;
  const left = [
    ...kept.filter(({ whose }) => whose === 'people'),
    ...kept.filter(({ whose }) => whose === 'staff'),
  ].filter(({ words }) => !told.some((one) => one.words === words));
  for (const block of blocks) {
    if (beside[block]) continue;
    const next = left.shift();
    if (next) beside[block] = { words: next.words, byWhom: next.byWhom };
  }
  return beside;
}
