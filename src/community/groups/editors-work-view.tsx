import type { EditorsWork } from './editors-work.store.ts';
import { waitingInWords } from './suggestions/waiting-words.ts';

/** For the directory's editor: what waits, each line a way to it. Nothing waiting says so. */
export function EditorsWorkList({ work }: { work: EditorsWork }) {
  const lines = linesOf(work).filter(({ count }) => count > 0);
  return (
    <section class="app-aside">
      <h2>For you to look at</h2>
      {lines.length === 0 ? <p>Nothing waits.</p> : null}
      <ul>
        {lines.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const few = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

function linesOf({ claims, suggestions, duplicates, calls, concerns }: EditorsWork) {
  return [
    {
      count: claims,
      href: '/community/claims',
      text: few(claims, 'person says they run a group', 'people say they run a group'),
    },
    {
      count: suggestions.count,
      href: '/community/suggestions',
      text: `Suggestions: ${waitingInWords(suggestions)}`,
    },
    {
      count: duplicates,
      href: '/community/duplicates',
      text: few(duplicates, 'pair may be one group', 'pairs may be one group each'),
    },
    { count: calls, href: '/community/asking', text: few(calls, 'group to ring', 'groups to ring') },
    {
      count: concerns,
      href: '/community/feeds',
      text: few(concerns, 'listing somebody says is wrong', 'listings somebody says are wrong'),
    },
  ];
}
