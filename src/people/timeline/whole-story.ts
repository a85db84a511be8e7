import { dayOf } from '../../platform/clock.ts';
import type { TimelineEvent } from './timeline.ts';

/** A part of somebody's story that may be read by itself. */
export const storyParts = [
  'talked',
  'in-touch',
  'crisis',
  'plans',
  'people-and-places',
  'everything-else',
] as const;
export type StoryPart = (typeof storyParts)[number];

export const storyPartInWords: Record<StoryPart, string> = {
  talked: 'What we talked about',
  'in-touch': 'Getting in touch',
  crisis: 'Staying close',
  plans: 'Decisions and plans',
  'people-and-places': 'People and places nearby',
  'everything-else': 'Everything else',
};

/** The kinds of event in each part, as domains name them when they tell the story. */
const kinds: Record<Exclude<StoryPart, 'everything-else'>, readonly string[]> = {
  talked: ['entry', 'conversation-opened', 'conversation-resting', 'note'],
  'in-touch': ['contact'],
  crisis: ['crisis-plan', 'crisis-contact', 'small-money', 'named-person', 'urgent-help'],
  plans: [
    'determination',
    'plan-stands',
    'plan-ground',
    'copy-sent',
    'share-worked-out',
    'catch-up',
    'support-ended',
  ],
  'people-and-places': ['introduction', 'gap', 'matching', 'family-conference', 'move'],
};

/** Which kinds a part holds; everything else is whatever no other part names, so that nothing told is ever out of reach. */
export function kindsIn(part: StoryPart): { kinds: readonly string[]; isNot: boolean } {
  if (part === 'everything-else') return { kinds: Object.values(kinds).flat(), isNot: true };
  return { kinds: kinds[part], isNot: false };
}

/** Events under the year they happened in, in England, kept in their order. */
export function byYear(events: readonly TimelineEvent[]): { year: string; events: TimelineEvent[] }[] {
  const years: { year: string; events: TimelineEvent[] }[] = [];
  for (const event of events) {
    const year = dayOf(event.at).slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.events.push(event);
    else years.push({ year, events: [event] });
  }
  return years;
}
