import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Paged } from '../../platform/ui/telling.tsx';
import type { Audience } from '../letting-out/letting-out.ts';
import { ToldStory } from '../told-story.tsx';
import { audienceInWords, type OnWall, standsUntil, type WallPart } from './wall.ts';

export interface WallValue extends WallPart<OnWall> {
  /** Where this wall is: `/stories/wall` or `/at/saltbeck/stories`. */
  base: string;
  isPublic: boolean;
  q: string;
  count: number;
}

export interface OneStoryValue {
  story: OnWall;
  base: string;
  isPublic: boolean;
  /** Where its poster is made, when whoever reads may and its teller wants one. */
  posterAt: string | null;
}

/** Stories people chose to tell, one under another. Nobody likes, counts or compares them. */
export function WallPage({ base, isPublic, q, count, stories, page, pages }: WallValue, frame: Frame) {
  const href = (to: number) => `${base}?${new URLSearchParams({ ...(q ? { q } : {}), page: String(to) })}`;
  return (
    <Page title="Stories" frame={frame} section="Stories">
      <h1>Stories</h1>
      <p>People tell these themselves. Each chose what to show, to whom, and until when.</p>
      {pages > 1 || q ? <FindByWords base={base} q={q} /> : null}
      <p role="status">{foundInWords(count, q)}</p>
      <Paged page={page} pages={pages} href={href}>
        {stories.map((story) => (
          <Hanging key={story.storyId} {...{ story, base, isPublic }} isLinked />
        ))}
      </Paged>
    </Page>
  );
}

function FindByWords({ base, q }: Pick<WallValue, 'base' | 'q'>) {
  return (
    <form class="app-search" method="get" action={base} aria-label="Find a story by its words">
      <Input name="q" label="Words in a story" hint="Such as garden, or brother" value={q} />
      <Button>Look</Button>
    </form>
  );
}

export function OneStoryPage({ story, base, isPublic, posterAt }: OneStoryValue, frame: Frame) {
  return (
    <Page title="A story" frame={frame} section="Stories">
      <h1 class="govuk-visually-hidden">A story</h1>
      <Hanging {...{ story, base, isPublic }} />
      {posterAt ? (
        <p>
          <a href={posterAt}>A poster of it, to print</a>
        </p>
      ) : null}
      <p>
        <a href={base}>All the stories</a>
      </p>
    </Page>
  );
}

interface HangingProps {
  story: OnWall;
  base: string;
  isPublic: boolean;
  isLinked?: boolean;
}

function Hanging({ story, base, isPublic, isLinked }: HangingProps) {
  const own = `${base}/${story.storyId}`;
  return (
    <section class="app-hanging">
      <ToldStory face={story} fileAt={(fileId) => `${own}/files/${fileId}`} />
      <p class="app-soft">
        {standsUntil(story)} If it is yours, <a href="/my/stories">you can take it down</a>, or ring us. Ring
        us too if you are in it.
        {isPublic ? null : <Audiences audience={story.audience} />}
      </p>
      {isLinked ? (
        <p>
          <a href={own}>
            This story on its own<span class="govuk-visually-hidden">: {story.title}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

const Audiences = ({ audience }: { audience: Audience }) => <b> {audienceInWords[audience]}.</b>;

function foundInWords(count: number, q: string): string {
  if (count === 0 && q) return 'No story here has all of these words.';
  if (count === 0) return 'No story hangs here at present.';
  if (!q) return count === 1 ? 'One story.' : `${count} stories.`;
  return count === 1 ? 'One story has these words.' : `${count} stories have these words.`;
}
