import type { HowNear } from '../../src/people/around/near.store.ts';
import type { PersonKey } from './script.ts';

/** What somebody said on their own page, with a worker beside them. */
export interface OwnWordsSaid {
  /** About me, by the key of the heading; of a carer, about caring too. */
  about: Record<string, string>;
  /** How near those around them are, by name. */
  near: Record<string, HowNear>;
}

const near = (howOften: HowNear['howOften'], more: Partial<HowNear> = {}): HowNear => ({
  ...{ howOften, isRungFirst: false, mustNotKnow: null },
  ...more,
});

export const ownWords: Partial<Record<PersonKey, OwnWordsSaid>> = {
  wilf: {
    about: {
      'most-important': 'Skip, and hearing the boats go out. I want to stop here, above the chandlery.',
      people: 'Carol, my niece. Jim downstairs. Skip.',
      communicating: 'Stand where I can see you and say it once. Big letters if it is on paper.',
      wellness:
        'A good day I am down the steps with Skip before eight. A bad day I stay in my chair and tell people I am fine.',
      'do-and-dont':
        'Please knock, and ask me about engines.\nPlease don’t talk to Carol as if I had left the room.',
      support: 'I can wash, cook eggs and mend a kettle. I want an arm on the steps when it is wet.',
    },
    near: {
      'Carol Acheson': near('most-days', { isRungFirst: true }),
      'Jim Sparkes': near('most-days', { mustNotKnow: 'What is in my bank.' }),
    },
  },
  leon: {
    about: {
      'most-important': 'Being up, shaved and out by nine. The Friday show.',
      communicating: 'Text me. Straight, and no poorly voice.',
      wellness: 'A good day has a job in it. A bad day is one where everybody was kind and nothing happened.',
      'do-and-dont': 'Please be on time.\nPlease don’t move my keys.',
      support: 'I do my own top half. I need two hands for boots and the shower step, before half seven.',
    },
    near: {
      'Danny Roe': near('most-weeks', { isRungFirst: true }),
      'Marcia Baptiste': near('most-weeks'),
    },
  },
  bron: {
    about: {
      'caring-what-i-do': 'Breakfast, his tablets, the stairs, and the nights he walks about.',
      'caring-break': 'One evening a week when nobody rings me. Choir, and chips on the way home.',
      'caring-worries': 'That I go first. And that I will shout at him one night.',
      'caring-my-life': 'I sing alto. I would like to finish a book.',
    },
    near: {},
  },
};
