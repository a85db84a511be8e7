import { houseEnglish } from '../../../access/said/house-english.ts';

const { lang: _lang, ...house } = houseEnglish;

/** What stands around every page: the head, the foot, the way out, and what is said when a form comes back. */
export const shell = {
  ...house,
  links: {
    '/my': 'My page',
    '/shared': 'Shared with you',
    '/about/access': 'Accessibility',
    '/about/privacy': 'Who sees this',
    '/about/in-my-way': 'This gets in my way',
  },
};
