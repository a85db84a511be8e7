import { CONVERSION_WINDOWS } from '../conversion.ts';
import { EPISODE_GAP_DAYS } from '../episodes.ts';
import { RETURN_WINDOWS } from '../returns.ts';
import { definitions } from '../site/definitions.ts';
import { TOO_FEW_BELOW } from '../statistics/too-few.ts';

/** One rule that figures are counted by, as people read it: on the page of rules and in the methods told to everybody. */
export interface RuleInWords {
  /** Where it stands on the page. @example 'E3' */
  anchor: string;
  rule: string;
  name: string;
  definition: string;
  /** Within how many days, where there is a window. */
  within: readonly number[];
  counts: readonly string[];
  doesNotCount: readonly string[];
  /** What stands beside it, because no figure stands alone (E8). */
  beside: string | null;
}

const cameBackBeside = 'How many came back within 90 days of everything resting.';

const windowed = {
  counts: [
    'Somebody who died or moved away first stays in: counted as not having begun, and said beside it. They join when the window has passed, like everybody who began that day.',
    'Support and death on the same day: it began.',
    'Moved away, and our support began afterwards: it began here.',
    'Support on the day of contact: it began on day 0.',
  ],
  doesNotCount: [
    'Anybody whose window has not passed is not yet known, even if support has begun: quick answers may not come in before slow ones.',
    'Support dated after death is a slip of the record, and did not begin.',
    'One-off, short-term or slight support, and reaching conversation 3.',
    'Anything that happened after the day the record is looked at.',
  ],
};

export const rulesInWords: readonly RuleInWords[] = [
  {
    ...{ anchor: 'E1', rule: 'E1', name: 'Contact episode', definition: definitions.contactEpisode },
    within: [],
    counts: [
      `Contacts by or about the person, by whoever made them, with ${EPISODE_GAP_DAYS} days or less between.`,
      'Two records that turned out to be of one person are one person, their contacts together.',
      'A restricted record counts like any other, so that a figure is the same whoever reads it.',
    ],
    doesNotCount: ['An end before its start is a slip, and is read as the start.'],
    beside: null,
  },
  {
    ...{ anchor: 'E2', rule: 'E2', name: 'New person', definition: definitions.newPerson },
    within: [],
    counts: ['Support that began on the day they got in touch: they were new, and it began on day 0.'],
    doesNotCount: ['Support open before that day: not new, and counted as drawing on support already.'],
    beside: null,
  },
  {
    ...{ anchor: 'E3', rule: 'E3', name: 'Began ongoing support, people', definition: definitions.people },
    within: CONVERSION_WINDOWS,
    ...windowed,
    beside: cameBackBeside,
  },
  {
    ...{ anchor: 'E4', rule: 'E4', name: 'The same, contact episodes', definition: definitions.episodes },
    within: CONVERSION_WINDOWS,
    counts: [...windowed.counts, 'Somebody with two contact episodes counts in each.'],
    doesNotCount: [
      ...windowed.doesNotCount,
      'The 95% range takes episodes as separate people, and is a little too narrow.',
    ],
    beside: cameBackBeside,
  },
  {
    ...{ anchor: 'E5', rule: 'E5', name: 'What the national return would read' },
    definition:
      'What the national return (STS001) would read as following an asking by somebody new. It looks 28 days ahead, a gap of more than 3 days or another contact ends it, and the highest ranked support wins.',
    within: [],
    counts: ['Shown under each way of sending conversation 2, over another system’s history.'],
    doesNotCount: ['What happened to people does not depend on it: read E3 for that.'],
    beside: null,
  },
  {
    ...{ anchor: 'E6', rule: 'E6', name: 'Days to a conversation', definition: definitions.wait },
    within: [],
    counts: [
      'Each contact episode is a wait, so somebody who came back and waits again is not hidden by having been answered once.',
      'Somebody still waiting is counted apart, with the longest.',
    ],
    doesNotCount: [
      'A voicemail, a first call to ask what it is about, or a talk with the person who rang.',
      'Died or moved away before anybody spoke with them: neither a wait that ended nor somebody still waiting.',
    ],
    beside: 'The longest wait, and how many are waiting still.',
  },
  {
    ...{ anchor: 'E7', rule: 'E7', name: 'How far conversations went' },
    definition:
      'Each new person by the furthest conversation they reached, 1, 2 or 3, and, apart from that, how many have begun ongoing support so far, however long they have been followed.',
    within: [],
    counts: [
      'A conversation opened before they got in touch and still open then: they were talking with us already.',
    ],
    doesNotCount: ['Reaching conversation 3 is not the same as drawing on support.'],
    beside: cameBackBeside,
  },
  {
    ...{ anchor: 'E7-returns', rule: 'E7', name: 'Came back', definition: definitions.cameBack },
    within: RETURN_WINDOWS,
    counts: ['Each time everything rested is followed, until they got in touch again.'],
    doesNotCount: [
      'A contact while any conversation is open.',
      'A contact on the day everything rested: part of what was resting.',
    ],
    beside: 'How many began ongoing support within 90 days.',
  },
  {
    ...{ anchor: 'E8', rule: 'E8', name: 'Died or moved away', definition: definitions.died },
    within: [],
    counts: [
      `Fewer than ${TOO_FEW_BELOW} people, unless the council sets another number, are too few to compare.`,
    ],
    doesNotCount: ['Nobody to count has no share and no range: never 0%.'],
    beside: null,
  },
  {
    ...{ anchor: 'groups', rule: 'E8', name: 'Which group somebody is in', definition: definitions.groups },
    within: [],
    counts: [
      'Where the site named one team to be set beside, that team’s people and nobody else’s.',
      'Whoever the site answered first while its tap was off is counted apart, for good.',
    ],
    doesNotCount: [
      'Where it named one team, whoever a third team answered first.',
      'The team’s own two years before are never a before and after.',
    ],
    beside: null,
  },
];

/** @example withinInWords([28, 90, 180]) // 'within 28, 90 and 180 days' */
export function withinInWords(windows: readonly number[]): string {
  if (windows.length === 0) return '';
  const [last, ...others] = windows.toReversed();
  return `within ${others.length ? `${others.reverse().join(', ')} and ` : ''}${last} days`;
}
