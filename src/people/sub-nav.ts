/** The same places in the same order on every page about a person. */
export type PersonPlace =
  | 'now'
  | 'conversations'
  | 'plan'
  | 'around'
  | 'community'
  | 'rights'
  | 'letters'
  | 'looked';

const places: { place: PersonPlace; path: string; text: string }[] = [
  { place: 'now', path: '', text: 'Now' },
  { place: 'conversations', path: '/conversations', text: 'Conversations' },
  { place: 'plan', path: '/plan', text: 'Plan' },
  { place: 'around', path: '/around', text: 'People around' },
  { place: 'community', path: '/community', text: 'Community' },
  { place: 'rights', path: '/rights', text: 'Rights and safety' },
  { place: 'letters', path: '/letters', text: 'Letters' },
  { place: 'looked', path: '/who-looked', text: 'Who looked' },
];

/** Sub navigation for a person's pages, with the present one marked. */
export function subNavFor(
  personId: string,
  here: PersonPlace,
): { href: string; text: string; isCurrent: boolean }[] {
  return places.map(({ place, path, text }) => ({
    href: `/people/${personId}${path}`,
    text,
    isCurrent: place === here,
  }));
}
