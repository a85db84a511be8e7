import type { Audience } from '../../src/stories/letting-out/letting-out.ts';
import type { WayTold } from '../../src/stories/story.ts';
import type { Moment, PersonKey, StaffKey } from './script.ts';

/** A story somebody in Saltbeck told, and let others see. */
export interface StoryTold {
  person: PersonKey;
  /** Who wrote it down with them. */
  by: StaffKey;
  at: Moment;
  told: WayTold;
  title: string;
  theirWords: string;
  /** Shown beside their words. */
  retelling?: { words: string; by: StaffKey };
  /** What the drawing with it shows, in words. */
  drawing?: string;
  /** What they said when they read it as others would. */
  yes: string;
  /** Who else looked whether it gives anybody away, before everybody may see it. */
  lookedOver?: { by: StaffKey; words: string };
  seenBy: Audience;
  /** The name under it; none where they wanted none. */
  name?: string;
  months: number;
  whoAsked: string;
  whoWasThere: string;
  /** Which figure of the site it was put beside, and how long ago. */
  beside?: { figure: 'people' | 'episodes' | 'returns' | 'waits'; daysAgo: number };
}

/** One for everybody, one for all who work for the council, one for the team; cooling-off days are over for each. */
export const storiesTold: StoryTold[] = [
  {
    person: 'leon',
    by: 'rowan',
    at: { daysAgo: 15, time: '13:20' },
    told: 'together',
    title: 'Out by nine',
    theirWords: [
      'I was on a roof at seven every morning. Then I wasn’t, and lunch would come and I’d be in yesterday’s T-shirt.',
      'Somebody asked what I wanted to be up for. Not what was wrong with me. I said mornings. We timed it: one sock, eleven minutes. That is what got it sorted. I picked who comes, and they come before half seven.',
      'Now I’m out by nine. I do my show of a Friday, washed. They’ve got me doing the podcast and all.',
    ].join('\n\n'),
    retelling: {
      by: 'rowan',
      words:
        'Leon knows roofs, radio, and to the minute how long a morning takes. He timed it himself, made his own case, and chose the people who work with him.\n\nHe is out by nine. Every Friday the town hears him, and the station came to him when it wanted a podcast.',
    },
    yes: 'Yeah. That’s me. Leave the sock in.',
    lookedOver: {
      by: 'dilys',
      words:
        'Those who listen of a Friday would know him, and he knows that and likes it. No address, no firm, nobody else in it.',
    },
    seenBy: 'public',
    name: 'Leon',
    months: 12,
    whoAsked: 'Leon did. He wants the next roofer to ask sooner.',
    whoWasThere: 'Nobody else. At the studio, before his show.',
    beside: { figure: 'people', daysAgo: 6 },
  },
  {
    person: 'bron',
    by: 'priya',
    at: { daysAgo: 23, time: '10:15' },
    told: 'phone',
    title: 'Nobody said “aww”',
    theirWords: [
      'I look after my husband, and he looks after me. People put their heads on one side when I say it.',
      'There is a breakfast for people who do what I do. I said I’d come if there was no circle of chairs. There wasn’t. Nobody said “aww”. I had two bacon rolls and laughed till my coat fell off the chair.',
      'And I sing alto. I told them that before I told them about the nights, and they wrote it down first.',
    ].join('\n\n'),
    yes: 'Read it me again. Yes. That will do nicely.',
    seenBy: 'council',
    months: 12,
    whoAsked: 'Priya asked. Bron thought about it for a week and rang back.',
    whoWasThere: 'Nobody. She rang while he was at the paper shop.',
  },
  {
    person: 'wilf',
    by: 'ama',
    at: { daysAgo: 1, time: '11:40' },
    told: 'together',
    title: 'One nobody can start',
    theirWords:
      'They have an engine at the shed nobody can start. I drew it the night before I went to look, out of my head. The hand still knows where the pump sits.\n\nThe dog is not to scale.',
    drawing:
      'A drawing of an old ship’s engine: six cylinders in a row, pipes along the top, a big flywheel at one end. A small dog is asleep in front of it.',
    yes: 'Aye. Show the lads.',
    seenBy: 'team',
    name: 'Wilf',
    months: 6,
    whoAsked: 'Wilf did.',
    whoWasThere: 'Skip.',
  },
];
