import type { WayToTell } from '../../frame/own.ts';

/** What every page of somebody's own says around what it shows. */
export const frame = {
  /** The language's own sign, for the voice that reads it aloud. */
  lang: 'en-GB',
  mine: 'My page',
  places: {
    now: 'Now',
    talked: 'What we talked about',
    plan: 'My plan',
    letters: 'Letters',
    around: 'My people',
    about: 'About me',
    caring: 'Caring for someone',
    ideas: 'Ideas near me',
    sharing: 'What I share',
    stories: 'My stories',
    looked: 'Who looked',
    wishes: 'How to reach me',
  },
  together: (name: string) =>
    `You are reading this with ${name}. They see just the same. What you write here is in their words.`,
  howTold: 'How did they tell you?',
  told: { together: 'We sat together', phone: 'By phone', paper: 'On paper' } satisfies Record<
    WayToTell,
    string
  >,
  pages: 'Pages about me',
};
