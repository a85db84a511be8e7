import { type RhythmKind, type RhythmPart, rhythmOf } from '../crisis/rhythm/rhythm.ts';
import type { Clock, ClockStart, Due } from './clock.ts';

/** C2-4: the four parts of the rhythm, worked out by the same rule as the crisis page. */
export const crisisClock: Clock = {
  rule: 'C2-4',
  law: 'Ours, after Camden and Worcestershire; the days are the site’s own',
  atLeastDays: 0,
  due: (start, rules, now) => {
    const facts = factsOf(start);
    const rhythm = rhythmOf(facts.openedAt, facts.contacts, facts.rereads, facts.shares, rules, now);
    return rhythm.parts.flatMap((part) => dueOf(part, start));
  },
};

function dueOf({ kind, dueOn, isPast }: RhythmPart, { sourceId }: ClockStart): Due[] {
  if (!dueOn) return [];
  const { says, late, kindInWords } = words[kind];
  return [
    {
      part: kind,
      from: dueOn,
      by: dueOn,
      says: isPast ? late : says,
      link: `/conversations/${sourceId}/crisis`,
      act: 'What must change now',
      kindInWords,
      rule: 'C2-4',
    },
  ];
}

const words: Record<RhythmKind, { says: string; late: string; kindInWords: string }> = {
  contact: {
    says: 'Be in touch.',
    late: 'Be in touch: nobody has been since that was due.',
    kindInWords: 'Be in touch with somebody we stay close to',
  },
  reread: {
    says: 'Read the plan again together.',
    late: 'Read the plan again together: it has not been since.',
    kindInWords: 'A plan to read again together',
  },
  peers: { says: 'Tell peers.', late: 'Tell peers: they have not heard since.', kindInWords: 'Tell peers' },
  'team-talk': {
    says: 'The team talks about whether this is still right.',
    late: 'The team talks about whether this is still right: it has not yet.',
    kindInWords: 'The team talks',
  },
};

/** The view tells only the latest of each, which is all the rhythm looks at. */
function factsOf({ facts }: ClockStart) {
  const at = (name: string) => (typeof facts?.[name] === 'string' ? [{ at: new Date(facts[name]) }] : []);
  const on = (name: string, isTeamTalk: boolean) =>
    typeof facts?.[name] === 'string' ? [{ on: facts[name], isTeamTalk }] : [];
  const [opened] = at('openedAt');
  if (!opened) throw new Error('a conversation 2 has the instant it opened');
  return {
    openedAt: opened.at,
    contacts: at('lastContactAt'),
    rereads: at('lastRereadAt'),
    shares: [...on('lastShareOn', false), ...on('lastTalkOn', true)],
  };
}
