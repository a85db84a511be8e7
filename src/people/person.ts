import type { Day } from '../platform/clock.ts';

/** What every page about a person begins with: who they are and how to be understood. */
export interface Identity {
  personId: string;
  fullName: string;
  knownAs: string | null;
  pronouns: string | null;
  bornOn: Day | null;
  aboutLine: string | null;
  whatMatters: string | null;
  languages: string[];
  needs: { kind: 'communication' | 'good-to-know'; need: string }[];
}

export interface PersonAround {
  id: string;
  name: string;
  relation: string;
  phone: string | null;
  gives: string | null;
  ifItStopped: string | null;
  isCarer: boolean;
  carerPersonId: string | null;
}

/** The name we use to a person's face. */
export function nameFor(person: { knownAs: string | null; fullName: string }): string {
  return person.knownAs ?? person.fullName.split(' ')[0] ?? person.fullName;
}

/** @example possessive('Jean') // 'Jean’s'; possessive('Agnes') // 'Agnes’' */
export const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

/** Age in whole years on a day; someone born on 29 February has their birthday on 1 March in other years. */
export function ageOn(bornOn: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** The quiet line under a name. @example 'likes to be called Wilf · 82 · lives over the old chandlery' */
export function underTheName(person: Identity, today: Day): string {
  return told([...whoItIs(person, today), person.aboutLine, ...spoken(person)]);
}

/** The same where something else is the matter: no more than keeps the name, the pronouns and the tongue right. */
export function brieflyUnderTheName(person: Identity, today: Day): string {
  return told([...whoItIs(person, today), ...spoken(person)]);
}

function whoItIs(person: Identity, today: Day): (string | null)[] {
  return [
    person.knownAs && person.fullName.split(' ')[0] !== person.knownAs
      ? `likes to be called ${person.knownAs}`
      : null,
    person.pronouns,
    person.bornOn ? String(ageOn(person.bornOn, today)) : null,
  ];
}

const spoken = ({ languages }: Identity): (string | null)[] => [
  languages.length ? `speaks ${languages.join(', ')}` : null,
];

const told = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ');

/** What somebody may have done at their own page. */
export type FromThem = 'message' | 'wishes' | 'beside' | 'correction' | 'disagree' | 'not-now' | 'done';

const fromThemInWords: Record<FromThem, string> = {
  message: 'wrote to us',
  correction: 'put something right',
  disagree: 'does not agree with something',
  beside: 'added something',
  wishes: 'changed how to be reached',
  'not-now': 'says not now to something',
  done: 'says something is done',
};

/** What somebody did at their own page, the most pressing first. @example whatTheyDid(['done', 'message']) // 'wrote to us and says something is done' */
export function whatTheyDid(did: readonly FromThem[]): string {
  const said = Object.entries(fromThemInWords)
    .filter(([one]) => did.some((what) => what === one))
    .map(([, words]) => words);
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : (said[0] ?? '');
}
