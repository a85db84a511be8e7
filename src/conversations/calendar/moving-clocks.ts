import { type Clock, personPage, plainClock, withinDays } from './clock.ts';

const moves = { link: ({ sourceId }: { sourceId: string }) => `/moves/${sourceId}`, act: 'Their move' };
const home = { link: personPage('/shared-lives'), act: 'The home' };
const matching = { link: ({ sourceId }: { sourceId: string }) => `/matchings/${sourceId}`, act: 'The home' };
const family = { link: personPage('/family-conference'), act: 'What the family said' };

/** P4, P5 and families deciding together: days that follow from moving and from homes. */
export const movingClocks = {
  'family-day': plainClock({
    rule: 'family',
    law: 'Ours, after the family group conference: the day that was planned',
    says: () => 'The family comes together.',
    ...family,
    kindInWords: 'A family comes together',
  }),
  'family-again': plainClock({
    rule: 'family',
    law: 'Ours: the family’s plan has a day to look at it again',
    says: () => 'Look again, with the family, at the plan they made.',
    ...family,
    kindInWords: 'A family’s plan to look at again',
  }),
  'move-here': plainClock({
    rule: 'P4',
    law: 'Care Act 2014 s37 and s38: by the day they move, or the same needs are met from that day',
    says: ({ facts, words }) =>
      [
        'They move here, and no decision has been given: from that day the same needs are met.',
        facts?.isSatisfied === true ? '' : 'Nobody has said that we are satisfied the move is genuine.',
        facts?.isPlanHere === true ? '' : `Their plan has not come from ${words}.`,
      ]
        .filter(Boolean)
        .join(' '),
    ...moves,
    kindInWords: 'Somebody moves here',
  }),
  'move-decision': plainClock({
    rule: 'P4',
    law: 'Care Act 2014 s38(1): the same needs are met until we have looked ourselves',
    days: (day, { entitledByDays }) => withinDays(day, entitledByDays),
    says: () => 'They moved here, and the same needs are met until a decision is given.',
    ...moves,
    kindInWords: 'Decision due',
  }),
  'move-away': plainClock({
    rule: 'P4',
    law: 'Care Act 2014 s37(14) and s38: support here goes on until the other council has taken over',
    says: ({ facts, words }) =>
      `They move away. ${facts?.isPlanSent === true ? '' : `Their plan has not been sent to ${words}. `}Support here goes on until ${words} has taken over.`,
    ...moves,
    kindInWords: 'Somebody moves away',
  }),
  'home-approval': plainClock({
    rule: 'P5',
    law: 'Ours, after the Shared Lives schemes’ own practice: a household’s yes has an end',
    says: ({ words }) => `The scheme’s yes to ${words} ends.`,
    ...matching,
    kindInWords: 'A Shared Lives home to agree again',
  }),
  'home-visit': plainClock({
    rule: 'P5',
    law: 'Ours, after the same: visits before and after moving in',
    says: ({ words, facts }) => `${visits[String(facts?.visit)] ?? 'A visit'} with ${words}.`,
    ...home,
    kindInWords: 'A Shared Lives visit',
  }),
  'home-settling': plainClock({
    rule: 'P5',
    law: 'The same; the days are ours',
    days: (day, { settlingVisitWithinDays }) => withinDays(day, settlingVisitWithinDays),
    says: ({ words }) => `See how it is, for both, since they moved in with ${words}. No visit is planned.`,
    ...matching,
    kindInWords: 'A Shared Lives visit',
  }),
} satisfies Record<string, Clock>;

const visits: Record<string, string> = {
  tea: 'Tea',
  overnight: 'A night',
  weekend: 'A weekend',
  'after-moving-in': 'A visit to see how it is',
};
