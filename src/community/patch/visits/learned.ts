import type { OurAdditions } from '../../listing-kept.ts';

export type LearntAbout = 'what it is like' | 'who to ask for' | 'can go with' | 'room';

/** One thing a visit put right on a group's page. */
export interface Learnt {
  about: LearntAbout;
  field: keyof OurAdditions;
  before: string | null;
  now: string;
}

const said: readonly { about: LearntAbout; field: keyof OurAdditions }[] = [
  { about: 'what it is like', field: 'whatItIsLike' },
  { about: 'who to ask for', field: 'whoToAskFor' },
  { about: 'can go with', field: 'canGoWith' },
  { about: 'room', field: 'room' },
];

/**
 * What a visit changes on a group's page: only what was said, and only where it says something new. An empty box
 * takes nothing away.
 * @example learntFrom(page, { whatItIsLike: 'Loud and kind', whoToAskFor: null, … }) // one line
 */
export function learntFrom(
  page: OurAdditions,
  told: Pick<OurAdditions, 'whatItIsLike' | 'whoToAskFor' | 'canGoWith' | 'room'>,
): Learnt[] {
  return said.flatMap(({ about, field }) => {
    const now = told[field as keyof typeof told];
    const before = page[field];
    return now === null || now === before ? [] : [{ about, field, before, now }];
  });
}

/** The group's page after a visit. What it is like is by whoever was there. */
export function pageAfter(page: OurAdditions, learnt: readonly Learnt[], by: string): OurAdditions {
  const after = { ...page, ...Object.fromEntries(learnt.map(({ field, now }) => [field, now])) };
  const isByThem = learnt.some(({ field }) => field === 'whatItIsLike');
  return isByThem ? { ...after, whatItIsLikeBy: by } : after;
}
