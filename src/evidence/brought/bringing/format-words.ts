import { type EventName, eventNames } from '../reading/format.ts';

/** The columns of a file as a page tells them, in our words: [name, what it is, whether it is needed]. */
export const columnsTold = [
  [
    'person',
    'A key that stands for one person in every row of theirs. We make it unrecognisable and keep nothing else',
    'yes',
  ],
  ['event', 'What happened: one of the words below', 'yes'],
  ['starts', 'The day it happened or began: 2025-04-03, 3 April 2025 or 03/04/2025', 'yes'],
  ['ends', 'The day it ended. Empty for support or a conversation that goes on', ''],
  ['kind', 'Which support, what a contact ended in, or which conversation', 'for support'],
  ['team', 'Who answered', ''],
  ['row', 'The row’s own number in your system', ''],
  ['age band', 'As you write it, in the row of the contact', ''],
  ['district', 'Of the postcode; a whole postcode is cut to its district', ''],
  ['weekly cost', 'Of support, in pounds', ''],
] as const;

const support =
  'Ongoing: nursing, residential, community, prison, long-term. Not ongoing: st-max (help to be independent again), low-level, other short-term, one-off';

const told: Record<EventName, [means: string, kinds: string]> = {
  contact: [
    'Somebody got in touch by or about the person',
    'universal services, no service, nhs funded, end of life, deceased; or empty',
  ],
  conversation: ['The first real talk with the person', '1, 2, 3; or empty'],
  'service agreed': ['Support was agreed and may not have begun', 'as support start'],
  'service start': ['Support began, however long ago: whoever had ongoing support is not new', support],
  'service end': ['Support ended, when it is not under “ends” of its start', 'the kind of its start'],
  review: ['How the support goes was looked at together', ''],
  'move away': ['The person moved away', ''],
  death: ['The person died', ''],
  introduction: ['The family was introduced to a conference of its own', ''],
  conference: ['That conference was held', ''],
};

/** The events of a file as a page tells them: [name, what it means, its kinds]. */
export const eventsTold = (Object.keys(told) as EventName[]).map(
  (event) => [eventNames[event], ...told[event]] as const,
);
