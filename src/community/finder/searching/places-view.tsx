import { SubNav } from '../../../people/identity-band.tsx';

/** What else there is of the community: for whoever is alongside people, or for the directory’s editor. */
export function CommunityPlaces({ isEditor }: { isEditor: boolean }) {
  const also = isEditor ? forEditors : forAlongsiders;
  const items = [...forBoth, ...also].map((place) => ({ ...place, isCurrent: place.href === '/community' }));
  return <SubNav items={items} label="Community" />;
}

const forBoth = [
  { href: '/community', text: 'Nearby' },
  { href: '/community/visits', text: 'Where we have been' },
  { href: '/community/gaps', text: 'Asked for and not there' },
  { href: '/community/asking', text: 'Still right?' },
];
const forAlongsiders = [
  { href: '/community/conversations', text: 'Conversations' },
  { href: '/walking-alongside', text: 'Walking alongside' },
  { href: '/introductions/money', text: 'Local money' },
];
const forEditors = [
  { href: '/community/claims', text: 'Who runs what' },
  { href: '/community/suggestions', text: 'Suggestions' },
  { href: '/community/duplicates', text: 'May be the same' },
  { href: '/community/feeds', text: 'Directories' },
];
