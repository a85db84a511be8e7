import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import type { StoryInMaking } from './in-making.store.ts';

/** The stories of the people a team is alongside, and what each waits for. */
export function StoriesInMakingPage({ stories }: { stories: StoryInMaking[] }, frame: Frame) {
  return (
    <Page title="Stories" frame={frame}>
      <h1>Stories</h1>
      <p>
        A story is its teller’s. They say yes to each version, exactly as it is shown, and choose who sees it
        and until when. Saying no changes nothing about their support.
      </p>
      <p>
        <a href="/stories/wall">The story wall</a>: what is let out, as it is seen.
      </p>
      {stories.length === 0 ? (
        <p>Nobody your team is alongside has begun one yet. Begin one with them from their own page.</p>
      ) : (
        <ul>
          {stories.map((story) => (
            <li>
              <a href={`/stories/${story.id}`}>{story.title}</a>, told by {story.name},{' '}
              {longDate(story.begunAt)}. {waitsFor(story)}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function waitsFor({ askBy, wantsLookingOver, isApproved, isRetold, hasDied }: StoryInMaking): string {
  if (hasDied) return 'They have died.';
  if (askBy) return `Ask them whether it may stay: without an answer it comes down after ${longDate(askBy)}.`;
  if (wantsLookingOver) return 'Somebody who did not write it looks whether it gives anybody away.';
  if (!isApproved)
    return isRetold ? 'They have not said yes to it as it is now.' : 'Nobody has told it again yet.';
  return '';
}
