import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Audience } from '../letting-out/letting-out.ts';
import type { StoryFace } from '../story.ts';

/** A story as it hangs on a wall: what its teller said yes to, for whom, and until when. Never whose record it is. */
export interface OnWall extends StoryFace {
  storyId: string;
  /** The narrowest audience by which whoever reads it sees it. */
  audience: Audience;
  toldOn: Day;
  untilOn: Day;
  /** What its printed address ends in. */
  short: string;
}

/** A wall is read, not searched through: so many stories to a page. */
export const STORIES_A_PAGE = 10;

/**
 * Those with every one of these words somewhere in what is shown of them, what is said in a sound included.
 * @example matching(stories, 'leeks street')
 */
export function matching<Story extends StoryFace>(stories: readonly Story[], words: string): Story[] {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  return stories.filter((story) => {
    const told = plain(
      [
        story.title,
        story.words,
        story.retelling,
        story.name,
        ...story.pieces.map(({ inWords }) => inWords),
      ].join(' '),
    );
    return asked.every((word) => told.includes(word));
  });
}

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

export interface WallPart<Story> {
  stories: Story[];
  page: number;
  pages: number;
}

/** One page of a wall; a page that is not there is the nearest that is. */
export function partOfWall<Story>(stories: readonly Story[], asked: number): WallPart<Story> {
  const pages = Math.max(1, Math.ceil(stories.length / STORIES_A_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return { stories: stories.slice((page - 1) * STORIES_A_PAGE, page * STORIES_A_PAGE), page, pages };
}

/** @example monthOf('2026-03-14') // 'March 2026' */
export const monthOf = (day: Day): string => longDate(day).replace(/^\d+ /, '');

/**
 * What stands under every story, so that nobody takes it for ever or for ours (experience 4.9).
 * @example standsUntil({ toldOn: '2026-03-14', untilOn: '2027-03-13' })
 * // 'Told March 2026, agreed to be here until March 2027.'
 */
export const standsUntil = ({ toldOn, untilOn }: Pick<OnWall, 'toldOn' | 'untilOn'>): string =>
  `Told ${monthOf(toldOn)}, agreed to be here until ${monthOf(untilOn)}.`;

/** Who sees it, for those who see more than everybody does. */
export const audienceInWords: Record<Audience, string> = {
  team: 'For your team',
  council: 'For everybody who works here',
  public: 'For everybody',
};

/** One answer for a story taken down, one past its end, one no longer let out and one that never was: nobody learns which. */
export const notHere = {
  heading: 'This story is not here',
  message:
    'A story stays while the one who told it wants it to. Stories are taken down by the ones who told them, or when the time they agreed is over.',
} as const;
