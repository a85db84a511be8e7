/** What a rule says “not yet” with on these pages, and what would be enough. */
const said = [
  ['that day has gone by', 'choose today, or a day that is still to come'],
  ['nothing is shared for more than a year at once', 'choose a day within a year'],
  ['you have not said yes to the words yet', 'read them and say yes'],
  ['you have not said yes to these words', 'read them and say yes'],
  ['no team is alongside you just now', 'choose who else may see it'],
  ['something has not been asked yet', 'go back and choose'],
  ['this story cannot go there at the moment', 'keep it here, or talk with us about it'],
  ['nobody wrote whose idea it was, and who was there', 'write both'],
  ['it is not sure yet that this is their own wish', 'talk about it once more, another day'],
  ['a picture, film or sound has no words beside it', 'write what is said or seen in it'],
  [
    'somebody else looks first whether it gives anybody away',
    'wait: what you chose is kept, and you hear when somebody has looked',
  ],
  ['the story changed after you opened it', 'read it as it is now, then say yes'],
  ['part of what it would show is still empty', 'write it, or show the other part'],
  ['that day has not come yet', 'write today, or a day before'],
  ['nothing here says that you look after this person', 'ring us, and we put it right together'],
  [
    'a poster is for everybody, and this story is not yet seen by everybody',
    'let everybody see it first; the cooling-off days count',
  ],
] as const;

type Because = (typeof said)[number][0];

/** By what the rule itself says; each is asked of its rule in `again-in.test.ts`. */
export const refused = Object.fromEntries(
  said.map(([because, satisfyBy]) => [because, { because, satisfyBy }]),
) as Record<Because, { because: string; satisfyBy: string }>;
