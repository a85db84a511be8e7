import type { Stage } from '../../../../community/introductions/introduction.ts';

/** People and places near them that fit what matters to them. */
export const ideas = {
  intro: 'These are people and places near you. They fit what matters to you.',
  introMeans: 'You can say yes or no. It is up to you.',
  none: 'We have not found a place for you yet. Tell us what you like to do.',
  thought: 'What we thought of with you',
  near: 'More near you',
  likedBy: (who: string, words: string) => `${who} said: “${words}”`,
  because: (words: string) => `You said: “${words}”`,
  who: (name: string) => `${name} thought of this for you.`,
  stages: {
    offered: 'Do you want to go? Tell us yes or no.',
    agreed: 'You said yes.',
    introduced: 'They know about you now.',
    went: 'You went there.',
    'still-going': 'You still go there.',
    'not-for-me': 'You said it is not for you.',
    'declined-by-group': 'They said not now.',
  } satisfies Record<Stage, string>,
  along: (name: string, day: string) => `${name} goes with you on ${day}.`,
  nextOn: (day: string) => `It is on next on ${day}.`,
  usually: (words: string) => `Times: ${words}.`,
  where: (place: string) => `Where: ${place}.`,
  veryNear: 'It is very near you.',
  miles: (miles: number) =>
    miles === 1 ? 'It is about a mile from you.' : `It is about ${miles} miles from you.`,
  ask: (name: string) => `Ask for ${name}.`,
  ring: (phone: string) => `Ring ${phone}`,
  goWith: (words: string) => `Someone to go with: ${words}.`,
  full: 'It is full now. Ring before you go.',
  checked: (day: string) => `We know this was right on ${day}.`,
  see: 'See more about it',
  introduce: 'Ask us to bring you together',
  like: 'Tell us what you think of this',
};
